import type { BoundRow } from './bound-row'
import type { ClassifiedRow } from './classify-rows'
import type { HeadOrder } from './head-order'
import { commonGeometry, type Geometry, printedRun, readGeometry, usualLength, type ValueRow } from './row-window'

/** How the rows of one part are laid out. */
export interface Layout {
  /** Columns of the form in the order of print; null for a column that the form does not have. */
  order: (number | null)[]
  columns: number[] | undefined
  geometry: Geometry | undefined
  /** No row deviates from the geometry. */
  isCommon: boolean
  /** Cells that most of the rows have, with those before the label. */
  length: number
  /** Without a geometry: whether rows can be read by it at all. Most of them cannot where it has not the table's columns. */
  fits: boolean
}

/**
 * Which columns the rows print: those that the headings name. All columns of the form, in its order, are taken only where the
 * headings are lost altogether, or where the missing ones have left their places: free columns, or figures that the sums confirm.
 * Without headings, rows that mostly break their sums show that the columns are others: 小计 in place of 其他.
 *
 * @param holds  whether the sums confirm a layout
 * @param breaks whether most sums contradict it
 */
export function chooseLayout(
  rows: BoundRow[],
  head: HeadOrder,
  count: number,
  holds: (layout: Layout) => boolean,
  breaks: (layout: Layout) => boolean,
): Layout {
  const all = Array.from({ length: count }, (_, column) => column)
  const known = [...new Set(head.order.filter((column) => column !== null))]
  const isRead = known.length * 2 >= count
  const expected = headLength(rows[0]!.head)
  const values = rows.map((row) => toValueRow(row, expected))
  const length = usualLength(values)
  function lay(order: (number | null)[], columns?: number[]): Layout {
    const geometry = commonGeometry(values, order.length, columns, order.length >= count)
    // Where headings of some columns are missing, only the places of the others tell which figure is whose.
    const mayCount = order.length >= count || !columns
    return {
      order,
      columns,
      geometry,
      isCommon: geometry !== undefined && values.every((row) => readGeometry(row, order.length, columns, geometry)),
      length,
      fits: geometry !== undefined || (mayCount && fitsMost(values, order.length)),
    }
  }
  const layouts = isRead ? [lay(head.order, head.columns)] : []
  if (known.length === count && head.order.length > count) layouts.push(lay(known))
  const whole = lay(all)
  const isBroken = !isRead && breaks(whole)
  if (!isRead && !isBroken && !isUnknown(head) && reach(values, count)) layouts.push(whole)
  const mayBeWhole = () => hasFreePlaces(head, known, count, values) || (!standsTooEarly(head) && holds(whole))
  if (isRead && known.length < count && mayBeWhole()) layouts.push(whole)
  if (layouts.length === 0) return { ...whole, geometry: undefined, fits: whole.fits && !isBroken && !isUnknown(head) }
  return layouts.find(({ geometry }) => geometry !== undefined) ?? mostReadable(layouts, values)
}

/** Whether at least half of the rows that print a figure can be read in one way only. */
function fitsMost(rows: ValueRow[], count: number): boolean {
  const printed = rows.filter(({ cells }) => cells.some(({ kind }) => kind === 'figure'))
  return printed.filter(({ cells }) => printedRun(cells, count)).length * 2 >= printed.length
}

/** Whether the headings that are read leave a grid column for each of those that are not, and the rows begin at the first. */
function hasFreePlaces({ order, columns }: HeadOrder, known: number[], count: number, rows: ValueRow[]): boolean {
  if (!columns || order.includes(null) || order.length !== known.length || count <= known.length) return false
  const start = columns[0]! - known[0]!
  const inPlace = rows.filter(({ cells }) => cells.some(({ column }) => column === start)).length
  return (
    inPlace * 2 >= rows.length &&
    known.every((column, at) => at === 0 || columns[at]! - columns[at - 1]! === column - known[at - 1]!)
  )
}

/** A heading has fewer grid columns before it than the form has columns there: groups changed places. */
function standsTooEarly({ order, columns }: HeadOrder): boolean {
  if (!columns) return false
  const first = order[0] ?? 0
  return order.some((column, at) => column !== null && columns[at]! - columns[0]! < column - first)
}

/** Headings stand there, and most say of no column which it is: 2021年制发件数 2022年制发件数 现行有效件数. */
function isUnknown({ order }: HeadOrder): boolean {
  return order.length > 1 && order.filter((column) => column === null).length * 2 > order.length
}

/** Whether some row prints the first and some row the last of the cells that would be its columns. */
function reach(rows: ValueRow[], count: number): boolean {
  const runs = rows.map(({ cells }) => cells.slice(cells.length - count))
  return runs.some(([first]) => first && first.kind !== 'blank') && runs.some((run) => run[count - 1]?.kind !== 'blank')
}

/** The layout under which most rows can be read in one way only. */
function mostReadable(layouts: Layout[], rows: ValueRow[]): Layout {
  const readable = layouts.map(({ order }) => rows.filter((row) => printedRun(row.cells, order.length)))
  const most = Math.max(...readable.map(({ length }) => length))
  return layouts[readable.findIndex(({ length }) => length === most)]!
}

/** The cells behind a row's label, with what shows whether the row is whole. */
export function toValueRow({ values, source }: BoundRow, expected: number | undefined): ValueRow {
  const last = values[values.length - 1] ?? source.source.cells[source.source.cells.length - 1]
  const length = last ? last.column + last.colspan : 0
  return { cells: values, length, width: source.source.width, expected }
}

/** Columns that the headings reach over. */
function headLength(head: ClassifiedRow[]): number | undefined {
  const cells = head.flatMap(({ kind, source }) => (kind === 'head' ? [...source.cells, ...source.spanning] : []))
  return cells.length > 0 ? cells.reduce((most, { column, colspan }) => Math.max(most, column + colspan), 0) : undefined
}
