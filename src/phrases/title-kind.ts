import type { Phrases } from './phrases'

/** Where a title names the kind of report, `[start, end)`. */
export interface TitleKind {
  start: number
  end: number
}

/**
 * Finds the kind of report in a title, which a year may split: 某局 政府信息公开工作年度报告, 某局 政府信息公开2018年度报告.
 *
 * @param kinds the wordings of it
 */
export function titleKind(title: string, kinds: Phrases): TitleKind | null {
  const year = /(?:19|20)\d\d/.exec(title)
  for (let start = 0; start < title.length; start++) {
    const length = kinds.at(title, start)
    if (length > 0) return { start, end: start + length }
    if (!year || start >= year.index || year.index - start > longestHead) continue
    const head = title.slice(start, year.index)
    if (!kinds.begins(head)) continue
    // 2018年度报告 gives 年度报告, 2018年年度报告 too.
    for (const skipped of [4, 5]) {
      const rest = title.slice(year.index + skipped)
      const whole = kinds.at(head + rest, 0)
      if (whole > head.length) return { start, end: year.index + skipped + whole - head.length }
    }
  }
  return null
}

/** Characters of a kind before the year. */
const longestHead = 12
