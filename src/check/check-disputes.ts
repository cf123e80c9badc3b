import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { checkCounts } from './check-counts'
import { related } from './readings'

/** Checks table 四 beyond its sums. */
export function checkDisputes(compiled: Compiled, context: Context): void {
  const { disputes } = compiled.report
  if (!disputes) return
  checkCounts('disputes-integer', '/disputes', compiled, context)
  const after = disputes.litigation.afterReconsideration.total
  if (after === null || after === 0 || disputes.reconsideration.total !== 0) return
  const pointer = '/disputes/litigation/afterReconsideration/total'
  diagnose(context, 'disputes-after-reconsideration', {
    pointers: [pointer, '/disputes/reconsideration/total'],
    position: compiled.provenance[pointer]?.position,
    values: { actual: after },
    related: related(['/disputes/reconsideration/total'], compiled),
  })
}
