import type { TextItem } from '../../src/types'
import { type Piece, piecesOf } from './pieces'
import type { Block } from './report'
import type { Cell } from './sheet'

const page = { width: 595, left: 72, top: 72, bottom: 770, foot: 800 }
const size = 10.5
const leading = 14

/** Sets a report on A4 pages, as a word processor prints it: wrapped labels, group labels one character a line. */
export function typeset(blocks: readonly Block[]): TextItem[] {
  const sheet = { items: [] as TextItem[], page: 1, y: page.top }
  for (const block of blocks) {
    if (block.type === 'sheet')
      for (const [index, piece] of piecesOf(block.sheet).entries()) setTable(sheet, piece, index > 0)
    else setText(sheet, block)
  }
  for (let number = 1; number <= sheet.page; number++)
    put(sheet.items, `- ${number} -`, number, page.width / 2 - 15, page.foot)
  return sheet.items.map((item) => ({ ...item, x: round(item.x), y: round(item.y), width: round(item.width) }))
}

interface Printer {
  items: TextItem[]
  page: number
  y: number
}

function setText(printer: Printer, block: Exclude<Block, { type: 'sheet' }>): void {
  const text = block.type === 'heading' ? `${block.marker}${block.title}` : block.text
  const indent = block.type === 'paragraph' || block.type === 'heading' ? 2 : 0
  const perLine = Math.floor((page.width - 2 * page.left) / size)
  for (const [index, line] of wrap(text, perLine - (indent > 0 ? 2 : 0)).entries()) {
    if (printer.y > page.bottom) turn(printer)
    const right = block.type === 'signature' || block.type === 'date'
    const x = right ? page.width - page.left - widthOf(line) : page.left + (index === 0 ? indent * size : 0)
    put(printer.items, line, printer.page, x, printer.y)
    printer.y += leading * 1.6
  }
}

function setTable(printer: Printer, piece: Piece, newPage: boolean): void {
  if (newPage) turn(printer)
  const { rows } = piece
  if (rows.length === 0) return
  const columns = columnEdges(rows)
  const heights = rowHeights(rows, columns)
  const tops: { page: number; y: number }[] = []
  for (const height of heights) {
    if (printer.y + height > page.bottom) turn(printer)
    tops.push({ page: printer.page, y: printer.y })
    printer.y += height
  }
  const set = new Set<Cell>()
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (set.has(cell) || cell.text === '') continue
      set.add(cell)
      const last = rows.findLastIndex((cells, index) => index >= at && cells[column] === cell)
      setCell(
        printer,
        cell,
        at,
        last,
        tops,
        heights,
        columns[column]!,
        columns[column + row.filter((other) => other === cell).length]!,
      )
    }
  }
  printer.y += leading
}

/** Centres the lines of a cell; a merged cell that a page end cuts goes on at the top of the next page. */
function setCell(
  printer: Printer,
  cell: Cell,
  first: number,
  last: number,
  tops: readonly { page: number; y: number }[],
  heights: readonly number[],
  left: number,
  right: number,
): void {
  const lines = cellLines(cell, right - left)
  const start = tops[first]!
  const lastOnPage = tops.findLastIndex((top, index) => index <= last && top.page === start.page)
  const height = tops[lastOnPage]!.y + heights[lastOnPage]! - start.y
  const room = Math.max(1, Math.floor(height / leading))
  const here = lastOnPage < last ? lines.slice(0, room) : lines
  const rest = lastOnPage < last ? lines.slice(room) : []
  const offset = Math.max(0, (height - here.length * leading) / 2)
  for (const [index, line] of here.entries()) {
    const centred = cell.role === 'value' || cell.role === 'head' || cell.role === 'caption'
    const x = centred ? (left + right - widthOf(line)) / 2 : left + 3
    // the baseline of digits lies a little lower than that of Chinese characters
    put(printer.items, line, start.page, x, start.y + offset + index * leading + (cell.role === 'value' ? 1.5 : 0))
  }
  const next = tops[lastOnPage + 1]
  if (next)
    for (const [index, line] of rest.entries()) put(printer.items, line, next.page, left + 3, next.y + index * leading)
}

function rowHeights(rows: readonly (readonly Cell[])[], columns: readonly number[]): number[] {
  const heights = rows.map(() => leading + 6)
  const measured = new Set<Cell>()
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (measured.has(cell)) continue
      measured.add(cell)
      const span = row.filter((other) => other === cell).length
      const last = rows.findLastIndex((cells, index) => index >= at && cells[column] === cell)
      const needed = cellLines(cell, columns[column + span]! - columns[column]!).length * leading + 6
      const given = heights.slice(at, last + 1).reduce((sum, height) => sum + height, 0)
      if (needed > given) heights[last]! += needed - given
    }
  }
  return heights
}

function columnEdges(rows: readonly (readonly Cell[])[]): number[] {
  const width = Math.max(...rows.map((row) => row.length))
  const available = page.width - 2 * page.left + 40
  const shares = width === 10 ? [0.9, 1.8, 4, 2, 2, 2, 2, 2, 2, 2] : Array<number>(width).fill(1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const edges = [page.left - 20]
  for (const share of shares) edges.push(edges.at(-1)! + (share / total) * available)
  return edges
}

function cellLines(cell: Cell, width: number): string[] {
  if (cell.role === 'value') return [cell.text]
  return cell.text.split('\n').flatMap((line) => wrap(line, Math.max(1, Math.floor((width - 4) / size))))
}

/** Breaks text into lines of at most `length` Chinese characters; figures and Latin words stay whole. */
export function wrap(text: string, length: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/[\d.,:@a-z-]+|\s+|./giu) ?? []) {
    if (line !== '' && widthOf(line + word) > length * size) {
      lines.push(line)
      line = word.trimStart()
    } else line += word
  }
  return line === '' ? lines : [...lines, line]
}

function put(items: TextItem[], str: string, number: number, x: number, y: number): void {
  if (str !== '') items.push({ page: number, str, x, y, width: widthOf(str), height: size })
}

function turn(printer: Printer): void {
  printer.page++
  printer.y = page.top
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character.codePointAt(0)! > 0x2e7f ? size : size / 2
  return width
}

const round = (value: number) => Math.round(value * 100) / 100
