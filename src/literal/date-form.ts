import { compact } from './compact'
import * as symbols from './numeral-symbols'
import { symbolAt } from './numeral-symbols'

/** A calendar date as far as it is printed. */
export interface DateParts {
  year?: number
  month?: number
  day?: number
}

/** Characters of dates beside the one that stands for them when comparing; `~` joins two dates. */
const folds: Record<string, string> = {
  ...{
    號: '号',
    個: '个',
    後: '后',
    從: '从',
    為: '为',
    紀: '纪',
    週: '周',
    間: '间',
    開: '开',
    結: '结',
    東: '东',
    於: '于',
    禮: '礼',
  },
  ...{ '，': ',', '（': '(', '）': ')', '－': '-', '−': '-', '／': '/', '．': '.', 元: '元' },
  ...{ '–': '~', '—': '~', '―': '~', '─': '~', '～': '~', 至: '~', 到: '~' },
}

/**
 * The form in which dates are compared: no white space, every digit an Arabic one, 十 as x, 廿 and 卅 as 2x and 3x.
 *
 *     二○一六年十二月三十一日  ->  2016年x2月3x1日
 *
 * Undefined for white space between digits, except in `2010 01 29`.
 */
export function dateForm(text: string): string | undefined {
  const spaced = /^\s*(\d{4}) (\d{1,2}) (\d{1,2})\s*$/.exec(text)
  if (spaced) return `${spaced[1]}-${spaced[2]}-${spaced[3]}`
  const compacted = compact(text)
  if (!compacted || compacted.text.length > 64) return undefined
  let form = ''
  for (const character of compacted.text) {
    const symbol = symbolAt(character, 0)
    const kind = symbol >> 4
    if (kind === symbols.UNIT && (symbol & 15) === 1) form += 'x'
    else if (kind === symbols.TENS) form += `${symbol & 15}x`
    else if (kind > 0 && kind <= symbols.LETTER_ZERO) form += String(symbol & 15)
    else form += folds[character] ?? character
  }
  return form
}

const number = '\\d{1,2}|[1-3]?x\\d?'
const chinese = new RegExp(
  `^(?:(?:公元|纪元|西元)?(\\d{3,4}|2千(?:0\\d)?)年度?[,的]?)?(?:(${number}|元)月份?,?(?:(${number})([日号])?)?)?$`,
)

/** Reads one date in comparing form; undefined where it is none or its day does not exist. `bareDay`: 日 may be missing. */
export function readDateForm(form: string, bareDay: boolean): DateParts | undefined {
  const iso = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})日?|[-/](\d{1,2}))$/.exec(form)
  if (iso) return checked(Number(iso[1]), Number(iso[3] ?? iso[5]), iso[4] === undefined ? undefined : Number(iso[4]))
  const found = chinese.exec(form)
  if (!found || (found[3] !== undefined && found[4] === undefined && !bareDay)) return undefined
  const [, year, month, day] = found
  const monthNumber = month === undefined ? undefined : month === '元' ? 1 : dateNumber(month)
  return checked(
    year === undefined ? undefined : Number(year.replace('千', year.length === 2 ? '000' : '0')),
    monthNumber,
    day === undefined ? undefined : dateNumber(day),
  )
}

/** x2 is 12, 2x 20, 3x1 31. */
export function dateNumber(form: string): number {
  const cross = form.indexOf('x')
  if (cross < 0) return Number(form)
  return (cross === 0 ? 10 : Number(form[0]) * 10) + Number(form.slice(cross + 1))
}

/** Days of a month; of February 29 where no year is known. */
export function daysIn(month: number, year = 2000): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function checked(year: number | undefined, month: number | undefined, day: number | undefined): DateParts | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && (day < 1 || day > daysIn(month!, year))) return undefined
  if (year === 0 || (year === undefined && day === undefined)) return undefined
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  }
}

/** `2017-02-07`, `2017-03`, `2017`, `--02-07`. */
export function printDate({ year, month, day }: DateParts): string {
  const two = (value: number) => `-${String(value).padStart(2, '0')}`
  const head = year === undefined ? '-' : String(year).padStart(4, '0')
  return head + (month === undefined ? '' : two(month)) + (day === undefined ? '' : two(day))
}
