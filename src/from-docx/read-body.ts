import { joinRuns } from '../position/join-runs'
import type { Flow, Paragraph, ParagraphData, Text } from '../tree'
import { characters, type Document, isUnprinted, transparent } from './document'
import { childOf, type XmlElement } from './parse-xml'
import { buildTable, isLayout, tableRows } from './read-table'
import { isMarkDeleted } from './styles'

/** Reads the paragraphs and tables of a body, a text box or a footnote. */
export function readBody(body: XmlElement, document: Document): Flow[] {
  const { source } = document
  const flow: Flow[] = []
  let line: Text[] = []
  let gap = 0
  let boxes: XmlElement[] = []

  function endLine(data: ParagraphData): void {
    if (line.some(({ value }) => value.trim() !== '')) {
      const paragraph: Paragraph = { type: 'paragraph', children: joinRuns(line) }
      paragraph.position = { start: line[0]!.position!.start, end: line[line.length - 1]!.position!.end }
      const all: ParagraphData = { ...(gap > 0 && { gap }), ...data }
      if (Object.keys(all).length > 0) paragraph.data = all
      flow.push(paragraph)
      gap = 0
    } else gap++
    if (source.point().column > 1) source.separate('\n')
    line = []
  }

  function write(text: string): void {
    const node = source.text(text.replace(/[\r\n]+/g, ' '))
    if (node) line.push(node)
  }

  function readBlocks(parent: XmlElement): void {
    for (const child of parent.children) {
      if (child.name === 'w:p') readParagraph(child)
      else if (child.name === 'w:tbl') readTable(child)
      else if (transparent.has(child.name)) readBlocks(child)
    }
  }

  function readTable(table: XmlElement): void {
    const rows = tableRows(table, document)
    if (isLayout(rows)) {
      for (const { cells } of rows) for (const { element } of cells) readBlocks(element)
      return
    }
    const nested: XmlElement[] = []
    flow.push(buildTable(rows, document, nested))
    for (const inner of nested) readTable(inner)
  }

  function readParagraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'w:pPr')
    if (line.length === 0) write(document.numbering.next(properties))
    const level = document.styles.headingLevel(properties)
    const heading: ParagraphData = level === undefined ? {} : { level }
    readInline(paragraph, heading)
    if (!isMarkDeleted(properties)) endLine({ hard: true, ...heading })
    const inner = boxes
    boxes = []
    for (const box of inner) readBlocks(box)
  }

  function readInline(parent: XmlElement, heading: ParagraphData): void {
    for (const child of parent.children) {
      const { name } = child
      if (isUnprinted(child)) continue
      if (name === 'w:t' || name === 'm:t') write(child.text)
      else if (name === 'w:br' || name === 'w:cr') endLine(heading)
      else if (name === 'w:txbxContent') boxes.push(child)
      else if (pictures.has(name)) document.pictures.push({ start: source.point(), end: source.point() })
      else if (characters[name] !== undefined) write(characters[name])
      else if (name === 'w:sym') write(symbolOf(child))
      else readInline(child, heading)
    }
  }

  readBlocks(body)
  if (line.length > 0) endLine({ hard: true })
  return flow
}

/** What holds the picture itself, in a drawing of today and of former days. */
const pictures = new Set(['pic:pic', 'v:imagedata'])

/** A symbol by its code; those of symbol fonts (private use) mean nothing without the font. */
function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  return code >= 0x20 && code < 0xe000 ? String.fromCharCode(code) : ''
}
