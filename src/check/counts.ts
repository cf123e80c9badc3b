import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import type { RuleId } from '../diagnostics'
import { parseNumeral } from '../literal/numeral'
import type { Pointer } from '../types'
import { readingsOf } from './readings'

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
  const read = readingsOf(compiled)
  const prefix = `${table}/`
  for (const [pointer, { raw, state, position }] of Object.entries(compiled.provenance)) {
    if (!pointer.startsWith(prefix) || !isCount(pointer) || (state !== 'number' && state !== 'unresolved')) continue
    const value = state === 'number' ? read(pointer)!.value : (parseNumeral(raw.trim())?.value ?? null)
    if (value === null || (Number.isInteger(value) && value >= 0)) continue
    diagnose(context, ruleId, {
      pointers: [pointer],
      position,
      values: { actual: raw.trim(), expected: '0, 1, 2 …' },
    })
  }
}
