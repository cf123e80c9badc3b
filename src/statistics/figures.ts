import { parseQuantity } from '../literal/quantity'
import type { Grammar, IndicatorId, Pointer, Report } from '../types'
import { matchStatistics, yearColumn } from './family'

/** What a statistics table prints for an indicator. */
export interface StatisticsFigure {
  /** In yuan where it is money; null where its unit is printed nowhere. */
  value: number | null
  pointer: Pointer
  /** Words of which a sentence must use one to mean the row: what it counts is more than the indicator's usual words say. */
  said?: string[]
}

/** What the statistics tables print for each indicator, in the column that covers the year reported on and all bodies. */
export function statisticsFigures(
  { appendices, year }: Pick<Report, 'appendices' | 'year'>,
  grammars: Grammar[],
): Map<IndicatorId, StatisticsFigure[]> {
  const figures = new Map<IndicatorId, StatisticsFigure[]>()
  if (appendices.length === 0) return figures
  const money = new Set(
    grammars.flatMap(({ indicators }) => indicators ?? []).flatMap(({ id, unit }) => (unit === '元' ? [id] : [])),
  )
  for (const [index, appendix] of appendices.entries()) {
    const match = matchStatistics(appendix, grammars)
    const column = yearColumn(appendix, year, grammars)
    if (!match || column === null) continue
    for (const [at, own] of match.rows.entries()) {
      const row = own ?? match.strays[at]
      const { values, unit } = appendix.rows[at]!
      const printed = values[column] ?? null
      if (!row?.indicator || printed === null) continue
      const value = money.has(row.indicator) ? inYuan(printed, unit) : printed
      const pointer = `/appendices/${index}/rows/${at}/values/${column}`
      const figure = { value, pointer, ...(row.said && { said: row.said }) }
      figures.set(row.indicator, [...(figures.get(row.indicator) ?? []), figure])
    }
  }
  return figures
}

/** 3.5 with unit 万元 is 35000, shifted as text; without a unit only 0 is certain. */
function inYuan(value: number, unit: string | null): number | null {
  const quantity = unit === null ? undefined : parseQuantity(`${value}${unit}`)
  if (quantity?.unit === '元') return quantity.value
  return value === 0 ? 0 : null
}
