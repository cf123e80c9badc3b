import type { LiteralOptions } from '../types'
import { modeOf } from './arguments'
import { type DateParts, dateForm, printDate, readDateForm } from './date-form'
import * as symbols from './numeral-symbols'
import { symbolAt } from './numeral-symbols'

/**
 * Reads a whole string as one date and gives its ISO 8601 prefix: `2017-02-07`, `2017-03`, `2017`, `--02-07`.
 *
 * Undefined for impossible days, relative and lunar dates, years of two digits (no century is guessed), and counts: without 年
 * four digits are no year. Throws `TypeError` where `text` is no string.
 */
export function parseDate(text: string, options?: LiteralOptions): string | undefined {
  const mode = modeOf('parseDate', text, options)
  const form = dateForm(text)
  if (form === undefined) return undefined
  const digits = /^(\d{4})(\d\d)(\d\d)$/.exec(form)
  if (digits && mode === 'lenient') return printed(readDateForm(`${digits[1]}-${digits[2]}-${digits[3]}`, false))
  const week = /[,(]?(?:星期|周|礼拜)([1-6日天])\)?$/.exec(form)
  const parts = readDateForm(week ? form.slice(0, week.index) : form, mode !== 'strict' && endsInChinese(text))
  return parts && week && !isWeekday(parts, week[1]!) ? undefined : printed(parts)
}

function printed(parts: DateParts | undefined): string | undefined {
  return parts && printDate(parts)
}

/** 八月十五 is complete; 8月1 may have lost a digit. */
function endsInChinese(text: string): boolean {
  const kind = symbolAt(text, text.trimEnd().length - 1) >> 4
  return kind === symbols.DIGIT || kind === symbols.UNIT
}

/** Whether a full date falls on the weekday printed behind it. */
function isWeekday({ year, month, day }: DateParts, printed: string): boolean {
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year)
  return date.getUTCDay() === ('日天'.includes(printed) ? 0 : Number(printed))
}
