import { matchesOf } from './matches-of'

/** What looks like a date with a year, `text.slice(start, end)`. */
export interface DateSpan {
  start: number
  end: number
  /** Whether it names a month, and a day. */
  precision: 'year' | 'month' | 'day'
}

/** Finds what looks like a date with a year: 2020 年1月20日, 二0一七年二月七日, 2018-02-12, 2021年3月, 2021年度. Whether there is such a day is not asked. */
export function dateSpans(text: string): DateSpan[] {
  return matchesOf(pattern, text).map(({ 0: printed, 1: month, 2: day, 3: separator, index }) => ({
    start: index,
    end: index + printed.length,
    precision: day || separator ? 'day' : month ? 'month' : 'year',
  }))
}

/** A time of the day right behind a date: 2023-01-18 11:20. */
export const timeOfDay = /^\s{0,4}\d{1,2}[:：]\d{2}/

const gap = '[ \\u00a0\\u3000]{0,4}'
const year = '(?:[12][0-9]{3}|[１２][０-９]{3}|[一二][一二三四五六七八九〇零○◯ＯOo0]{3})'
const part = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})'
const written = `${year}${gap}年(?:(${gap}(?:${part}|元)${gap}月)(${gap}${part}${gap}[日号])?|度(?!报告))?`
const separated = `[12][0-9]{3}([-/.．])[0-9]{1,2}\\3[0-9]{1,2}(?![0-9])`
const pattern = new RegExp(`(?<![0-9０-９])(?:${written}|${separated})`, 'g')
