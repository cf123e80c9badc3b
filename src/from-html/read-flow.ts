import type { Element, ElementContent } from 'hast'
import type { Context } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import { joinRuns } from '../position/join-runs'
import type { LineIndex } from '../position/line-index'
import type { Flow, Paragraph, ParagraphData, Table, TableCell, TableRow, Text } from '../tree'
import type { Position } from '../types'
import { fieldRun } from './field-run'
import { isBlock, isPageControl, isPlaceMark } from './hidden-text'
import { type InlineTexts, inlineTexts } from './inline-texts'
import type { Measures } from './measure'
import { colspanOf, isLayoutTable, type RowElement, rowsOf, rowspanOf } from './table-element'
import { textRuns } from './text-runs'
import { withoutSpacers } from './without-spacers'

/** What the reading of one page needs everywhere. */
export interface Page {
  /** The markup, or null for a tree. */
  source: string | null
  lines: LineIndex | null
  measures: Measures
  /** The places of the pictures that were met, in order. */
  pictures: Position[]
  context: Context
}

/** What paragraphs inherit from the elements around them. */
interface Around {
  level?: number
  /** Lines end where they are printed, not where a paragraph ends. */
  soft?: boolean
  preformatted?: boolean
}

/**
 * Reads elements into paragraphs and tables: one `<p>` is one paragraph, `<br>` ends a line inside it, an inline run between
 * two blocks is a paragraph too. Tables that only arrange the page are read through.
 */
export function readFlow(elements: ElementContent[], page: Page): Flow[] {
  const flow: Flow[] = []
  const inline = inlineTexts(page.lines)
  let gap = 0

  function endLine(around: Around, hard: boolean): void {
    const children = inline.take(around.preformatted)
    if (children.length === 0) {
      gap++
      return
    }
    const paragraph = paragraphOf(joinRuns(children))
    const value = children.map((text) => text.value).join('')
    if (pageMark.test(value)) {
      flow.push({ type: 'pageBreak', value, ...(paragraph.position && { position: paragraph.position }) })
      return
    }
    const data: ParagraphData = {}
    if (gap > 0) data.gap = gap
    if (hard && !around.soft) data.hard = true
    if (around.level !== undefined) data.level = around.level
    if (Object.keys(data).length > 0) paragraph.data = data
    flow.push(paragraph)
    gap = 0
  }

  function readAll(children: ElementContent[], around: Around): void {
    for (const child of children) read(child, around)
  }

  function read(node: ElementContent, around: Around): void {
    if (node.type === 'text') readText(node, around)
    if (node.type === 'element' && isPicture(node) && node.position) page.pictures.push(node.position as Position)
    if (node.type !== 'element' || !page.measures.has(node)) return
    if (isPageControl(node) || isLinkList(node, page.measures)) return
    if (node.tagName === 'sup' && isFootnote(node, inline.last()) && !isPower(inline.last())) return
    if (node.tagName === 'br') endLine(around, false)
    else if (node.tagName === 'table') readTableElement(node, around)
    else if (isBlock(node)) readBlock(node, around)
    else readAll(node.children, around)
  }

  function readText(node: ElementContent & { type: 'text' }, around: Around): void {
    for (const run of textRuns(node, page.source)) {
      if (!around.preformatted) {
        inline.add(run)
        continue
      }
      let start = 0
      for (const line of run.value.split('\n')) {
        if (start > 0) endLine(around, false)
        inline.keep(run, start, start + line.length)
        start += line.length + 1
      }
    }
  }

  function readBlock(element: Element, around: Around): void {
    endLineIfAny(around)
    const before = flow.length
    const level = /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : around.level
    const preformatted = element.tagName === 'pre' || around.preformatted
    const inner: Around = { ...around, ...(level && { level }), ...(preformatted && { preformatted }) }
    readAll(element.children, inner)
    const isEmptyLine = flow.length === before && /^(?:p|h[1-6])$/.test(element.tagName)
    if (inline.hasText() || isEmptyLine) endLine(inner, !preformatted)
  }

  function endLineIfAny(around: Around): void {
    if (inline.hasText()) endLine(around, true)
  }

  function readTableElement(table: Element, around: Around): void {
    endLineIfAny(around)
    for (const child of table.children) if (child.type === 'element' && child.tagName === 'caption') read(child, around)
    const rows = rowsOf(table, page.measures)
    if (isLayoutTable(table, page.measures, rows)) {
      const isColumn = rows.every(({ cells }) => cells.length <= 1)
      for (const { cells } of rows)
        for (const cell of cells) readBlock(cell, { ...around, ...(isColumn && { soft: true }) })
      return
    }
    const inner: Element[] = []
    flow.push(readTable(table, withoutSpacers(rows), page, inner))
    for (const nested of inner) readTableElement(nested, around)
  }

  readAll(elements, {})
  endLineIfAny({})
  return flow
}

/** One table of data; tables inside its cells are collected in `nested`, to stand after it. */
function readTable(table: Element, rows: RowElement[], page: Page, nested: Element[]): Table {
  const children: TableRow[] = []
  const inline = inlineTexts(page.lines)
  let cells = 0
  for (const { element, cells: row, rest } of rows) {
    cells += row.length
    if (cells > page.context.limits.cells) {
      const values = { what: 'table cells', actual: cells, expected: page.context.limits.cells }
      diagnoseReading(page.context, 'structure-limit', { values, position: positionOf(element) })
      break
    }
    children.push(
      withPosition<TableRow>(
        { type: 'tableRow', children: row.map((cell) => readCell(cell, rest, page, inline, nested)) },
        element,
      ),
    )
  }
  return withPosition<Table>({ type: 'table', layout: 'grid', children }, table)
}

/** A cell with one text or more: its paragraphs and lines stay apart, blanks alone are no text. */
function readCell(element: Element, rest: number, page: Page, inline: InlineTexts, nested: Element[]): TableCell {
  const children: Text[] = []
  function readAll(nodes: ElementContent[]): void {
    for (const node of nodes) {
      if (node.type === 'text') for (const run of textRuns(node, page.source)) inline.add(run)
      if (node.type !== 'element') continue
      const field = fieldRun(node)
      if (field) inline.add(field)
      if (!page.measures.has(node) || isPlaceMark(node)) continue
      if (node.tagName === 'sup' && isFootnote(node, inline.last())) continue
      const breaks = isBlock(node) || node.tagName === 'br'
      if (breaks) children.push(...inline.take())
      if (node.tagName === 'table' && page.measures.get(node)!.cells > 1) nested.push(node)
      else readAll(node.children)
      if (breaks) children.push(...inline.take())
    }
  }
  readAll(element.children)
  children.push(...inline.take())
  const colspan = colspanOf(element)
  const rowspan = rowspanOf(element, rest)
  const cell: TableCell = { type: 'tableCell', children }
  if (colspan !== 1) cell.colspan = colspan
  if (rowspan !== 1) cell.rowspan = rowspan
  if (element.tagName === 'th') cell.header = true
  return withPosition<TableCell>(cell, element)
}

/** A `<sup>` that is the mark of a footnote behind a figure is no digit of it: `60211<sup>1</sup>`. */
function isFootnote({ children: [mark] }: Element, before: string): boolean {
  return mark?.type === 'text' && /^\s*\d{1,2}\s*$/.test(mark.value) && /\d$/.test(before)
}

/** Sentences hold powers too: `10<sup>4</sup>`. */
function isPower(before: string): boolean {
  return /(?:^|\D)10$/.test(before)
}

/** Pixels of a picture that is more than an icon or a line. */
const ICON = 100

function isPicture({ tagName, properties: { width, height } }: Element): boolean {
  return tagName === 'img' && ![width, height].some((size) => Number.parseFloat(String(size)) < ICON)
}

/** `- 4 -`, `第4页`: what a converter leaves of the end of a page. */
const pageMark = /^(?:[-–—－]{1,2}\s?\d{1,4}\s?[-–—－]{1,2}|第\s?\d{1,4}\s?页(?:[\s,，/]{0,3}共\s?\d{1,4}\s?页)?)$/

function paragraphOf(children: Text[]): Paragraph {
  const start = children[0]!.position?.start
  const end = children[children.length - 1]!.position?.end
  return start && end ? { type: 'paragraph', children, position: { start, end } } : { type: 'paragraph', children }
}

function withPosition<Node extends Table | TableRow | TableCell>(node: Node, element: Element): Node {
  const position = positionOf(element)
  if (position) node.position = position
  return node
}

function positionOf({ position }: Element): Position | undefined {
  return position?.start.offset !== undefined && position.end.offset !== undefined ? (position as Position) : undefined
}

/**
 * A menu, a list of related pages with their dates, a row of share buttons: several links and hardly anything else.
 *
 * ```
 * 上一篇：<a>…</a> 下一篇：<a>…</a>     <li><a>…</a> 2023-01-20     <a>…</a> | <a>…</a>
 * ```
 */
function isLinkList(element: Element, measures: Measures): boolean {
  const { text, linked, beside } = measures.get(element)!
  if (!isBlock(element) || linked === 0 || linked * 10 < (text - beside) * 9) return false
  let links = 0
  function count(nodes: ElementContent[]): void {
    for (const node of nodes) {
      if (node.type !== 'element' || links > 1 || !measures.has(node)) continue
      if (node.tagName === 'a') links++
      else count(node.children)
    }
  }
  count(element.children)
  return links > 1
}
