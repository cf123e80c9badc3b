import data from '../../grammars/outline.json' with { type: 'json' }
import type { Grammar } from '../types'

/** What the reports of all years share: numbering, titles of parts, page furniture, contact, dates. */
export const outline = data as Grammar
