import { matchesOf } from '../matches-of'
import type { SourceLine } from './split-lines'

/** A page number or running title, `[start, end)` of the source. */
export interface PageMark {
  start: number
  end: number
}

/**
 * Finds what was printed at the edge of pages, in document order:
 *
 * ```text
 * - 4 -                          a number between dashes, or 第 4 页, on its own line
 * …不互动。 -4- 表述不规范…        the same inside a line, where such numbers count up through the document
 * 12                             a bare number between two lines of prose, where such numbers count up
 * 某市 2021 年度报告              a line that stands beside at least three of these marks
 * 2024/1/19 10:22                what browsers print at the edges of pages, where the address with the page's number is there
 * https://www.example.cn/a.html 2/5
 * ```
 *
 * A lone number in a column of cells is none: the lines beside it must be prose.
 */
export function findPageMarks(source: string, lines: SourceLine[]): PageMark[] {
  const printed = lines.filter(({ start, end }) => !isBlank(source, start, end))
  const found = [...marksBetweenDashes(source), ...bareNumbers(source, printed), ...browserMarks(source)]
  const marks = found.sort((a, b) => a.start - b.start)
  return [...marks, ...runningTitles(source, printed, marks)].sort((a, b) => a.start - b.start)
}

/** A number between dashes stands alone on its line or continues the count of the mark before or after it. */
function marksBetweenDashes(source: string): PageMark[] {
  const found: (PageMark & { page: number; alone: boolean })[] = []
  for (const { index, 0: whole, groups } of matchesOf(betweenDashes, source)) {
    const { opening, mark, number, leaf, closing } = groups!
    const end = index + whole.length
    const page = Number(number ?? leaf)
    found.push({ start: end - mark!.length, end, page, alone: opening !== undefined && closing !== undefined })
  }
  return found.filter(
    ({ page, alone }, index) => alone || found[index - 1]?.page === page - 1 || found[index + 1]?.page === page + 1,
  )
}

const space = '[^\\S\\n\\r]'
const digits = '[0-9０-９]{1,4}'
const betweenDashes = new RegExp(
  `(?:(?<opening>^${space}*)|(?<=\\s))` +
    `(?<mark>[-–—－]{1,2}${space}{0,4}(?<number>${digits})${space}{0,4}[-–—－]{1,2}` +
    `|第${space}{0,3}(?<leaf>${digits})${space}{0,3}页(?:[ ,，/]{0,3}共${space}{0,3}${digits}${space}{0,3}页)?)` +
    `(?=(?<closing>${space}*$)|\\s)`,
  'gm',
)

/** Numbers alone on a line, with prose before and behind, that count up by one with a page of lines between them. */
function bareNumbers(source: string, printed: SourceLine[]): PageMark[] {
  const found: (PageMark & { page: number; line: number })[] = []
  for (const [line, { start, end }] of printed.entries()) {
    if (end - start > 12) continue
    const match = /^\s*(\d{1,3})\s*$/.exec(source.slice(start, end))
    if (!match || !isProse(source, printed[line - 1])) continue
    if (line + 1 < printed.length && !isProse(source, printed[line + 1])) continue
    const at = start + match[0].indexOf(match[1]!)
    found.push({ start: at, end: at + match[1]!.length, page: Number(match[1]), line })
  }
  return found.filter((mark, index) => follows(found[index - 1], mark) || follows(mark, found[index + 1]))
}

const linesOfPage = 10
const lengthOfProse = 20

function follows(mark: { page: number; line: number } | undefined, next: typeof mark): boolean {
  return mark !== undefined && next !== undefined && next.page === mark.page + 1 && next.line - mark.line >= linesOfPage
}

function isProse(source: string, line: SourceLine | undefined): boolean {
  return line !== undefined && source.slice(line.start, line.end).trim().length >= lengthOfProse
}

/** Address and page number of a page printed by a browser, and the time of printing. */
function browserMarks(source: string): PageMark[] {
  if (!source.includes('://')) return []
  const marks = matchesOf(pageAddress, source).flatMap(({ index, 0: whole, groups }) => {
    const end = index + whole.length
    const { address, number } = groups!
    return [
      { start: index, end: index + address!.length },
      { start: end - number!.length, end },
    ]
  })
  if (marks.length === 0) return []
  const times = matchesOf(timeOfPrinting, source).map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  return [...marks, ...times]
}

const pageAddress = /(?<!\S)(?<address>(?:https?|file):\/\/\S{1,300})\s{1,200}(?<number>\d{1,3}\/\d{1,3})(?!\S)/g
const timeOfPrinting =
  /(?<!\S)\d{1,4}\/\d{1,2}\/\d{1,4},?[^\S\n\r](?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?(?:[^\S\n\r][AP]M)?(?!\S)/g

/**
 * Lines that stand next to a page mark at least three times, whatever numbers they begin or end with. They hold words: a figure
 * in front of each page mark is a cell, and so is what follows a tab.
 */
function runningTitles(source: string, printed: SourceLine[], marks: PageMark[]): PageMark[] {
  const seen = new Map<string, PageMark[]>()
  let next = 0
  for (const [index, line] of printed.entries()) {
    while (next < marks.length && marks[next]!.end <= line.start) next++
    const isMark = next < marks.length && marks[next]!.start < line.end
    if (!isMark && !line.newPage) continue
    const neighbours = isMark ? [printed[index - 1], printed[index + 1]] : [line]
    for (const neighbour of neighbours) {
      if (!neighbour || neighbour.end - neighbour.start > 60) continue
      const text = source.slice(neighbour.start, neighbour.end).trim()
      if (source[neighbour.start] === '\t') continue
      const start = source.indexOf(text, neighbour.start)
      const key = text.replace(/^\d+\s*|\s*\d+$/g, '')
      if (/\p{L}{2}/u.test(key) && !text.includes('\t') && !/[。；，：]$/.test(text)) {
        const places = seen.get(key) ?? []
        if (places[places.length - 1]?.start !== start) places.push({ start, end: start + text.length })
        seen.set(key, places)
      }
    }
  }
  const taken = new Set(marks.map(({ start }) => start))
  return [...seen.values()]
    .filter((places) => places.length >= 3)
    .flat()
    .filter(({ start }) => !taken.has(start))
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(source[at]!)) return false
  return true
}
