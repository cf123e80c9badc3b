import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import type { FormIndex } from '../form/form-index'
import type { FormLeaf } from '../form/form-leaves'
import { parseCell } from '../literal/cell'
import type { Table } from '../tree'
import type { BoundRow } from './bind-rows'
import type { DeferredFinding } from './form-candidate'
import type { GridCellView } from './grid-rows'
import { type HeadOrder, headOrder } from './head-order'
import { leafType, leafUnit, locate, readLeaf } from './read-leaf'
import { commonGeometry, type Geometry, readGeometry, type ValueRow, windows } from './row-window'

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
      const layout = chooseLayout(part, head, index.blocks[block]!.columns)
      for (const row of part) readings.set(row, readRow(row, layout, head, index.rowLeaves(block, row.row), context))
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
  const parts: BoundRow[][] = []
  for (const row of rows) {
    const part = parts.find(([first]) => first!.block === row.block && first!.head === row.head)
    if (part) part.push(row)
    else parts.push([row])
  }
  return parts
}

/** How the rows of one part are laid out. */
interface Layout {
  /** Columns of the form in the order of print; null for a column that the form does not have. */
  order: (number | null)[]
  columns: number[] | undefined
  geometry: Geometry | undefined
}

/**
 * The columns that the rows print: those of the headings, or all of the form in its order where headings are damaged or
 * lost. What the rows themselves bear out is chosen.
 */
function chooseLayout(rows: BoundRow[], head: HeadOrder, count: number): Layout {
  const all = Array.from({ length: count }, (_, column) => column)
  const printed = head.order
  const known = [...new Set(printed.filter((column) => column !== null))]
  const isRead = known.length * 2 >= count
  const inOrder = known.every((column, at) => at === 0 || known[at - 1]! < column)
  const options: Omit<Layout, 'geometry'>[] = []
  if (isRead && known.length === count) options.push({ order: printed, columns: head.columns })
  if (isRead && known.length === count && printed.length > count) options.push({ order: known, columns: undefined })
  if (!isRead || (known.length < count && inOrder)) options.push({ order: all, columns: undefined })
  if (isRead && known.length < count) options.push({ order: printed, columns: head.columns })
  const values = rows.map(toValueRow)
  const layouts = options.map(({ order, columns }) => ({
    order,
    columns,
    geometry: commonGeometry(values, order.length, columns),
  }))
  const regular = layouts.find(({ geometry }) => geometry !== undefined)
  return regular ?? mostReadable(layouts, values)
}

/** The layout under which most rows can be read in one way only. */
function mostReadable(layouts: Layout[], rows: ValueRow[]): Layout {
  const readable = layouts.map(({ order }) => rows.filter((row) => windows(row.cells, order.length, true).length === 1))
  const most = Math.max(...readable.map(({ length }) => length))
  return layouts[readable.findIndex(({ length }) => length === most)]!
}

function toValueRow({ values, source }: BoundRow): ValueRow {
  const last = values[values.length - 1] ?? source.source.cells[source.source.cells.length - 1]
  return { cells: values, length: last ? last.column + last.colspan : 0, width: source.source.width }
}

function readRow(
  bound: BoundRow,
  { order, columns, geometry }: Layout,
  head: HeadOrder,
  own: FormLeaf[],
  context: Context,
): RowReading {
  const row = toValueRow(bound)
  const regular = geometry && readGeometry(row, order.length, columns, geometry)
  const open = bound.source.source.table.layout === 'delimited' && geometry === undefined
  const ways = regular ? [regular] : windows(row.cells, order.length, open)
  const findings: DeferredFinding[] = []
  const unsettled: AlignedCell[] = []
  const cells = [...new Set(order)].flatMap((column): AlignedCell[] => {
    const leaf = own.find((other) => other.column === column)
    if (!leaf) return []
    const choices = distinctChoices(ways.flatMap((way) => way.filter((_, at) => order[at] === column)))
    const options = { evidence: evidenceOf(bound), unit: unitOf(leaf, head, bound) }
    if (ways.length > 0 && (choices.length === 1 || choices.every((choice) => !choice || choice.kind === 'blank'))) {
      const [view] = choices
      const cell = view
        ? readLeaf(view, leaf, options, context)
        : ({ pointer: leaf.pointer, value: null, raw: '', state: 'blank' } as const)
      if (cell.state === 'unresolved') findings.push(unresolvedCell(cell, leaf, options.unit))
      return [cell]
    }
    const views = ways.length > 0 ? choices : row.cells
    const cell = undecided(leaf, views, row.cells, options, context)
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
function distinctChoices(views: (GridCellView | undefined)[]): (GridCellView | undefined)[] {
  const byText = new Map(views.map((view) => [view?.text.trim() ?? '', view]))
  return [...byText.values()]
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
  views: (GridCellView | undefined)[],
  run: GridCellView[],
  options: { evidence: BoundRow['evidence']; unit: string | undefined },
  context: Context,
): AlignedCell {
  const { pointer } = leaf
  const read = views.flatMap((view) => (view ? [readLeaf(view, leaf, options, context)] : []))
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
