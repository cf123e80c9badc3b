import { parseCell } from '../literal/cell'
import { sliceText } from '../position/slice-text'
import type { Flow, Heading, Table, Text } from '../tree'
import type { StatisticsColumn } from '../types'
import type { FoundHeadings, HeadingWords } from './statistics-headings'
import { rowOf, tableOf } from './statistics-table'

type Node = Heading | Flow
type Role = StatisticsColumn['role']

/** Reads a table that begins at `nodes[start]`: a row a line, cells apart by spaces; or a cell a line. */
export function readRowLines(
  nodes: Node[],
  start: number,
  words: HeadingWords,
): { table: Table; length: number } | null {
  const line = lineAt(nodes, start)
  if (!line) return null
  const headings = words.read(line.value)
  if (headings) return readSpaced(nodes, start, line, headings, words)
  return words.roleOf(line.value) === undefined ? null : readStacked(nodes, start, words)
}

/** The one text of a line; a figure alone on its line may have been taken for a page number. */
function lineAt(nodes: Node[], index: number): Text | undefined {
  const node = nodes[index]
  if (node?.type === 'pageBreak' && /^\s*\d+\s*$/.test(node.value))
    return { type: 'text', value: node.value, ...(node.position && { position: node.position }) }
  return node?.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined
}

/** `  其中：1.网站    条   24565` */
function readSpaced(nodes: Node[], start: number, line: Text, headings: FoundHeadings, words: HeadingWords) {
  const rows = [rowOf(headings.spans.map((span) => sliceText(line, span.start, span.end)))]
  let length = 1
  for (; ; length++) {
    const text = lineAt(nodes, start + length)
    const cells = text && spacedCells(text, headings.columns, words)
    if (!cells) break
    rows.push(rowOf(cells))
  }
  return length > 1 ? { table: tableOf(rows), length } : null
}

/** The cells of a line from its end: what is left is the label, which may hold spaces. */
function spacedCells(line: Text, columns: Role[], words: HeadingWords): Text[] | null {
  const tokens = [...line.value.matchAll(/\S+/g)]
  const labelled = columns.length - 1 - columns.lastIndexOf('label')
  if (columns.indexOf('label') !== 0 || tokens.length < columns.length || labelled !== columns.length - 1) return null
  const split = tokens.length - labelled
  const cells = tokens.slice(split).map((token) => sliceText(line, token.index, token.index + token[0].length))
  if (!cells.every(({ value }, index) => fits(value, columns[index + 1]!, words))) return null
  const last = tokens[split - 1]!
  return [sliceText(line, tokens[0]!.index, last.index + last[0].length), ...cells]
}

/** A cell a line: the headings, then row after row. */
function readStacked(nodes: Node[], start: number, words: HeadingWords) {
  const columns: Role[] = []
  const head: Text[] = []
  for (let line = lineAt(nodes, start); line; line = lineAt(nodes, start + head.length)) {
    const role = words.roleOf(line.value)
    if (role === undefined || (role === 'label' && columns.includes('label'))) break
    columns.push(role)
    head.push(line)
  }
  if (columns[0] !== 'label' || !columns.includes('unit') || !columns.includes('value')) return null
  const rows = [rowOf(head)]
  for (let at = start + head.length; ; at += columns.length) {
    const cells = columns.map((_, index) => lineAt(nodes, at + index))
    if (!cells.every((cell, index) => cell && fits(cell.value, columns[index]!, words))) break
    rows.push(rowOf(cells as Text[]))
  }
  return rows.length > 1 ? { table: tableOf(rows), length: head.length * rows.length } : null
}

function fits(printed: string, role: Role, words: HeadingWords): boolean {
  const text = printed.trim()
  const isDash = /^[-—―–－/]+$/.test(text)
  if (role === 'label') return /\p{Script=Han}{2}/u.test(text)
  if (role === 'unit') return isDash || words.units.includes(text)
  if (role === 'value') return isDash || parseCell(text, { type: 'decimal' }).state === 'number'
  return /^[\dA-Za-z.]{1,6}$/.test(text) || isDash
}
