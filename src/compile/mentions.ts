import type { Context } from '../context'
import type { Root } from '../tree'
import type { Mention, Provenance } from '../types'

/** The quantities of all paragraphs, in document order; none from headings, tables and page furniture. */
export function compileMentions(_tree: Root, _provenance: Record<string, Provenance>, _context: Context): Mention[] {
  return []
}
