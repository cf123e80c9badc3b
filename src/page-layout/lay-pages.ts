import type { Context } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import type { Flow, PageBreak } from '../tree'
import { buildTable } from './build-table'
import { continuedRows } from './continued-rows'
import { findRegions, type Region } from './find-regions'
import { joinLines, type Margins, marginsOf } from './join-lines'
import { markFurniture } from './mark-furniture'
import type { PlacedText } from './placed-text'
import { type Line, linesOf, lineTexts } from './segments'
import { splitColumns } from './split-columns'
import { splitFigures } from './split-figures'

/**
 * Reads positioned texts as a person reads the page: lines from top to bottom, tables by their columns, and of a page in two
 * columns the left one before the right one. Lines of prose are joined as far as their places tell; page numbers and running
 * titles become page breaks; a table over several pages becomes one table on each.
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
    if (!item.texts.some(({ value }) => /\S/.test(value))) continue
    const pieces = splitFigures(item)
    const page = pages.get(item.page)
    if (page) page.push(...pieces)
    else pages.set(item.page, pieces)
  }
  const lines = [...pages].sort(([a], [b]) => a - b).map(([, page]) => linesOf(page))
  const furniture = markFurniture(lines)
  const sheets = lines.map((page) => splitColumns(page.filter((line) => !furniture.has(line))).map(sheetOf))
  joinSheets(sheets.flat())
  const usual = usualMargins(sheets.flat())
  return lines.flatMap((page, index) => {
    const flow: Flow[] = page.filter((line) => furniture.has(line) && line === page[0]).map(pageBreakOf)
    for (const sheet of sheets[index]!) flow.push(...laySheet(sheet, usual, context))
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
  /** The lines of the table at its end that stand on the next sheet. */
  rest: Line[] | null
}

function sheetOf(lines: Line[]): Sheet {
  return { lines, regions: findRegions(lines), rest: null }
}

/** The head of a table at the end of one sheet, or its last row at the top of the next, is a table where the other is. */
function joinSheets(sheets: Sheet[]): void {
  for (const [index, sheet] of sheets.entries()) {
    const end = sheet.regions.find((region) => region.end === sheet.lines.length)
    const next = sheets[index + 1]
    if (end?.isSure && next) addContinuation(sheet.lines.slice(end.start), next)
    const start = next?.regions.find((region) => region.start === 0)
    if (!end || !start || (!end.isSure && !start.isSure)) continue
    end.isSure = true
    start.isSure = true
    sheet.rest = next!.lines.slice(start.start, start.end)
  }
}

/** Makes the rows at the top of a sheet that were taken for prose a region. */
function addContinuation(table: Line[], sheet: Sheet): void {
  if (sheet.regions[0]?.start === 0) return
  const before = sheet.lines.slice(0, sheet.regions[0]?.start ?? sheet.lines.length)
  const rows = continuedRows(table, before)
  if (rows.length === 0) return
  sheet.lines = [...rows, ...sheet.lines.slice(rows.length)]
  sheet.regions = [{ start: 0, end: rows.length, isSure: true }, ...sheet.regions]
}

/** Margins of the sheet with the most prose, for sheets of a few lines. */
function usualMargins(sheets: Sheet[]): Margins | null {
  const [longest] = [...sheets].sort((a, b) => proseOf(b.lines, b.regions).length - proseOf(a.lines, a.regions).length)
  return longest ? marginsOf(proseOf(longest.lines, longest.regions)) : null
}

function proseOf(lines: Line[], regions: Region[]): Line[] {
  return lines.filter((_, index) => !regions.some(({ start, end, isSure }) => isSure && index >= start && index < end))
}

/** Texts of one table on one page: the time to find its labels grows with their square. */
const TABLE_TEXTS = 2000

function laySheet({ lines, regions, rest }: Sheet, usual: Margins | null, context: Context): Flow[] {
  const margins = marginsOf(proseOf(lines, regions)) ?? usual
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
    flow.push(
      ...joinLines(lines.slice(done, start), margins),
      buildTable(lines.slice(start, end), end === lines.length ? rest : null),
    )
    done = end
  }
  return [...flow, ...joinLines(lines.slice(done), margins)]
}

function pageBreakOf(line: Line): PageBreak {
  const texts = lineTexts(line)
  const start = texts[0]!.position?.start
  const end = texts[texts.length - 1]!.position?.end
  const value = texts.map((text) => text.value).join('')
  return { type: 'pageBreak', value, ...(start && end && start.offset <= end.offset && { position: { start, end } }) }
}
