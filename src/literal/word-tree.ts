import { isLatin } from './characters'
import { foldUnit } from './fold-unit'

/** A node of a word tree: what follows each character, and the class of the word that ends here. */
export interface WordTree<Class> {
  next: Map<number, WordTree<Class>>
  class?: Class
}

/** A word found in a text. */
export interface Word<Class> {
  /** Behind the word. */
  end: number
  class: Class
}

/** Makes a tree of folded words from lists parted by spaces; each list's key is the class of its words. */
export function makeTree<Class extends string>(lists: Record<Class, string>, backwards = false): WordTree<Class> {
  const root: WordTree<Class> = { next: new Map() }
  for (const name of Object.keys(lists) as Class[]) {
    for (const word of lists[name].split(' ')) {
      let node = root
      for (let index = 0; index < word.length; index++) {
        const code = foldUnit(word.charCodeAt(backwards ? word.length - 1 - index : index))
        let next = node.next.get(code)
        if (!next) {
          next = { next: new Map() }
          node.next.set(code, next)
        }
        node = next
      }
      node.class = name
    }
  }
  return root
}

/**
 * The longest word of `tree` that begins at `start`; a word of Latin letters must not go on with a letter. With `step` -1 the
 * word that ends at `start`, read backwards in a tree of words that are spelt backwards: its `end` is before its first character.
 */
export function longestWord<Class>(
  tree: WordTree<Class>,
  text: string,
  start: number,
  step: 1 | -1 = 1,
): Word<Class> | undefined {
  let node: WordTree<Class> | undefined = tree
  let found: Word<Class> | undefined
  for (let index = start; index >= 0 && index < text.length; index += step) {
    node = node.next.get(foldUnit(text.charCodeAt(index)))
    if (!node) break
    const end = index + step
    if (node.class && !(isLatin(text, index) && isLatin(text, end))) found = { end, class: node.class }
  }
  return found
}
