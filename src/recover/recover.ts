import type { Context } from '../context'
import type { Root } from '../tree'
import { recoverDelimited } from './delimited'

/** Turns the paragraphs that are a table into `table` nodes; gives a new tree, the given one stays as it is. */
export function recover(tree: Root, _context: Context): Root {
  return { ...tree, children: recoverDelimited(tree.children) }
}
