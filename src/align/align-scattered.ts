import type { Context } from '../context'
import { collectEvidence } from '../evidence/collect-evidence'
import type { Evidence, FigureEvidence } from '../evidence/evidence'
import { type RegionText, regionText } from '../evidence/region-text'
import { formLeaves } from '../form/form-leaves'
import { labelTargets } from '../spot/label-target'
import type { Root } from '../tree'
import type { Form } from '../types'
import { anchorRows } from './flattened/anchor-rows'
import { claimedFigures } from './flattened/claimed-figures'
import { figuresLeft } from './flattened/figures-left'
import { type FormRow, type FormRows, formRows } from './flattened/form-rows'
import { type Laying, layRuns } from './flattened/lay-runs'
import { proseFigures } from './flattened/prose-figures'
import { readUnlabelledRow } from './flattened/read-unlabelled-row'
import type { RowOutcome } from './flattened/row-outcome'
import { type CellText, rowKey, toCell } from './flattened/row-reading'
import { toCells } from './flattened/to-cells'
import type { FormCandidate } from './form-candidate'
import { printedZone } from './printed-zone'

/** Layouts that are tried, by the ways to cut digits that are. */
const STEPS = 8

/**
 * Reads a form whose figures are scattered among those of the forms printed around it: text drawn from a PDF prints columns
 * apart from their labels, behind the heading of the next table, two pages after one another.
 *
 * Only where every figure of all the forms is there, and only what the sums of the forms leave one way for. The form without
 * row labels (table 四) is then read of the figures that are left.
 *
 * @param readings what was read of the forms; one whose sums can prove an order is read again where cells of it are open
 */
export function alignScattered<Reading extends FormCandidate>(
  readings: Reading[],
  tree: Root,
  context: Context,
  prose: () => string,
): Reading[] {
  const open = readings.find((reading) => isProvable(reading.form) && hasOpenCells(reading))
  if (!open || !readings.every(isFlattened)) return readings
  const zone = printedZone(tree)
  if (!zone) return readings
  const region = regionText([zone], context.source)
  const solved = solve(
    open.form,
    readings.filter((reading) => reading !== open).map(({ form }) => form),
    region,
    context,
  )
  if (!solved) return readings
  const { rows, found, start, figures, left } = solved
  return readings.map((reading) => {
    const { form } = reading
    const findings: FormCandidate['findings'] = []
    if (reading === open) {
      const outcomes = rows.rows.map((_, row) => toOutcome(rows, row, found, start, figures))
      return { ...reading, cells: toCells(rows, outcomes, new Map(), new Map(), region, findings), findings }
    }
    const [row] = formRows(form).rows
    if (!row || !isRow(form) || !hasOpenCells(reading)) return reading
    const own = collectEvidence(region, labelTargets(form)).filter(
      (item) => item.kind !== 'figure' || left.has(item.from),
    )
    const { outcome, settled } = readUnlabelledRow(row, own, () => proseFigures(form, prose()), context.limits)
    const cells = toCells(formRows(form), [outcome], new Map([[0, settled]]), new Map(), region, findings)
    return countOpen(cells) < countOpen(reading.cells) ? { ...reading, cells, findings } : reading
  })
}

interface Solved {
  rows: FormRows
  found: Laying[]
  start: Laying
  figures: FigureEvidence[]
  /** Where the figures begin that are left for the form without row labels. */
  left: Set<number>
}

function solve(form: Form, others: Form[], region: RegionText, context: Context): Solved | undefined {
  const evidence = collectEvidence(region, labelTargets(form))
  const figures = evidence.filter((item) => item.kind === 'figure')
  const expected = [form, ...others].reduce((sum, one) => sum + formLeaves(one).length, 0)
  const rows = formRows(form)
  if (figures.length !== expected || !labelsPrinted(rows, evidence)) return undefined
  const labelled = others.filter((other) => !isRow(other))
  const unlabelled = others.filter(isRow)
  if (unlabelled.length > 1) return undefined
  const labels = labelled.flatMap((other) =>
    collectEvidence(region, labelTargets(other)).filter(({ kind }) => kind === 'label'),
  )
  const claimed = claimedFigures(evidence, labels)
  const { start, runs } = anchorRows(rows.rows, evidence, claimed)
  const rowLeft: FormRow | undefined = unlabelled[0] && formRows(unlabelled[0]).rows[0]
  const leftOf = ({ ids }: Laying) => figuresLeft(new Set(ids), evidence, claimed, labels, rowLeft)
  const { found, limited } = layRuns(
    rows.rows,
    rows.columnSums,
    start,
    runs,
    (laying) => leftOf(laying) !== undefined,
    context.limits.candidates * STEPS,
  )
  const left = found[0] && leftOf(found[0])
  if (limited || !left) return undefined
  return { rows, found, start, figures, left: new Set(left.map(({ from }) => from)) }
}

/** Rows with labels and sums, and sums over them: an order is proved by both. */
function isProvable(form: Form): boolean {
  const { rows, columnSums } = formRows(form)
  return (
    form.blocks.length === 1 && columnSums.length > 0 && rows.every(({ sums, labelled }) => labelled && sums.length > 0)
  )
}

/** One row without a label (table 四). */
function isRow(form: Form): boolean {
  const { rows } = formRows(form)
  return rows.length === 1 && !rows[0]!.labelled
}

function isFlattened({ tables }: FormCandidate): boolean {
  return tables.every(({ layout }) => layout === 'flattened')
}

function hasOpenCells({ cells }: FormCandidate): boolean {
  return countOpen(cells) > 0
}

function countOpen(cells: FormCandidate['cells']): number {
  return cells.filter(({ state }) => state === 'absent' || state === 'unresolved').length
}

function labelsPrinted({ rows }: FormRows, evidence: Evidence[]): boolean {
  const seen = new Set(
    evidence.flatMap((item) =>
      item.kind === 'label' && item.spot.target.kind === 'stub' ? [item.spot.target.leaf] : [],
    ),
  )
  return seen.size === rows.length
}

function toOutcome(
  { rows }: FormRows,
  row: number,
  found: Laying[],
  start: Laying,
  figures: FigureEvidence[],
): RowOutcome {
  const width = rows[row]!.leaves.length
  const options = new Map<string, CellText[]>()
  for (const { ids } of found) {
    const cells = Array.from(ids.subarray(row * width, (row + 1) * width), (id) => toCell(figures[id]!))
    options.set(rowKey(cells), cells)
  }
  const isBound = start.ids.subarray(row * width, (row + 1) * width).every((id) => id >= 0)
  return {
    state: 'read',
    options: [...options.values()],
    evidence: isBound ? 'label' : 'order',
    figures: [],
    expected: '',
  }
}
