import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import type { RuleId } from '../diagnostics'
import { parseNumeral } from '../literal/numeral'
import type { Pointer } from '../types'

/**
 * Names the cells of a table that print a number which is no count: negative or with a fraction. Such a number is not
 * read as a value where the form asks for a count; printed it is all the same.
 */
export function checkCounts(
  ruleId: RuleId,
  table: Pointer,
  compiled: Compiled,
  context: Context,
  isCount: (pointer: Pointer) => boolean = () => true,
): void {
  const prefix = `${table}/`
  for (const { pointer, value: own, raw, state, position } of compiled.cells.values()) {
    if ((state !== 'number' && state !== 'unresolved') || !pointer.startsWith(prefix) || !isCount(pointer)) continue
    const value = state === 'number' ? own : (parseNumeral(raw.trim())?.value ?? null)
    if (value === null || (Number.isInteger(value) && value >= 0)) continue
    diagnose(context, ruleId, {
      pointers: [pointer],
      position,
      values: { actual: raw.trim(), expected: '0, 1, 2 …' },
    })
  }
}
