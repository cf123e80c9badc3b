import type { Evidence, FigureEvidence, LabelEvidence } from '../../evidence/evidence'
import { labelWords } from '../../spot/word-stream'
import type { FormRow } from './form-rows'
import { isPlain } from './row-reading'

/** Neighbouring columns that are printed together: their headings, then their figures. */
export interface PrintedColumns {
  /** One of the headings. */
  heading: LabelEvidence
  /** What stands before the first one. */
  before: Evidence | undefined
  figures: FigureEvidence[]
  count: number
  /** The first of the columns in a block; -1 where it has not these headings side by side. */
  firstIn: (block: FormRow[]) => number
  /** By column of those: the figures that it may have, by row. */
  ways: (block: FormRow[]) => FigureEvidence[][][]
}

/**
 * The figures right behind headings. Where blank lines part what is printed apart, the headings right before the figures are
 * theirs, and several columns that none parts are printed row by row; elsewhere all headings that stand together, and the rows
 * may be columns.
 *
 * ```
 * 对外公开总数量 ¶ 本年增/减 12 3          12 3 are of the second heading
 * 本年制发件数 本年废止件数 2 1 3 0        rows 2 1 and 3 0; without blank lines perhaps 2 3 and 1 0
 * 本年新 本年新 制作数量 公开数量 0 18 4 9  words of two headings
 * ```
 */
export function printedColumns(
  evidence: Evidence[],
  blocks: FormRow[][],
  hasGap: ((item: Evidence) => boolean) | undefined,
): PrintedColumns[] {
  const out: PrintedColumns[] = []
  for (const [index, item] of evidence.entries()) {
    if (item.kind !== 'figure' || evidence[index - 1]?.kind === 'figure' || hasGap?.(item)) continue
    let end = index + 1
    while (evidence[end]?.kind === 'figure' && !hasGap?.(evidence[end]!)) end++
    const figures = evidence.slice(index, end) as FigureEvidence[]
    let start = index
    while (start > 0 && isOfHeading(evidence[start - 1]!)) {
      start--
      if (hasGap?.(evidence[start]!)) break
    }
    const words = evidence.slice(start, index).filter((one) => !isAnchor(one))
    const heading = words.find(isHead)
    if (!heading || !isPlain(figures)) continue
    const letters = lettersOf(
      words.map((one) => (one.kind === 'word' ? one.text : isHead(one) ? one.spot.target.body : '')),
    )
    const counts = blocks.map((block) => columnsOf(block, letters)?.count ?? 0)
    const count = Math.max(...counts)
    if (count === 0) continue
    out.push({
      heading,
      before: evidence[start - 1],
      figures,
      count,
      firstIn: (block) => {
        const columns = columnsOf(block, letters)
        return columns?.count === count ? columns.first : -1
      },
      ways: ({ length }) =>
        Array.from({ length: count }, (_, column) => {
          const byRows = Array.from({ length }, (_, row) => figures[row * count + column]!)
          const byColumns = Array.from({ length }, (_, row) => figures[column * length + row]!)
          return hasGap || count === 1 || length === 1 ? [byRows] : [byRows, byColumns]
        }),
    })
  }
  return out
}

/** Headings, pieces of headings, and the heading of the row labels (信息内容). */
function isOfHeading(item: Evidence): boolean {
  return isHead(item) || isAnchor(item) || (item.kind === 'word' && item.fragment)
}

function isHead(item: Evidence): item is LabelEvidence {
  return item.kind === 'label' && item.spot.target.kind === 'head'
}

function isAnchor(item: Evidence): boolean {
  return item.kind === 'label' && item.spot.target.kind === 'anchor'
}

/** The neighbouring columns of a block whose headings have just these letters. */
function columnsOf([row]: FormRow[], letters: string): { first: number; count: number } | undefined {
  const labels = row!.leaves.map(({ head }) => head.path[head.path.length - 1]!.labels.map(labelWords))
  for (let first = 0; first < labels.length; first++) {
    let joined = ['']
    for (let end = first; end < labels.length; end++) {
      joined = joined.flatMap((before) => labels[end]!.map((label) => before + label))
      if (joined.some((words) => lettersOf([words]) === letters)) return { first, count: end - first + 1 }
    }
  }
  return undefined
}

function lettersOf(words: string[]): string {
  return [...words.join('')].sort().join('')
}
