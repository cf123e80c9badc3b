import type { Box } from './placed-text'
import { boxOf, isAbove, type Line, letterHeight, type Segment } from './segments'
import { joinWrapped } from './word-rows'

/** A part of a table under its own column heads: table 二 has several, table 三 one. */
export interface Band {
  /** The rows of figures, from top to bottom. */
  rows: Line[]
  /** Words on the lines of column heads. */
  heads: Segment[]
  /** Everything else between the end of the band before and the head of the next one: labels, captions. */
  texts: Segment[]
  /** The columns of figures, from left to right: where their figures, or the head of an empty one, stand. */
  columns: { x: number; width: number }[]
}

/**
 * Parts a table into bands: a new one begins where, below figures, words stand above the columns again.
 *
 * ```
 * 信息内容   本年制发件数   本年废止件数        head  ┐
 * 规章           3           5              row   │ band
 * 第二十条第（五）项                          text  ┘
 * 信息内容   本年处理决定数量                  head  ┐ band
 * 行政许可     113                           row   ┘
 * ```
 */
export function bandsOf(lines: Line[]): Band[] {
  const parts: Line[][] = [[]]
  let left: number | null = null
  for (const line of lines) {
    const figures = line.segments.filter((segment) => segment.isFigure)
    const isHead: boolean =
      left !== null && figures.length === 0 && line.segments.some((segment) => reaches(segment, left!))
    if (isHead) {
      parts.push([])
      left = null
    }
    parts[parts.length - 1]!.push(line)
    for (const { x } of figures) left = Math.min(left ?? x, x)
  }
  return parts.map(bandOf)
}

/** True for words that stand over the columns of figures, not only beside them. */
function reaches(segment: Segment, left: number): boolean {
  return segment.x + segment.width > left + segment.height
}

function bandOf(lines: Line[]): Band {
  const rows = lines.filter(hasFigure)
  const figures = rows.map(({ segments }) => segments.filter(({ isFigure }) => isFigure))
  let left = rows.length > 0 ? Infinity : boxOf(lines).x
  for (const row of figures) for (const { x } of row) left = Math.min(left, x)
  const heads: Segment[] = []
  const beside: Segment[] = []
  const alone: Segment[] = []
  for (const line of lines) {
    if (!hasFigure(line)) {
      const isHead = line.segments.some((segment) => reaches(segment, left))
      for (const segment of line.segments) (isHead ? heads : alone).push(segment)
    } else for (const segment of line.segments) if (!segment.isFigure && !reaches(segment, left)) beside.push(segment)
  }
  const over = heads.filter((segment) => reaches(segment, left))
  const names = joinWrapped(over, null).map(boxOf)
  return {
    rows,
    heads,
    texts: [...beside, ...alone].sort((a, b) => a.y - b.y),
    columns: columnsOf(figures, leafHeads(names)),
  }
}

function hasFigure({ segments }: Line): boolean {
  return segments.some(({ isFigure }) => isFigure)
}

/** The heads with no other head below them: the names of single columns. */
function leafHeads(heads: Box[]): Box[] {
  return heads.filter((head) => !heads.some((other) => other.y > head.y + head.height / 2 && isAbove(head, other)))
}

/**
 * A column is where figures stand above each other. A head without figures below it is a column of blanks. Figures that are
 * aligned differently (left, centred) split a column; such parts are joined again as long as there are more columns than heads,
 * but never two that have figures in one row.
 */
function columnsOf(rows: Segment[][], heads: Box[]): Band['columns'] {
  const firm = rows.map((row) => row.filter((figure) => !isLoose(figure)))
  const rowOf = new Map<Segment, number>()
  for (const [index, row] of firm.entries()) for (const segment of row) rowOf.set(segment, index)
  const columns: Segment[][] = []
  let right = -Infinity
  for (const figure of firm.flat().sort((a, b) => a.x - b.x)) {
    const column = columns[columns.length - 1]
    const x = column?.[0]?.x ?? 0
    const end = figure.x + figure.width
    if (column && isAbove({ x, width: right - x, y: 0, height: 0 }, figure)) {
      column.push(figure)
      right = Math.max(right, end)
    } else {
      columns.push([figure])
      right = end
    }
  }
  columns.splice(0, columns.length, ...columns.flatMap((column) => partColumn(column, rowOf)))
  const height = letterHeight(firm.flat())
  const boxes = columns.map(boxOf)
  const covered = heads.filter((head) => boxes.some((box) => isAbove(box, head)))
  while (columns.length > covered.length && covered.length > 1) {
    const pair = closestPair(columns, rowOf)
    if (pair === null || pair.gap > 3 * height) break
    columns.splice(pair.index, 2, [...columns[pair.index]!, ...columns[pair.index + 1]!])
  }
  // A head beside its figures is taken for the head of a column without one, while figures are there for it.
  const empty =
    columns.length > covered.length && rows.length > 0 ? [] : heads.filter((head) => !covered.includes(head))
  const found = [...columns.map(boxOf), ...empty].map(({ x, width }) => ({ x, width })).sort((a, b) => a.x - b.x)
  // More figures than columns in a row or two are no columns of their own: a figure was cut in two.
  const isCrowded = rows.filter(({ length }) => length > found.length).length * 2 >= rows.length
  for (const row of rows) settle(row, found, isCrowded)
  return found.sort((a, b) => a.x - b.x)
}

function isLoose({ items }: Segment): boolean {
  return items.some((item) => item.isLoose)
}

/** Letters between a loose figure and the column that it is taken for. */
const REACH = 8

/** Puts the loose figures of a row into the next columns at their right that are free there, or into new ones if there may be any. */
function settle(row: Segment[], columns: Band['columns'], mayAdd: boolean): void {
  for (const [index, figure] of row.entries()) {
    if (!isLoose(figure)) continue
    const before = row[index - 1]
    const free = columns.find(
      (column) =>
        column.x > (before ? before.x + before.width : -Infinity) &&
        column.x - figure.x < REACH * figure.height &&
        !row.some((other) => other !== figure && !isLoose(other) && isAbove(other, { ...column, y: 0, height: 0 })),
    )
    if (free) Object.assign(figure, { x: free.x, width: Math.min(figure.width, free.width) })
    else if (mayAdd) columns.push({ x: figure.x, width: figure.width })
  }
}

/** Wide figures of two columns may reach over each other in different rows; in one row they cannot. */
function partColumn(column: Segment[], rowOf: Map<Segment, number>): Segment[][] {
  const byRow = new Map<number, Segment[]>()
  let count = 0
  for (const figure of column) {
    const row = rowOf.get(figure)!
    const figures = byRow.get(row)
    if (figures) figures.push(figure)
    else byRow.set(row, [figure])
    count = Math.max(count, figures?.length ?? 1)
  }
  if (count === 1) return [column]
  const full = [...byRow.values()].filter((figures) => figures.length === count)
  const centres = Array.from(
    { length: count },
    (_, i) => full.reduce((sum, row) => sum + centreOf(row[i]!), 0) / full.length,
  )
  const parts: Segment[][] = centres.map(() => [])
  for (const figure of column) {
    const distances = centres.map((centre) => Math.abs(centre - centreOf(figure)))
    parts[distances.indexOf(Math.min(...distances))]!.push(figure)
  }
  return parts
}

function centreOf({ x, width }: Box): number {
  return x + width / 2
}

function closestPair(columns: Segment[][], rowOf: Map<Segment, number>): { index: number; gap: number } | null {
  let best: { index: number; gap: number } | null = null
  for (let index = 0; index + 1 < columns.length; index++) {
    const [a, b] = [columns[index]!, columns[index + 1]!]
    const rows = new Set(a.map((segment) => rowOf.get(segment)))
    if (b.some((segment) => rows.has(rowOf.get(segment)))) continue
    const box = boxOf(a)
    const gap = boxOf(b).x - box.x - box.width
    if (!best || gap < best.gap) best = { index, gap }
  }
  return best
}
