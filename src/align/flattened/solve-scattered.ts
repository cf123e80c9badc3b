import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { Limits } from '../../types'
import { anchorRows, wholeRows } from './anchor-rows'
import { claimedFigures } from './claimed-figures'
import { figuresLeft } from './figures-left'
import type { FormRow, FormRows } from './form-rows'
import { layRuns } from './lay-runs'
import type { Laying } from './laying'
import type { RowOutcome } from './row-outcome'
import { type CellText, rowKey, sameValues, toCell } from './row-reading'

/** What was read of a form whose figures are scattered. */
export interface Scattered {
  /** By row of the form; empty where its sums leave no way, or the bound on the work was met. */
  outcomes: RowOutcome[]
  /** The figures that are laid, and those that are left for the other row; undefined where the layouts do not agree on these. */
  used: Set<FigureEvidence>
  left: FigureEvidence[] | undefined
  limited: boolean
}

/** Layouts that are tried, by the ways to cut digits that are. */
const STEPS = 160

/**
 * Reads a form of labelled rows with sums whose figures are printed in blocks, with those of other forms between them (`layRuns`
 * shows how). A cell is read if it has the same figure in all layouts that satisfy the sums of the form and leave the other forms
 * what they must have.
 *
 * @param labels labels of other forms in the same text
 * @param other  the row of a form without row labels that is printed there too
 * @param begin  where that form begins
 */
export function solveScattered(
  { rows, columnSums }: FormRows,
  evidence: Evidence[],
  labels: Evidence[],
  other: FormRow | undefined,
  begin: number,
  limits: Limits,
): Scattered {
  const figures = evidence.filter((item) => item.kind === 'figure')
  const none: Scattered = { outcomes: [], used: new Set(), left: undefined, limited: false }
  if (!labelsPrinted(rows, evidence)) return none
  const claimed = claimedFigures(evidence, labels)
  const { starts, runs } = anchorRows(rows, evidence, claimed)
  const usedBy = (laying: Laying) => new Set(Array.from(laying, (id) => figures[id]!))
  const leftBy = (laying: Laying) => figuresLeft(usedBy(laying), evidence, claimed, labels, other, begin)
  const whole = [...wholeRows(rows, evidence)]
  const keepsWhole = (laying: Laying) =>
    whole.every(([row, own]) =>
      own.every(({ value }, column) => figures[laying[row * own.length + column]!]!.value === value),
    )
  const fits = (laying: Laying) => keepsWhole(laying) && leftBy(laying).length > 0
  const values = figures.map(({ value }) => value ?? 0)
  const cells = rows.length * rows[0]!.leaves.length + (other?.leaves.length ?? 0)
  const lead = {
    end: figures.filter(({ from }) => from < begin).length,
    most: figures.length - claimed.size - cells,
  }
  const { found, limited } = layRuns({ rows, columnSums, starts, runs, values, lead, fits }, limits.candidates * STEPS)
  if (!found[0]) return { ...none, limited }
  const outcomes = rows.map((_, row) => toOutcome(rows, row, found, starts, figures))
  return { outcomes, used: usedBy(found[0]), left: onlyOne(found.flatMap(leftBy)), limited: false }
}

/** The one that all are equal to; undefined where two differ. */
export function onlyOne(ways: FigureEvidence[][]): FigureEvidence[] | undefined {
  const [first, ...others] = ways
  return first && others.every((way) => sameValues(way.map(toCell), first.map(toCell))) ? first : undefined
}

/** Every row label stands somewhere: the rows of another edition are not these. */
function labelsPrinted(rows: FormRow[], evidence: Evidence[]): boolean {
  const seen = new Set(
    evidence.flatMap((item) =>
      item.kind === 'label' && item.spot.target.kind === 'stub' ? [item.spot.target.leaf] : [],
    ),
  )
  return seen.size === rows.length
}

function toOutcome(
  rows: FormRow[],
  row: number,
  found: Laying[],
  starts: Laying[],
  figures: FigureEvidence[],
): RowOutcome {
  const width = rows[row]!.leaves.length
  const [from, to] = [row * width, (row + 1) * width]
  const options = new Map<string, CellText[]>()
  for (const laying of found) {
    const cells = Array.from(laying.subarray(from, to), (id) => toCell(figures[id]!))
    options.set(rowKey(cells), cells)
  }
  const isBound = starts.length === 1 && starts[0]!.subarray(from, to).every((id) => id >= 0)
  return {
    state: 'read',
    options: [...options.values()],
    evidence: isBound ? 'label' : 'order',
    figures: [],
    expected: '',
  }
}
