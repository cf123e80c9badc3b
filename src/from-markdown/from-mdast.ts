import type { Heading, Root as Mdast, TableCell as MdastCell, Table as MdastTable, Nodes, Parents } from 'mdast'
import { withoutRadicals } from '../fold/radical-symbols'
import { fromText } from '../from-text/from-text'
import { joinRuns } from '../position/join-runs'
import { sliceText } from '../position/slice-text'
import type { Flow, Paragraph, Root, Table, TableCell, Text } from '../tree'
import type { Position } from '../types'
import { plainText } from './plain-text'
import { withoutSource } from './without-source'

/**
 * Makes a report tree of an mdast tree.
 *
 * @param tree   mdast, with GFM tables where there are pipe tables
 * @param source the Markdown it was parsed from: everything but headings and tables is then read as plain text from there; without
 *               it from the values of the nodes, where list markers and line breaks are no longer exact
 * @throws {TypeError} on anything but an mdast root
 */
export function fromMdast(tree: Mdast, source?: string): Root {
  if (tree?.type !== 'root' || !Array.isArray(tree.children))
    throw new TypeError('Expected the root of an mdast tree as the first argument of `fromMdast`')
  if (source === undefined) return withoutSource(tree, { heading, table })
  const marked = structures(tree, source)
  const text = fromText(source)
  const children: Root['children'] = []
  let next = 0
  let end = 0
  for (const line of text.children) {
    for (; next < marked.length && startOf(marked[next]!) < line.position!.end.offset; next++) {
      children.push(...nodesOf(marked[next]!))
      end = marked[next]!.position!.end.offset!
    }
    if (line.position!.start.offset < end) continue
    children.push(...(line.type === 'paragraph' ? plainText(line) : [line as Flow]))
  }
  return { ...text, children }
}

function startOf(node: Nodes): number {
  return node.position!.start.offset!
}

function nodesOf(node: Heading | MdastTable): (Paragraph | Table)[] {
  return node.type === 'heading' ? heading(node) : [table(node)]
}

/** The headings marked by `#` and the pipe tables of a tree, in order, also those inside lists and quotations. */
function structures(tree: Mdast, source: string): (Heading | MdastTable)[] {
  const out: (Heading | MdastTable)[] = []
  visit(tree.children)
  return out

  function visit(nodes: Nodes[]): void {
    for (const node of nodes) {
      const offset = node.position?.start.offset
      if (offset === undefined) continue
      // A line over --- is a heading too, but more often a sum over a rule.
      if (node.type === 'table' || (node.type === 'heading' && source[offset] === '#')) out.push(node)
      else if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') visit(node.children)
    }
  }
}

/** A heading as a paragraph with its level: its marks stay outside the text, and so do the attributes that Pandoc sets behind. */
function heading(node: Heading): Paragraph[] {
  const children = joinRuns(withoutAttributes(textsOf(node)))
  if (children.length === 0) return []
  const position = span(children)
  return [{ type: 'paragraph', children, data: { hard: true, level: node.depth }, ...(position && { position }) }]
}

/** 一、概述 {#一概述 .unnumbered} */
function withoutAttributes(texts: Text[]): Text[] {
  const last = texts.at(-1)
  const start = last?.value.search(/\s*\{[#.][^{}]*\}\s*$/) ?? -1
  return start < 0 ? texts : [...texts.slice(0, -1), ...(start === 0 ? [] : [sliceText(last!, 0, start)])]
}

function table(node: MdastTable): Table {
  return {
    type: 'table',
    layout: 'delimited',
    children: node.children.map((row) => ({
      type: 'tableRow',
      children: row.children.map(cell),
      ...placeOf(row),
    })),
    ...placeOf(node),
  }
}

function cell(node: MdastCell): TableCell {
  return { type: 'tableCell', children: textsOf(node), ...placeOf(node) }
}

/** The texts of inline content: entities and escapes are atomic, `<br>` and marks of emphasis fall away. */
function textsOf(node: Parents): Text[] {
  return node.children.flatMap((child): Text[] => {
    if (child.type === 'text' || child.type === 'inlineCode') {
      const values = withoutRadicals(child.value).split(/\r\n|[\n\r]/)
      if (values.length === 1) return [{ type: 'text', value: values[0]!, ...placeOf(child) }]
      return values.filter((value) => value !== '').map((value) => ({ type: 'text', value }))
    }
    return 'children' in child ? textsOf(child) : []
  })
}

function placeOf(node: Nodes): { position?: Position } {
  const { position } = node
  return position?.start.offset === undefined ? {} : { position: plain(position as Position) }
}

/** A copy with our fields alone. */
function plain({ start, end }: Position): Position {
  const point = ({ line, column, offset }: Position['start']) => ({ line, column, offset })
  return { start: point(start), end: point(end) }
}

function span(texts: Text[]): Position | undefined {
  const start = texts[0]?.position?.start
  const end = texts[texts.length - 1]?.position?.end
  return start && end && { start, end }
}
