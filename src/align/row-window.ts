import type { GridCellView } from './grid-rows'

/** A row to be read: the cells behind its label. */
export interface ValueRow {
  cells: GridCellView[]
  /** Cells of its table row in all, with those before the label. */
  length: number
  /** Columns of its table. */
  width: number
}

/** The cells of one row, one for each column of the form; several where it cannot be told which. */
export type RowReading = (GridCellView | undefined)[][]

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
 */
export function commonGeometry(rows: ValueRow[], count: number, columns: number[] | undefined): Geometry | undefined {
  const behind = rows.filter((row) => readGeometry(row, count, columns, 'behind')).length
  if (behind === rows.length) return 'behind'
  const usual = usualLength(rows)
  const full = rows.filter(({ length }) => length === usual)
  const fixed = (['headed', 'right'] as const).find((geometry) =>
    full.every((row) => readGeometry(row, count, columns, geometry)),
  )
  return fixed ?? (behind >= MOST_ROWS * rows.length ? 'behind' : undefined)
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
  return cells.every((cell) => cell.kind !== 'figure' || chosen.has(cell)) ? (found as GridCellView[]) : undefined
}

/**
 * All ways to lay `count` columns over the cells behind a label, without leaving out a figure.
 *
 * ```
 * _ 0 5 0 0 0 0 0 _   two blanks too many, first and last cell printed:   one way, 0 5 0 0 0 0 0
 * _ _ 5 0 0 0 0 0 _   the run is one short:                               two ways, _ 5 … 0 and 5 … 0 _
 * ```
 *
 * @param open true where blank cells at the end of a line may be cut off
 */
export function windows(cells: GridCellView[], count: number, open: boolean): (GridCellView | undefined)[][] {
  const printed = cells.flatMap(({ kind }, at) => (kind === 'figure' ? [at] : []))
  if (cells.length < count) return []
  const first = printed[0]
  const last = printed[printed.length - 1]
  if (first === undefined || last === undefined) return [cells.slice(0, count)]
  const out: (GridCellView | undefined)[][] = []
  const end = open ? last : cells.length - count
  for (let start = Math.max(0, last - count + 1); start <= Math.min(first, end); start++) {
    out.push(Array.from({ length: count }, (_, index) => cells[start + index]))
  }
  return out
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
