import { sliceText } from '../position/slice-text'
import { areColumnLetters } from '../statistics/statistics'
import type { Flow, Heading, Table, Text } from '../tree'
import type { StatisticsColumn } from '../types'
import { fits, lineAt, longestLabel, opensRow } from './statistics-cells'
import type { FoundHeadings, HeadingWords } from './statistics-headings'
import { rowOf, tableOf } from './statistics-table'

/**
 * Reads a table with a row a line, its cells apart by spaces. A label may run over the lines above and below its cells; one
 * that has no cells heads the rows below.
 *
 * ```
 * 一、主动公开情况                               一、主动公开情况
 * （一）主动公开信息数
 *                         条      80      →    （一）主动公开信息数（相同信息计1条） │ 条 │ 80
 * （相同信息计1条）
 *   其中：1.网站            条      60            其中：1.网站 │ 条 │ 60
 * ```
 */
export function readSpaced(
  nodes: (Heading | Flow)[],
  start: number,
  line: Text,
  { columns, spans }: FoundHeadings,
  words: HeadingWords,
): { table: Table; length: number } | null {
  const rows: Text[][][] = [spans.map((span) => [sliceText(line, span.start, span.end)])]
  /** Lines of labels that wait for their cells. */
  let waiting: Text[] = []
  let length = 1
  for (let at = 1; ; at++) {
    const text = lineAt(nodes, start + at)
    if (at === 1 && text && isLetterLine(text, columns.length)) continue
    if (text && waiting.length === 0 && rows.length > 1 && isRest(text)) {
      rows.at(-1)!.at(-1)!.push(text)
      length = at + 1
      continue
    }
    const cells = text && readCells(text, columns, words)
    if (cells) {
      rows.push(...withLabel(waiting, cells))
      waiting = []
    } else if (!text || !isLabel(text.value, words)) break
    else if (waiting.length === 0 && goesOn(rows[rows.length - 1]!, text)) rows[rows.length - 1]![0]!.push(text)
    else if (waiting.length === longestLabel) break
    else waiting.push(text)
    if (waiting.length === 0) length = at + 1
  }
  return rows.length > 1 ? { table: tableOf(rows.map(rowOf)), length } : null
}

/** 甲 乙 丙 1 2 below the headings. */
function isLetterLine(line: Text, count: number): boolean {
  const tokens = line.value.trim().split(/\s+/)
  return tokens.length === count && areColumnLetters(tokens)
}

/**
 * Digits alone behind a row: the rest of the figure above them, or the number of a page. They are put to that figure, which then
 * says no number for certain.
 */
function isRest({ value }: Text): boolean {
  return /^\s*[\d.,]{1,9}\s*$/.test(value)
}

/** A line may be a part of a label unless it is prose, or the headings of the next table. */
function isLabel(text: string, words: HeadingWords): boolean {
  return fits(text, 'label', words) && text.trim().length <= longestLine && words.read(text) === null
}

const longestLine = 60

/** A row with the lines of labels above it: they are its own, unless it begins a row itself; then they head it. */
function withLabel(waiting: Text[], [label, ...cells]: Text[][]): Text[][][] {
  const groups: Text[][] = []
  for (const text of waiting) {
    const last = groups[groups.length - 1]
    if (last && !opensRow(text.value)) last.push(text)
    else groups.push([text])
  }
  const isOwn = label!.length > 0 && opensRow(label![0]!.value)
  const own = isOwn ? label! : [...(groups.pop() ?? []), ...label!]
  return [...groups.map((group) => [group]), [own, ...cells]]
}

/** Whether a line goes on the label of the row before it: a remark in brackets, or one that is open there. */
function goesOn(row: Text[][], text: Text): boolean {
  const label = row[0]!.map(({ value }) => value).join('')
  const isOpen =
    Math.max(label.lastIndexOf('（'), label.lastIndexOf('(')) >
    Math.max(label.lastIndexOf('）'), label.lastIndexOf(')'))
  return isOpen || (/^\s*[（(]/.test(text.value) && !opensRow(text.value))
}

/** The cells of a line from its end: what is left is the label, which may hold spaces, or stand on other lines. */
function readCells(line: Text, columns: StatisticsColumn['role'][], words: HeadingWords): Text[][] | null {
  const tokens = [...line.value.matchAll(/\S+/g)] as RegExpExecArray[]
  const behind = columns.length - 1
  if (columns.lastIndexOf('label') !== 0 || tokens.length < behind) return null
  const split = tokens.length - behind
  const cells = tokens.slice(split).map((token) => [sliceText(line, token.index, token.index + token[0].length)])
  if (!cells.every(([text], index) => fits(text!.value, columns[index + 1]!, words)))
    return readDamaged(line, tokens, columns, words)
  const last = tokens[split - 1]
  return [last ? [sliceText(line, tokens[0]!.index, last.index + last[0].length)] : [], ...cells]
}

/**
 * A row whose unit is lost, stands behind its figure, or whose figure is lost or misread: what stands behind the label is its figure,
 * whatever it says.
 *
 *     主动公开信息数  80        主动公开信息数  80 条        主动公开信息数  条        主动公开信息数  条  8O
 */
function readDamaged(
  line: Text,
  tokens: RegExpExecArray[],
  columns: StatisticsColumn['role'][],
  words: HeadingWords,
): Text[][] | null {
  if (columns.join() !== 'label,unit,value') return null
  const cut = (from: RegExpExecArray, to: RegExpExecArray) => [sliceText(line, from.index, to.index + to[0].length)]
  const last = tokens.at(-1)!
  if (tokens.length > 1 && words.units.includes(last[0])) return [cut(tokens[0]!, tokens.at(-2)!), cut(last, last), []]
  const at = tokens.findIndex(([text], index) => index > 0 && /^[\dA-Za-z][\dA-Za-z.,]*$/.test(text))
  const first = tokens[at]
  if (!first || tokens.length - at > 2) return null
  const hasUnit = at > 1 && fits(tokens[at - 1]![0], 'unit', words)
  const label = cut(tokens[0]!, tokens[hasUnit ? at - 2 : at - 1]!)
  return [label, hasUnit ? cut(tokens[at - 1]!, tokens[at - 1]!) : [], cut(first, last)]
}
