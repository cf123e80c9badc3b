import data from '../../grammars/appendix-hunan.json' with { type: 'json' }
import type { Grammar } from '../types'

/** The four statistics tables of Hunan. */
export const appendixHunan = data as Grammar
