import { mentionLabel } from '../literal/mention-label'
import type { BodyParagraph } from '../prose/body-paragraphs'
import type { Mention, Pointer, Provenance } from '../types'

/**
 * The quantities of all paragraphs, in document order; none from headings, tables, title, signature and page furniture.
 * Each gets its provenance at `/mentions/i`.
 */
export function compileMentions(paragraphs: BodyParagraph[], provenance: Record<Pointer, Provenance>): Mention[] {
  const mentions: Mention[] = []
  for (const { view, section, quantities } of paragraphs) {
    for (const { start, end, ...quantity } of quantities) {
      const { raw, ...place } = view.locate(start, end)
      provenance[`/mentions/${mentions.length}`] = { raw, state: 'number', evidence: 'text', ...place }
      mentions.push({ ...quantity, raw, label: mentionLabel(view.text, start), section })
    }
  }
  return mentions
}
