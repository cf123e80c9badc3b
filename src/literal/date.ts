import type { LiteralOptions } from '../types'
import { type DateParts, dateForm, printDate, readDateForm } from './date-form'
import { modeOf } from './mode-of'
import { DIGIT, symbolAt, UNIT } from './numeral-symbols'

/**
 * Reads a whole string as one date and gives its ISO 8601 prefix: `2017-02-07`, `2017-03`, `2017`, `--02-07`.
 *
 * Undefined for impossible days, relative and lunar dates, years of two digits (no century is guessed), and counts: without 年
 * four digits are no year. Throws `TypeError` where `text` is no string.
 */
export function parseDate(text: string, options?: LiteralOptions): string | undefined {
  const { strict, lenient } = modeOf('parseDate', text, options)
  let form = dateForm(text)
  if (form === undefined) return undefined
  if (lenient) form = form.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  const week = /[,(]?(?:星期|周)([1-6日天])\)?$/.exec(form)
  // 八月十五 is complete; 8月1 may have lost a digit
  const last = symbolAt(text, text.trimEnd().length - 1) >> 4
  const parts = readDateForm(week ? form.slice(0, week.index) : form, !strict && (last === DIGIT || last === UNIT))
  return parts && (!week || isWeekday(parts, week[1]!)) ? printDate(parts) : undefined
}

/** Whether a full date falls on the weekday printed behind it. */
function isWeekday([year, month, day]: DateParts, printed: string): boolean {
  const weekday = new Date(Date.UTC(year ?? Number.NaN, month! - 1, day)).getUTCDay()
  return weekday === ('日天'.includes(printed) ? 0 : Number(printed))
}
