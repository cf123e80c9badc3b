import type { Context } from '../context'
import { softBreak } from '../position/soft-break'
import { type TextView, textView } from '../position/text-view'
import type { ParagraphData, Root, SectionNode, Table } from '../tree'
import type { Pointer, Provenance } from '../types'
import { type MetadataWords, metadataWords } from './metadata-words'

/** A paragraph of the sectionized tree, where it stands and what it is. */
export interface PrintedParagraph {
  view: TextView
  role: ParagraphData['role']
  /** It stands before the first section. */
  front: boolean
}

/** What the metadata of one report is read from and written to. */
export interface MetadataInput {
  /** In document order. */
  paragraphs: PrintedParagraph[]
  words: MetadataWords
  /** What the file states outside its text: `<title>`, a meta element with the date. */
  fileTitle: string | undefined
  filePublished: string | undefined
  context: Context
  provenance: Record<Pointer, Provenance>
}

/** Collects the paragraphs of a tree for the metadata. */
export function metadataInput(tree: Root, provenance: Record<Pointer, Provenance>, context: Context): MetadataInput {
  const paragraphs: PrintedParagraph[] = []
  collect(tree, true)
  return {
    paragraphs,
    words: metadataWords(context.grammars),
    fileTitle: tree.data?.title,
    filePublished: tree.data?.published,
    context,
    provenance,
  }

  function collect(node: Root | SectionNode, front: boolean): void {
    for (const child of node.children) {
      if (child.type === 'section') collect(child, false)
      else if (child.type === 'table') {
        if (front) for (const row of rowsOf(child, context)) paragraphs.push(row)
      } else if (child.type === 'paragraph')
        paragraphs.push({ view: textView(child.children, context.source, softBreak), role: child.data?.role, front })
    }
  }
}

/** The rows of a table before the first section: pages print 索引号, 发布日期 and the like in one. */
function rowsOf(table: Table, { source }: Context): PrintedParagraph[] {
  return table.children.flatMap((row) => {
    if (row.type !== 'tableRow') return []
    const texts = row.children.flatMap((cell) => (cell.type === 'tableCell' ? cell.children : []))
    return texts.length > 0 ? [{ view: textView(texts, source, ' '), role: 'furniture', front: true }] : []
  })
}

/** Notes where a value stands and gives it back: `text.slice(start, end)` of the view. */
export function note(
  { provenance }: MetadataInput,
  pointer: Pointer,
  view: TextView,
  start: number,
  end: number,
  state: 'text' | 'number' = 'text',
): string {
  const { raw, ...place } = view.locate(start, end)
  provenance[pointer] = { raw, state, evidence: 'text', ...place }
  return view.text.slice(start, end)
}
