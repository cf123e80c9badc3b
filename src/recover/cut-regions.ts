import { isSpace } from '../position/is-space'
import { sliceText } from '../position/slice-text'
import type { Flow, Heading, PageBreak, Paragraph, Table, TableCell, TableRow, Text } from '../tree'
import type { Region } from './find-regions'

type Node = Heading | Flow

/**
 * Cuts regions out of lines: what stands before and behind stays paragraphs, each line of a region becomes a row.
 *
 * @param regions offsets into the texts of all paragraphs, one character between two texts; in order, without overlaps
 */
export function cutRegions(nodes: Node[], regions: Region[]): Node[] {
  const out: Node[] = []
  let offset = 0
  let next = 0
  let table: Table | undefined
  const close = () => {
    if (table) out.push(...finish(table))
    table = undefined
  }
  for (const node of nodes) {
    if (node.type !== 'paragraph') {
      if (table && node.type === 'pageBreak') table.children.push(node)
      else out.push(node)
      continue
    }
    const lengths = node.children.map(({ value }) => value.length + 1)
    const start = offset
    const end = offset + lengths.reduce((sum, length) => sum + length, 0)
    offset = end
    let at = start
    while (at < end) {
      const region = regions[next]
      if (!region || region.from >= end) {
        close()
        out.push(...part(node, at - start, end - start))
        break
      }
      if (region.from > at) {
        close()
        out.push(...part(node, at - start, region.from - start))
        at = region.from
      }
      table ??= { type: 'table', layout: 'flattened', children: [] }
      const to = Math.min(end, region.to)
      table.children.push(...toRow(textsOf(node, at - start, to - start)))
      if (region.to > end) break
      next++
      close()
      at = to
    }
  }
  close()
  return out
}

/** The part `[from, to)` of a paragraph, if anything but white space stands there. */
function part(node: Paragraph, from: number, to: number): Paragraph[] {
  const children = textsOf(node, from, to)
  if (children.length === node.children.length && children.every((text, index) => text === node.children[index]))
    return [node]
  if (children.length === 0) return []
  const { gap: _, ...data } = node.data ?? {}
  const kept = from === 0 ? node.data : Object.keys(data).length > 0 ? data : undefined
  return [
    { type: 'paragraph', children, ...span(children[0], children[children.length - 1]), ...(kept && { data: kept }) },
  ]
}

/** The pieces of a paragraph's texts in `[from, to)`, without the white space around. */
function textsOf(node: Paragraph, from: number, to: number): Text[] {
  const out: Text[] = []
  let start = 0
  for (const text of node.children) {
    const { length } = text.value
    const first = Math.max(0, from - start)
    const last = Math.min(length, to - start)
    if (first === 0 && last === length) out.push(text)
    else if (last > first && text.value.slice(first, last).trim() !== '') out.push(trimmed(text, first, last))
    start += length + 1
  }
  return out
}

function trimmed(text: Text, from: number, to: number): Text {
  const value = text.value.slice(from, to)
  const start = from + value.length - value.trimStart().length
  return sliceText(text, start, to - (value.length - value.trimEnd().length))
}

/** A printed line as a row: figures are cells of their own, words up to the next figure or wide gap are one. */
function toRow(texts: Text[]): TableRow[] {
  const cells: TableCell[] = []
  for (const text of texts) {
    const { value } = text
    for (let at = 0; at < value.length; ) {
      if (isSpace(value.charCodeAt(at))) at++
      else {
        const end = cellEnd(value, at)
        const children = [sliceText(text, at, end)]
        cells.push({ type: 'tableCell', children, ...span(children[0], children[0]) })
        at = end
      }
    }
  }
  if (cells.length === 0) return []
  const [first, last] = [cells[0]!, cells[cells.length - 1]!]
  return [{ type: 'tableRow', children: cells, ...span(first.children[0], last.children[0]) }]
}

/** Where the cell ends that begins at `start`: behind a figure set apart by white space, or words with single spaces between them. */
function cellEnd(value: string, start: number): number {
  let end = start
  while (end < value.length && !isSpace(value.charCodeAt(end))) end++
  if (figure.test(value.slice(start, end))) return end
  while (end < value.length) {
    const next = value.charCodeAt(end + 1)
    if (value[end] !== ' ' || isSpace(next) || isDigit(next)) return end
    end++
    while (end < value.length && !isSpace(value.charCodeAt(end))) end++
  }
  return end
}

const figure = /^[+－−-]?[0-9０-９][0-9０-９,.，．]*$/

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

/** Page marks at the end of a table belong behind it. */
function finish(table: Table): (Table | PageBreak)[] {
  const { children } = table
  const end = children.findLastIndex(({ type }) => type !== 'pageBreak') + 1
  const rows = children.slice(0, end)
  const tail = children.slice(end).filter((child): child is PageBreak => child.type === 'pageBreak')
  if (rows.length === 0) return tail
  const first = rows.find((row) => row.type === 'tableRow')!
  return [{ ...table, children: rows, ...span(cellText(first, 0), cellText(rows[end - 1]!, -1)) }, ...tail]
}

/** The text of the cell at a place of a row. */
function cellText(row: TableRow | PageBreak, at: number): Text | undefined {
  const cell = row.type === 'tableRow' ? row.children.at(at) : undefined
  return cell?.type === 'tableCell' ? cell.children[0] : undefined
}

function span(first: Text | undefined, last: Text | undefined): { position?: { start: Point; end: Point } } {
  const start = first?.position?.start
  const end = last?.position?.end
  return start && end ? { position: { start, end } } : {}
}

type Point = NonNullable<Text['position']>['start']
