import type { Flow, Paragraph } from '../tree'

/** Longest line above an article that is taken for its title or its line of dates. */
const LINE = 120

/**
 * Puts what stands above the article before it, as far as it belongs to it: its title (the last line that the page's title
 * repeats, else the nearest heading) and the lines that hold a date. What stands above the title inside the article, such as
 * a table of index numbers, is treated alike.
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
  const inside = article.slice(0, opening).findIndex((block) => isTitle(block, title))
  const lines = [...above, ...article.slice(0, Math.max(inside, 0))].flatMap(linesOf).filter(isShort)
  const named = lines.filter((line) => isTitle(line, title))
  const headings = lines.filter((line) => line.data?.level !== undefined)
  const heading =
    inside >= 0 ? undefined : (named[named.length - 1] ?? (title ? undefined : headings[headings.length - 1]))
  const kept = lines.filter((line) => line === heading || hasDate(textOf(line)))
  return [...kept, ...article.slice(Math.max(inside, 0))]
}

/**
 * How many blocks stand before the text itself: the first sentence or numbered part. Behind it no line is the title, though
 * the signature of a short report is part of the page's title too.
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

/** True where the line is the page's title or the part of it before the site's name, at least 8 characters. */
function isTitle(block: Flow, title: string | undefined): boolean {
  if (title === undefined || block.type !== 'paragraph') return false
  const line = fold(textOf(block))
  return line.length >= 8 && fold(title).includes(line)
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
