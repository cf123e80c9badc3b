import { isPartHeading } from './is-numbered'
import { boxOf, type Line, letterHeight, lineText, middleOf } from './segments'

/** Lines `[start, end)` of a page that are one table. */
export interface Region {
  start: number
  end: number
  /** False for a run of cells that is a table only together with one on the page before or after it. */
  isSure: boolean
}

/** Distances in heights of the table's letters. */
const FAR = 6
const NEAR = 3.6
/** Letters of a line that may still be a cell. */
const CELL = 32
/** How much larger some letters of a table may be than others in it. */
const SIZES = 1.35

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
  const runs: { start: number; end: number }[] = []
  for (const [index, line] of lines.entries()) {
    if (!isTabular(line)) continue
    const open = runs[runs.length - 1]
    if (open && !isBroken(lines, open.end - 1, index)) open.end = index + 1
    else runs.push({ start: index, end: index + 1 })
  }
  const found: Region[] = []
  for (const [index, run] of runs.entries()) {
    const region = widen(run, lines, found[found.length - 1]?.end ?? 0, runs[index + 1]?.start ?? lines.length)
    const isSure = isTable(lines.slice(run.start, run.end))
    const isAtEdge = region.start === 0 || region.end === lines.length
    if (isSure || isAtEdge) found.push({ ...region, isSure })
  }
  return found
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
  const figures = lines.map(({ segments }) => segments.filter(({ isFigure }) => isFigure).length)
  const rows = lines.filter(isTabular).length
  return (rows > 1 && figures.some((count) => count > 0)) || figures.some((count) => count > 2)
}

/** True where the lines after `last` and before `next` part two tables. */
function isBroken(lines: Line[], last: number, next: number): boolean {
  const height = letterHeight([...lines[last]!.segments, ...lines[next]!.segments])
  for (let i = last + 1; i < next; i++) {
    const line = lines[i]!
    if (isProse(line) || letterHeight(line.segments) > SIZES * height) return true
    if (isPartHeading(lineText(line)) && !hasFigures(lines[next]!)) return true
  }
  return middleOf(lines[next]!) - middleOf(lines[last]!) > FAR * height * Math.max(1, next - last)
}

/** Behind a heading there is the head of a table, in words; behind a wrapped label or a group label there are rows. */
function hasFigures({ segments }: Line): boolean {
  return segments.some(({ isFigure }) => isFigure)
}

/** A line that ends or goes on like a sentence, or is longer than a cell. */
function isProse(line: Line): boolean {
  const text = lineText(line)
  return text.length > 2 * CELL || (text.length > CELL && /[。；]/.test(text)) || /。$/.test(text)
}

/** Takes in short lines of one cell that are printed close to the table in its letters, from `first` to before `end`. */
function widen(
  run: { start: number; end: number },
  lines: Line[],
  first: number,
  last: number,
): Omit<Region, 'isSure'> {
  const inside = lines.slice(run.start, run.end)
  const height = letterHeight(inside.flatMap(({ segments }) => segments))
  const table = boxOf(inside)
  const pitch = table.height / Math.max(1, inside.length - 1)
  const isPart = (index: number, neighbour: number) => {
    const line = lines[index]
    if (!line || index < first || index >= last || isProse(line) || isPartHeading(lineText(line))) return false
    const size = letterHeight(line.segments)
    const isSameSize = size < SIZES * height && size * SIZES > height
    const isClose = Math.abs(middleOf(line) - middleOf(lines[neighbour]!)) < Math.max(NEAR * height, 1.3 * pitch)
    const isWithin = line.x > table.x - height && line.x + line.width < table.x + table.width + height
    return isSameSize && isClose && isWithin && lineText(line).length <= CELL
  }
  let { start, end } = run
  while (isPart(start - 1, start)) start--
  while (isPart(end, end - 1)) end++
  return { start, end }
}
