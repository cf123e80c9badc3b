import type { Box } from './placed-text'
import { boxOf, isAbove, middleOf, type Segment } from './segments'

/** Columns `[first, last]` under a head. */
export interface Span {
  first: number
  last: number
}

/** Where a column begins, and how wide it is. */
interface Edges {
  x: number
  width: number
}

/** A part of the head row that stands next above the figures: a column's name, or a head and the columns below it. */
interface Unit extends Span {
  middle: number
  /** Left edge and middle of its text. */
  x: number
  centre: number
}

/** How far the middle of a head may be from the middle of its columns, in columns: half a column would be another span. */
const CENTRED = 0.35
/** Heads of one row differ by less than this, in heights of their letters. */
const LEVEL = 0.6
/** Columns of a table whose heads are looked into: the time grows with their cube. */
const MOST_COLUMNS = 60

/**
 * Finds the columns that each head covers. The lowest one over a column is its name. Heads above are either set in the middle
 * of their columns, or at the left edge of the first; of these two readings the one counts that leaves fewer columns bare.
 *
 * ```
 *             行政复议                          行政诉讼
 *                                  未经复议直接起诉   复议后起诉
 *  维持 纠正 其他 未结 总计       维持 纠正 …         维持 纠正 …
 *  [0         …        4]       [5                …            14]
 * ```
 *
 * @param cells the heads, each its lines
 */
export function headSpans(cells: Segment[][], columns: Edges[]): Map<Segment[], Span> {
  const heads = cells.map((cell) => ({ cell, box: boxOf(cell) })).sort((a, b) => middleOf(b.box) - middleOf(a.box))
  const names = new Map<Segment[], Span>()
  const cores = columns.map((column, index) => coreOf(column, columns[index - 1], columns[index + 1]))
  // A head that stands over one column may reach over the next.
  const own = new Map(heads.map((head) => [head, cores.filter((core) => isMostlyAbove(head.box, core))]))
  const headOver = (core: Edges) =>
    heads.find((head) => {
      const owned = own.get(head)!
      return owned.length > 0 ? owned.includes(core) : isAbove(head.box, asBox(core))
    })
  const ordered = namesInOrder(heads, columns)
  const units = columns.map((column, index): Unit => {
    const name = ordered?.[index] ?? headOver(cores[index]!)
    if (name) widen(names, name.cell, index)
    const { x, width } = name?.box ?? asBox(column)
    return { first: index, last: index, middle: name ? middleOf(name.box) : Infinity, x, centre: x + width / 2 }
  })
  const others = columns.length > MOST_COLUMNS ? [] : heads.filter(({ cell }) => !names.has(cell))
  const centred = spread(others, units, centredSpan)
  const flush = spread(others, units, flushSpan)
  return new Map([...names, ...(widthOf(flush) > widthOf(centred) ? flush : centred)])
}

/** The part of a column that its neighbours leave to it: wide figures of two columns reach over each other. */
function coreOf(column: Edges, before: Edges | undefined, after: Edges | undefined): Edges {
  const x = Math.max(column.x, before ? before.x + before.width : column.x)
  const width = Math.min(column.x + column.width, after?.x ?? Infinity) - x
  return width > 1 ? { x, width } : { x: column.x + column.width / 2 - 0.5, width: 1 }
}

/** Half of the narrower one at least. */
function isMostlyAbove(a: Edges, b: Edges): boolean {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  return shared * 2 > Math.min(a.width, b.width)
}

interface Head {
  cell: Segment[]
  box: Box
}

/**
 * The names of the columns where words begin at the left edge of their cells and figures end at the right one, so that hardly any
 * stands above the other: as many names as columns are theirs in order.
 *
 * ```
 * 商业企业  科研机构  社会公益组织  其他
 *        0        12          3     0
 * ```
 *
 * @returns null where a name stands above each column, or their number or order is another
 */
function namesInOrder(heads: Head[], columns: { x: number; width: number }[]): Head[] | null {
  if (columns.every((column) => heads.some(({ box }) => isAbove(box, asBox(column))))) return null
  const names = heads.filter(({ box }) => !heads.some((lower) => isBelow(lower.box, box) && isAbove(lower.box, box)))
  if (names.length !== columns.length) return null
  names.sort((a, b) => a.box.x - b.box.x)
  const isOrdered = columns.every((column, index) => {
    const over = names.findIndex(({ box }) => isAbove(box, asBox(column)))
    return over < 0 || over === index
  })
  return isOrdered ? names : null
}

function isBelow(a: Box, b: Box): boolean {
  return middleOf(a) - middleOf(b) > LEVEL * b.height
}

/** Finds the spans of heads from the lowest to the highest, each over what was found below. */
function spread(
  heads: Head[],
  columns: Unit[],
  spanOf: (box: Box, units: Unit[], level: number) => Span | null,
): Map<Segment[], Span> {
  const spans = new Map<Segment[], Span>()
  let units = columns
  for (const { cell, box } of heads) {
    const level = middleOf(box) + LEVEL * cell[0]!.height
    const taken = heads.filter((other) => other.cell !== cell && Math.abs(middleOf(other.box) - middleOf(box)) < 2)
    const next = Math.min(...taken.map((other) => other.box.x).filter((x) => x > box.x))
    const span = spanOf(
      box,
      units.filter(({ x }) => x < next),
      level,
    )
    if (!span) continue
    spans.set(cell, span)
    const { first, last } = span
    units = merge(units, { first, last, middle: middleOf(box), x: box.x, centre: box.x + box.width / 2 })
  }
  return spans
}

function widthOf(spans: Map<Segment[], Span>): number {
  let width = 0
  for (const { first, last } of spans.values()) width += last - first + 1
  return width
}

function widen(spans: Map<Segment[], Span>, cell: Segment[], column: number): void {
  const span = spans.get(cell)
  spans.set(
    cell,
    span && span.last === column - 1 ? { ...span, last: column } : (span ?? { first: column, last: column }),
  )
}

/** The widest run of units evenly around the head, those of one height before others; at least two. */
function centredSpan(box: Box, units: Unit[], level: number): Span | null {
  const centre = box.x + box.width / 2
  let best: { span: Span; isLevel: boolean; width: number } | null = null
  for (let first = 0; first < units.length; first++)
    for (let last = first + 1; last < units.length; last++) {
      const run = units.slice(first, last + 1)
      const [start, end] = [run[0]!, run[run.length - 1]!]
      const pitch = (end.centre - start.centre) / (end.last - start.first)
      const isEven = Math.abs((start.centre + end.centre) / 2 - centre) <= CENTRED * pitch
      if (!isEven || run.some(({ middle }) => middle < level)) continue
      const isLevel = run.every(({ middle }) => Math.abs(middle - start.middle) < LEVEL * box.height)
      const width = last - first
      if (best && (best.isLevel === isLevel ? best.width >= width : best.isLevel)) continue
      best = { span: { first: start.first, last: end.last }, isLevel, width }
    }
  return best?.span ?? null
}

/** The units from the left edge of the head on that begin at one height. */
function flushSpan(box: Box, units: Unit[], level: number): Span | null {
  const start = units.findIndex(({ x, middle }) => middle >= level && Math.abs(x - box.x) < box.height / 2)
  if (start < 0) return null
  const first = units[start]!
  let end = start
  while (units[end + 1] && Math.abs(units[end + 1]!.middle - first.middle) < LEVEL * box.height) end++
  return { first: first.first, last: units[end]!.last }
}

function merge(units: Unit[], head: Unit): Unit[] {
  const before = units.filter(({ last }) => last < head.first)
  const after = units.filter(({ first }) => first > head.last)
  return [...before, head, ...after]
}

function asBox({ x, width }: Edges): Box {
  return { x, width, y: 0, height: 0 }
}
