import type { Evidence } from '../../evidence/evidence'
import { labelWords } from '../../spot/word-stream'
import { type BoundRow, isWhole } from './bind-labels'
import type { FormRow } from './form-rows'
import { headerOf } from './header-of'
import { isRun } from './read-runs'
import type { RowOutcome } from './row-outcome'
import { failedSums, toCell } from './row-reading'

/**
 * Does the header print other columns than the form has: 小计 in place of 其他? Then it says nothing that a row has as many figures
 * as cells. Two signs of three are enough: a word that is no heading, a heading that is missing, rows that mostly break their
 * sums. Where the header is not printed, or printed in pieces, such rows alone are enough.
 */
export function hasForeignColumns(rows: FormRow[], evidence: Evidence[], bound: BoundRow[]): boolean {
  const header = headerOf(rows, evidence)
  const missing = missingHeadings(rows, header)
  const isBroken = breakSums(bound)
  if (missing.length * 2 >= rows[0]!.leaves.length) return isBroken
  return [hasForeignHeading(header), missing.length > 0, isBroken].filter((sign) => sign).length >= 2
}

/** Does the header print a heading that the form does not have, and lack one that it has? */
export function replacesHeading(rows: FormRow[], evidence: Evidence[]): boolean {
  const header = headerOf(rows, evidence)
  const missing = missingHeadings(rows, [...header, ...headsBeside(evidence)])
  return missing.length > 0 && missing.length * 2 < rows[0]!.leaves.length && hasForeignHeading(header)
}

function hasForeignHeading(header: Evidence[]): boolean {
  return header.some((item, index) => {
    const before = header[index - 1]
    const isBeside = before?.kind === 'label' && before.spot.target.kind.startsWith('head')
    return isBeside && item.kind === 'word' && !item.fragment && /^\p{L}{2,4}$/u.test(item.text)
  })
}

/**
 * The columns in doubt where one heading is missing among all the others, and no sum shows that its column is there all the same:
 * it holds nothing but zeros, or the rows in which it holds more mostly break their sums. Then any of the columns may be another
 * one, such as a 小计 without a heading; where a piece of the missing heading is left, only its own column is in doubt.
 */
export function unheadedColumns(rows: FormRow[], evidence: Evidence[], outcomes: RowOutcome[]): number[] {
  const header = [...headerOf(rows, evidence), ...headsBeside(evidence)]
  const [column, ...others] = missingHeadings(rows, header)
  const isRead = rows.some(({ index }) => outcomes[index]!.state === 'read')
  if (column === undefined || others.length > 0 || !isRead) return []
  const filled = rows.flatMap(({ index, sums }) => {
    const [cells] = outcomes[index]!.options
    return cells && cells[column]?.value !== 0 ? failedSums(cells, sums) : []
  })
  const isProved = filled.length > 0 && filled.filter((failed) => failed > 0).length * 2 <= filled.length
  if (isProved) return []
  const { leaves } = rows[0]!
  return hasPiece(header, leaves[column]!) ? [column] : [...leaves.keys()]
}

/** Words of the header hold a character of the heading. */
function hasPiece(header: Evidence[], { head }: FormRow['leaves'][number]): boolean {
  const letters = header.map((item) => (item.kind === 'word' ? item.text : '')).join('')
  return head.path[head.path.length - 1]!.labels.some((label) =>
    [...labelWords(label)].some((letter) => letters.includes(letter)),
  )
}

/** A heading may stand beside its column, among the rows or behind them; further on, other tables have theirs. */
function headsBeside(evidence: Evidence[]): Evidence[] {
  const last = evidence.findLastIndex((item) => item.kind === 'label' && item.spot.target.kind === 'stub')
  const end = evidence.findIndex((item, at) => at > last && item.kind === 'word' && item.text.length >= 2)
  return evidence
    .slice(0, end < 0 ? undefined : end)
    .filter((item) => item.kind === 'label' && item.spot.target.kind === 'head')
}

/** Columns whose headings the header does not print, not even in pieces. */
function missingHeadings(rows: FormRow[], header: Evidence[]): number[] {
  const spotted = new Set(header.flatMap((item) => (item.kind === 'label' ? [item.spot.target.body] : [])))
  const letters = header.map((item) => (item.kind === 'word' ? item.text : '')).join('')
  return rows[0]!.leaves.flatMap(({ head }, column) => {
    const wordings = head.path[head.path.length - 1]!.labels.map(labelWords)
    return wordings.some((label) => spotted.has(label) || holds(letters, label)) ? [] : [column]
  })
}

/** Share of the rows that shows how many columns a table has. */
const MOST_ROWS = 0.7

/**
 * Do the rows mostly have one figure more or less than the form has columns? Then a row that has exactly as many has lost or
 * gained one.
 */
export function haveOtherWidth(bound: BoundRow[]): boolean {
  // A label with the figures of two rows says nothing of their number.
  const printed = bound.filter(({ row, figures }) => figures.length > 0 && figures.length < 2 * row.leaves.length - 1)
  const beside = (step: number) =>
    printed.filter((one) => one.figures.length === one.row.leaves.length + step && !isRun(one)).length
  return printed.length >= 3 && Math.max(beside(1), beside(-1)) >= MOST_ROWS * printed.length
}

/** Most rows in which several figures other than 0 are added up break their own sums; one alone is its own total anywhere. */
function breakSums(bound: BoundRow[]): boolean {
  const isTelling = ({ figures }: BoundRow) => figures.filter(({ value }) => value !== null && value !== 0).length > 2
  const full = bound.filter((one) => isWhole(one) && isTelling(one))
  const broken = full.filter(({ row, figures }) => failedSums(figures.map(toCell), row.sums) > 0)
  return full.length >= 3 && broken.length * 2 > full.length
}

/** All characters of the label are there, in whatever order: headings of several lines are printed shuffled. */
function holds(letters: string, label: string): boolean {
  return [...label].every((letter) => letters.includes(letter))
}
