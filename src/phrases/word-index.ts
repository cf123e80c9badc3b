import { nextNode, none, root, wordTree } from './word-tree'

/** Finds many words in a text at once. */
export interface WordIndex<Entry> {
  /** Calls back for every place where a word stands, with the entries of the word: in order of their starts, overlaps included. */
  each(text: string, visit: (entries: readonly Entry[], start: number, end: number) => void): void
}

/**
 * Puts words into a tree by their characters, so that one pass over a text finds all of them: most characters begin none, and
 * the work does not grow with the number of words.
 */
export function wordIndex<Entry>(words: Iterable<readonly [word: string, entry: Entry]>): WordIndex<Entry> {
  const entries = new Map<string, Entry[]>()
  for (const [word, entry] of words) {
    const own = entries.get(word)
    if (own) own.push(entry)
    else if (word !== '') entries.set(word, [entry])
  }
  const tree = wordTree([...entries.keys()])
  const entriesOf = [...entries.values()]
  // Most places begin no word: a look at two characters tells, without the tree.
  const heads = new Uint8Array(0x10000)
  const pairs = new Uint8Array(pairSlots)
  for (const word of entries.keys()) {
    heads[word.charCodeAt(0)]! |= word.length === 1 ? anyFollows : pairFollows
    pairs[pairSlot(word.charCodeAt(0), word.charCodeAt(1))] = 1
  }
  return {
    each(text, visit) {
      for (let start = 0; start < text.length; start++) {
        const code = text.charCodeAt(start)
        const follows = heads[code]!
        if (follows === 0) continue
        if (follows === pairFollows && pairs[pairSlot(code, text.charCodeAt(start + 1))] === 0) continue
        let node = nextNode(tree, root, code)
        for (let at = start + 1; node !== none; at++) {
          const word = tree.words[node]!
          if (word !== none) visit(entriesOf[word]!, start, at)
          node = at < text.length ? nextNode(tree, node, text.charCodeAt(at)) : none
        }
      }
    },
  }
}

/** What may stand behind a character that begins a word. */
const pairFollows = 1
const anyFollows = 2

/** Slots of the table of pairs; two pairs in one slot only cost a look into the tree. */
const pairSlots = 0x2000

function pairSlot(first: number, second: number): number {
  return (first * 37 + second) & (pairSlots - 1)
}
