import { isFigure } from './figure'
import { boxOf, type Line, letterHeight, middleOf } from './segments'

/** Lines `[start, end)` of a page that are one table. */
export interface Region {
  start: number
  end: number
}

/** Distances in heights of the table's letters. */
const FAR = 6
const NEAR = 3.6
/** Letters of a line that may still be a cell. */
const CELL = 24

/**
 * Finds the tables of a page: runs of lines with several cells. Lines of one cell between them belong to the table (wrapped
 * labels, group labels printed downwards, captions of blocks), unless they are headings; so do short lines just above.
 *
 * ```
 *            申请人情况                       one cell, above the first row
 *  一、本年新收…    3001   53   0             several cells
 *  形，不计其他情形）                          one cell, between rows
 *                 447    7   0
 * ```
 */
export function findRegions(lines: Line[]): Region[] {
  const regions: Region[] = []
  let open: Region | null = null
  let end = 0
  for (const [index, line] of lines.entries()) {
    if (!isTabular(line)) continue
    if (open && !isBroken(lines, end - 1, index)) end = index + 1
    else {
      if (open) regions.push({ ...open, end })
      open = { start: index, end: index + 1 }
      end = index + 1
    }
  }
  if (open) regions.push({ ...open, end })
  return regions
    .filter(({ start, end }) => isTable(lines.slice(start, end)))
    .map((region) => widen(region, lines, regions))
}

/** Segments that stand well apart: in prose a gap of one letter is rare. */
function isTabular({ segments }: Line): boolean {
  return segments.some((segment, index) => {
    const before = segments[index - 1]
    return before !== undefined && segment.x - before.x - before.width > Math.min(segment.height, before.height)
  })
}

/** Several rows, or one row of many figures; and one figure at least that stands apart. */
function isTable(lines: Line[]): boolean {
  const figures = lines.map(({ segments }) => segments.filter(({ value }) => isFigure(value)).length)
  const rows = lines.filter(isTabular).length
  return (rows > 1 && figures.some((count) => count > 0)) || figures.some((count) => count > 2)
}

/** True where the lines after `last` and before `next` part two tables. */
function isBroken(lines: Line[], last: number, next: number): boolean {
  const height = letterHeight([...lines[last]!.segments, ...lines[next]!.segments])
  for (let i = last + 1; i < next; i++) {
    if (isProse(lines[i]!) || (isHeading(lines[i]!) && !isRowBefore(lines, i, next))) return true
    if (lines[i]!.height > 1.35 * height) return true
  }
  return middleOf(lines[next]!) - middleOf(lines[last]!) > FAR * height * Math.max(1, next - last)
}

/** A heading stands above a new table's head; the label of a row without figures stands above another row. */
function isRowBefore(lines: Line[], index: number, next: number): boolean {
  const row = lines[next]!
  const first = row.segments[0]!
  return (
    row.segments.slice(1).every(({ value }) => isFigure(value)) && Math.abs(first.x - lines[index]!.x) < first.height
  )
}

/** A line that ends or goes on like a sentence, or is longer than a cell. */
function isProse(line: Line): boolean {
  const text = textOf(line)
  return text.length > 2 * CELL || (text.length > CELL && /[。；]/.test(text)) || /。$/.test(text)
}

/** `三、收到和处理…`: the marker of a part and a title behind it. */
function isHeading(line: Line): boolean {
  return !isTabular(line) && /^\s*[一二三四五六七八九十]{1,3}\s*、.{4}/.test(textOf(line))
}

/** Takes in short lines of one cell that are printed close to the table in its letters. */
function widen(region: Region, lines: Line[], regions: Region[]): Region {
  const inside = lines.slice(region.start, region.end)
  const height = letterHeight(inside.flatMap(({ segments }) => segments))
  const table = boxOf(inside)
  const pitch = table.height / Math.max(1, inside.length - 1)
  const isTaken = (index: number) =>
    regions.some((other) => other !== region && index >= other.start && index < other.end)
  const isPart = (index: number, neighbour: number) => {
    const line = lines[index]
    if (!line || isTaken(index) || isTabular(line) || isProse(line) || isHeading(line)) return false
    const isSameSize = line.height < 1.35 * height && line.height > 0.7 * height
    const isClose = Math.abs(middleOf(line) - middleOf(lines[neighbour]!)) < Math.max(NEAR * height, 1.3 * pitch)
    const isWithin = line.x > table.x - height && line.x + line.width < table.x + table.width + height
    return isSameSize && isClose && isWithin && textOf(line).length <= CELL
  }
  let { start, end } = region
  while (isPart(start - 1, start)) start--
  while (isPart(end, end - 1)) end++
  return { start, end }
}

function textOf({ segments }: Line): string {
  return segments.map(({ value }) => value).join('')
}
