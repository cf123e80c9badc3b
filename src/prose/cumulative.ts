import { matchesOf } from '../matches-of'
import type { CumulativeRule } from '../types'
import { alternatives } from './alternatives'

/** Is the figure behind these words of a sentence of all years so far, or of a part of the year? `year` is the one reported on. */
export type CumulativeTest = (before: string, year: number | null) => boolean

/**
 * Tells figures of all years so far, and those of a part of the year, from the year's own, which alone may be compared with the year's
 * column of a table.
 *
 * ```
 * 自2008年条例施行以来，共公开信息5200条        all years; in the report for 2008: the year
 * 截至2016年底，累计公开信息5200条              all years
 * …，累计公开5200条，其中2016年公开1320条       the second one: the year
 * 截至2016年底，共公开信息1320条                the year, as reports use it
 * 2008年5月至2016年底，共公开信息5200条          all years
 * 今年以来，共公开信息1320条                    the year; a year that is named is compared elsewhere
 * 第四季度公开信息320条，1-6月公开610条           a part of the year; 1-12月 is the year
 * ```
 */
export function cumulativeTest(rule: CumulativeRule | undefined): CumulativeTest {
  if (!rule) return () => false
  const opening = new RegExp(
    `(?<since>${alternatives(rule.since)})|(?:${alternatives(rule.upTo)})(?:到|于)?(?:\\d{4}年度?)?(?:\\d{1,2}月份?)?(?:\\d{1,2}日)?`,
    'g',
  )
  const totals = new RegExp(alternatives(rule.totals))
  const part = new RegExp(alternatives(rule.parts), 'g')
  const ends = new RegExp(`${alternatives(rule.ends)}|(?<![至到止])\\d{4}年`)
  const own = new RegExp(`(?:${alternatives(rule.ends)}|\\d年|\\d日)$`)
  const isOfPart = (words: string) => {
    const before = words.replace(/\([^()]*\)/g, '')
    const months = [...before.matchAll(monthsRange)].filter(([, from, to]) => from !== '1' || to !== '12').at(-1)
    const end = Math.max(lastEnd(months), lastEnd([...before.matchAll(part)].at(-1)))
    return end > 0 && !ends.test(before.slice(end))
  }
  return (before, year) => {
    if (isOfPart(before)) return true
    const range = yearsRange.exec(before)
    if (range && range[1] !== range[2] && !ends.test(before.slice(range.index + range[0].length))) return true
    const last = matchesOf(opening, before).at(-1)
    if (!last) return false
    const rest = before.slice(last.index + last[0].length)
    if (ends.test(rest)) return false
    if (last.groups?.since === undefined) return totals.test(rest)
    const words = before.slice(0, last.index)
    return !own.test(words) && Number(/(\d{4})年[^,;.]{0,40}$/.exec(words)?.[1]) !== year
  }
}

/** From one year to another: 2008年5月至2016年底. */
const yearsRange = /(\d{4})年[^,;.]{0,10}[至到](\d{4})年/

/** From one month to another: 1-6月, 7月至12月. */
const monthsRange = /(\d{1,2})月?份?[-~至到](\d{1,2})月/g

function lastEnd(match: RegExpMatchArray | undefined): number {
  return match ? match.index! + match[0].length : 0
}
