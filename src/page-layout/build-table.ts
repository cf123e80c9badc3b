import type { Table, TableCell, TableRow, Text } from '../tree'
import { type Band, bandsOf } from './bands'
import { headSpans, type Span } from './head-spans'
import { joinOrdinals } from './join-ordinals'
import { boxOf, type Line, middleOf, type Segment } from './segments'
import { splitByColumns } from './split-by-columns'
import { type Stub, stubOf } from './stub'
import { type WordRow, wordRows } from './word-rows'

/** A cell on its way into the table. */
interface Placed {
  column: number
  colspan: number
  rowspan: number
  segments: Segment[]
}

/** A row on its way into the table. */
interface Row {
  middle: number
  cells: Placed[]
  /** Columns that group labels from above cover. */
  covered: Set<number>
  width: number
}

/** The columns of a table, for the head of it that stands on the page before. */
export interface Frame {
  columns: Band['columns']
  stubWidth: number
}

/**
 * Builds the table of a region: every figure in the column where it stands, every label in the row whose figures it heads.
 * A column in which a row has no figure has an empty cell there.
 *
 * ```
 *  信息内容      本年制发件数  本年废止件数       信息内容   │ 本年制发件数 │ 本年废止件数
 *  规章               3           0        →   规章      │ 3          │ 0
 *  规范性文件                      6            规范性文件 │            │ 6
 * ```
 *
 * @param next the region at the top of the next page, where this one goes on: a head alone has no figures to show its columns
 */
export function buildTable(lines: Line[], next: Line[] | null = null): Table {
  const bands = bandsOf(splitByColumns(joinOrdinals(lines)))
  const frame = next && bands.some(isHead) ? frameOf(next) : null
  const rows = bands.flatMap((band) => rowsOf(band, isHead(band) ? frame : null))
  return { type: 'table', layout: 'positioned', children: rows.map(tableRow) }
}

/** A head whose figures, if any, stand on the next page. */
function isHead({ rows }: Band): boolean {
  return rows.length === 0
}

function frameOf(lines: Line[]): Frame | null {
  const band = bandsOf(splitByColumns(joinOrdinals(lines)))[0]!
  if (isHead(band)) return null
  return { columns: band.columns, stubWidth: stubOf(band.texts, middlesOf(band)).width }
}

function middlesOf({ rows }: Band): number[] {
  return rows.map((row) => middleOf(boxOf(row.segments.filter(({ isFigure }) => isFigure))))
}

function rowsOf(found: Band, frame: Frame | null): Row[] {
  const band = frame ? { ...found, columns: frame.columns } : found
  const rowMiddles = middlesOf(band)
  const stub = stubOf(band.texts, rowMiddles)
  if (frame) stub.width = frame.stubWidth
  const figureRows = band.rows.map((line, index) => figureRow(line, index, band, stub, rowMiddles[index]!))
  const rows = wordRows([...band.heads, ...stub.rest], pitchOf(stub))
  const left = band.columns[0]?.x ?? Infinity
  const over = rows.flatMap(({ cells }) => cells).filter((cell) => !isBeside(cell, left, stub))
  const spans = headSpans(over, band.columns)
  const words = isClear(rows, spans, band.columns.length)
    ? rows.map((row) => wordRow(row, band, stub, spans))
    : rows.map(({ middle, cells }) => captionRow(middle, cells.flat(), stub.width + band.columns.length))
  return [...figureRows, ...words].sort((a, b) => a.middle - b.middle)
}

/**
 * True for a head that can be believed: most columns have a name of their own (a page end may cut the others off), and no two
 * words of one row claim one column. A crowded head would name the wrong columns.
 */
function isClear(rows: WordRow[], spans: Map<Segment[], Span>, columns: number): boolean {
  const named = new Set([...spans.values()].filter(({ first, last }) => first === last).map(({ first }) => first))
  const isCrowded = rows.some(({ cells }) => {
    const claimed = cells.flatMap((cell) => spans.get(cell) ?? [])
    return claimed.some((span, i) => i > 0 && span.first <= claimed[i - 1]!.last)
  })
  return (named.size * 2 > columns || columns === 1) && !isCrowded
}

/** Words over the whole table. */
function captionRow(middle: number, segments: Segment[], width: number): Row {
  const cell: Placed = { column: 0, colspan: Math.max(1, width), rowspan: 1, segments }
  return { middle, cells: [cell], covered: new Set(), width }
}

/** True for words above the labels, at the left of all figures. */
function isBeside(cell: Segment[], left: number, stub: Stub): boolean {
  const { x, width } = boxOf(cell)
  return stub.width > 0 && x + width <= left
}

/** The usual distance of two lines of a label, where one has several. */
function pitchOf(stub: Stub): number | null {
  const distances = stub.cells.flatMap(({ segments }) =>
    segments.slice(1).map((segment, i) => middleOf(segment) - middleOf(segments[i]!)),
  )
  return distances.length > 0 ? distances.sort((a, b) => a - b)[distances.length >> 1]! : null
}

function figureRow(line: Line, index: number, band: Band, stub: Stub, middle: number): Row {
  const cells: Placed[] = []
  const covered = new Set<number>()
  for (const { column, row, rowspan, segments } of stub.cells) {
    if (row === index) cells.push({ column, colspan: 1, rowspan, segments })
    else if (row < index && index < row + rowspan) covered.add(column)
  }
  cells.sort((a, b) => a.column - b.column)
  for (const cell of cells) if (cell.rowspan === 1) widenToLeft(cell, cells, covered)
  const left = band.columns[0]?.x ?? Infinity
  const values = line.segments.filter(
    (segment) => segment.isFigure || segment.x + segment.width > left + segment.height,
  )
  for (const segment of values) {
    const column = stub.width + nearestColumn(segment, band.columns)
    const taken = cells.find((cell) => cell.column === column)
    if (taken) taken.segments.push(segment)
    else cells.push({ column, colspan: 1, rowspan: 1, segments: [segment] })
  }
  return { middle, cells, covered, width: stub.width + band.columns.length }
}

/** A label covers the columns of groups that its row does not belong to. */
function widenToLeft(cell: Placed, cells: Placed[], covered: Set<number>): void {
  const isFree = (column: number) =>
    column >= 0 && !covered.has(column) && !cells.some((other) => other !== cell && other.column === column)
  while (isFree(cell.column - 1)) {
    cell.column--
    cell.colspan++
  }
}

function wordRow({ middle, cells }: WordRow, band: Band, stub: Stub, spans: Map<Segment[], Span>): Row {
  const width = stub.width + band.columns.length
  const placed: Placed[] = []
  let done = 0
  for (const segments of cells) {
    const span = spans.get(segments)
    const place = span
      ? { column: stub.width + span.first, colspan: span.last - span.first + 1 }
      : isBeside(segments, band.columns[0]?.x ?? Infinity, stub)
        ? { column: 0, colspan: stub.width }
        : { column: stub.width + nearestColumn(boxOf(segments), band.columns), colspan: 1 }
    const last = placed[placed.length - 1]
    if (place.column < done && last) last.segments.push(...segments)
    else placed.push({ column: place.column, colspan: place.colspan, rowspan: 1, segments })
    done = Math.max(done, place.column + place.colspan)
  }
  const only = placed[0]
  // A caption alone in its row stands over the whole table.
  if (placed.length === 1 && only && (only.column === 0 || !spans.has(only.segments))) {
    only.column = 0
    only.colspan = Math.max(1, width)
  }
  return { middle, cells: placed, covered: new Set(), width }
}

function nearestColumn({ x, width }: { x: number; width: number }, columns: Band['columns']): number {
  let best = 0
  let least = Infinity
  for (const [index, column] of columns.entries()) {
    const overlap = Math.min(x + width, column.x + column.width) - Math.max(x, column.x)
    const distance = overlap > 0 ? -overlap : Math.abs(x + width / 2 - column.x - column.width / 2)
    if (distance < least) [best, least] = [index, distance]
  }
  return best
}

/** The cells of a row from left to right, empty ones in the columns that nothing covers. */
function tableRow({ cells, covered, width }: Row): TableRow {
  const children: TableCell[] = []
  let column = 0
  const fill = (end: number) => {
    for (; column < end; column++) if (!covered.has(column)) children.push({ type: 'tableCell', children: [] })
  }
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    fill(cell.column)
    children.push(tableCell(cell))
    column = cell.column + cell.colspan
  }
  fill(width)
  return { type: 'tableRow', children }
}

function tableCell({ segments, colspan, rowspan }: Placed): TableCell {
  const children: Text[] = []
  for (const [index, segment] of segments.entries()) {
    // Two figures in one column are never one number.
    if (index > 0 && segment.isFigure && segments[index - 1]!.isFigure) children.push({ type: 'text', value: ' ' })
    for (const { texts } of segment.items) children.push(...texts)
  }
  const cell: TableCell = { type: 'tableCell', children }
  if (colspan > 1) cell.colspan = colspan
  if (rowspan > 1) cell.rowspan = rowspan
  return cell
}
