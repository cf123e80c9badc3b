import { bodyParagraphs } from '../body-paragraphs'
import type { Context } from '../context'
import { findQuantities } from '../literal/find-quantities'
import { mentionLabel } from '../literal/mention-label'
import { proseView } from '../position/prose-view'
import type { Root } from '../tree'
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
