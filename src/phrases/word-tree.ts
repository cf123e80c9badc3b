/**
 * Words by their characters, as one flat table: a step to the next character is one look, and no node is an object of its own.
 * Nodes are numbers, the root 0.
 */
export interface WordTree {
  /** Of each step the node and the character, in an open hash table; `nexts` has the node behind it, -1 in free slots. */
  keys: Uint32Array
  nexts: Int32Array
  /** Per node the number of the word that ends there, in the order given; -1 for none. */
  words: Int32Array
}

/** The root of every tree. */
export const root = 0

/** What stands for no node and for no word. */
export const none = -1

/** Puts words into a tree; of equal words the first counts. */
export function wordTree(words: readonly string[]): WordTree {
  const steps = words.reduce((sum, { length }) => sum + length, 0)
  const slots = 2 ** Math.ceil(Math.log2(2 * steps + 2))
  const tree: WordTree = {
    keys: new Uint32Array(slots),
    nexts: new Int32Array(slots).fill(none),
    words: new Int32Array(steps + 1).fill(none),
  }
  let nodes = 1
  for (const [number, word] of words.entries()) {
    let node = root
    for (let at = 0; at < word.length; at++) {
      const slot = slotOf(tree, node, word.charCodeAt(at))
      if (tree.nexts[slot] === none) {
        tree.keys[slot] = keyOf(node, word.charCodeAt(at))
        tree.nexts[slot] = nodes++
      }
      node = tree.nexts[slot]!
    }
    if (tree.words[node] === none) tree.words[node] = number
  }
  return tree
}

/** The node behind the character `code` at `node`; -1 where no word goes on so. */
export function nextNode(tree: WordTree, node: number, code: number): number {
  return tree.nexts[slotOf(tree, node, code)]!
}

/** The slot of a step, or the free one where it would stand. */
function slotOf({ keys, nexts }: WordTree, node: number, code: number): number {
  const mask = keys.length - 1
  const key = keyOf(node, code)
  let slot = (code * 37 + Math.imul(node, 0x9e37)) & mask
  while (keys[slot] !== key && nexts[slot] !== none) slot = (slot + 1) & mask
  return slot
}

function keyOf(node: number, code: number): number {
  return ((node << 16) | code) >>> 0
}
