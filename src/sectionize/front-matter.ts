import { dateSpans } from '../date-spans'
import { titleKind } from '../phrases/title-kind'
import { isBody, isDate, isFurniture, isSentence, type RoleRange, whole } from './edges'
import type { Block } from './heal'
import { skipNoise } from './match-heading'
import { sentenceGoesOn } from './outline-symbols'
import type { Words } from './words'

/**
 * Marks what stands before the preface: page furniture, the title, a body and a date below it.
 *
 * ```text
 * 首页 > 信息公开 > 年报                          furniture
 * 某某市人民政府
 * 2021年政府信息公开工作年度报告                   title, over two lines
 * 发布时间：2022-01-20  来源：市政府办             furniture
 * 本报告根据…                                    preface
 * ```
 *
 * @param front  the blocks before the first heading
 * @param opening the text before the first heading inside the block that holds it, else ''
 * @returns the ranges of each block
 */
export function markFront(front: Block[], opening: string, words: Words): RoleRange[][] {
  const ranges: RoleRange[][] = front.map((block) =>
    isFurniture(block.view.text, words) && !opensWithTitle(block.view.text, words) ? whole(block, 'furniture') : [],
  )
  const title = findTitle(front, ranges, words)
  if (title) {
    for (let index = title.from; index < title.to; index++) ranges[index] = whole(front[index]!, 'title')
    markAbove(title.from)
  }
  const texts = [...front.map(({ view }) => view.text), opening]
  const ends = texts.map((text, index) =>
    title || ranges[index]?.length ? 0 : titleAtStart(text, index === front.length, words),
  )
  const inline = ends.findIndex((end) => end > 0)
  if (inline >= 0) {
    markAbove(inline)
    const text = texts[inline]!
    const end = ends[inline]!
    ranges[inline] = [{ role: 'title', start: skipNoise(text, 0), end }]
    // 某局2014年度政府信息公开工作年度报告 发布时间：2015-02-10 浏览：215次 一、概述
    if (/\S/.test(text.slice(end)) && isFurniture(text.slice(end).trim(), words))
      ranges[inline].push({ role: 'furniture', start: end, end: text.length })
  } else if (!title) labelledTitle(front, ranges, words)
  for (const [index, block] of front.entries()) {
    if (ranges[index]!.length > 0 || block.tabbed) continue
    if (isDate(block.view.text)) ranges[index] = whole(block, 'date')
    else if (index > (title?.to ?? 0) - 1 && isBody(block.view.text, words)) ranges[index] = whole(block, 'signature')
  }
  return ranges

  /** What stands above a title and is no sentence belongs to the page. */
  function markAbove(end: number): void {
    for (let index = 0; index < end; index++)
      if (!isSentence(front[index]!.view.text)) ranges[index] = whole(front[index]!, 'furniture')
  }
}

/**
 * The blocks of a title, `[from, to)`: the shortest run of lines that ends as titles do, and the lines above that it lacks.
 * Pages print menus and the title itself above it, so that of several the last with a year counts.
 *
 * ```text
 * 某某市司法局 政府信息公开 政府信息公开年报       a menu
 * 某某市司法局2023年政府信息公开工作年度报告       the page's own copy
 * 某某市司法局2023年政府信息公开工作年度报告       the title
 * ```
 */
function findTitle(front: Block[], ranges: RoleRange[][], words: Words): { from: number; to: number } | null {
  const lines = front.slice(0, longestFront)
  for (let count = 1; count <= 4; count++) {
    const found = runsOf(count).map(withLinesAbove)
    if (found.length > 0) return found.findLast(({ from, to }) => dateSpans(joined(from, to)!).length > 0) ?? found[0]!
  }
  return null

  function runsOf(count: number): { from: number; to: number }[] {
    const runs: { from: number; to: number }[] = []
    for (let to = count; to <= lines.length; to++) {
      const text = joined(to - count, to)
      if (text !== null && endsAsTitle(text, words)) runs.push({ from: to - count, to })
    }
    return runs
  }

  function withLinesAbove({ from: start, to }: { from: number; to: number }): { from: number; to: number } {
    let from = start
    while (from > 0 && to - from < 5 && !namesBody(joined(from, to)!, words)) {
      if (joined(from - 1, to) === null) break
      from--
    }
    return { from, to }
  }

  /** The text of some lines, if each of them may be part of a title. */
  function joined(from: number, to: number): string | null {
    let text = ''
    for (let index = from; index < to; index++) {
      const line = lines[index]!
      const value = line.view.text
      if (ranges[index]!.length > 0 || line.tabbed || value.length > 60 || /[。；，：！？,;:!?>|]/.test(value))
        return null
      if (isDate(value) || (index > from && (line.data.gap ?? 0) > 3)) return null
      text += value
    }
    return text
  }
}

/** Lines before the first heading that are searched for a title. */
const longestFront = 60

/** Ends with 政府信息公开工作年度报告 or the like, perhaps with a remark in brackets or emphasis behind it. */
export function endsAsTitle(text: string, { titles }: Words): boolean {
  const kind = titleKind(text, titles)
  return kind !== null && /^[\s*_]*(?:[（(][^（()）]{1,12}[)）])?[\s*_]*$/.test(text.slice(kind.end))
}

/** Whether a title says more than the year and the kind of report. */
export function namesBody(text: string, { titles, titleWords }: Words): boolean {
  const dates = dateSpans(text)
  const end = titleKind(text, titles)?.start ?? text.length
  let named = 0
  for (let at = 0; at < end; at++) {
    const date = dates.find(({ start }) => start === at)
    const word = date ? date.end - date.start : titleWords.at(text, at)
    if (word > 0) at += word - 1
    else if (/\S/.test(text[at]!)) named++
  }
  return named >= 2
}

/**
 * Where the title ends that opens a text without line breaks: `某局2021年…年度报告 根据《…`; 0 for none.
 *
 * @param collapsed the first heading stands in the same text: then the space behind the title may be lost too
 */
function titleAtStart(text: string, collapsed: boolean, { titles }: Words): number {
  const start = skipNoise(text, 0)
  for (let at = start; at < Math.min(text.length, start + 80); at++) {
    if (/[。；，：！？,;:!?《“]/.test(text[at]!)) return 0
    const length = titles.at(text, at)
    if (length === 0) continue
    const rest = text.slice(at + length)
    return /^\s/.test(rest) || (collapsed && !sentenceGoesOn.test(rest)) ? at + length : 0
  }
  return 0
}

/** 某局2014年度政府信息公开工作年度报告 发布时间：2015-02-10 浏览次数：215: a title of its own, with a year and a body, before page furniture. */
function opensWithTitle(text: string, words: Words): boolean {
  const title = text.slice(0, titleAtStart(text, false, words))
  return title !== '' && dateSpans(title).length > 0 && namesBody(title, words)
}

/** Page headers name the title too (标题：某局2021年…): it counts where the report itself prints none. */
function labelledTitle(front: Block[], ranges: RoleRange[][], words: Words): void {
  for (const [index, { view }] of front.entries()) {
    const colon = view.text.search(/[:：]/)
    if (colon < 0 || colon > 8 || !ranges[index]!.length || !endsAsTitle(view.text, words)) continue
    const start = skipNoise(view.text, colon + 1)
    ranges[index] = [
      { role: 'furniture', start: 0, end: start },
      { role: 'title', start, end: view.text.length },
    ]
    return
  }
}
