import { type Line, middleOf } from './segments'

/** Pages on which a line must return at the same height to be a running title. */
const REPEATS = 3
/** Parts of a running title; the head of a table, printed again on every page, has more. */
const PARTS = 2

/**
 * Finds page numbers and running titles: a number alone on the first or last line of a page, or a first or last line that
 * returns on several pages at the same height, its digits apart.
 *
 * ```
 * 云岭县2023年政府信息公开工作年度报告      the first line of three pages: a running title
 * …
 *                 - 4 -                  alone on the last line: a page number
 * ```
 */
export function markFurniture(pages: Line[][]): Set<Line> {
  const furniture = new Set<Line>()
  const edges = pages.flatMap((page) => [...new Set([page[0], page[1], page[page.length - 2], page[page.length - 1]])])
  const seen = new Map<string, Line[]>()
  for (const line of edges) {
    if (!line || line.segments.length > PARTS) continue
    const key = `${textOf(line).replace(/\d+/g, '#')} ${Math.round(middleOf(line) / 4)}`
    const lines = seen.get(key)
    if (lines) lines.push(line)
    else seen.set(key, [line])
  }
  for (const lines of seen.values())
    if (lines.length >= REPEATS && lines.length * 2 >= pages.length) for (const line of lines) furniture.add(line)
  for (const page of pages)
    for (const line of [page[0], page[page.length - 1]])
      if (line && page.length > 1 && line.segments.length === 1 && isPageNumber(textOf(line))) furniture.add(line)
  return furniture
}

/** `- 4 -`, `4`, `4/12`, `第 4 页 共 12 页`. */
function isPageNumber(text: string): boolean {
  return /^[-–—－·]?\d{1,3}[-–—－·]?$|^\d{1,3}\/\d{1,3}$|^第\d{1,3}页(?:[,，]?共\d{1,3}页)?$/.test(text)
}

function textOf(line: Line): string {
  return line.segments
    .map(({ value }) => value)
    .join(' ')
    .replace(/\s/g, '')
}
