import type { Context } from '../context'
import { parseQuantity } from '../literal/quantity'
import { matchStatistics, yearColumn } from '../statistics/statistics'
import type { Check, Indicator, IndicatorId, IndicatorRule, Pointer, Report } from '../types'
import type { Compiled } from './compile'

/**
 * The figures of the common vocabulary, one by one: from the statutory tables, else from an appendix, else from a sentence
 * that states the figure without doubt. A cell that a failed sum concerns gives none, nor do sentences that differ.
 */
export function compileIndicators(compiled: Compiled, checks: Check[], context: Context): Indicator[] {
  const doubtful = new Set(
    checks.filter(isFailedSum).flatMap(({ left, right }) => [...left.pointers, ...right.pointers]),
  )
  const appendices = appendixFigures(compiled.report, doubtful, context)
  return context.grammars
    .flatMap(({ indicators }) => indicators ?? [])
    .flatMap(
      (rule) =>
        fromTables(rule, compiled, doubtful) ?? fromAppendix(rule, appendices) ?? fromProse(rule, compiled) ?? [],
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
    const values = sources.map((pointer) => (doubtful.has(pointer) ? null : numberAt(report, pointer)))
    if (values.some((value, index) => value === null || provenance[sources[index]!]?.state !== 'number')) continue
    const value = values.reduce((sum: number, cell) => sum + (cell ?? 0), 0)
    return { id: rule.id, value, unit: rule.unit, bound: 'exact', sources }
  }
  return undefined
}

function numberAt(report: Report, pointer: Pointer): number | null {
  let node: unknown = report
  for (const key of pointer.split('/').slice(1)) node = (node as Record<string, unknown> | null | undefined)?.[key]
  return typeof node === 'number' ? node : null
}

interface AppendixFigure {
  value: number
  unit: string | null
  pointer: Pointer
}

/** What the appendices print for each indicator, in the column of the year. */
function appendixFigures(
  report: Report,
  doubtful: Set<Pointer>,
  { grammars }: Context,
): Map<IndicatorId, AppendixFigure[]> {
  const figures = new Map<IndicatorId, AppendixFigure[]>()
  for (const [index, appendix] of report.appendices.entries()) {
    const match = matchStatistics(appendix, grammars)
    const column = yearColumn(appendix, grammars)
    if (!match || column === null) continue
    for (const [at, row] of match.rows.entries()) {
      const indicator = row?.indicator
      const { values, unit } = appendix.rows[at]!
      const pointer = `/appendices/${index}/rows/${at}/values/${column}`
      const value = values[column] ?? null
      if (!indicator || value === null || doubtful.has(pointer)) continue
      figures.set(indicator, [...(figures.get(indicator) ?? []), { value, unit, pointer }])
    }
  }
  return figures
}

function fromAppendix(rule: IndicatorRule, figures: Map<IndicatorId, AppendixFigure[]>): Indicator | undefined {
  const found = (figures.get(rule.id) ?? []).flatMap(({ value, unit, pointer }) => {
    const converted = rule.unit === '元' ? inYuan(value, unit) : value
    return converted === null ? [] : [{ value: converted, pointer }]
  })
  const [first] = found
  if (!first || found.some(({ value }) => value !== first.value)) return undefined
  return { id: rule.id, value: first.value, unit: rule.unit, bound: 'exact', sources: [first.pointer] }
}

/** 3.5 with unit 万元 is 35000, shifted as text; without a unit only 0 is certain. */
function inYuan(value: number, unit: string | null): number | null {
  const quantity = unit === null ? undefined : parseQuantity(`${value}${unit}`)
  if (quantity?.unit === '元') return quantity.value
  return value === 0 ? 0 : null
}

function fromProse(rule: IndicatorRule, { prose }: Compiled): Indicator | undefined {
  const found = prose.facts.flatMap(({ rule: { indicator }, isOwn, figure }) =>
    indicator === rule.id && isOwn && figure && figure.quantity.upper === null ? [figure] : [],
  )
  const [first] = found
  if (!first || found.some(({ quantity }) => quantity.value !== first.quantity.value)) return undefined
  const { value, bound } = first.quantity
  return { id: rule.id, value, unit: rule.unit, bound, sources: [first.mention] }
}
