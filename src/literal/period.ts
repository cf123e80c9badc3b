import type { LiteralOptions, Period } from '../types'
import { type DateParts, dateForm, dateNumber, daysIn, printDate, readDateForm } from './date-form'
import { modeOf } from './mode-of'

/**
 * Reads a whole string as one period, `{ start, end }` as `YYYY-MM-DD`: `自2016年1月1日起至2016年12月31日止`, `2021年1月1日至12月31日`,
 * `2019年1月至3月`; as one span a year, half-year, quarter or month: its first to last day (not in mode `strict`).
 *
 * Undefined for anything else, for relative periods and where the end is before the start. Throws `TypeError` where `text` is
 * no string.
 */
export function parsePeriod(text: string, options?: LiteralOptions): Period | undefined {
  const { strict } = modeOf('parsePeriod', text, options)
  const form = dateForm(text)
  if (form === undefined) return undefined
  const inner = form.replace(/^[自从在]/, '').replace(/(?:为?止|期间|之间)$/, '')
  for (const { index } of inner.matchAll(/[-~]+/g)) {
    const period = readBoth(inner.slice(0, index), inner.slice(index).replace(/^[-~]+/, ''))
    if (period) return period
  }
  return strict ? undefined : readSpan(inner)
}

/** Two ends; the second takes year and month of the first, the first takes 年, 月, 日 of the second. */
function readBoth(first: string, second: string): Period | undefined {
  let left = first.replace(/,?(?:起|开始)?,?$/, '')
  if (/[\dx]$/.test(left) && !/[-/.]/.test(left)) left += /[年月日号]?度?$/.exec(second)![0]
  const shared = /\d$|年/.test(second) ? undefined : (second.includes('月') ? /^.*年/ : /^.*月/).exec(left)
  const from = readDateForm(left)
  const to = readDateForm((shared?.[0] ?? '') + second)
  if (!from?.[0] || !to?.[0] || !from[1] !== !to[1] || !from[2] !== !to[2]) return undefined
  const period = between(from, to)
  return period.start <= period.end ? period : undefined
}

/** 2017年, 2017年3月, 2016年上半年, 2016年第一季度, 2021年的第三个月, 2021年最后4个月. */
function readSpan(form: string): Period | undefined {
  const whole = readDateForm(form.replace(/年全年$/, '年'))
  if (whole) return whole[0] && !whole[2] ? between(whole, whole) : undefined
  const [, head = '', span = ''] = /^(.*?年)度?的?(.*)$/.exec(form) ?? []
  const year = readDateForm(head)?.[0]
  const months = year && readMonths(span)
  if (!months || months[0] < 1 || months[1] > 12) return undefined
  return between([year, months[0], undefined], [year, months[1], undefined])
}

/** First and last month of a part of a year. */
function readMonths(span: string): [number, number] | undefined {
  if (/^[上前]半年$/.test(span)) return [1, 6]
  if (/^[下后]半年$/.test(span)) return [7, 12]
  const quarter = /^第?([1-4])季度$/.exec(span.replace('首', '1'))?.[1]
  if (quarter) return [Number(quarter) * 3 - 2, Number(quarter) * 3]
  const [, which, printed = ''] = /^(第|[前头]|最?后)(\d|x[12]?)个月$/.exec(span) ?? []
  const count = dateNumber(printed)
  if (which === '前' || which === '头') return [1, count]
  if (which === '第') return [count, count]
  return which ? [13 - count, 12] : undefined
}

function between(from: DateParts, to: DateParts): Period {
  const [year, month = 12, day] = to
  return {
    start: printDate([from[0], from[1] ?? 1, from[2] ?? 1]),
    end: printDate([year, month, day ?? daysIn(month, year)]),
  }
}
