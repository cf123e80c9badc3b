import { compact } from './compact'
import { foldWord } from './fold-unit'
import { LETTER_ZERO, symbolAt, TENS, UNIT } from './numeral-symbols'

/** A calendar date as far as it is printed. */
export type DateParts = [year: number | undefined, month: number | undefined, day: number | undefined]

/**
 * The form in which dates are compared: no white space, half width, every digit an Arabic one, 十 as x, 廿 as 2x, 至 as ~.
 *
 *     二○一六年十二月三十一日  ->  2016年x2月3x1日
 *
 * Undefined for white space between digits, except in `2010 01 29`.
 */
export function dateForm(text: string): string | undefined {
  const compacted = compact(text.replace(/^(\d{4}) (\d\d) (\d\d)$/, '$1-$2-$3'))?.text
  if (!compacted || compacted.length > 64) return undefined
  const form = compacted.replace(/./g, (character) => {
    const symbol = symbolAt(character, 0)
    const kind = symbol >> 4
    const digit = symbol & 15
    return kind > 0 && kind <= LETTER_ZERO
      ? `${digit}`
      : kind === TENS
        ? `${digit}x`
        : kind === UNIT && digit === 1
          ? 'x'
          : foldWord(character)
  })
  return form.replace(/[–—―─至到]/g, '~')
}

const iso = /^(\d{4})(?:([-/.])(\d\d?)\2(\d\d?)日?|[-/](\d\d?))$/
const chinese =
  /^(?:(?:公元|纪元)?(\d{3,4}|2千(?:0\d|0?1x\d?)?)年度?[,的]?)?(?:(\d\d?|[1-3]?x\d?|元)月份?,?(?:(\d\d?|[1-3]?x\d?)([日号])?)?)?$/

/** Reads one date in comparing form; undefined where it is none or its day does not exist. `bareDay`: 日 may be missing. */
export function readDateForm(form: string, bareDay = false): DateParts | undefined {
  const numbers = iso.exec(form)
  const found = numbers ? [numbers[1], numbers[3] ?? numbers[5], numbers[4], '日'] : chinese.exec(form)?.slice(1)
  if (!found || (found[2] && !found[3] && !bareDay)) return undefined
  const [year, month, day] = found.slice(0, 3).map((part) => (part ? dateNumber(part) : undefined))
  const impossible = month !== undefined && (month < 1 || month > 12 || day === 0 || (day ?? 1) > daysIn(month, year))
  return impossible || year === 0 || (year ?? day) === undefined ? undefined : [year, month, day]
}

/** x2 is 12, 2x 20, 3x1 31, 2千05 2005, 元 1. */
export function dateNumber(form: string): number {
  if (form === '元') return 1
  const [thousands, rest] = form.split('千')
  if (rest !== undefined) return Number(thousands) * 1000 + dateNumber(rest)
  const [tens, ones] = form.split('x')
  return ones === undefined ? Number(form) : Number(tens || 1) * 10 + Number(ones)
}

/** Days of a month; of February 29 where no year is known. */
export function daysIn(month: number, year = 2000): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** `2017-02-07`, `2017-03`, `2017`, `--02-07`. */
export function printDate([year, month, day]: DateParts): string {
  const two = (part: number | undefined) => (part === undefined ? '' : `-${String(part).padStart(2, '0')}`)
  return (year === undefined ? '-' : String(year).padStart(4, '0')) + two(month) + two(day)
}
