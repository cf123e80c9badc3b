import type { Flow, Paragraph } from '../tree'

/** Longest line above an article that is taken for its title or its line of dates. */
const LINE = 120

/** Letters of a title at least, and of a line that is one together with the next. */
const TITLE = 8
const TITLE_LINE = 3

/**
 * Puts what stands above the article before it, as far as it belongs to it: its title and the lines that hold a date. What
 * stands above the title inside the article, such as a table of index numbers, is treated alike.
 *
 * ```
 * logo · menu · h1 2023年…年度报告 · 发布时间：2024-01-30 浏览：12 · [article]
 *               ↑ kept             ↑ kept
 * ```
 *
 * @param above the page before the article
 * @param article the article, which may hold its title itself
 * @param title of the page, if known
 */
export function withHeadMatter(above: Flow[], article: Flow[], title: string | undefined): Flow[] {
  const opening = openingOf(article)
  const inside = titleStart(article.slice(0, opening), title)
  const lines = [...above, ...article.slice(0, Math.max(inside, 0))].flatMap(linesOf).filter(isShort)
  const titleLines = inside >= 0 ? [] : titleAbove(lines, title)
  const kept = lines.filter((line) => titleLines.includes(line) || hasDate(textOf(line)))
  return [...kept, ...article.slice(Math.max(inside, 0))]
}

/** Where the title begins, which may be several lines; -1 where the page's title is not printed. */
function titleStart(blocks: Flow[], title: string | undefined): number {
  let start = blocks.findIndex((block) => isTitle(block, title))
  while (start > 0 && isTitle(blocks[start - 1]!, title, TITLE_LINE)) start--
  return start
}

/**
 * The title among the lines above the article: the last one that the page's title repeats. A site may give all its pages one
 * title; then it is the last heading, or the last line, that names a year.
 */
function titleAbove(lines: Paragraph[], title: string | undefined): Paragraph[] {
  const isHeading = (line: Paragraph) => line.data?.level !== undefined
  const end = lastIndexOf(lines, (line) => isTitle(line, title))
  if (end >= 0) {
    let start = end
    while (start > 0 && isTitle(lines[start - 1]!, title, TITLE_LINE)) start--
    return lines.slice(start, end + 1)
  }
  const nearest = title === undefined ? lastIndexOf(lines, isHeading) : -1
  const dated = lastIndexOf(lines, (line) => isHeading(line) && namesYear(line))
  const heading = lines[[nearest, dated, lastIndexOf(lines, namesYear)].find((index) => index >= 0) ?? -1]
  return heading ? [heading] : []
}

function lastIndexOf(lines: Paragraph[], test: (line: Paragraph) => boolean): number {
  return lines.map(test).lastIndexOf(true)
}

/** A year and more than that, but no date and no path to the page. */
function namesYear(line: Paragraph): boolean {
  const text = textOf(line)
  const hasYear = /(?:19|20)\d\d|二[〇○零]/.test(text)
  return hasYear && !hasDate(text) && !/[>：:，。；]/.test(text) && fold(text).length >= TITLE
}

/**
 * How many blocks stand before the text itself, which begins with the first sentence or numbered part. No line behind that is the
 * title, even if the page's title contains it, as it contains the signature of a short report.
 */
function openingOf(article: Flow[]): number {
  const text = article.findIndex((block) => block.type === 'paragraph' && (!isShort(block) || isText(textOf(block))))
  return text < 0 ? article.length : text
}

function isText(line: string): boolean {
  return line.includes('。') || /^\s*[一二三四五六七八九十]{1,3}、/.test(line)
}

function isShort(line: Paragraph): boolean {
  return textOf(line).length <= LINE
}

/** The paragraphs of a block; the rows of a table of metadata are lines. */
function linesOf(block: Flow): Paragraph[] {
  if (block.type === 'paragraph') return [block]
  if (block.type !== 'table') return []
  return block.children.flatMap((row) => {
    if (row.type !== 'tableRow') return []
    const children = row.children.flatMap((cell) => (cell.type === 'tableCell' ? cell.children : []))
    return children.length > 0 ? [{ type: 'paragraph', children, data: { hard: true } }] : []
  })
}

/** True where the line is the page's title or a part of it. */
function isTitle(block: Flow, title: string | undefined, least = TITLE): boolean {
  if (title === undefined || block.type !== 'paragraph') return false
  const line = fold(textOf(block))
  return line.length >= least && fold(title).includes(line)
}

function hasDate(line: string): boolean {
  return /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}/.test(line)
}

function textOf(paragraph: Paragraph): string {
  return paragraph.children.map(({ value }) => value).join('')
}

function fold(text: string): string {
  return text.replace(/\s/g, '')
}
