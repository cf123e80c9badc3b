import type { TextView } from '../position/text-view'
import type { Table, Text } from '../tree'
import { opensRow } from './statistics-cells'
import type { FoundHeadings, HeadingWords } from './statistics-headings'
import { rowOf, tableOf } from './statistics-table'

/** A table cut out of a run of text; without a table nothing certain stands behind the headings. */
export interface Run {
  start: number
  end: number
  table: Table | null
}

/**
 * Reads a table that stands in one run of text, from its headings on: label, unit, figure, label, unit, figure.
 *
 * ```
 * 指标单位数量主动公开信息数条80其中：1.网站条602.公开栏条20
 *             ───────── ─ ──      ──── ─ ──
 * ```
 *
 * A label with dashes behind it (一、主动公开情况————) heads the rows that follow. Digits that run into the number of the next row
 * (602.) are cut where that number is the one that has to follow (2.); otherwise nothing of the run is certain, and it stays text.
 *
 * @param stop where the next headings begin
 */
export function readRun(view: TextView, headings: FoundHeadings, stop: number, words: HeadingWords): Run {
  const start = headings.spans[0]!.start
  const end = headings.spans[headings.spans.length - 1]!.end
  const simple = headings.columns.join() === 'label,unit,value'
  const cells = simple ? readCells(view.text, end, stop, words) : null
  if (!cells || cells.length === 0) return { start, end, table: null }
  const cut = (span: Span): Text[] => view.slice(span.start, span.end)
  const rows = [headings.spans, ...cells].map((spans) => rowOf(spans.map(cut)))
  return { start, end: cells[cells.length - 1]!.at(-1)!.end, table: tableOf(rows) }
}

interface Span {
  start: number
  end: number
}

/** Rows from `start` on, before the next headings at `stop`; null where the end of a figure is not certain. */
function readCells(text: string, start: number, stop: number, words: HeadingWords): Span[][] | null {
  const units = words.units.join('|')
  const row = new RegExp(
    `\\s*([^\\d\\s][^\\n]{0,${longestLabel}}?|\\d{1,2}[.、．][^\\d\\n][^\\n]{0,${longestLabel}}?)\\s*(?:(${units})\\s*(\\d[\\d,]*(?:\\.\\d+)?)|[—―–-]{1,4}\\s*[—―–-]{1,4})`,
    'y',
  )
  const rows: Span[][] = []
  let ordinal = 0
  for (let at = start; ; ) {
    row.lastIndex = at
    const match = row.exec(text)
    if (!match || match.index + match[0].length > stop) return rows
    const [whole, label = '', unit, figure = ''] = match
    const labelStart = match.index + whole.indexOf(label)
    const figureEnd = match.index + whole.length
    if (unit === undefined) {
      rows.push([{ start: labelStart, end: labelStart + label.length }])
      at = figureEnd
      ordinal = 0
      continue
    }
    const number = /(?:^|[^\d])(\d{1,2})[.、．](?!\d)/.exec(label)?.[1]
    // A part (其中) goes on the count of its whole.
    if (number !== undefined) ordinal = Number(number)
    else if (opensRow(label)) ordinal = 0
    const cut = figureEndsAt(text, figureEnd - figure.length, figureEnd, ordinal)
    if (cut === null) return null
    const end = cut < figureEnd ? cut : endOfRest(text, cut, ordinal)
    at = end
    // 主动公开信息数80其中：1.网站条60: the unit of the first row is not there, and the figure before it is its own.
    if (isDamaged(label, words)) continue
    const unitStart = text.lastIndexOf(unit, figureEnd - figure.length - unit.length)
    rows.push([
      { start: labelStart, end: labelStart + label.length },
      { start: unitStart, end: unitStart + unit.length },
      { start: figureEnd - figure.length, end },
    ])
  }
}

/** A figure or another label stands in a label, or it is too short to be one: a cell of the row is lost. */
function isDamaged(label: string, words: HeadingWords): boolean {
  const text = label.replace(/[（(][^（()）]*[)）]/g, '')
  return /\p{L}\s*\d/u.test(text) || !/\p{Script=Han}\s*\p{Script=Han}/u.test(text) || words.isTwoLabels(text)
}

/**
 * Digits or letters that go on behind a figure and are not the number of the next row: the figure was broken, or misread.
 *
 *     （一）收到申请数件5 351.当面申请数件4l9        5 35, 4l9: no numbers for certain
 */
function endOfRest(text: string, end: number, ordinal: number): number {
  rest.lastIndex = end
  const [found] = rest.exec(text) ?? ['']
  const next = String(ordinal + 1)
  const isNumbered = /^[.、．](?!\d)/.test(text.slice(end + found.length, end + found.length + 2))
  if (!isNumbered) return end + found.length
  return found.trim() !== next && found.endsWith(next) ? end + found.length - next.length : end
}

/** A line break or spaces before it, or letters right behind the figure. */
const rest = /\s{1,4}\d[\d,]{0,12}|[A-Za-z][\dA-Za-z]{0,12}/y

const longestLabel = 60

/** Where the figure ends: before the number of the next row, where its digits run into that. */
function figureEndsAt(text: string, start: number, end: number, ordinal: number): number | null {
  if (!/^[.、．](?!\d)/.test(text.slice(end, end + 2))) return end
  const next = String(ordinal + 1)
  const digits = text.slice(start, end)
  return digits.endsWith(next) && digits.length > next.length ? end - next.length : null
}
