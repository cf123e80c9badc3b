import type { Context } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import type { Flow, PageBreak, Paragraph } from '../tree'
import { buildTable } from './build-table'
import { findRegions, type Region } from './find-regions'
import { markFurniture } from './mark-furniture'
import type { PlacedText } from './placed-text'
import { type Line, letterHeight, linesOf, lineTexts } from './segments'
import { splitColumns } from './split-columns'
import { splitFigures } from './split-figures'

/**
 * Reads positioned texts as a person reads the page: lines from top to bottom, tables by their columns, the left half of a page
 * in two columns before the right one. Each printed line is a paragraph, page numbers and running titles are page breaks, and a
 * table of several pages is one table a page.
 *
 * ```
 * items at (77,371) (260,373) (300,373)   →   row: 一、本年新收… │ 3001 │ 53
 * ```
 *
 * @param context takes the finding that a table is too large to be one
 */
export function layPages(items: PlacedText[], context: Context): Flow[] {
  const pages = new Map<number, PlacedText[]>()
  for (const item of items) {
    if (item.texts.every(({ value }) => value.trim() === '')) continue
    const pieces = splitFigures(item)
    const page = pages.get(item.page)
    if (page) page.push(...pieces)
    else pages.set(item.page, pieces)
  }
  const lines = [...pages].sort(([a], [b]) => a - b).map(([, page]) => linesOf(page))
  const furniture = markFurniture(lines)
  const sheets = lines.map((page) => splitColumns(page.filter((line) => !furniture.has(line))).map(sheetOf))
  joinSheets(sheets.flat())
  return lines.flatMap((page, index) => {
    const flow: Flow[] = page.filter((line) => furniture.has(line) && line === page[0]).map(pageBreakOf)
    for (const sheet of sheets[index]!) flow.push(...laySheet(sheet, context))
    const foot = page.filter((line) => furniture.has(line) && line !== page[0])
    flow.push(...foot.map(pageBreakOf))
    if (foot.length === 0 && index < lines.length - 1) flow.push({ type: 'pageBreak', value: '' })
    return flow
  })
}

/** One column of a page with its tables. */
interface Sheet {
  lines: Line[]
  regions: Region[]
}

function sheetOf(lines: Line[]): Sheet {
  return { lines, regions: findRegions(lines) }
}

/** The head of a table at the end of one sheet, or its last row at the top of the next, is a table where the other is. */
function joinSheets(sheets: Sheet[]): void {
  for (const [index, sheet] of sheets.entries()) {
    const end = sheet.regions.find((region) => region.end === sheet.lines.length)
    const start = sheets[index + 1]?.regions.find((region) => region.start === 0)
    if (!end || !start || (!end.isSure && !start.isSure)) continue
    end.isSure = true
    start.isSure = true
  }
}

/** Texts of one table on one page: the time to find its labels grows with their square. */
const TABLE_TEXTS = 2000

function laySheet({ lines, regions }: Sheet, context: Context): Flow[] {
  const flow: Flow[] = []
  let done = 0
  for (const { start, end, isSure } of regions) {
    if (!isSure) continue
    const texts = lines.slice(start, end).reduce((sum, { segments }) => sum + segments.length, 0)
    if (texts > TABLE_TEXTS) {
      const values = { what: 'a table in texts', actual: texts, expected: TABLE_TEXTS }
      diagnoseReading(context, 'structure-limit', { values })
      continue
    }
    flow.push(...paragraphsOf(lines.slice(done, start)), buildTable(lines.slice(start, end)))
    done = end
  }
  return [...flow, ...paragraphsOf(lines.slice(done))]
}

/** Lines to paragraphs; a line before an indented one ends its paragraph. */
function paragraphsOf(lines: Line[]): Paragraph[] {
  const left = marginOf(lines)
  return lines.map((line, index) => {
    const children = lineTexts(line)
    const paragraph: Paragraph = { type: 'paragraph', children }
    const start = children[0]!.position?.start
    const end = children[children.length - 1]!.position?.end
    if (start && end && start.offset <= end.offset) paragraph.position = { start, end }
    const next = lines[index + 1]
    const isBody = left !== null && (isAt(line, left, 0) || isAt(line, left, 2))
    if (isBody && next && isAt(next, left, 2) && isSameSize(line, next)) paragraph.data = { hard: true }
    return paragraph
  })
}

/** The left edge of the prose: where most lines begin; null for a few lines only. */
function marginOf(lines: Line[]): number | null {
  const counts = new Map<number, number>()
  for (const { x } of lines) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1)
  let left: number | null = null
  for (const [x, count] of counts) if (count >= 3 && (left === null || x < left)) left = x
  return left
}

/** True for a line indented by about so many letters: prose begins its paragraphs two letters in. */
function isAt(line: Line, left: number, letters: number): boolean {
  const height = Math.min(...line.segments.map((segment) => segment.height))
  return Math.abs(line.x - left - letters * height) <= 0.6 * height
}

function isSameSize(a: Line, b: Line): boolean {
  const [small, large] = [letterHeight(a.segments), letterHeight(b.segments)].sort((x, y) => x - y)
  return large! < 1.2 * small!
}

function pageBreakOf(line: Line): PageBreak {
  const texts = lineTexts(line)
  const start = texts[0]!.position?.start
  const end = texts[texts.length - 1]!.position?.end
  const value = texts.map((text) => text.value).join('')
  return { type: 'pageBreak', value, ...(start && end && start.offset <= end.offset && { position: { start, end } }) }
}
