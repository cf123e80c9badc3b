import type { Flow, Heading, Table, TableCell, TableRow } from '../tree'
import { collectCommas, isCommaTable } from './comma-line'
import {
  cellText,
  type DelimitedLine,
  type DelimitedRow,
  isBlank,
  isFigure,
  isFigureCell,
  mayBeginTable,
  readLine,
} from './delimited-line'
import { hasOuterPipe } from './pipe-line'
import { areHeadings, isPlausibleTable } from './plausible-table'
import { dumpRows } from './word-dump'
import { wrappedRows } from './wrapped-rows'

type Node = Heading | Flow

/**
 * Finds the tables whose cells are set apart by tabs or pipes, among the lines of a text.
 *
 * ```
 * \t规章        one cell a line, a blank line ends the row: what Word's tables become
 * \t2                                                                                  规章 │ 2 │ 19
 * \t19                                                                         →
 * 规章\t2\t19   one row a line                                                         规章 │ 2 │ 19
 * | 规章 | 2 | 19 |
 * ```
 *
 * Prose that happens to hold a tab or a pipe stays as it is.
 */
export function recoverDelimited(nodes: Node[]): Node[] {
  const out: Node[] = []
  for (let at = 0; at < nodes.length; ) {
    const block = collectBlock(nodes, at)
    if (!block) out.push(nodes[at++]!)
    else {
      for (const node of buildTables(block)) out.push(node)
      at += block.length
    }
  }
  return out
}

/** Blank lines between two rows of one table; more of them end it. */
const MAX_GAP = 4
/** Lines without a delimiter in a row, inside a table: more of them are prose. */
const MAX_PLAIN_LINES = 3
/** Characters of a line that continues a cell. */
const MAX_PLAIN_LENGTH = 40

/** The lines from `start` on that may be one table; undefined where none begins. */
function collectBlock(nodes: Node[], start: number): DelimitedLine[] | undefined {
  if (!mayBeginTable(nodes[start]!)) return undefined
  const first = readLine(nodes[start]!)
  if (first?.delimiter === 'comma') return collectCommas(nodes, start)
  if (!first || !isDelimited(first)) return undefined
  const block = [first]
  let end = 1
  for (let at = start + 1, plain = 0; at < nodes.length; at++) {
    const line = readLine(nodes[at]!)
    if (!line || line.gap > MAX_GAP) break
    if (isDelimited(line)) {
      block.push(line)
      end = block.length
      plain = 0
    } else if (line.delimiter === 'page') block.push(line)
    else if (line.delimiter === 'comma') break
    else if (++plain > MAX_PLAIN_LINES || !mayContinue(line, nodes, at, block)) break
    else block.push(line)
    if (line.delimiter === 'none' && continuesCell(line, block[block.length - 2])) end = block.length
  }
  return block.slice(0, end)
}

function isDelimited({ delimiter }: DelimitedLine): boolean {
  return delimiter === 'tab' || delimiter === 'pipe' || delimiter === 'rule'
}

/**
 * A line without a tab belongs to the table where it continues a cell or has lost its tab:
 *
 * ```
 * \t商业              \t规章
 * 企业        or      2          or (row of figures without its label)   规范性文件
 *                                                                        \t1
 * ```
 *
 * A caption or a heading stands before a header row, which begins with words.
 */
function mayContinue(line: DelimitedLine, nodes: Node[], at: number, block: DelimitedLine[]): boolean {
  const text = cellText(line.cells[0]!)
  if (text.length > MAX_PLAIN_LENGTH || /[。；;!！?？]$/.test(text)) return false
  if (isFigure(text) || line.gap === 0) return !isPartHeading(text)
  const following = rowLines(nodes, at + 1)
  const figures = following.filter(({ cells }) => cells.every((cell) => isBlank(cell) || isFigureCell(cell)))
  if (following.length === 0 || figures.length === 0) return false
  return figures.length === following.length || recentRowLengths(block).has(following.length + 1)
}

/** Lines with a tab that follow one another without a gap: a row, one cell a line. */
function rowLines(nodes: Node[], start: number): DelimitedLine[] {
  const lines: DelimitedLine[] = []
  for (let at = start; at < nodes.length && lines.length < MAX_ROW_LINES; at++) {
    const line = readLine(nodes[at]!)
    if (line?.delimiter !== 'tab' || line.gap > 0) break
    lines.push(line)
  }
  return lines
}

/** Cells of one row at most that are looked at ahead. */
const MAX_ROW_LINES = 30

/** Lines of each of the last rows, which a gap ends. */
function recentRowLengths(block: DelimitedLine[]): Set<number> {
  const lengths = new Set<number>()
  let length = 0
  for (let at = block.length - 1; at >= Math.max(0, block.length - 2 * MAX_ROW_LINES); at--) {
    length++
    if (block[at]!.gap === 0) continue
    lengths.add(length)
    length = 0
  }
  return lengths.add(length)
}

/** A figure, or words under words, right below a line with a tab. */
function continuesCell(line: DelimitedLine, before: DelimitedLine | undefined): boolean {
  if (line.gap > 0 || before?.delimiter !== 'tab') return false
  const text = cellText(line.cells[0]!)
  const above = before.cells.findLast((cell) => !isBlank(cell))
  return isFigure(text) || (text.length <= MAX_REST && above !== undefined && !isFigureCell(above))
}

/** Characters of the rest of a broken cell at the end of a table: a signature is longer. */
const MAX_REST = 6

/** Rows out of lines, tables out of rows; what turns out to be no table goes back as it came. */
function buildTables(lines: DelimitedLine[]): Node[] {
  if (lines[0]!.delimiter === 'comma' && !isCommaTable(lines)) return lines.map(({ node }) => node)
  const block = withOuterBlanks(lines)
  const isDump = isWordDump(block)
  const rows = isDump ? dumpRows(block) : wrappedRows(block)
  return splitAtHeadings(rows).flatMap((part): Node[] => {
    const cells = part.flatMap((row) => (row.cells.length > 0 ? [row.cells] : []))
    const isTable = isPlausibleTable(cells) || (isDump && cells.length === 1 && areHeadings(cells[0]!))
    return isTable ? [toTable(part)] : part.flatMap(({ lines }) => lines.map(({ node }) => node))
  })
}

/**
 * Where some lines have no pipe at their beginning, a pipe at the beginning of another closes a blank cell; so at the end.
 *
 * ```
 * 规章 | 2 | 19
 *  | 1 | 15         the first cell is blank
 * ```
 */
function withOuterBlanks(lines: DelimitedLine[]): DelimitedLine[] {
  const piped = lines.filter(({ delimiter }) => delimiter === 'pipe')
  const opened = piped.filter(({ node }) => hasOuterPipe(node, 'start')).length
  const closed = piped.filter(({ node }) => hasOuterPipe(node, 'end')).length
  const blank: TableCell = { type: 'tableCell', children: [] }
  return lines.map((line) => {
    if (line.delimiter !== 'pipe') return line
    const before = opened < piped.length && hasOuterPipe(line.node, 'start') ? [blank] : []
    const after = closed < piped.length && hasOuterPipe(line.node, 'end') ? [blank] : []
    return { ...line, cells: [...before, ...line.cells, ...after] }
  })
}

/** Most lines begin with a tab and hold one cell. */
function isWordDump(block: DelimitedLine[]): boolean {
  const tabbed = block.filter(({ delimiter }) => delimiter === 'tab')
  const single = tabbed.filter(({ cells }) => {
    const filled = cells.filter((cell) => cell.children.length > 0).length
    return cells[0]!.children.length === 0 && filled <= 1 && cells.length <= 4
  })
  return tabbed.length > 1 && single.length * 2 > tabbed.length && !block.some(({ delimiter }) => delimiter === 'pipe')
}

/**
 * A row that is nothing but the heading of a part, `三、收到和处理…`, stands between two tables, unless figures follow it.
 * Rows of one text at the end of a table are paragraphs that begin with a tab.
 */
function splitAtHeadings(rows: DelimitedRow[]): DelimitedRow[][] {
  const parts: DelimitedRow[][] = [[]]
  for (const [index, row] of rows.entries()) {
    const only = onlyText(row)
    if (only !== undefined && row.cells.length === 1 && isPartHeading(only) && !isFigures(rows[index + 1]))
      parts.push([row], [])
    else parts[parts.length - 1]!.push(row)
  }
  return parts.flatMap(cutTail).filter((part) => part.length > 0)
}

/** A row of figures without words: the row label above it is no heading. */
function isFigures(row: DelimitedRow | undefined): boolean {
  const filled = row?.cells.filter((cell) => !isBlank(cell)) ?? []
  return filled.length > 0 && filled.every(isFigureCell)
}

function cutTail(rows: DelimitedRow[]): DelimitedRow[][] {
  let end = rows.length
  while (end > 1 && isTail(rows[end - 1]!)) end--
  return end === rows.length ? [rows] : [rows.slice(0, end), ...rows.slice(end).map((row) => [row])]
}

function isTail(row: DelimitedRow): boolean {
  if (row.cells.length === 0) return row.lines.every(({ delimiter }) => delimiter === 'page')
  const only = row.cells.length === 1 ? onlyText(row) : undefined
  return only !== undefined && !isFigure(only) && row.lines.every(({ delimiter }) => delimiter !== 'pipe')
}

function onlyText({ cells }: DelimitedRow): string | undefined {
  const filled = cells.filter((cell) => cell.children.length > 0)
  return filled.length === 1 ? cellText(filled[0]!) : undefined
}

function isPartHeading(text: string): boolean {
  return /^[一二三四五六七八九十]{1,3}\s?[、.．]/.test(text)
}

function toTable(rows: DelimitedRow[]): Table {
  const children: Table['children'] = []
  for (const row of rows) {
    if (row.cells.length > 0) children.push(toRow(row))
    for (const { node } of row.lines) if (node.type === 'pageBreak') children.push(node)
  }
  return { type: 'table', layout: 'delimited', children, ...spanOf(rows[0]!.lines, rows[rows.length - 1]!.lines) }
}

function toRow({ cells, lines }: DelimitedRow): TableRow {
  return { type: 'tableRow', children: cells, ...spanOf(lines, lines) }
}

function spanOf(first: DelimitedLine[], last: DelimitedLine[]): Pick<Table, 'position'> {
  const start = first[0]?.node.position?.start
  const end = last[last.length - 1]?.node.position?.end
  return start && end ? { position: { start, end } } : {}
}
