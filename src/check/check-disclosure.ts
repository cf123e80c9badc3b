import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose, type Finding } from '../diagnose'
import type { RuleId } from '../diagnostics'
import type { Disclosure, Documents, Pointer } from '../types'
import { checkCounts } from './check-counts'
import { makesRules } from './makes-rules'
import { numberAt, printedNear, related } from './readings'

/** Checks table 二: it has no sums, only figures that cannot stand beside one another. */
export function checkDisclosure(compiled: Compiled, context: Context): void {
  const { disclosure } = compiled.report
  if (!disclosure) return
  checkCounts('disclosure-value', '/disclosure', compiled, context, isCount)
  for (const key of ['rules', 'normativeDocuments'] as const) checkDocuments(key, disclosure[key], compiled, context)
  checkAuthority(compiled, context)
  checkItems(disclosure, compiled, context)
  checkProcurement(disclosure, compiled, context)
  checkFees(disclosure, compiled, context)
}

/** 本年增/减 is signed, amounts of money may have decimals. */
function isCount(pointer: Pointer): boolean {
  return !pointer.endsWith('/change') && !pointer.endsWith('/amount')
}

function checkDocuments(
  key: 'rules' | 'normativeDocuments',
  row: Documents,
  compiled: Compiled,
  context: Context,
): void {
  const at = (column: keyof Documents) => `/disclosure/${key}/${column}`
  const say = (ruleId: RuleId, cells: (keyof Documents)[], actual: number, expected: number) =>
    tell(ruleId, cells.map(at), { actual, expected }, compiled, context)
  const { made, published, publicTotal, issued, repealed, inForce } = row
  if (inForce !== null && issued !== null && repealed !== null && inForce < issued - repealed)
    say('disclosure-in-force', ['inForce', 'issued', 'repealed'], inForce, issued - repealed)
  if (published !== null && publicTotal !== null && published > publicTotal)
    say('disclosure-published-total', ['published', 'publicTotal'], published, publicTotal)
  if (published !== null && made !== null && published > made)
    say('disclosure-published-made', ['published', 'made'], published, made)
}

/** 立法法 art. 91 and 93: ministries, provinces and cities with districts make 规章, nobody else. */
function checkAuthority(compiled: Compiled, context: Context): void {
  const { issuer } = compiled.report
  const cells = [...compiled.cells.values()].flatMap(({ pointer, value }) =>
    (value ?? 0) > 0 && pointer.startsWith('/disclosure/rules/') ? [pointer] : [],
  )
  if (issuer === null || cells.length === 0 || makesRules(issuer, context.grammars)) return
  const actual = cells.map((pointer) => numberAt(compiled.report, pointer)).join(', ')
  tell('disclosure-rules-authority', cells, { actual, issuer }, compiled, context)
}

function checkItems(disclosure: Disclosure, compiled: Compiled, context: Context): void {
  for (const key of ['licensing', 'otherServices', 'penalties', 'coercion', 'fees'] as const) {
    const { previousItems, change } = disclosure[key]
    if (previousItems === null || change === null || previousItems + change >= 0) continue
    const cells = [`/disclosure/${key}/change`, `/disclosure/${key}/previousItems`]
    tell('disclosure-items-negative', cells, { actual: change, expected: previousItems }, compiled, context)
  }
}

function checkProcurement({ procurement }: Disclosure, compiled: Compiled, context: Context): void {
  const { items, amount } = procurement
  if (items === null || amount === null) return
  const cells = ['/disclosure/procurement/items', '/disclosure/procurement/amount']
  if ((items === 0) !== (amount === 0))
    tell('disclosure-procurement-zero', cells, { actual: items, expected: amount }, compiled, context)
  else if (items > 0 && (amount / items < leastItem || amount / items > greatestItem))
    tell('disclosure-procurement-range', cells, { actual: Math.round(amount / items) }, compiled, context)
}

/** Yuan an item beyond which the unit was probably mistaken. */
const leastItem = 100
const greatestItem = 1e9

function checkFees({ fees }: Disclosure, compiled: Compiled, context: Context): void {
  const pointer = '/disclosure/fees/amount'
  const raw = compiled.provenance[pointer]?.raw.trim() ?? ''
  const printed = fees.amount === null ? 0 : fees.amount / 10_000
  if (printed > greatestFees && Number.isInteger(printed))
    tell('disclosure-fee-unit', [pointer], { actual: raw }, compiled, context)
  const collected = compiled.prose.facts.find(({ rule, isOwn }) => isOwn && rule.ruleId === 'text-fee-multiple')
  const yuan = collected?.figure?.quantity.value ?? null
  if (!collected || yuan === null) return
  if (yuan % 10 !== 0)
    diagnose(context, 'text-fee-multiple', {
      pointers: [collected.figure!.mention],
      ...(collected.position && { position: collected.position }),
      values: { actual: yuan },
    })
  if (fees.amount !== null && yuan > fees.amount)
    diagnose(context, 'disclosure-fee-includes-processing', {
      pointers: [collected.figure!.mention, pointer],
      position: compiled.provenance[pointer]?.position,
      values: { actual: yuan, expected: fees.amount },
      related: printedNear(collected),
    })
}

/** More than 10 billion yuan of fees (printed 1000000 万元) is more than any city collects. */
const greatestFees = 1e6

function tell(
  ruleId: RuleId,
  pointers: Pointer[],
  values: Finding['values'] & object,
  compiled: Compiled,
  context: Context,
): void {
  diagnose(context, ruleId, {
    pointers,
    position: compiled.provenance[pointers[0]!]?.position,
    values,
    related: related(pointers.slice(1), compiled),
  })
}
