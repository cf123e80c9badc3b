import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { type Equation, evaluate } from '../sums/evaluate'
import type { Check, Pointer } from '../types'
import { applicantColumns } from './applicant-columns'
import { checkCounts } from './check-counts'
import { printedNear, readingsOf, related } from './readings'

/** Checks table 三 beyond the sums of its form. */
export function checkRequests(compiled: Compiled, context: Context): Check[] {
  if (!compiled.report.requests) return []
  checkCounts('requests-integer', '/requests', compiled, context)
  checkCarriedOut(compiled, context)
  checkUnpaid(compiled, context)
  return checkEmpty(compiled, context)
}

/** Where nothing came in and nothing was carried in, nothing can have been decided. */
function checkEmpty(compiled: Compiled, context: Context): Check[] {
  const read = readingsOf(compiled)
  const keys = [...compiled.cells.keys()].filter((key) => key.startsWith('/requests/'))
  return applicantColumns.flatMap((column) => {
    const incoming = ['received', 'carriedIn'].map((row) => `/requests/${row}/${column}`)
    if (!incoming.every((pointer) => read(pointer)?.value === 0)) return []
    const results = keys.filter(
      (key) => key.endsWith(`/${column}`) && !incoming.includes(key) && read(key)?.state !== 'absent',
    )
    const equation: Equation = {
      ruleId: 'requests-empty',
      subject: incoming[0]!,
      left: results,
      relation: '<=',
      right: incoming,
    }
    const check = evaluate(equation, read)
    const printed = results.filter((pointer) => (read(pointer)?.value ?? 0) > 0)
    if (check.status === 'fail')
      diagnose(context, 'requests-empty', {
        pointers: [...incoming, ...printed],
        position: compiled.provenance[printed[0]!]?.position,
        values: { actual: read(printed[0]!)!.value! },
        related: related(incoming, compiled),
      })
    return [check]
  })
}

/** 国令711 art. 33: answers are due in 20 working days, or 40, so that the stock at the end of a year is small. */
function checkCarriedOut(compiled: Compiled, context: Context): void {
  const pointer = '/requests/carriedOut/total'
  const { received, carriedOut } = compiled.report.requests!
  if (received.total === null || carriedOut.total === null || received.total < fewRequests) return
  if (carriedOut.total > received.total / 2)
    diagnose(context, 'requests-carried-out-high', {
      pointers: [pointer, '/requests/received/total'],
      position: compiled.provenance[pointer]?.position,
      values: { actual: carriedOut.total, expected: received.total },
      related: related(['/requests/received/total'], compiled),
    })
}

/** Of fewer requests one late one is half. */
const fewRequests = 20

/** Requests are closed for an unpaid fee only after a notice of it. */
function checkUnpaid(compiled: Compiled, context: Context): void {
  const pointer: Pointer = '/requests/otherHandling/feeUnpaid/total'
  const unpaid = compiled.report.requests!.otherHandling.feeUnpaid.total
  if (unpaid === null || unpaid === 0) return
  for (const fact of compiled.prose.facts) {
    if (fact.rule.ruleId !== 'requests-fee-unpaid' || !fact.isOwn) continue
    diagnose(context, 'requests-fee-unpaid', {
      pointers: [pointer],
      position: compiled.provenance[pointer]?.position,
      values: { actual: unpaid, expected: fact.raw },
      related: printedNear(fact),
    })
    return
  }
}
