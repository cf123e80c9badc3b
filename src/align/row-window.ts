import { emptyWords } from '../evidence/evidence-symbols'
import type { GridCellView } from '../grid/grid-rows'

/** A row to be read: the cells behind its label. */
export interface ValueRow {
  cells: GridCellView[]
  /** Cells of its table row in all, with those before the label. */
  length: number
  /** Columns of its table. */
  width: number
  /** Cells that a whole row of its kind has, as the headings over it show; undefined where they do not. */
  expected: number | undefined
}

/**
 * How the value cells of a table are found in its rows.
 * - `behind`: exactly as many cells as columns stand behind the label.
 * - `headed`: they stand under their headings.
 * - `right`: they are the last columns of the table.
 */
export type Geometry = 'behind' | 'headed' | 'right'

/**
 * The one geometry that the rows of a table keep to, or undefined: then rows lost cells, and a blank at an edge says nothing
 * about where the row begins. Under headings and at the right edge, rows shorter or longer than most may deviate.
 *
 * @param isWholeForm all columns of the form are looked for; where some are missing, only the headings tell the others' places
 */
export function commonGeometry(
  rows: ValueRow[],
  count: number,
  columns: number[] | undefined,
  isWholeForm: boolean,
): Geometry | undefined {
  const behind = rows.filter((row) => readGeometry(row, count, columns, 'behind')).length
  if (behind === rows.length && (rows.length > 2 || rows.every(isWhole))) return 'behind'
  const usual = usualLength(rows)
  const full = rows.filter((row) => row.length === usual && isWhole(row))
  if (full.length === 0) return undefined
  const manners: Geometry[] = isWholeForm || !columns ? ['headed', 'right'] : ['headed']
  const fixed = manners.find((geometry) => full.every((row) => readGeometry(row, count, columns, geometry)))
  return fixed ?? (behind >= MOST_ROWS * rows.length ? 'behind' : undefined)
}

/** One or two rows prove no geometry: they must be as long as the headings over them. */
function isWhole({ length, expected }: ValueRow): boolean {
  return expected === undefined || length === expected
}

/** Share of the rows that shows what the table's manner is; the others are damaged. */
const MOST_ROWS = 0.75

/** The value cells of a row by one geometry; undefined where the row does not keep to it. */
export function readGeometry(
  row: ValueRow,
  count: number,
  columns: number[] | undefined,
  geometry: Geometry,
): GridCellView[] | undefined {
  const { cells, width } = row
  if (geometry === 'behind') return cells.length === count ? cells : undefined
  const wanted = geometry === 'right' ? Array.from({ length: count }, (_, index) => width - count + index) : columns
  if (wanted?.length !== count) return undefined
  const found = wanted.map((column) => cells.find((cell) => cell.column === column))
  const chosen = new Set(found)
  if (chosen.has(undefined) || chosen.size !== count) return undefined
  return cells.every((cell) => !isValue(cell) || chosen.has(cell)) ? (found as GridCellView[]) : undefined
}

/** A figure, or the words for none: 无. */
function isValue({ kind, text }: GridCellView): boolean {
  return kind === 'figure' || emptyWords.has(text.trim())
}

/**
 * The value cells of a row that does not keep to the table's geometry: certain only where as many cells as the form has
 * columns run from the first printed one to the last, or where nothing is printed at all.
 *
 * ```
 * _ 0 5 0 0 0 0 0 _   seven cells from the first to the last:   0 5 0 0 0 0 0
 * _ _ 5 0 0 0 0 0 _   six: a blank belongs to them, or a cell was lost
 * ```
 */
export function printedRun(cells: GridCellView[], count: number): GridCellView[] | undefined {
  const figures = cells.flatMap(({ kind }, at) => (kind === 'figure' ? [at] : []))
  if (figures.length === 0) return cells.length < count ? undefined : cells.slice(0, count)
  const filled = cells.flatMap(({ kind }, at) => (kind === 'blank' ? [] : [at]))
  // Words among the figures are values (无), unless they are too many: then they are a unit or a note beside them.
  const printed = filled[filled.length - 1]! - filled[0]! < count ? filled : figures
  const [first, last] = [printed[0]!, printed[printed.length - 1]!]
  // 无 beside them is no note: the row has more cells than the form has columns.
  if (filled.some((at) => (at < first || at > last) && emptyWords.has(cells[at]!.text.trim()))) return undefined
  return last - first + 1 === count ? cells.slice(first, last + 1) : undefined
}

/** The number of cells that most rows have; the larger of two. */
export function usualLength(rows: ValueRow[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  let usual = 0
  let most = 0
  for (const [length, count] of counts) {
    if (count > most || (count === most && length > usual)) {
      usual = length
      most = count
    }
  }
  return usual
}
