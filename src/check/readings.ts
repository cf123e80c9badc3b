import type { Compiled } from '../compile/compile'
import type { ProseFact } from '../prose/prose'
import type { Readings } from '../sums/evaluate'
import type { Diagnostic, Pointer, Report } from '../types'
import { valueAt } from '../value-at'

/** The number at a pointer into the report, a mention's value for a mention; null where there is none. */
export function numberAt(report: Report, pointer: Pointer): number | null {
  const node = valueAt(report, pointer)
  if (typeof node === 'number') return node
  const value = (node as { value?: unknown } | null | undefined)?.value
  return typeof value === 'number' ? value : null
}

/** What is printed at the pointers of a report. */
export function readingsOf({ report, provenance, cells }: Pick<Compiled, 'report' | 'provenance' | 'cells'>): Readings {
  return (pointer) => {
    const cell = cells.get(pointer)
    if (cell) return cell
    const entry = provenance[pointer]
    return entry && { value: numberAt(report, pointer), state: entry.state, raw: entry.raw }
  }
}

/** Other cells of a finding: those that print something, worded as printed. */
export function related(
  pointers: Pointer[],
  { provenance }: Pick<Compiled, 'provenance'>,
): NonNullable<Diagnostic['related']> {
  return pointers.flatMap((pointer) => {
    const { raw = '', position } = provenance[pointer] ?? {}
    return raw.trim() === '' ? [] : [{ message: `\`${raw.trim()}\``, ...(position && { position }), pointer }]
  })
}

/** The sentence that a finding refers to. */
export function printedNear({ raw, position }: ProseFact): NonNullable<Diagnostic['related']> {
  return [{ message: `\`${raw}\``, ...(position && { position }) }]
}
