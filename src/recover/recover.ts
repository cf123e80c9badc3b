import type { Context } from '../context'
import type { Root } from '../tree'
import { recoverDelimited } from './delimited'
import { recoverFlattened } from './flattened'
import { recoverStatistics } from './statistics'

/** Turns the paragraphs that are a table into `table` nodes; gives a new tree, the given one stays as it is. */
export function recover(tree: Root, context: Context): Root {
  return { ...tree, children: recoverFlattened(recoverStatistics(recoverDelimited(tree.children), context), context) }
}
