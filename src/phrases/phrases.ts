import { expansionOf, foldCode, foldText } from '../fold/fold'
import type { Label } from '../types'
import { nextNode, none, root, wordTree } from './word-tree'

/** A set of phrases in their compare form. */
export interface Phrases {
  /** Whether the whole text is one of them. */
  has(text: string): boolean
  /** Whether the text ends with one of them. */
  ends(text: string): boolean
  /** Length in `text`, from `offset`, of the longest one that stands there; 0 for none. */
  at(text: string, offset: number): number
  /** Offset of the first character from `from` on, no white space, where one of them stands; -1 for none. */
  next(text: string, from: number): number
  /** Whether one of them begins with the text. */
  begins(text: string): boolean
}

/** Compiles labels into a tree of their characters: texts are folded as they are compared, and nothing is copied. */
export function phrases(labels: Label[]): Phrases {
  const folded = new Set(labels.map(({ text }) => foldText(text)).filter((text) => text !== ''))
  const lengths = [...new Set([...folded].map(({ length }) => length))]
  const longest = Math.max(0, ...lengths)
  const tree = wordTree([...folded])
  // Most characters begin no phrase, and end none: one look tells, once they are known.
  const first = new Uint8Array(0x10000)
  const last = new Set([...folded].map((text) => text.charCodeAt(text.length - 1)))

  /** What a printed character may begin; learnt when first met. */
  function headOf(code: number): number {
    let known = first[code]!
    if (known === 0) {
      const head = foldCode(code)
      const begins = nextNode(tree, root, head > 0 ? head : expansionOf(code).charCodeAt(0)) !== none
      known = head === 0 ? isBlank : begins ? beginsSome : beginsNone
      first[code] = known
    }
    return known
  }

  function mayBegin(code: number): boolean {
    return headOf(code) !== beginsNone
  }

  function mayEnd(text: string): boolean {
    const code = foldCode(text.charCodeAt(text.length - 1))
    // What folds to nothing or to several characters is looked at as a whole.
    return code <= 0 || last.has(code)
  }

  /** The node behind a printed character; -1 where no phrase goes on so. */
  function step(from: number, code: number): number {
    const own = foldCode(code)
    if (own >= 0) return own === 0 ? from : nextNode(tree, from, own)
    const expansion = expansionOf(code)
    let node = from
    for (let at = 0; at < expansion.length && node !== none; at++) node = nextNode(tree, node, expansion.charCodeAt(at))
    return node
  }

  function at(text: string, offset: number): number {
    if (offset >= text.length || !mayBegin(text.charCodeAt(offset))) return 0
    // White space inside a printed phrase is as long as the phrase itself at most.
    const limit = Math.min(text.length, offset + 3 * longest)
    let node = root
    let length = 0
    for (let at = offset; at < limit; at++) {
      const next = step(node, text.charCodeAt(at))
      if (next === none) return length
      // White space behind a phrase is no part of it.
      if (next !== node && tree.words[next] !== none) length = at + 1 - offset
      node = next
    }
    return length
  }

  return {
    has: (text) => text !== '' && mayBegin(text.charCodeAt(0)) && folded.has(foldText(text)),
    ends(text) {
      if (text === '' || !mayEnd(text)) return false
      const tail = foldText(text)
      return lengths.some((length) => length <= tail.length && folded.has(tail.slice(tail.length - length)))
    },
    at,
    next(text, from) {
      for (let offset = from; offset < text.length; offset++) {
        if (headOf(text.charCodeAt(offset)) === beginsSome && at(text, offset) > 0) return offset
      }
      return -1
    },
    begins(text) {
      let node = root
      for (let at = 0; at < text.length && node !== none; at++) node = step(node, text.charCodeAt(at))
      return node > root
    },
  }
}

const beginsSome = 1
const beginsNone = 2
/** White space, over which a phrase may begin: as well at the character behind it. */
const isBlank = 3
