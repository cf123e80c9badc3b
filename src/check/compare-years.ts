import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { type Equation, evaluate, type Readings } from '../sums/evaluate'
import type { Check, CheckReason, Pointer, Result } from '../types'
import { carryOverEquations } from './carry-over-equations'
import { sameBody } from './check-bodies'
import { checkGrowth } from './check-growth'
import { checkRepeated } from './check-repeated'
import { failedSum } from './failed-sum'
import { numberAt } from './readings'

/**
 * Runs the rules over two consecutive reports of one body; pointers lead into `{ older, newer }`. Where a year is missing
 * or the bodies differ, the rules are unknown and one note says why.
 */
export function compareYears(older: Result, newer: Result, context: Context): Check[] {
  const reason = gapBetween(older, newer, context)
  const read = readPair(older, newer)
  const checks = carryOverEquations(older.report, newer.report).map((equation) => {
    const check = equation.edition
      ? unknown(equation, 'edition')
      : reason
        ? unknown(equation, reason)
        : evaluate(equation, read)
    if (check.status === 'fail') report(check, equation, older, newer, context)
    return check
  })
  if (reason) return checks
  checkJumps(older, newer, context)
  checkRepeated(older.report, newer.report, context)
  return [...checks, ...checkGrowth(older, newer, context)]
}

function gapBetween(older: Result, newer: Result, context: Context): CheckReason | null {
  const [a, b] = [older.report, newer.report]
  const consecutive = a.year !== null && b.year !== null && b.year === a.year + 1
  const oneBody = sameBody(a.issuer, b.issuer, context.grammars)
  if (consecutive && oneBody) return null
  const name = ({ issuer, year }: typeof a) => `${issuer ?? '?'} ${year ?? '?'}`
  diagnose(context, 'carry-over-gap', {
    pointers: consecutive ? ['/newer/issuer', '/older/issuer'] : ['/newer/year', '/older/year'],
    values: { actual: name(b), expected: name(a) },
  })
  return consecutive ? 'scope' : 'missing-year'
}

function unknown(equation: Equation, reason: CheckReason): Check {
  return {
    ruleId: equation.ruleId,
    status: 'unknown',
    subject: equation.subject,
    relation: equation.relation ?? '=',
    left: { pointers: equation.left, value: null },
    right: { pointers: equation.right, value: null },
    tolerance: 0,
    blankAsZero: false,
    reason,
  }
}

/** Cells of both reports, by pointers into `{ older, newer }`. */
function readPair(older: Result, newer: Result): Readings {
  return (pointer) => {
    const [result, own] = ownPointer(pointer, older, newer)
    const entry = result.provenance[own]
    return entry && { value: numberAt(result.report, own), state: entry.state, raw: entry.raw }
  }
}

function ownPointer(pointer: Pointer, older: Result, newer: Result): [Result, Pointer] {
  return pointer.startsWith('/older/')
    ? [older, pointer.slice('/older'.length)]
    : [newer, pointer.slice('/newer'.length)]
}

function report(failed: Check, { severity }: Equation, older: Result, newer: Result, context: Context): void {
  const { pointers, others, values } = failedSum(failed, (pointer) => {
    const [result, own] = ownPointer(pointer, older, newer)
    return numberAt(result.report, own)
  })
  const [, subject] = ownPointer(failed.subject, older, newer)
  diagnose(context, failed.ruleId, {
    ...(severity && { severity }),
    pointers,
    position: newer.provenance[subject]?.position,
    values,
    related: others.flatMap((pointer) => {
      const [result, cell] = ownPointer(pointer, older, newer)
      const raw = result.provenance[cell]?.raw.trim() ?? ''
      return raw === '' ? [] : [{ message: `\`${raw}\``, pointer }]
    }),
  })
}

/** A figure of at least 10 that became more than five times as large, or less than a fifth. */
function checkJumps(older: Result, newer: Result, context: Context): void {
  for (const [pointer, { position }] of Object.entries(newer.provenance)) {
    if (!/^\/(?:disclosure|requests|disputes)\//.test(pointer)) continue
    if (pointer.startsWith('/disclosure/') && older.report.disclosure?.edition !== newer.report.disclosure?.edition)
      continue
    const [before, now] = [numberAt(older.report, pointer), numberAt(newer.report, pointer)]
    if (before === null || now === null || before < 10 || (now <= before * 5 && now >= before / 5)) continue
    diagnose(context, 'carry-over-jump', {
      pointers: [`/newer${pointer}`, `/older${pointer}`],
      position,
      values: { actual: now, expected: before },
    })
  }
}
