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
  for (const [word, entry] of words) {
    if (word === '') continue
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
        let node = root.next.get(text.charCodeAt(start))
        for (let at = start + 1; node; at++) {
          if (node.entries.length > 0) visit(node.entries, start, at)
          node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined
        }
      }
    },
  }
}
