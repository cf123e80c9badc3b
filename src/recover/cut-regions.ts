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
  return [{ type: 'paragraph', children, ...span(children), ...(kept && { data: kept }) }]
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
  const cells = texts.flatMap((text) =>
    [...text.value.matchAll(cellPattern)].map(({ 0: value, index }): TableCell => {
      const children = [sliceText(text, index, index + value.length)]
      return { type: 'tableCell', children, ...span(children) }
    }),
  )
  const children = cells.flatMap((cell) => cell.children)
  return cells.length === 0 ? [] : [{ type: 'tableRow', children: cells, ...span(children) }]
}

/** A figure set apart by white space, or words with single spaces between them. */
const cellPattern = /(?<!\S)[+－−-]?[0-9０-９][0-9０-９,.，．]*(?!\S)|[^\s](?:[^\s]| (?![\s0-9０-９]))*/g

/** Page marks at the end of a table belong behind it. */
function finish(table: Table): (Table | PageBreak)[] {
  const { children } = table
  let end = children.length
  while (end > 0 && children[end - 1]!.type === 'pageBreak') end--
  const rows = children.slice(0, end)
  const texts = rows.flatMap((row) =>
    row.type === 'tableRow' ? row.children.flatMap((cell) => (cell.type === 'tableCell' ? cell.children : [])) : [],
  )
  const tail = children.slice(end).filter((child): child is PageBreak => child.type === 'pageBreak')
  return rows.length === 0 ? tail : [{ ...table, children: rows, ...span(texts) }, ...tail]
}

function span(texts: Text[]): { position?: { start: Point; end: Point } } {
  const start = texts[0]?.position?.start
  const end = texts[texts.length - 1]?.position?.end
  return start && end ? { position: { start, end } } : {}
}

type Point = NonNullable<Text['position']>['start']
