import type { Evidence } from '../../evidence/evidence'
import { words } from '../../spot/word-stream'
import type { FormRow } from './form-rows'

/**
 * Does the header print other columns than the form has: 小计 in place of 其他? Then figures as many as cells say nothing.
 * A header that is not printed, or printed in pieces, is no such thing.
 */
export function hasForeignColumns(rows: FormRow[], evidence: Evidence[]): boolean {
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
  return foreign && missing.length > 0 && missing.length * 2 < headings.length
}

/** All characters of the label are there, in whatever order: headings of several lines are printed shuffled. */
function holds(letters: string, label: string): boolean {
  return [...label].every((letter) => letters.includes(letter))
}
