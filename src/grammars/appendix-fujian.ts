import data from '../../grammars/appendix-fujian.json' with { type: 'json' }
import type { Grammar } from '../types'

/** The statistics table of Fujian: the year and the total of all years. */
export const appendixFujian = data as Grammar
