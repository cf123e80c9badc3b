import type { Context } from '../context'
import { findQuantities } from '../literal/find-quantities'
import { mentionLabel } from '../literal/mention-label'
import { proseView } from '../position/prose-view'
import type { Heading, Paragraph, Root, SectionNode } from '../tree'
import type { Mention, Pointer, Provenance } from '../types'

/**
 * The quantities of all paragraphs, in document order; none from headings, tables, title, signature and page furniture.
 * Each gets its provenance at `/mentions/i`.
 */
export function compileMentions(tree: Root, provenance: Record<Pointer, Provenance>, context: Context): Mention[] {
  const mentions: Mention[] = []
  for (const { paragraph, section } of bodyParagraphs(tree)) {
    const view = proseView(paragraph.children, context.source)
    for (const { start, end, ...quantity } of findQuantities(view.text)) {
      const { raw, ...place } = view.locate(start, end)
      provenance[`/mentions/${mentions.length}`] = { raw, state: 'number', evidence: 'text', ...place }
      mentions.push({ ...quantity, raw, label: mentionLabel(view.text, start), section })
    }
  }
  return mentions
}

/** Every paragraph of body text with the pointer of the section it stands in, in document order. */
export function* bodyParagraphs(
  node: Root | SectionNode,
  section: Pointer | null = null,
): Generator<{ paragraph: Paragraph; section: Pointer | null }> {
  let index = 0
  for (const child of node.children as (Heading | Root['children'][number])[]) {
    if (child.type === 'section') yield* bodyParagraphs(child, `${section ?? ''}/sections/${index++}`)
    else if (child.type === 'paragraph' && !child.data?.role) yield { paragraph: child, section }
  }
}
