import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { readReportProse } from '../prose/prose'
import { compare, decimalsOf } from '../sums/evaluate'
import type { Check, Result } from '../types'
import { band, relationOf } from './precision'

/** 同比增长5%, said of requests: against the numbers received in both years. */
export function checkGrowth(older: Result, newer: Result, context: Context): Check[] {
  const before = older.report.requests?.received.total ?? null
  const now = newer.report.requests?.received.total ?? null
  if (before === null || now === null || before === 0) return []
  const expected = Math.round((now / before - 1) * 10_000) / 100 + 0
  const facts = readReportProse(newer.report, context.grammars).facts.filter(
    ({ rule }) => rule.ruleId === 'text-growth',
  )
  return facts.flatMap(({ figure, rule, isOwn }): Check[] => {
    if (!figure) return []
    const { quantity, mention } = figure
    const value = rule.decrease ? 0 - quantity.value : quantity.value
    // 约30% stands for the whole band around it, 30% for what is rounded to it.
    const tolerance = quantity.bound === 'about' ? band(quantity) : 0.5 * 10 ** -decimalsOf(quantity.value) + 0.01
    const relation = relationOf(quantity)
    const holds = compare(expected, relation, value, tolerance)
    const check: Check = {
      ruleId: 'text-growth',
      status: !isOwn ? 'unknown' : holds ? 'pass' : relation === '=' ? 'fail' : 'unknown',
      subject: `/newer${mention}`,
      relation,
      left: { pointers: ['/newer/requests/received/total', '/older/requests/received/total'], value: expected },
      right: { pointers: [`/newer${mention}`], value },
      tolerance,
      blankAsZero: false,
      reason: !isOwn ? 'scope' : holds || relation === '=' ? null : 'approximate',
    }
    if (check.status === 'fail')
      diagnose(context, 'text-growth', {
        pointers: [check.subject, ...check.left.pointers],
        position: newer.provenance[mention]?.position,
        values: { actual: value, expected },
        related: [older, newer].map(({ provenance }, index) => ({
          message: `\`${provenance['/requests/received/total']?.raw.trim() ?? ''}\``,
          pointer: `/${index === 0 ? 'older' : 'newer'}/requests/received/total`,
        })),
      })
    return [check]
  })
}
