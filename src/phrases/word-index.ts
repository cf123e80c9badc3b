/** Finds many words in a text at once. */
export interface WordIndex<Entry> {
  /** Calls back for every place where a word stands, with the entries of the word: in order of their starts, overlaps included. */
  each(text: string, visit: (entries: readonly Entry[], start: number, end: number) => void): void
}

interface Node<Entry> {
  next: Map<number, Node<Entry>>
  entries: Entry[]
}

/**
 * Puts words into a tree by their characters, so that one pass over a text finds all of them: most characters begin none, and
 * the work does not grow with the number of words.
 */
export function wordIndex<Entry>(words: Iterable<readonly [word: string, entry: Entry]>): WordIndex<Entry> {
  const root: Node<Entry> = { next: new Map(), entries: [] }
  // Most places begin no word: a look at two characters tells, without the tree.
  const heads = new Uint8Array(0x10000)
  const pairs = new Uint8Array(pairSlots)
  for (const [word, entry] of words) {
    if (word === '') continue
    heads[word.charCodeAt(0)]! |= word.length === 1 ? anyFollows : pairFollows
    pairs[pairSlot(word.charCodeAt(0), word.charCodeAt(1))] = 1
    let node = root
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      let next = node.next.get(code)
      if (!next) {
        next = { next: new Map(), entries: [] }
        node.next.set(code, next)
      }
      node = next
    }
    node.entries.push(entry)
  }
  return {
    each(text, visit) {
      for (let start = 0; start < text.length; start++) {
        const code = text.charCodeAt(start)
        const follows = heads[code]!
        if (follows === 0) continue
        if (follows === pairFollows && pairs[pairSlot(code, text.charCodeAt(start + 1))] === 0) continue
        let node = root.next.get(code)
        for (let at = start + 1; node; at++) {
          if (node.entries.length > 0) visit(node.entries, start, at)
          node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined
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
