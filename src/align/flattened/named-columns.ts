import type { Evidence, FigureEvidence } from '../../evidence/evidence'

/**
 * The column that each figure of a row stands behind the heading of, where every one of them does; undefined where they are
 * printed without headings.
 *
 *     行政规范性文件：现行有效件数3，本年制发件数1，本年废止件数0        2, 0, 1
 *     行政规范性文件 1 0 3                                              undefined
 */
export function namedColumns(figures: FigureEvidence[], evidence: Evidence[]): number[] | undefined {
  const own = new Set<Evidence>(figures)
  const columns: number[] = []
  let last: Evidence | undefined
  for (const item of evidence) {
    if (own.has(item)) {
      if (last?.kind !== 'label' || last.spot.target.kind !== 'head') return undefined
      columns.push(last.spot.target.leaf)
    }
    last = item
  }
  return columns
}
