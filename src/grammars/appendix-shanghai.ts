import data from '../../grammars/appendix-shanghai.json' with { type: 'json' }
import type { Grammar } from '../types'

/** The statistics table with codes that came from Shanghai (2004 to 2013, and others after it). */
export const appendixShanghai = data as Grammar
