import type { LiteralOptions, Period } from '../types'
import { modeOf } from './arguments'
import { type DateParts, dateForm, dateNumber, daysIn, printDate, readDateForm } from './date-form'

/**
 * Reads a whole string as one period, `{ start, end }` as `YYYY-MM-DD`: `自2016年1月1日起至2016年12月31日止`, `2021年1月1日至12月31日`,
 * `2019年1月至3月`; as one span a year, half-year, quarter or month: its first to last day (not in mode `strict`).
 *
 * Undefined for anything else, for relative periods and where the end is before the start. Throws `TypeError` where `text` is
 * no string.
 */
export function parsePeriod(text: string, options?: LiteralOptions): Period | undefined {
  const mode = modeOf('parsePeriod', text, options)
  const form = dateForm(text)
  const inner = form && /^[自从由在于]?(.*?)(?:止|为止|结束|期间)?$/.exec(form)?.[1]
  if (!inner) return undefined
  for (let at = inner.search(/[-~]/); at >= 0 && at < inner.length; at++) {
    if (!/[-~]/.test(inner[at]!)) continue
    const period = readBoth(inner.slice(0, at), inner.slice(at + 1).replace(/^[-~]/, ''))
    if (period) return period
  }
  return mode === 'strict' ? undefined : readSpan(inner)
}

/** Two ends; the second takes year and month of the first, the first takes 年, 月, 日 of the second. */
function readBoth(first: string, second: string): Period | undefined {
  const last = /[年月日号]度?$/.exec(second)?.[0] ?? ''
  const left = first.replace(/,?(?:起|开始)?,?$/, '')
  const whole = /[\dx]$/.test(left) && !/[-/.]/.test(left) ? left + last : left
  const head =
    /\d$/.test(second) || second.includes('年')
      ? ''
      : /月/.test(second)
        ? /^.*年/.exec(whole)?.[0]
        : /^.*月/.exec(whole)?.[0]
  const from = readDateForm(whole, false)
  const to = readDateForm((head ?? '') + second, false)
  if (from?.year === undefined || to?.year === undefined || Object.keys(from).length !== Object.keys(to).length)
    return undefined
  const start = firstDay(from)
  const end = lastDay(to)
  return start <= end ? { start, end } : undefined
}

/** 2017年, 2017年3月, 2016年上半年, 2016年第一季度, 2021年第三个月, 2021年最后4个月, 2019年6月上旬. */
function readSpan(form: string): Period | undefined {
  const parts = readDateForm(form.replace(/年全年$/, '年'), false)
  if (parts)
    return parts.year === undefined || parts.day !== undefined
      ? undefined
      : { start: firstDay(parts), end: lastDay(parts) }
  const found = /^(.*?年(?:[\dx]{1,3}月(?=.旬))?)度?的?(.*)$/.exec(form)
  const base = found && readDateForm(found[1]!, false)
  if (base?.year === undefined) return undefined
  const { year, month } = base
  const span = found![2]!
  if (month !== undefined) {
    const third = '上中下'.indexOf(/^([上中下])旬$/.exec(span)?.[1] ?? 'x')
    if (third < 0) return undefined
    const end = third === 2 ? daysIn(month, year) : third * 10 + 10
    return { start: printDate({ year, month, day: third * 10 + 1 }), end: printDate({ year, month, day: end }) }
  }
  const months = readMonths(span)
  if (!months || months[0] < 1 || months[1] > 12 || months[0] > months[1]) return undefined
  return { start: firstDay({ year, month: months[0] }), end: lastDay({ year, month: months[1] }) }
}

/** First and last month of a part of a year. */
function readMonths(span: string): [number, number] | undefined {
  const half = /^([上前下后])半年$/.exec(span)?.[1]
  if (half) return '上前'.includes(half) ? [1, 6] : [7, 12]
  const quarter = /^(?:第?([1-4])|([首末]))季度$/.exec(span)
  if (quarter) {
    const number = quarter[1] ? Number(quarter[1]) : quarter[2] === '首' ? 1 : 4
    return [number * 3 - 2, number * 3]
  }
  const some = /^(第|前|头|首|后|最后|末)([\dx]{1,3})个月$/.exec(span)
  if (!some) return undefined
  const count = dateNumber(some[2]!)
  return some[1] === '第' ? [count, count] : /后|末/.test(some[1]!) ? [13 - count, 12] : [1, count]
}

function firstDay(parts: DateParts): string {
  return printDate({ month: 1, day: 1, ...parts })
}

function lastDay(parts: DateParts): string {
  const month = parts.month ?? 12
  return printDate({ month, day: daysIn(month, parts.year), ...parts })
}
