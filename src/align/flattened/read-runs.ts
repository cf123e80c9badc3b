import type { FigureEvidence } from '../../evidence/evidence'
import type { Limits } from '../../types'
import { type Binding, type BoundRow, isWhole } from './bind-labels'
import type { FormRow, FormRows } from './form-rows'
import type { RowOutcome } from './row-outcome'
import { type CellText, failedSums, withBlanks } from './row-reading'
import { solveColumns } from './solve-columns'
import { splitDigits } from './split-digits'

/** Share of rows run together, from which on the table is believed to have lost its separators as a whole. */
const RUN_TOGETHER = 0.5

/**
 * Cuts rows whose digits run together, as one constraint problem: each row has the ways that satisfy its own sums, of which
 * the sums down the columns leave some. Only a single way is accepted; a way that needs no sum is as good as a label.
 *
 * ```
 * 一、本年新收… 31 0 00 0 233   →   31 0 0 0 0 2 33, the only seven numbers whose total is right
 * ```
 *
 * Rows whose figures a space parts (`1 288`) are never joined: the ways to join them are named as candidates.
 *
 * @returns the rows at which the bound on the work was met
 */
export function readRuns(form: FormRows, binding: Binding, limits: Limits, outcomes: RowOutcome[]): FormRow[] {
  const damaged = binding.rows.filter((bound) => !isWhole(bound) && bound.figures.length > 0)
  const runs = damaged.filter(isRun)
  const cuttable = runs.length > 0 && !lostBlanks(binding)
  const limited = new Set<FormRow>()
  const forced = new Set<BoundRow>()
  const readings: CellText[][][] = form.rows.map(({ index }) => {
    const outcome = outcomes[index]!
    return outcome.state === 'read' ? outcome.options : []
  })
  if (cuttable) {
    for (const bound of runs) {
      const split = splitDigits(bound.figures, bound.row, limits.candidates)
      if (split.limited) limited.add(bound.row)
      const isTrue = split.found.some((cells) => failedSums(cells, bound.row.sums) === 0)
      if (split.forced && isTrue && (surelyTouch(bound) || runs.length >= RUN_TOGETHER * binding.rows.length))
        forced.add(bound)
      readings[bound.row.index] = split.limited || (split.forced && !isTrue) ? [] : split.found
    }
  }
  const solution = solveColumns(readings, form.columnSums, limits.candidates * 4)
  if (solution.limited) for (const { row } of runs) if (readings[row.index]!.length > 1) limited.add(row)
  const soundRows = binding.rows.every(
    (bound) => !isWhole(bound) || failedSums(outcomes[bound.row.index]!.options[0] ?? [], bound.row.sums) === 0,
  )
  // A row without any true way to cut it has lost a cell, as any other may have.
  const allCut = runs.every(({ row }) => readings[row.index]!.length > 0 || limited.has(row))
  // Nor is a cut proved by itself where no choice of cuts satisfies the sums down the columns.
  if (!allCut || !(solution.solvable || solution.limited))
    for (const bound of forced) if (!areSingleDigits(bound)) forced.delete(bound)
  const mostly = allCut && runs.length >= RUN_TOGETHER * binding.rows.length
  for (const bound of damaged) {
    const { row, figures } = bound
    const options = forced.has(bound) ? readings[row.index]! : solution.readings[row.index]!
    const proved =
      solution.solvable &&
      !solution.limited &&
      soundRows &&
      row.sums.length > 0 &&
      (mostly || (surelyTouch(bound) && solution.verified[row.index]!))
    const certain = options.length === 1 && (forced.has(bound) || proved)
    outcomes[row.index] = {
      state: certain ? 'read' : 'unresolved',
      options: options.length > 0 ? options : isRun(bound) ? readings[row.index]! : joined(bound),
      evidence: forced.has(bound) ? 'label' : 'solved',
      figures,
      expected: expectation(bound, readings[row.index]!.length > 0),
    }
  }
  return [...limited]
}

/** Fewer figures than cells, but digits enough for all of them. */
export function isRun({ row, figures }: BoundRow): boolean {
  const isReadable = figures.every(({ state }) => state !== 'unreadable')
  return isReadable && figures.length < row.leaves.length && countDigits(figures) >= row.leaves.length
}

/**
 * Blank cells vanish where tags are stripped: with a row of fewer digits than cells, or without any zero, blanks were lost,
 * and no cut of any row is certain. 276, 43, –, –, 20, 1, 340 would come out as 2, 7, 6, 4, 320, 1, 340.
 */
function lostBlanks({ rows, figures }: Binding): boolean {
  return rows.some(isShort) || !printsZeros(figures)
}

/** Fewer digits than cells. */
export function isShort({ row, figures }: Pick<BoundRow, 'row' | 'figures'>): boolean {
  return countDigits(figures) < row.leaves.length
}

/** Some cell surely is a printed 0: a figure alone, or the first of a run. The 0 of 490 is none. */
export function printsZeros(figures: readonly FigureEvidence[]): boolean {
  return figures.some(({ raw }) => /^[0０]/.test(raw))
}

/**
 * Digits of two cells surely touch: a 0 has digits behind it, or most of the borders are lost. In `0 0 0 0 4 26` a cell may just
 * as well be missing.
 */
function surelyTouch({ row, figures }: BoundRow): boolean {
  return figures.length * 2 <= row.leaves.length || figures.some(({ digits }) => /^0\d/.test(digits))
}

/** No digit can belong to the one before it: `000 03` is five cells, whatever was lost; `33` may be one, beside a lost blank. */
function areSingleDigits({ figures }: BoundRow): boolean {
  return figures.every(({ digits }) => /^0*\d$/.test(digits))
}

function countDigits(figures: FigureEvidence[]): number {
  return figures.reduce((sum, { raw }) => sum + Math.max(1, raw.match(/[0-9０-９]/g)?.length ?? 0), 0)
}

/**
 * The ways to read a row with a figure too many as figures split by a space, 1 288 for 1288, and one with figures too few as one
 * that lost cells. Never more than suggestions.
 */
function joined({ row, figures }: BoundRow): CellText[][] {
  const extra = figures.length - row.leaves.length
  if (extra !== 1) return withBlanks(figures, row.leaves.length)
  const ways: CellText[][] = []
  for (let at = 0; at + 1 < figures.length; at++) {
    const [first, second] = [figures[at]!, figures[at + 1]!]
    if (!/^[1-9]/.test(first.digits) || !/^[0-9]/.test(second.digits) || first.line !== second.line) continue
    const cells = figures.flatMap((figure, index): CellText[] => {
      if (index === at + 1) return []
      if (index !== at) return [{ from: figure.from, to: figure.to, value: figure.value ?? 0 }]
      return [{ from: first.from, to: second.to, value: Number(first.digits + second.digits) }]
    })
    if (failedSums(cells, row.sums) === 0) ways.push(cells)
  }
  return ways
}

function expectation({ row, figures }: BoundRow, hasReadings: boolean): string {
  const cells = row.leaves.length
  if (figures.length > cells) return `${cells} figures`
  if (hasReadings) return `one way to cut them into ${cells} figures that the sums prove`
  return row.sums.length > 0 ? `${cells} figures that satisfy the sums` : `${cells} figures`
}
