import data from '../../grammars/appendix-anhui.json' with { type: 'json' }
import type { Grammar } from '../types'

/** The statistics table of departments in Anhui. */
export const appendixAnhui = data as Grammar
