import { mentionLabel } from '../literal/mention-label'
import type { BodyParagraph } from '../prose/body-paragraphs'
import { mentionPointer } from '../prose/mention-pointer'
import type { Mention, Pointer, Provenance } from '../types'

/**
 * The quantities of all paragraphs, in document order; none from headings, tables, title, signature and page furniture.
 * Each gets its provenance at `/mentions/i`.
 */
export function compileMentions(paragraphs: BodyParagraph[], provenance: Record<Pointer, Provenance>): Mention[] {
  const mentions: Mention[] = []
  for (const { view, section, quantities } of paragraphs) {
    for (const { value, upper, unit, bound, start, end } of quantities) {
      const { raw, position, origin } = view.locate(start, end)
      const entry: Provenance = { raw, state: 'number', evidence: 'text' }
      if (position) entry.position = position
      if (origin) entry.origin = origin
      provenance[mentionPointer(mentions.length)] = entry
      mentions.push({ raw, value, upper, unit, bound, label: mentionLabel(view.text, start), section })
    }
  }
  return mentions
}
