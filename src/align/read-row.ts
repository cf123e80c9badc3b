import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import type { FormLeaf } from '../form/form-leaves'
import type { GridCellView } from '../grid/grid-rows'
import { locateCell } from '../grid/locate-cell'
import { parseCell } from '../literal/cell'
import type { BoundRow } from './bound-row'
import { type Layout, toValueRow } from './choose-layout'
import type { DeferredFinding } from './form-candidate'
import type { HeadOrder } from './head-order'
import { type LeafOptions, leafType, leafUnit, readLeaf } from './read-leaf'
import { printedRun, readGeometry } from './row-window'

/** One bound row, read. */
export interface RowReading {
  bound: BoundRow
  /** One cell for each column of the form that the table has. */
  cells: AlignedCell[]
  findings: DeferredFinding[]
}

/** Reads the value cells of one row: each cell that has one place in the row; the others are unresolved, and said so. */
export function readRow(
  bound: BoundRow,
  { order, columns, geometry, isCommon, length, fits }: Layout,
  head: HeadOrder,
  own: FormLeaf[],
  context: Context,
): RowReading {
  const row = toValueRow(bound, undefined)
  // A row that is shorter or longer than the others has not its cells under the headings; a blank at its edge may be a label's.
  const keeps = row.length === length || (geometry === 'behind' && (isCommon || !hasBlankEdge(row.cells)))
  const regular = geometry && keeps ? readGeometry(row, order.length, columns, geometry) : undefined
  const run = regular ?? (fits ? printedRun(row.cells, order.length) : undefined)
  const findings: DeferredFinding[] = []
  const unsettled: AlignedCell[] = []
  const cells: AlignedCell[] = []
  const evidence = evidenceOf(bound)
  const bounded = bound.source.source.table.layout === 'grid'
  for (const column of new Set(order)) {
    const leaf = column === null ? undefined : own.find((other) => other.column === column)
    if (!leaf) continue
    const choices = distinctChoices(run ? run.filter((_, at) => order[at] === column) : row.cells)
    const options = { evidence, unit: unitOf(leaf, head, bound), bounded }
    if (run && choices.length === 1) {
      const cell = readLeaf(choices[0]!, leaf, options, context)
      if (cell.state === 'unresolved') findings.push(unresolvedCell(cell, leaf, options.unit))
      cells.push(cell)
    } else {
      const cell = undecided(leaf, choices, row.cells, options, context)
      unsettled.push(cell)
      cells.push(cell)
    }
  }
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

function hasBlankEdge(cells: GridCellView[]): boolean {
  return cells[0]?.kind === 'blank' || cells[cells.length - 1]?.kind === 'blank'
}

/** The cells that may stand in one place; those that print the same count as one. */
function distinctChoices(views: GridCellView[]): GridCellView[] {
  return views.length < 2 ? views : [...new Map(views.map((view) => [view.text.trim(), view])).values()]
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
    ...locateCell(
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
