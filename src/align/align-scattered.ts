import type { Context } from '../context'
import { collectEvidence } from '../evidence/collect-evidence'
import type { Evidence, FigureEvidence } from '../evidence/evidence'
import { regionText } from '../evidence/region-text'
import { formLeaves } from '../form/form-leaves'
import { labelTargets } from '../spot/label-target'
import type { Root } from '../tree'
import type { Form } from '../types'
import { anchorRows } from './flattened/anchor-rows'
import { claimedFigures } from './flattened/claimed-figures'
import { type FormRows, formRows } from './flattened/form-rows'
import { type Laying, layRuns } from './flattened/lay-runs'
import type { RowOutcome } from './flattened/row-outcome'
import { type CellText, rowKey, toCell } from './flattened/row-reading'
import { toCells } from './flattened/to-cells'
import type { FormCandidate } from './form-candidate'
import { printedZone } from './printed-zone'

/** Layouts that are tried, by the ways to cut digits that are. */
const STEPS = 8

/** Labels of rows that may be lost. */
const LOST = 2

/**
 * Reads a form whose figures are scattered among those of the forms printed around it: text drawn from a PDF prints columns
 * apart from their labels, behind the heading of the next table, two pages after one another.
 *
 * Only where every figure of all the forms is there, and only what the sums of the form leave one way for.
 *
 * @param readings what was read of the forms; one whose sums can prove an order is read again where cells of it are open
 */
export function alignScattered<Reading extends FormCandidate>(
  readings: Reading[],
  tree: Root,
  context: Context,
): Reading[] {
  const open = readings.find((reading) => isProvable(reading.form) && isFlattened(reading) && hasOpenCells(reading))
  if (!open || !readings.every(isFlattened)) return readings
  const zone = printedZone(tree)
  if (!zone) return readings
  const { form } = open
  const region = regionText([zone], context.source)
  const evidence = collectEvidence(region, labelTargets(form))
  const others = readings.filter((reading) => reading !== open)
  const figures = evidence.filter((item) => item.kind === 'figure')
  const expected = readings.reduce((sum, reading) => sum + formLeaves(reading.form).length, 0)
  const rows = formRows(form)
  if (figures.length !== expected || !labelsPrinted(rows, evidence)) return readings
  const claimed = new Set(
    others.flatMap((other) => [...claimedFigures(evidence, collectEvidence(region, labelTargets(other.form)))]),
  )
  const { start, runs } = anchorRows(rows.rows, evidence, claimed)
  const { found, limited } = layRuns(rows.rows, rows.columnSums, start, runs, context.limits.candidates * STEPS)
  if (limited) return readings
  if (found.length === 0) return readings
  const outcomes = rows.rows.map((_, row) => toOutcome(rows, row, found, start, figures))
  const findings: FormCandidate['findings'] = []
  const cells = toCells(rows, outcomes, new Map(), new Map(), region, findings)
  return readings.map((reading) => (reading === open ? { ...open, cells, findings } : reading))
}

/** Rows with labels and sums, and sums over them: an order is proved by both. */
function isProvable(form: Form): boolean {
  const { rows, columnSums } = formRows(form)
  return (
    form.blocks.length === 1 && columnSums.length > 0 && rows.every(({ sums, labelled }) => labelled && sums.length > 0)
  )
}

function isFlattened({ tables }: FormCandidate): boolean {
  return tables.every(({ layout }) => layout === 'flattened')
}

function hasOpenCells({ cells }: FormCandidate): boolean {
  return cells.some(({ state }) => state === 'absent' || state === 'unresolved')
}

function labelsPrinted({ rows }: FormRows, evidence: Evidence[]): boolean {
  const seen = new Set(
    evidence.flatMap((item) =>
      item.kind === 'label' && item.spot.target.kind === 'stub' ? [item.spot.target.leaf] : [],
    ),
  )
  return seen.size >= rows.length - LOST
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
