import { emptyWords } from '../evidence/evidence-symbols'
import type { TableCell } from '../tree'
import { cellText, type DelimitedLine, type DelimitedRow, isFigure } from './delimited-line'

/**
 * Rows of a table printed one cell a line, each cell after a tab, each row before a blank line.
 *
 * ```
 * \t商业
 * 企业        a line without a tab goes on with the cell above
 * \t3
 * 19          unless it is a figure: then it has lost its tab
 *
 * \t          a cell without a word is blank
 * ```
 *
 * Where every line is followed by a blank one, a row ends at a wider gap; where there are no blank lines at all, before the
 * first words behind a figure.
 */
export function dumpRows(block: DelimitedLine[]): DelimitedRow[] {
  const widest = rowGap(block)
  const indent = markTabs(block)
  const rows: DelimitedRow[] = []
  let row: DelimitedRow | undefined
  let pending: DelimitedLine[] = []
  for (const line of block) {
    if (line.delimiter === 'page' || line.delimiter === 'rule') {
      pending.push(line)
      continue
    }
    const cells = dumpCells(line, indent)
    const goesOn = row !== undefined && continuesCell(line, row)
    const begins = widest === undefined ? row !== undefined && beginsRow(cells, row) : line.gap >= widest
    if (row && goesOn) {
      const last = row.cells[row.cells.length - 1]!
      row.cells[row.cells.length - 1] = joinCells(last, cells[0]!)
      append(row.lines, [...pending, line])
    } else if (row && !begins) {
      append(row.cells, cells)
      append(row.lines, [...pending, line])
    } else {
      for (const mark of pending) rows.push({ cells: [], lines: [mark] })
      row = { cells, lines: [line] }
      rows.push(row)
    }
    pending = []
  }
  for (const mark of pending) rows.push({ cells: [], lines: [mark] })
  return rows
}

/** Not by spreading: a call takes only so many arguments. */
function append<T>(list: T[], more: T[]): void {
  for (const one of more) list.push(one)
}

/** The number of blank lines that ends a row; undefined where blank lines do not tell. */
function rowGap(block: DelimitedLine[]): number | undefined {
  const counts = new Map<number, number>()
  let lines = 0
  for (const { gap, delimiter } of block.slice(1)) {
    if (delimiter !== 'tab') continue
    counts.set(gap, (counts.get(gap) ?? 0) + 1)
    lines++
  }
  const gaps = [...counts.keys()].sort((a, b) => a - b)
  const smallest = gaps.find((gap) => counts.get(gap)! * 4 >= lines)
  const widest = gaps.find((gap) => gap > (smallest ?? 0))
  return widest !== undefined && startsRows(block, widest) ? widest : undefined
}

/** Wider gaps in their place, for each one that is not: rows that lost their label or their gap. */
const IN_PLACE = 3

/**
 * Rows begin with a label behind the figures of the row before: wider gaps that stand between two figures, and labels behind
 * figures without one, show blank lines that are strewn about.
 */
function startsRows(block: DelimitedLine[], widest: number): boolean {
  let inPlace = 0
  let strewn = 0
  for (const [at, { gap, cells, delimiter }] of block.entries()) {
    if (at === 0 || delimiter !== 'tab' || !isFigureLine(block[at - 1]!.cells)) continue
    const isWide = gap >= widest
    if (isFigureLine(cells)) strewn += isWide ? 1 : 0
    else if (isWide) inPlace++
    else if (cells.some(({ children }) => children.length > 0)) strewn++
  }
  return strewn * IN_PLACE <= inPlace
}

/** Its one text is a figure, or a word for none. */
function isFigureLine(cells: TableCell[]): boolean {
  let only: TableCell | undefined
  for (const cell of cells) {
    if (cell.children.length === 0) continue
    if (only) return false
    only = cell
  }
  return only !== undefined && isValue(only)
}

function isValue(cell: TableCell): boolean {
  const text = cellText(cell)
  return isFigure(text) || emptyWords.has(text) || splitDigits.test(text)
}

/** `1 60`: digits that a space parts are one cell all the same. */
const splitDigits = /^\d+(?: \d+)+$/

/** Tabs before a cell that are its mark: one, or more where the whole table is indented. */
function markTabs(block: DelimitedLine[]): number {
  let fewest = Number.POSITIVE_INFINITY
  for (const { cells, delimiter } of block) {
    const leading = cells.findIndex((cell) => cell.children.length > 0)
    if (delimiter === 'tab' && leading > 0) fewest = Math.min(fewest, leading)
  }
  return Number.isFinite(fewest) ? fewest : 1
}

/** The tab before a cell is its mark, a tab behind it says nothing. */
function dumpCells({ cells, delimiter }: DelimitedLine, indent: number): TableCell[] {
  if (delimiter === 'none' || cells.length === 1) return cells
  const leading = cells.findIndex((cell) => cell.children.length > 0)
  const marked = cells.slice(Math.min(indent, leading < 0 ? cells.length - 1 : leading))
  let end = marked.length
  while (end > 1 && marked[end - 1]!.children.length === 0) end--
  return marked.slice(0, end)
}

function continuesCell({ delimiter, gap, cells }: DelimitedLine, row: DelimitedRow): boolean {
  const last = row.cells[row.cells.length - 1]!
  if (delimiter !== 'none' || gap > 0 || last.children.length === 0) return false
  if (/^\s*[.．、)）]/.test(cellText(cells[0]!))) return true
  return !isFigure(cellText(cells[0]!)) && !isFigure(cellText(last))
}

function beginsRow(cells: TableCell[], row: DelimitedRow): boolean {
  const isFilled = ({ children }: TableCell) => children.length > 0
  const first = cells.find(isFilled)
  const last = row.cells.findLast(isFilled)
  return first !== undefined && last !== undefined && !isValue(first) && isValue(last)
}

function joinCells(left: TableCell, right: TableCell): TableCell {
  const children = [...left.children, ...right.children]
  const start = children[0]?.position?.start
  const end = children[children.length - 1]?.position?.end
  return { ...left, children, ...(start && end && { position: { start, end } }) }
}
