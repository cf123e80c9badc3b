import type { Context } from '../context'
import { type StatisticsFigure, statisticsFigures } from '../statistics/statistics'
import type { Check, Indicator, IndicatorId, IndicatorRule, Pointer } from '../types'
import { valueAt } from '../value-at'
import type { Compiled } from './compile'

/**
 * The figures of the common vocabulary, one by one: from the statutory tables, else from an appendix, else from a sentence
 * that states the figure without doubt. A cell that a failed sum concerns gives none, nor do sentences that differ.
 */
export function compileIndicators(compiled: Compiled, checks: Check[], context: Context): Indicator[] {
  const doubtful = new Set(
    checks.filter(isFailedSum).flatMap(({ left, right }) => [...left.pointers, ...right.pointers]),
  )
  const appendices = statisticsFigures(compiled.report, context.grammars)
  return context.grammars
    .flatMap(({ indicators }) => indicators ?? [])
    .flatMap(
      (rule) =>
        fromTables(rule, compiled, doubtful) ??
        fromAppendix(rule, appendices, doubtful) ??
        fromProse(rule, compiled) ??
        [],
    )
}

/** A sentence that contradicts a table puts no doubt on the table. */
function isFailedSum({ status, ruleId }: Check): boolean {
  return status === 'fail' && !ruleId.startsWith('text-')
}

function fromTables(
  rule: IndicatorRule,
  { report, provenance }: Compiled,
  doubtful: Set<Pointer>,
): Indicator | undefined {
  for (const sources of rule.cells ?? []) {
    const isSure = (pointer: Pointer) => provenance[pointer]?.state === 'number' && !doubtful.has(pointer)
    if (!sources.every(isSure)) continue
    const values = sources.map((pointer) => valueAt(report, pointer)).filter((value) => typeof value === 'number')
    if (values.length < sources.length) continue
    const value = values.reduce((sum, own) => sum + own, 0)
    return { id: rule.id, value, unit: rule.unit, bound: 'exact', sources }
  }
  return undefined
}

function fromAppendix(
  rule: IndicatorRule,
  figures: Map<IndicatorId, StatisticsFigure[]>,
  doubtful: Set<Pointer>,
): Indicator | undefined {
  const found = (figures.get(rule.id) ?? []).filter(({ pointer, value }) => value !== null && !doubtful.has(pointer))
  const [first] = found
  if (!first || found.some(({ value }) => value !== first.value)) return undefined
  return { id: rule.id, value: first.value!, unit: rule.unit, bound: 'exact', sources: [first.pointer] }
}

function fromProse(rule: IndicatorRule, { prose }: Compiled): Indicator | undefined {
  const facts = prose.facts.filter(({ rule: { indicator }, isOwn }) => indicator === rule.id && isOwn)
  // 全市收到申请2135件。市政府收到申请186件: in the report of the city the first one.
  const whole = facts.filter(({ isWhole }) => isWhole)
  const found = (whole.length > 0 ? whole : facts).flatMap(({ figure }) =>
    figure && figure.quantity.upper === null ? [figure] : [],
  )
  const [first] = found
  if (!first || found.some(({ quantity }) => quantity.value !== first.quantity.value)) return undefined
  const { value, bound } = first.quantity
  return { id: rule.id, value, unit: rule.unit, bound, sources: [first.mention] }
}
