import { diagnoseReading } from '../diagnose-reading'
import type { Table, TableCell, TableRow, Text } from '../tree'
import { characters, type Document, isUnprinted, transparent } from './document'
import { childOf, valueIn, type XmlElement } from './parse-xml'

/** A row of the file: its cells with the grid columns that they cover. */
export interface Row {
  element: XmlElement
  cells: { element: XmlElement; column: number; colspan: number; merge: 'none' | 'first' | 'rest' }[]
}

/** True for a table of one column: a frame around paragraphs. */
export function isLayout(rows: Row[]): boolean {
  return rows.every(({ cells }) => cells.length <= 1)
}

/**
 * Makes the table of rows; tables inside its cells are collected in `nested`, to stand after it. A cell merged downwards is
 * one cell with a `rowspan`.
 *
 * ```
 * vMerge=restart   a                    rowspan=2   a
 * vMerge           b         →                      b
 * ```
 */
export function buildTable(rows: Row[], document: Document, nested: XmlElement[]): Table {
  const { source } = document
  if (source.point().column > 1) source.separate('\n')
  const start = source.point()
  const children: TableRow[] = rows.map((row, index) => {
    const first = source.point()
    const cells: TableCell[] = []
    for (const cell of row.cells) {
      if (cell.merge === 'rest' && isMergedAbove(rows, index, cell.column)) continue
      if (cells.length > 0) source.separate('\t')
      const rowspan = cell.merge === 'none' ? 1 : rowspanOf(rows, index, cell.column)
      const from = source.point()
      const texts = readCell(cell.element, nested, document)
      cells.push({
        type: 'tableCell',
        ...(cell.colspan > 1 && { colspan: cell.colspan }),
        ...(rowspan > 1 && { rowspan }),
        children: texts,
        position: { start: from, end: source.point() },
      })
    }
    const position = { start: first, end: source.point() }
    source.separate('\n')
    return { type: 'tableRow', children: cells, position }
  })
  return { type: 'table', layout: 'grid', children, position: { start, end: source.point() } }
}

/** Rows that were not deleted, up to the limit of cells. */
export function tableRows(table: XmlElement, { context }: Document): Row[] {
  const rows: Row[] = []
  let count = 0
  for (const element of descend(table, 'w:tr')) {
    const properties = childOf(element, 'w:trPr')
    if (childOf(properties, 'w:del')) continue
    const cells: Row['cells'] = []
    const before = spanOf(valueIn(properties, 'w:gridBefore'), 0)
    let column = before
    for (const cell of descend(element, 'w:tc')) {
      const tcPr = childOf(cell, 'w:tcPr')
      if (childOf(tcPr, 'w:cellDel')) continue
      const colspan = spanOf(valueIn(tcPr, 'w:gridSpan'), 1)
      const vMerge = childOf(tcPr, 'w:vMerge')
      const merge = !vMerge ? 'none' : vMerge.attributes['w:val'] === 'restart' ? 'first' : 'rest'
      const last = cells[cells.length - 1]
      if (last && childOf(tcPr, 'w:hMerge') && valueIn(tcPr, 'w:hMerge') !== 'restart') last.colspan += colspan
      else cells.push({ element: cell, column, colspan, merge })
      column += colspan
    }
    if (before > 0) cells.unshift({ element: emptyCell, column: 0, colspan: before, merge: 'none' })
    count += cells.length
    if (count > context.limits.cells) {
      diagnoseReading(context, 'structure-limit', {
        values: { what: 'table cells', actual: count, expected: context.limits.cells },
      })
      break
    }
    rows.push({ element, cells })
  }
  return rows
}

const emptyCell: XmlElement = { name: 'w:tc', attributes: {}, children: [], text: '' }

/** Children of that name, those inside content controls and insertions too. */
function descend(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) =>
    child.name === name ? [child] : transparent.has(child.name) ? descend(child, name) : [],
  )
}

/** A span after the limits of Word: 63 columns. */
function spanOf(value: string | undefined, least: number): number {
  const span = Number(value ?? least)
  return Number.isInteger(span) ? Math.min(Math.max(span, least), 63) : least
}

function cellAt(rows: Row[], index: number, column: number) {
  return rows[index]?.cells.find((cell) => cell.column === column)
}

function isMergedAbove(rows: Row[], index: number, column: number): boolean {
  const above = cellAt(rows, index - 1, column)
  return above !== undefined && above.merge !== 'none'
}

function rowspanOf(rows: Row[], index: number, column: number): number {
  let span = 1
  while (cellAt(rows, index + span, column)?.merge === 'rest') span++
  return span
}

/** The texts of a cell: a paragraph, a line one text each; tables inside are collected. */
function readCell(cell: XmlElement, nested: XmlElement[], document: Document): Text[] {
  const { source } = document
  const texts: Text[] = []
  let isOpen = false

  function write(value: string): void {
    if (value.trim() === '' && !isOpen) return
    if (!isOpen && texts.length > 0) source.separate(' ')
    const node = source.text(value.replace(/[\r\n\t]+/g, ' '))
    if (node) texts.push(node)
    isOpen = true
  }

  function read(parent: XmlElement): void {
    for (const child of parent.children) {
      const { name } = child
      if (isUnprinted(child)) continue
      if (name === 'w:tbl') nested.push(child)
      else if (name === 'w:p') {
        isOpen = false
        write(document.numbering.next(childOf(child, 'w:pPr')))
        read(child)
      } else if (name === 'w:t' || name === 'm:t') write(child.text)
      else if (name === 'w:br' || name === 'w:cr') isOpen = false
      else if (characters[name] !== undefined) write(characters[name])
      else read(child)
    }
  }
  read(cell)
  return texts
}
