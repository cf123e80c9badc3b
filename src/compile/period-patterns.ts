/** How a period is printed: digits of both widths or Chinese numerals, spaces between, the second year left out. */

const gap = '\\s{0,4}'
const number = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})'
const year = '(?:[12][0-9]{3}|[１２][０-９]{3}|[一二][一二三四五六七八九〇零○◯ＯOo0]{3})'
const day = `${number}${gap}月(?:${gap}${number}${gap}[日号])?`
const separated = '[12][0-9]{3}(?<mark>[-/.．])[0-9]{1,2}\\k<mark>[0-9]{1,2}'
const first = `(?<first>${year}${gap}年${gap}${day}|${separated})`
const second = `(?<second>(?:${year}${gap}年${gap})?${day}|[12][0-9]{3}[-/.．][0-9]{1,2}[-/.．][0-9]{1,2})`
/** From one date to another, as `parsePeriod` reads it. */
export const periodPattern = new RegExp(
  `(?:[自从]${gap})?${first}${gap}(?:起|开始)?${gap}[，,]?${gap}(?:至|到|—{1,2}|－|-|~|～)${gap}${second}${gap}止?`,
  'dg',
)
/** The same where 月 was lost: 201911日至1231日. */
export const damagedPeriod = /[0-9]{5,8}[日号]?\s{0,3}起?[至到]\s{0,3}[0-9]{3,8}[日号]?/
