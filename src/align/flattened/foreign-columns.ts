import type { Evidence } from '../../evidence/evidence'
import { words } from '../../spot/word-stream'
import { type BoundRow, isWhole } from './bind-labels'
import type { FormRow } from './form-rows'
import { failedSums, toCell } from './row-reading'

/**
 * Does the header print other columns than the form has: 小计 in place of 其他? Then figures as many as cells say nothing.
 * Two signs of three count: a word that is no heading, a heading that is missing, rows that mostly break their sums. A header
 * that is not printed, or printed in pieces, is no such thing.
 */
export function hasForeignColumns(rows: FormRow[], evidence: Evidence[], bound: BoundRow[]): boolean {
  const first = evidence.findIndex((item) => item.kind === 'label' && item.spot.target.kind === 'stub')
  const header = evidence.slice(0, Math.max(0, first))
  const spotted = new Set(header.flatMap((item) => (item.kind === 'label' ? [item.spot.target.body] : [])))
  const letters = header.map((item) => (item.kind === 'word' ? item.text : '')).join('')
  const headings = rows[0]!.leaves.map(({ head }) =>
    head.path[head.path.length - 1]!.labels.map(({ text }) => words(text)),
  )
  const missing = headings.filter((wordings) => !wordings.some((label) => spotted.has(label) || holds(letters, label)))
  const foreign = header.some((item, index) => {
    const before = header[index - 1]
    const isBeside = before?.kind === 'label' && before.spot.target.kind.startsWith('head')
    return isBeside && item.kind === 'word' && !item.fragment && /^\p{L}{2,4}$/u.test(item.text)
  })
  const signs = [foreign, missing.length > 0, breakSums(bound)].filter((sign) => sign)
  return signs.length >= 2 && missing.length * 2 < headings.length
}

/** Most rows with figures other than 0 break their own sums. */
function breakSums(bound: BoundRow[]): boolean {
  const full = bound.filter((one) => isWhole(one) && one.figures.some(({ value }) => value !== null && value !== 0))
  const broken = full.filter(({ row, figures }) => failedSums(figures.map(toCell), row.sums) > 0)
  return full.length >= 3 && broken.length * 2 > full.length
}

/** All characters of the label are there, in whatever order: headings of several lines are printed shuffled. */
function holds(letters: string, label: string): boolean {
  return [...label].every((letter) => letters.includes(letter))
}
