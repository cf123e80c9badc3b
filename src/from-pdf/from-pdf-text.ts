import { type Context, createContext } from '../context'
import { withoutRadicals } from '../fold/radical-symbols'
import { layPages } from '../page-layout/lay-pages'
import type { PlacedText } from '../page-layout/placed-text'
import { sourceBuilder } from '../position/source-builder'
import type { Flow, ReportNode, Root, TableCell, Text } from '../tree'
import type { TextItem } from '../types'

/**
 * Reads positioned text items, from any extractor of PDF text: lines and cells come from the coordinates, not from the order
 * of the items. The text is written out to `root.data.source`, which positions index; `data.origin` keeps page and box.
 *
 * @param items in points from the top left of the page, as a person sees it
 * @throws {TypeError} on anything but an array of items
 */
export function fromPdfText(items: TextItem[]): Root {
  if (!Array.isArray(items))
    throw new TypeError('Expected an array of text items as the first argument of `fromPdfText`')
  return readItems(items, createContext(null))
}

/** The reading behind `fromPdfText` and `fromPdf`, with the findings of both. */
export function readItems(items: TextItem[], context: Context): Root {
  const root = placeTexts(layPages(items.map(placedText), context))
  return context.diagnostics.length > 0 ? { ...root, data: { ...root.data, diagnostics: context.diagnostics } } : root
}

function placedText({ page, str, x, y, width, height }: TextItem): PlacedText {
  if (typeof str !== 'string' || ![page, x, y, width, height].every(Number.isFinite))
    throw new TypeError('Expected text items with the string `str` and the numbers `page`, `x`, `y`, `width`, `height`')
  const text: Text = { type: 'text', value: withoutRadicals(str.replace(/[\r\n]+/g, ' ')) }
  text.data = { origin: { page, box: [x, y, width, height] } }
  return { page, x, y, width, height, texts: [text] }
}

/** Writes the text of all nodes in their order and gives them their positions in it. */
function placeTexts(children: Flow[]): Root {
  const source = sourceBuilder()
  const start = source.point()

  function place(node: ReportNode): void {
    const from = source.point()
    if (node.type === 'pageBreak') source.text(node.value)
    else if (node.type === 'tableCell') placeCell(node)
    else if (node.type !== 'text')
      for (const [index, child] of node.children.entries()) {
        if (child.type === 'text') placeText(child)
        else {
          if (index > 0) source.separate(child.type === 'tableCell' ? '\t' : '\n')
          place(child)
        }
      }
    node.position = { start: from, end: source.point() }
  }

  function placeText(text: Text): void {
    const placed = source.text(text.value)
    if (placed?.position) text.position = placed.position
  }

  function placeCell(cell: TableCell): void {
    for (const [index, text] of cell.children.entries()) {
      if (index > 0) source.separate(' ')
      placeText(text)
    }
  }

  const root: Root = { type: 'root', children }
  place(root)
  return { ...root, data: { source: source.source() }, position: { start, end: source.point() } }
}
