import type { AlignedCell } from '../alignment'
import { evaluate } from '../check/evaluate'
import { formEquations } from '../check/form-equations'
import type { Context } from '../context'
import type { FormIndex } from '../form/form-index'
import type { FormLeaf } from '../form/form-leaves'
import { parseCell } from '../literal/cell'
import type { Table } from '../tree'
import type { BoundRow } from './bound-row'
import type { ClassifiedRow } from './classify-rows'
import type { DeferredFinding } from './form-candidate'
import type { GridCellView } from './grid-rows'
import { type HeadOrder, headOrder } from './head-order'
import { type LeafOptions, leafType, leafUnit, locate, readLeaf } from './read-leaf'
import { commonGeometry, type Geometry, printedRun, readGeometry, usualLength, type ValueRow } from './row-window'

/** One bound row, read. */
export interface RowReading {
  bound: BoundRow
  /** One cell for each column of the form that the table has. */
  cells: AlignedCell[]
  findings: DeferredFinding[]
}

/** Reads the value cells of all bound rows, table by table, because the rows of one table show how it is laid out. */
export function readRows(bound: BoundRow[], index: FormIndex, context: Context): RowReading[] {
  const readings = new Map<BoundRow, RowReading>()
  for (const group of groupRows(bound)) {
    for (const part of partsOf(group)) {
      const { block } = part[0]!
      const head = headOrder(part[0]!.head, block, index)
      const read = (row: BoundRow, layout: Layout) =>
        readRow(row, layout, head, index.rowLeaves(block, row.row), context)
      const layout = chooseLayout(part, head, index.blocks[block]!.columns, (layout) =>
        sumsHold(
          part.map((row) => read(row, layout)),
          head,
          index,
        ),
      )
      for (const row of part) readings.set(row, read(row, layout))
    }
  }
  return bound.map((row) => readings.get(row)!)
}

/** Rows by table; tables of one or two rows, as many as stand together, are pieces of one. */
function groupRows(bound: BoundRow[]): BoundRow[][] {
  const byTable = new Map<Table, BoundRow[]>()
  for (const row of bound) {
    const { table } = row.source.source
    const rows = byTable.get(table)
    if (rows) rows.push(row)
    else byTable.set(table, [row])
  }
  const groups = [...byTable.values()]
  const large = groups.filter((rows) => rows.length > 2)
  const small = groups.filter((rows) => rows.length <= 2).flat()
  return small.length > 0 ? [...large, small] : large
}

/** The rows of one table that stand under the same headings of the same block. */
function partsOf(rows: BoundRow[]): BoundRow[][] {
  const parts = new Map<unknown, Map<number, BoundRow[]>>()
  for (const row of rows) {
    const blocks = parts.get(row.head) ?? new Map<number, BoundRow[]>()
    parts.set(row.head, blocks)
    const part = blocks.get(row.block)
    if (part) part.push(row)
    else blocks.set(row.block, [row])
  }
  return [...parts.values()].flatMap((blocks) => [...blocks.values()])
}

/** How the rows of one part are laid out. */
interface Layout {
  /** Columns of the form in the order of print; null for a column that the form does not have. */
  order: (number | null)[]
  columns: number[] | undefined
  geometry: Geometry | undefined
  /** Cells that most of the rows have, with those before the label. */
  length: number
}

/**
 * The columns that the rows print: those of the headings. All of the form in its order only where the headings are lost as a
 * whole, or where the missing ones have left their place: a free column, or figures that the sums bear out.
 */
function chooseLayout(rows: BoundRow[], head: HeadOrder, count: number, holds: (layout: Layout) => boolean): Layout {
  const all = Array.from({ length: count }, (_, column) => column)
  const known = [...new Set(head.order.filter((column) => column !== null))]
  const isRead = known.length * 2 >= count
  const expected = headLength(rows[0]!.head)
  const values = rows.map((row) => toValueRow(row, expected))
  const length = usualLength(values)
  function lay(order: (number | null)[], columns?: number[]): Layout {
    return { order, columns, geometry: commonGeometry(values, order.length, columns), length }
  }
  const layouts = isRead ? [lay(head.order, head.columns)] : []
  if (known.length === count && head.order.length > count) layouts.push(lay(known))
  const whole = lay(all)
  if (!isRead && reach(values, count)) layouts.push(whole)
  if (isRead && known.length < count && (hasFreePlaces(head, known, count) || holds(whole))) layouts.push(whole)
  if (layouts.length === 0) return { ...whole, geometry: undefined }
  return layouts.find(({ geometry }) => geometry !== undefined) ?? mostReadable(layouts, values)
}

/** Whether the sums over columns hold in all rows, some row with a figure in a column whose heading is missing. */
function sumsHold(readings: RowReading[], head: HeadOrder, index: FormIndex): boolean {
  const cells = new Map(readings.flatMap(({ cells }) => cells.map((cell) => [cell.pointer, cell])))
  const missing = index.leaves.filter(({ pointer, column }) => !head.seen.has(column) && cells.get(pointer)?.value)
  const sums = formEquations(index.form).filter(({ left, right }) => [...left, ...right].every((one) => cells.has(one)))
  const tried = missing.filter(({ pointer }) => sums.some(({ right, left }) => [...left, ...right].includes(pointer)))
  return tried.length > 0 && sums.every((sum) => evaluate(sum, (pointer) => cells.get(pointer)).status === 'pass')
}

/** Whether the headings that are read leave a grid column for each of those that are not. */
function hasFreePlaces({ order, columns }: HeadOrder, known: number[], count: number): boolean {
  if (!columns || order.includes(null) || order.length !== known.length) return false
  return known.every((column, at) => {
    if (at === 0) return true
    return columns[at]! - columns[at - 1]! === column - known[at - 1]! && count > known.length
  })
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

function toValueRow({ values, source }: BoundRow, expected: number | undefined): ValueRow {
  const last = values[values.length - 1] ?? source.source.cells[source.source.cells.length - 1]
  const length = last ? last.column + last.colspan : 0
  return { cells: values, length, width: source.source.width, expected }
}

/** Columns that the headings reach over. */
function headLength(head: ClassifiedRow[]): number | undefined {
  const cells = head.flatMap(({ kind, source }) => (kind === 'head' ? [...source.cells, ...source.spanning] : []))
  return cells.length > 0 ? cells.reduce((most, { column, colspan }) => Math.max(most, column + colspan), 0) : undefined
}

function readRow(
  bound: BoundRow,
  { order, columns, geometry, length }: Layout,
  head: HeadOrder,
  own: FormLeaf[],
  context: Context,
): RowReading {
  const row = toValueRow(bound, undefined)
  // A row that is shorter or longer than the others has not its cells under the headings.
  const keeps = geometry === 'behind' || row.length === length
  const regular = geometry && keeps ? readGeometry(row, order.length, columns, geometry) : undefined
  const run = regular ?? printedRun(row.cells, order.length)
  const findings: DeferredFinding[] = []
  const unsettled: AlignedCell[] = []
  const cells = [...new Set(order)].flatMap((column): AlignedCell[] => {
    const leaf = own.find((other) => other.column === column)
    if (!leaf) return []
    const choices = distinctChoices((run ?? row.cells).filter((_, at) => !run || order[at] === column))
    const bounded = bound.source.source.table.layout === 'grid'
    const options = { evidence: evidenceOf(bound), unit: unitOf(leaf, head, bound), bounded }
    if (run && choices.length === 1) {
      const cell = readLeaf(choices[0]!, leaf, options, context)
      if (cell.state === 'unresolved') findings.push(unresolvedCell(cell, leaf, options.unit))
      return [cell]
    }
    const cell = undecided(leaf, choices, row.cells, options, context)
    unsettled.push(cell)
    return [cell]
  })
  const digits = unsettled.filter(({ state }) => state === 'unresolved')
  if (digits.length > 0) {
    const [{ raw, position }] = digits as [AlignedCell]
    findings.push({
      ruleId: 'structure-cell-unresolved',
      finding: {
        pointers: digits.map(({ pointer }) => pointer),
        position,
        values: { actual: shorten(raw), expected: `${order.length} cells` },
      },
    })
  }
  return { bound, cells, findings }
}

/** The cells that may stand in one place; those that print the same count as one. */
function distinctChoices(views: GridCellView[]): GridCellView[] {
  return [...new Map(views.map((view) => [view.text.trim(), view])).values()]
}

function evidenceOf({ evidence, source }: BoundRow): BoundRow['evidence'] {
  return evidence === 'label' && source.source.table.layout === 'positioned' ? 'geometry' : evidence
}

/**
 * The unit in parentheses behind the printed heading; without any heading over the row, the form's own. A printed heading
 * that names no unit says that none is printed.
 */
function unitOf(leaf: FormLeaf, { additions, seen }: HeadOrder, bound: BoundRow): string | undefined {
  const printed = additions.get(leaf.column)
  if (printed !== undefined && isUnit(printed)) return printed
  const own = leafUnit(leaf)
  return bound.head.length > 0 && seen.has(leaf.column) && leafType(leaf) === 'money' ? undefined : own
}

function isUnit(text: string): boolean {
  const read = parseCell('1', { unit: text, type: 'money' })
  return read.state === 'number'
}

/** A cell for which the row leaves several places: nothing where no digit is among them. */
function undecided(
  leaf: FormLeaf,
  views: GridCellView[],
  run: GridCellView[],
  options: LeafOptions,
  context: Context,
): AlignedCell {
  const { pointer } = leaf
  const read = views.map((view) => readLeaf(view, leaf, options, context))
  if (!run.some(({ kind }) => kind === 'figure')) return { pointer, value: null, raw: '', state: 'blank' }
  const candidates = [
    ...new Set(read.flatMap(({ value, candidates }) => (value === null ? (candidates ?? []) : [value]))),
  ]
  return {
    pointer,
    value: null,
    ...locate(
      run.flatMap(({ texts }) => texts),
      context,
    ),
    state: 'unresolved',
    evidence: options.evidence,
    candidates,
  }
}

function unresolvedCell(cell: AlignedCell, leaf: FormLeaf, unit: string | undefined): DeferredFinding {
  const bare = leafType(leaf) === 'money' && unit === undefined && (cell.candidates?.length ?? 0) > 1
  return {
    ruleId: bare ? 'disclosure-amount-unit' : 'structure-cell-unresolved',
    finding: {
      pointers: [cell.pointer],
      position: cell.position,
      values: { actual: shorten(cell.raw), expected: 'one number' },
    },
  }
}

function shorten(text: string): string {
  const single = text.replace(/\s+/g, ' ')
  return single.length > 60 ? `${single.slice(0, 60)}…` : single
}
