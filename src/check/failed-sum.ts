import { plain } from '../sums/evaluate'
import type { Check, Pointer } from '../types'

/** A check that failed, seen from its subject. */
export interface FailedSum {
  /** All its cells, the subject first. */
  pointers: Pointer[]
  /** The cells of the side that the subject does not stand on. */
  others: Pointer[]
  /** What is printed on the subject's side, on the other side, and by how much they differ. */
  values: { actual: number; expected: number; difference: number }
}

/**
 * Says what a failed check has to say, whichever of its sides the subject stands on.
 *
 * @param valueAt the number printed at a pointer; null counts nothing
 */
export function failedSum({ subject, left, right }: Check, valueAt: (pointer: Pointer) => number | null): FailedSum {
  const [own, others] = left.pointers.includes(subject)
    ? [left.pointers, right.pointers]
    : [right.pointers, left.pointers]
  const sum = (pointers: Pointer[]) => plain(pointers.reduce((total, pointer) => total + (valueAt(pointer) ?? 0), 0))
  const [actual, expected] = [sum(own), sum(others)]
  return {
    pointers: [subject, ...[...own, ...others].filter((pointer) => pointer !== subject)],
    others,
    values: { actual, expected, difference: plain(actual - expected) },
  }
}
