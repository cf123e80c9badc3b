import { textView } from '../position/text-view'
import type { PageBreak, Paragraph, TableCell, Text } from '../tree'
import { MAX_LINE_CELLS, toCell } from './to-cell'

/** Characters that draw the upright lines of a table in plain text. */
const PIPES = '|｜│┃'

const anyPipe = /[|｜│┃]/

/** Characters of a line with a single pipe; longer ones are prose. */
const MAX_SINGLE = 60

/**
 * The cells of a line drawn with pipes, or undefined where it is none: it holds two pipes at least, or one and is short.
 *
 * `| 商业<br>企业 | 3 |` has two cells; a line break in markup parts the first one into two texts.
 */
export function pipeCells(text: Text): TableCell[] | undefined {
  const edges = pipeEdges(text.value)
  const readCell = /<br/i.test(text.value) ? breakLines : toCell
  return edges?.slice(1).map((end, index) => readCell(text, edges[index]! + 1, end))
}

/** The same of a line that marks of emphasis part into several texts: `| **统计指标** | **单位** |`. */
export function pipeCellsOfRuns(texts: Text[]): TableCell[] | undefined {
  const view = textView(texts, null)
  const edges = pipeEdges(view.text)
  return edges?.slice(1).map((end, index) => {
    const start = edges[index]! + 1
    const value = view.text.slice(start, end)
    const from = start + value.length - value.trimStart().length
    const children = view.slice(from, start + value.trimEnd().length)
    const [first, last] = [children[0]?.position, children[children.length - 1]?.position]
    const position = first && last && { start: first.start, end: last.end }
    return { type: 'tableCell', children, ...(position && { position }) }
  })
}

/** The pipes between and around the cells of a line. */
function pipeEdges(value: string): number[] | undefined {
  if (!anyPipe.test(value)) return undefined
  const bars: number[] = []
  for (let at = 0; at < value.length; at++) if (PIPES.includes(value[at]!) && value[at - 1] !== '\\') bars.push(at)
  if (bars.length === 0) return undefined
  const printed = value.trim()
  const opens = PIPES.includes(printed[0]!)
  const closes = PIPES.includes(printed[printed.length - 1]!)
  if (bars.length < 2 && !(bars.length === 1 && printed.length <= MAX_SINGLE)) return undefined
  if (bars.length > MAX_LINE_CELLS) return undefined
  return [...(opens ? [] : [-1]), ...bars, ...(closes ? [] : [value.length])]
}

/** Whether a line begins, or ends, with a pipe. */
export function hasOuterPipe(line: Paragraph | PageBreak, side: 'start' | 'end'): boolean {
  if (line.type !== 'paragraph') return false
  const printed = line.children.at(side === 'start' ? 0 : -1)?.value.trim() ?? ''
  return printed !== '' && PIPES.includes(printed[side === 'start' ? 0 : printed.length - 1]!)
}

/** A line that only draws: `|---|---|`, `+----+`, `├──┼──┤`. */
export function isRuleLine(line: string): boolean {
  if (!/^[\s|｜│┃+:=\-─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝]+$/.test(line)) return false
  return /[-=─━═]{3}/.test(line) || (/[-=─━═]/.test(line) && /[|｜│┃┼┌┬┐├┤└┴┘+╔╦╗╠╬╣╚╩╝]/.test(line))
}

/**
 * The words of a line that is a rule in part, because a cell reaches over it: `| 度办理  +-------+----+`. Undefined where a
 * line is none.
 */
export function partialRule(text: Text): TableCell[] | undefined {
  const { value } = text
  if (!/[+├┼]\s?[-=─━═]{3}/.test(value) || !/[|｜│┃├┤]/.test(value)) return undefined
  const cells: TableCell[] = []
  let start = 0
  for (const { index, 0: mark } of value.matchAll(/[|｜│┃+├┼┤]|[-=─━═]{3,}/g)) {
    if (cells.length === MAX_LINE_CELLS) return undefined
    cells.push(toCell(text, start, index))
    start = index + mark.length
  }
  cells.push(toCell(text, start, value.length))
  return cells.filter(({ children }) => children.length > 0)
}

function breakLines(text: Text, start: number, end: number): TableCell {
  const children: Text[] = []
  let from = start
  for (const { index, 0: mark } of text.value.slice(start, end).matchAll(/<br\s?\/?>/gi)) {
    children.push(...toCell(text, from, start + index).children)
    from = start + index + mark.length
  }
  children.push(...toCell(text, from, end).children)
  const [first, last] = [children[0]?.position, children[children.length - 1]?.position]
  return {
    type: 'tableCell',
    children,
    ...(first && last && { position: { start: first.start, end: last.end } }),
  }
}
