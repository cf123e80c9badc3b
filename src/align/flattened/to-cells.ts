import type { AlignedCell } from '../../alignment'
import type { RegionText } from '../../evidence/region-text'
import type { FormLeaf } from '../../form/form-leaves'
import { parseCell } from '../../literal/cell'
import type { AxisRule, Pointer } from '../../types'
import type { DeferredFinding } from '../form-candidate'
import type { ColumnUnits } from './column-units'
import type { FormRow, FormRows } from './form-rows'
import type { RowOutcome } from './row-outcome'
import { rowKey } from './row-reading'

/** The cells of a form out of what became of its rows, in the order of the form; what is not certain has a finding. */
export function toCells(
  { rows }: FormRows,
  outcomes: RowOutcome[],
  settled: Map<number, Set<number>>,
  units: ColumnUnits,
  region: RegionText,
  findings: DeferredFinding[],
): AlignedCell[] {
  const cells: AlignedCell[] = []
  for (const row of rows) {
    const outcome = outcomes[row.index]!
    const own = settled.get(row.index)
    const open: AlignedCell[] = []
    for (const [column, leaf] of row.leaves.entries()) {
      const cell = toCell(leaf, outcome, column, units, region, findings)
      if (own?.has(column) && cell.state === 'number') cell.evidence = 'text'
      if (cell.state === 'unresolved' && !isReadAs(outcome, column)) open.push(cell)
      cells.push(cell)
    }
    if (open.length > 0) findings.push(doubt(row, outcome, open, region))
  }
  return cells
}

function toCell(
  { pointer, block, column: at, head }: FormLeaf,
  outcome: RowOutcome,
  column: number,
  units: ColumnUnits,
  region: RegionText,
  findings: DeferredFinding[],
): AlignedCell {
  if (outcome.state === 'absent' || outcome.state === 'blank')
    return { pointer, value: null, raw: '', state: outcome.state }
  const rule = head.path[head.path.length - 1]!
  if (!isReadAs(outcome, column))
    return {
      pointer,
      value: null,
      state: 'unresolved',
      ...printedRun(outcome, region),
      ...candidatesOf(outcome, column),
    }
  const { from, to } = outcome.options[0]![column]!
  const place = region.locate(from, to)
  const printed = units.size > 0 ? units.get(`${block}/${at}`) : undefined
  const unit = printed === undefined ? unitOf(head.path) : (printed ?? undefined)
  const raw = ascii.test(place.raw) ? place.raw : place.raw.replace(/\p{Cf}/gu, '')
  const { state, value, candidates } = parseCell(raw, { type: rule.type, unit })
  if (state === 'unresolved') findings.push(unreadable(pointer, rule, place, unit))
  return {
    pointer,
    value,
    state,
    ...(state !== 'blank' && { evidence: outcome.evidence }),
    ...place,
    ...(candidates && candidates.length > 0 && { candidates }),
  }
}

const ascii = /^[\x20-\x7e]*$/

function unitOf(path: AxisRule[]): string | undefined {
  return path.findLast(({ unit }) => unit !== undefined)?.unit
}

/** All readings that remain agree on this cell. */
function isReadAs({ state, options, open }: RowOutcome, column: number): boolean {
  const first = options[0]?.[column]
  return (
    state === 'read' &&
    !open?.has(column) &&
    first !== undefined &&
    (options.length === 1 || options.every((cells) => rowKey([cells[column]!]) === rowKey([first])))
  )
}

/** The digits of a row that cannot be divided among its cells, where they stand on one line. */
function printedRun({ figures }: RowOutcome, region: RegionText): Pick<AlignedCell, 'raw' | 'position' | 'origin'> {
  const first = figures[0]
  const last = figures[figures.length - 1]
  return first && last && first.line === last.line ? region.locate(first.from, last.to) : { raw: '' }
}

/** The values that remain possible for an open cell: those of the readings that are left. */
function candidatesOf({ options }: RowOutcome, column: number): { candidates?: number[] } {
  const printed = options.flatMap((cells) => (cells[column]?.empty ? [] : (cells[column]?.value ?? [])))
  const values = [...new Set(printed)].sort((a, b) => a - b)
  const figures = values.filter(Number.isFinite)
  return figures.length > 0 ? { candidates: figures } : {}
}

function unreadable(
  pointer: Pointer,
  { type }: AxisRule,
  { raw, position }: { raw: string; position?: AlignedCell['position'] },
  unit: string | undefined,
): DeferredFinding {
  const place = { pointers: [pointer], position }
  if (type === 'money' && unit === undefined && /^[\s0-9０-９,，.．]+$/.test(raw))
    return { ruleId: 'disclosure-amount-unit', finding: { ...place, values: { actual: raw } } }
  return { ruleId: 'structure-cell-unresolved', finding: { ...place, values: { actual: raw, expected: 'a number' } } }
}

/** One finding a row: it names the cells that stay open. */
function doubt(
  row: FormRow,
  { options, figures, expected, state }: RowOutcome,
  open: AlignedCell[],
  region: RegionText,
): DeferredFinding {
  const pointers = open.map(({ pointer }) => pointer)
  const first = figures[0]
  const last = figures[figures.length - 1]
  const position = first && last ? region.locate(first.from, last.to).position : undefined
  if (state === 'read' && options.length > 1)
    return { ruleId: 'structure-order-ambiguous', finding: { pointers, position, values: { actual: rowLabel(row) } } }
  const actual = figures.map(({ raw }) => raw).join(' ')
  return { ruleId: 'structure-cell-unresolved', finding: { pointers, position, values: { actual, expected } } }
}

/** The printed label of a row; of a row without a label that of its block's first heading. */
export function rowLabel({ leaves }: FormRow): string {
  const { stub, head } = leaves[0]!
  return (stub ?? head).path.flatMap(({ labels }) => labels[0]?.text ?? []).at(stub ? -1 : 0) ?? ''
}
