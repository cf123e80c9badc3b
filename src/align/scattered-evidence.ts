import type { AlignedCell } from '../alignment'
import type { Evidence, FigureEvidence } from '../evidence/evidence'
import type { RegionText } from '../evidence/region-text'
import type { FormRow } from './flattened/form-rows'
import type { CellFigures } from './flattened/read-column-headings'

/** Whether blank lines stand before something printed; undefined where these do not part some figures from others. */
export function gapsOf(evidence: Evidence[], region: RegionText): ((item: Evidence) => boolean) | undefined {
  const firsts = new Set(evidence.filter(({ line }, at) => line !== evidence[at - 1]?.line).map(({ from }) => from))
  const hasGap = ({ from, line }: Evidence) => firsts.has(from) && region.gapBefore(line)
  const isOfColumn = (item: Evidence) =>
    item.kind === 'figure' || (item.kind === 'label' && item.spot.target.kind === 'head')
  const begins = evidence.filter((item) => firsts.has(item.from) && isOfColumn(item))
  return begins.some(hasGap) && !begins.every(hasGap) ? hasGap : undefined
}

/** The figures that cells were read from at their labels, by row and column. */
export function figuresOf(
  cells: AlignedCell[],
  rows: FormRow[],
  evidence: Evidence[],
  region: RegionText,
): CellFigures {
  const figures = new Map(
    evidence.flatMap((item) =>
      item.kind === 'figure' ? [[region.locate(item.from, item.to).position?.start.offset, item] as const] : [],
    ),
  )
  const bound: CellFigures = new Map()
  let at = 0
  for (const { index, leaves } of rows)
    for (const column of leaves.keys()) {
      const { value, position } = cells[at++]!
      const figure = value === null ? undefined : figures.get(position?.start.offset)
      if (figure) bound.set(`${index}/${column}`, [figure])
    }
  return bound
}

/** Where a form begins: at its first label that another form in the same text has not. */
export function beginOf(evidence: Evidence[], others: Evidence[]): number {
  const isShared = ({ from, to }: Evidence) =>
    others.some((item) => item.kind === 'label' && item.from < to && item.to > from)
  return evidence.find((item) => item.kind === 'label' && !isShared(item))?.from ?? 0
}

/** The figures that cells were read from. */
export function figuresAt(cells: AlignedCell[], figures: FigureEvidence[], region: RegionText): Set<FigureEvidence> {
  const starts = new Set(cells.flatMap(({ position }) => position?.start.offset ?? []))
  return new Set(
    figures.filter(({ from, to }) => {
      const offset = region.locate(from, to).position?.start.offset
      return offset !== undefined && starts.has(offset)
    }),
  )
}
