import { sliceText } from '../position/slice-text'
import type { Flow, Heading, PageBreak, Paragraph, ParagraphData, Root, SectionNode, Table, Text } from '../tree'

/** A printed line (or a paragraph of markup), without the white space at its ends. */
export interface Line {
  type: 'line'
  texts: Text[]
  /** The values of its texts. */
  value: string
  data: ParagraphData
  /** Columns of white space before it: two for a full-width space. */
  indent: number
  /** Columns to its end, indent included: Chinese characters count two. */
  width: number
  /** A row or cell of a table that was not recovered: tabs stand inside it, or one stands before it. */
  tabbed: boolean
  behindTab: boolean
  /** A row of a table or of captions: wide spaces stand between its parts. */
  isRow: boolean
}

/** What stands in a document, without its outline. */
export type Item = Line | Table | PageBreak

/** Takes a tree apart into lines, tables and page breaks; sections that it may have already are dissolved. */
export function linesOf(tree: Root): Item[] {
  const items: Item[] = []
  addItems(tree.children, items)
  const lines = items.filter((item): item is Line => item.type === 'line')
  const sentences = lines.filter(({ value }) => value.includes('。'))
  // Where sentences stand behind a tab, tabs are the indent of paragraphs and no mark of cells.
  if (sentences.filter(({ behindTab }) => behindTab).length * 2 > sentences.length)
    for (const line of lines) if (line.behindTab) line.tabbed = line.value.includes('\t')
  return items
}

function addItems(nodes: (Root['children'][number] | Heading | Flow | SectionNode)[], items: Item[]): void {
  for (const node of nodes) {
    if (node.type === 'section') addItems(node.children, items)
    else if (node.type !== 'heading' && node.type !== 'paragraph') items.push(node)
    else {
      const line = toLine(node, node.type === 'heading' ? { hard: true, level: node.depth } : (node.data ?? {}))
      if (line) items.push(line)
    }
  }
}

/** Null for white space alone. */
function toLine({ children }: Paragraph | Heading, data: ParagraphData): Line | null {
  let printed = ''
  let value = ''
  const texts: Text[] = []
  for (const [index, text] of children.entries()) {
    printed += text.value
    const own = trimmed(text, children[index - 1], children[index + 1])
    if (!own) continue
    texts.push(own)
    value += own.value
  }
  if (value === '') return null
  const start = printed.length - printed.trimStart().length
  const indent = widthOf(printed.slice(0, start))
  const width = indent + widthOf(value)
  const behindTab = start > 0 && printed.slice(0, start).includes('\t')
  const tabbed = isCell(printed, value)
  const isRow = value.length < longestRow && rowSpaces.test(value)
  return { type: 'line', texts, value, data, indent, width, tabbed, behindTab, isRow }
}

/** Characters of a line. */
const longestRow = 200

/** Between two words, or twice between figures. */
const rowSpaces = /[^\0-\xff]\s{3,}[^\0-\xff]|\d\s{2,}\d+\s{2,}\d/

/** A tab inside the line, or in front of what is too short for an indented paragraph. */
function isCell(printed: string, value: string): boolean {
  return value.includes('\t') || (printed.includes('\t') && value.length < 40 && !value.includes('。'))
}

/** A text without the white space at the ends of its line: at a seam within a line it stays. */
function trimmed(text: Text, before: Text | undefined, after: Text | undefined): Text | null {
  const { value } = text
  const start = sameLine(before, text) ? 0 : value.length - value.trimStart().length
  const end = sameLine(text, after) ? value.length : value.trimEnd().length
  return end > start ? sliceText(text, start, end) : null
}

function sameLine(left: Text | undefined, right: Text | undefined): boolean {
  return left !== undefined && right !== undefined && left.position?.end.line === right.position?.start.line
}

/** Columns of a text in a fixed-width font: one for Latin, two for Chinese characters and their quotes, dashes and dots. */
export function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += isWide(text.charCodeAt(at)) ? 2 : 1
  return width
}

function isWide(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026)
}
