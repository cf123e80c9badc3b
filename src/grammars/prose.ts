import data from '../../grammars/prose.json' with { type: 'json' }
import type { Grammar } from '../types'

/** Sentences that state figures, the indicators of all years, and what metadata are checked by. */
export const prose = data as Grammar
