import type { Context } from '../context'
import type { Root } from '../tree'
import type { Check, Indicator } from '../types'
import type { Compiled } from './compile'

/** The figures of the common vocabulary: from tables, else appendices, else prose. */
export function compileIndicators(_compiled: Compiled, _checks: Check[], _tree: Root, _context: Context): Indicator[] {
  return []
}
