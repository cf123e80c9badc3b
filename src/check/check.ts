import type { Alignment } from '../alignment'
import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import type { Root } from '../tree'
import type { Check } from '../types'

/** Evaluates every rule that one report allows; writes nothing but checks and diagnostics. */
export function check(_compiled: Compiled, _alignment: Alignment, _tree: Root, _context: Context): Check[] {
  return []
}
