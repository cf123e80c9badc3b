import { areColumnLetters } from '../statistics/statistics'
import type { Flow, Heading, Table, TableRow, Text } from '../tree'
import type { StatisticsColumn } from '../types'
import { fits, lineAt, longestLabel, opensRow } from './statistics-cells'
import type { HeadingWords } from './statistics-headings'
import { rowOf, tableOf } from './statistics-table'

type Node = Heading | Flow
type Role = StatisticsColumn['role']

/**
 * Reads a table with a cell a line: the headings, then row after row. A label may run over several lines; one that has no
 * cells heads the rows below.
 *
 * ```
 * 指标                       指标 │ 单位 │ 数量
 * 单位
 * 数量
 * 一、主动公开情况       →     一、主动公开情况
 * （一）主动公开信息数           （一）主动公开信息数（相同信息计1条） │ 条 │ 80
 * （相同信息计1条）
 * 条
 * 80
 * ```
 */
export function readStacked(
  nodes: Node[],
  start: number,
  words: HeadingWords,
): { table: Table; length: number } | null {
  const columns: Role[] = []
  const head: Text[] = []
  for (let line = lineAt(nodes, start); line; line = lineAt(nodes, start + head.length)) {
    const role = words.roleOf(line.value)
    if (role === undefined || (role === 'label' && columns.includes('label'))) break
    columns.push(role)
    head.push(line)
  }
  if (columns[0] !== 'label' || !columns.includes('unit') || !columns.includes('value')) return null
  const rows: TableRow[] = [rowOf(head.map((text) => [text]))]
  let at = start + head.length
  const below = columns.flatMap((_, index) => lineAt(nodes, at + index)?.value.trim() ?? [])
  if (below.length === columns.length && areColumnLetters(below)) at += columns.length
  for (let read = readRow(nodes, at, columns, words); read; read = readRow(nodes, at, columns, words)) {
    rows.push(...read.rows)
    at += read.length
    const rest = lineAt(nodes, at)
    if (!rest || !/^\s*[\d.,]{1,9}\s*$/.test(rest.value)) continue
    // The rest of the figure above, or the number of a page: put to that figure, it makes no number for certain.
    rows.push(withRest(rows.pop()!, columns.length, rest))
    at++
  }
  return rows.length > 1 ? { table: tableOf(rows), length: at - start } : null
}

/** The row at `nodes[start]`, with the labels before it that have no cells; null where no row stands there. */
function readRow(
  nodes: Node[],
  start: number,
  columns: Role[],
  words: HeadingWords,
): { rows: TableRow[]; length: number } | null {
  const labels = readLabels(nodes, start, columns, words)
  const own = labels.pop()
  if (!own) return null
  let first = start + own.length + labels.flat().length
  const cells: Text[][] = []
  const figure = lineAt(nodes, first)
  if (figure && isFigure(figure.value, columns, words)) {
    // The number of a page before the unit; else the row has none.
    const behind = lineAt(nodes, first + 1)
    first++
    if (!behind || !fits(behind.value, 'unit', words))
      return { rows: [...labels.map((label) => rowOf([label])), rowOf([own, [], [figure]])], length: first - start }
  }
  for (const [index, role] of columns.slice(1).entries()) {
    const line = lineAt(nodes, first + index)
    const isGroup = cells.length > 0 && cells.every(isDash)
    if (line && fits(line.value, role, words) && !(isGroup && !isDash([line]))) cells.push([line])
    else if (isGroup) break
    // A blank cell leaves no line; where the row has one figure, nothing else can be missing.
    else if (role === 'value' && index + 2 === columns.length && index === 1 && line && opensRow(line.value)) break
    else return null
  }
  const rows = [...labels.map((label) => rowOf([label])), rowOf([own, ...cells])]
  return { rows, length: first + cells.length - start }
}

/** The labels up to the first line that belongs in the next column, each its lines; none where one is too long to be a label. */
function readLabels(nodes: Node[], start: number, columns: Role[], words: HeadingWords): Text[][] {
  const labels: Text[][] = []
  for (let at = start; ; at++) {
    const line = lineAt(nodes, at)
    if (!line || fits(line.value, columns[1]!, words) || isFigure(line.value, columns, words)) return labels
    // The headings of the next table.
    if (words.roleOf(line.value) !== undefined) return []
    const last = labels[labels.length - 1]
    if (!last || opensRow(line.value)) {
      if (!fits(line.value, 'label', words) || labels.length === longestLabel) return []
      labels.push([line])
    } else if (last.length === longestLabel) return []
    else last.push(line)
  }
}

/** A figure where the unit should stand, in a table with one column of figures. */
function isFigure(text: string, columns: Role[], words: HeadingWords): boolean {
  return columns.join() === 'label,unit,value' && /^\s*[\d.,]+\s*$/.test(text) && fits(text, 'value', words)
}

/** A row with a further text in its last cell; a row without figures stays as it is. */
function withRest(row: TableRow, width: number, rest: Text): TableRow {
  const cells = row.children.flatMap((cell) => (cell.type === 'tableCell' ? [cell.children] : []))
  return cells.length < width ? row : rowOf([...cells.slice(0, -1), [...cells.at(-1)!, rest]])
}

/** A group of rows has dashes in the place of its unit, and of its figure nothing. */
function isDash([text]: Text[]): boolean {
  return /^\s*[-—―–]+\s*$/.test(text!.value)
}
