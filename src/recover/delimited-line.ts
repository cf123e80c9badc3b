import type { Flow, Heading, PageBreak, Paragraph, TableCell, Text } from '../tree'
import { commaSpans } from './comma-cells'
import { isRuleLine, partialRule, pipeCells, pipeCellsOfRuns } from './pipe-line'
import { MAX_LINE_CELLS, toCell } from './to-cell'

/** A printed line of a table to be, or a page mark between two of them. */
export interface DelimitedLine {
  node: Paragraph | PageBreak
  /** Blank lines printed before it. */
  gap: number
  /**
   * Its cells, blank ones with no text; a line without a delimiter is one cell, a page mark none. Those of a line with commas are
   * made where enough of them follow one another: in prose they do not.
   */
  cells: TableCell[]
  delimiter: 'tab' | 'pipe' | 'comma' | 'rule' | 'none' | 'page'
}

/** A row with the lines that it was made of. */
export interface DelimitedRow {
  cells: TableCell[]
  lines: DelimitedLine[]
}

/** Reads a node as a line that may belong to a table; undefined for headings, marked-up paragraphs, tables. */
export function readLine(node: Heading | Flow): DelimitedLine | undefined {
  if (node.type === 'pageBreak') return { node, gap: 0, cells: [], delimiter: 'page' }
  const text = node.type === 'paragraph' && !node.data?.hard && !node.data?.level ? node.children[0] : undefined
  if (node.type !== 'paragraph' || !text) return undefined
  const gap = node.data?.gap ?? 0
  if (node.children.length > 1) {
    const cells =
      node.children.every(({ data }, index) => index === 0 || data?.joined) && pipeCellsOfRuns(node.children)
    return cells ? { node, gap, cells, delimiter: 'pipe' } : undefined
  }
  const marks = marksOf(text.value)
  if (marks & drawn) {
    if (isRuleLine(text.value)) return { node, gap, cells: [], delimiter: 'rule' }
    const ruled = partialRule(text)
    if (ruled) return { node, gap, cells: ruled, delimiter: 'rule' }
    const piped = pipeCells(text)
    if (piped) return { node, gap, cells: piped, delimiter: 'pipe' }
  }
  const tabbed = marks & tab ? tabCells(text) : undefined
  if (tabbed) return { node, gap, cells: tabbed, delimiter: 'tab' }
  if (marks & comma && commaSpans(text)) return { node, gap, cells: [], delimiter: 'comma' }
  return { node, gap, cells: [toCell(text, 0, text.value.length)], delimiter: 'none' }
}

/** Whether a table may begin with a node: a line without a delimiter is never the first. */
export function mayBeginTable(node: Heading | Flow): boolean {
  return node.type === 'paragraph' && node.children.some(({ value }) => marksOf(value) !== 0)
}

/** Which delimiters stand in a line: one of them in every line of a table, none in most lines of a text. */
function marksOf(line: string): number {
  let marks = 0
  for (let at = 0; at < line.length; at++) marks |= kinds[line.charCodeAt(at)]!
  return marks
}

const tab = 1
const comma = 2
/** What upright and level lines are drawn with. */
const drawn = 4

const kinds = /* @__PURE__ */ makeKinds()

function makeKinds(): Uint8Array {
  const table = new Uint8Array(0x10000)
  table['\t'.charCodeAt(0)] = tab
  table[','.charCodeAt(0)] = comma
  for (const mark of '|｜│┃+:=-─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝') table[mark.charCodeAt(0)] = drawn
  return table
}

/** The cells of a line with tabs; undefined where they are too many for a row. */
function tabCells(text: Text): TableCell[] | undefined {
  const cells: TableCell[] = []
  for (let start = 0; start <= text.value.length; ) {
    const tab = text.value.indexOf('\t', start)
    const end = tab < 0 ? text.value.length : tab
    if (cells.length === MAX_LINE_CELLS) return undefined
    cells.push(toCell(text, start, end))
    start = end + 1
  }
  return cells
}

/** Digits, a dash, or digits with a unit, invisible characters aside: what stands in a body cell. */
export function isFigure(printed: string): boolean {
  const text = printed.replace(/\p{Cf}/gu, '').trim()
  return /^[+＋\-－—–/／↑↓]?\s?[\d０-９](?:[\d０-９,，.．]*[\d０-９])?\s?[%％\p{Script=Han}]{0,4}$|^[-－—–/／]{1,2}$/u.test(
    text,
  )
}

/** A body cell that holds a figure. */
export function isFigureCell(cell: TableCell): boolean {
  return isFigure(cellText(cell))
}

/** The printed text of a cell. */
export function cellText({ children }: TableCell): string {
  return children.length === 1 ? children[0]!.value : children.map(({ value }) => value).join('')
}

/** A cell without a word. */
export function isBlank(cell: TableCell): boolean {
  return cell.children.length === 0
}
