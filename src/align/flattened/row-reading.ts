import type { FigureEvidence } from '../../evidence/evidence'
import { type Sum, sumHolds } from './form-rows'

/** The content of one cell: a figure, or a slice of one that holds the digits of several cells. */
export interface CellText {
  /** `[from, to)` of the region's text. */
  from: number
  to: number
  /** What it adds to a sum; a dash or a word adds nothing. */
  value: number
  /** A dash or a word: it is not the figure 0. */
  empty?: boolean
}

/** A cell that prints nothing. */
export const blankCell: CellText = { from: 0, to: 0, value: 0, empty: true }

/** A figure as the content of one cell. */
export function toCell({ from, to, value }: FigureEvidence): CellText {
  return value === null ? { from, to, value: 0, empty: true } : { from, to, value }
}

/** Cells lost from a row, up to which it is told which figure may stand where. */
const MOST_LOST = 2

/**
 * The ways to lay figures out in a row that lost a cell or two, each blank anywhere: `3 0 5` in four cells is `_ 3 0 5`, `3 _ 0 5`,
 * `3 0 _ 5` or `3 0 5 _`. Never more than candidates.
 */
export function withBlanks(figures: readonly FigureEvidence[], width: number): CellText[][] {
  const lost = width - figures.length
  if (figures.length === 0 || lost < 1 || lost > MOST_LOST || !isPlain(figures)) return []
  let ways: CellText[][] = [figures.map(toCell)]
  for (let cell = 0; cell < lost; cell++)
    ways = ways.flatMap((cells) =>
      Array.from({ length: cells.length + 1 }, (_, at) => [...cells.slice(0, at), blankCell, ...cells.slice(at)]),
    )
  return ways
}

/** What tells two readings of a row apart: its figures, a dash not being 0. */
export function rowKey(cells: readonly CellText[]): string {
  return cells.map(({ value, empty }) => (empty ? '-' : value)).join(' ')
}

/** How many of the sums fail over a row of cells. */
export function failedSums(cells: readonly CellText[], sums: readonly Sum[]): number {
  return sums.filter((sum) => !sumHolds(sum, (column) => cells[column]?.value ?? 0)).length
}

/** True where the cells are figures of their own: none is unreadable, none begins with a zero that is a cell itself (007). */
export function isPlain(figures: readonly FigureEvidence[]): boolean {
  return figures.every(({ state, digits }) => state !== 'unreadable' && !/^0\d/.test(digits))
}

/** The same figures in the same places? */
export function sameValues(a: readonly CellText[], b: readonly CellText[]): boolean {
  return rowKey(a) === rowKey(b)
}

/** Nothing but 0 and dashes or words: every order satisfies the sums, and they tell no 0 from a dash. */
export function isMuteOfOrder(figures: readonly FigureEvidence[]): boolean {
  return figures.every(({ value }) => !value) && figures.some(({ value }) => value === null)
}
