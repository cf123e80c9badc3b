import type { Section } from '../types'

/** The text of a section, and the titles and texts of those in it, one after the other. */
export function textBelow({ text, sections }: Section): string {
  return text + sections.map((child) => child.title + textBelow(child)).join('')
}
