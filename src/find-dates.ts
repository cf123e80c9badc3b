import { parseDate } from './literal/date'

/** A printed date, `text.slice(start, end)`. */
export interface FoundDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  value: string
  start: number
  end: number
}

/**
 * Finds every date with a year in running text, in order: 2020 年1月20日, 二0一七年二月七日, 2018-02-12, 2021年3月, 2021年度.
 * What only looks like a date (2016年2月30日) is left out.
 */
export function findDates(text: string): FoundDate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = parseDate(match[0])
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }]
  })
}

const gap = '[ \\u00a0\\u3000]{0,4}'
const year = '(?:[12][0-9]{3}|[１２][０-９]{3}|[一二][一二三四五六七八九〇零○◯ＯOo0]{3})'
const part = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})'
const written = `${year}${gap}年(?:${gap}${part}${gap}月(?:${gap}${part}${gap}[日号])?|度(?!报告))?`
const separated = `[12][0-9]{3}([-/.．])[0-9]{1,2}\\1[0-9]{1,2}(?![0-9])`
const pattern = new RegExp(`(?<![0-9０-９])(?:${written}|${separated})`, 'g')
