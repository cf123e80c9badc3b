import { expansionOf, foldCode, foldText } from '../fold/fold'
import type { Label } from '../types'

/** A set of phrases in their compare form. */
export interface Phrases {
  /** Whether the whole text is one of them. */
  has(text: string): boolean
  /** Whether the text ends with one of them. */
  ends(text: string): boolean
  /** Length in `text`, from `offset`, of the longest one that stands there; 0 for none. */
  at(text: string, offset: number): number
  /** Offset of the first place from `from` on where one of them stands; -1 for none. */
  next(text: string, from: number): number
  /** Whether one of them begins with the text. */
  begins(text: string): boolean
}

/** What follows a character of a phrase, by folded code. */
interface Node {
  next: Map<number, Node>
  /** A phrase ends here. */
  ends: boolean
}

/** Compiles labels into a tree of their characters: texts are folded as they are compared, and nothing is copied. */
export function phrases(labels: Label[]): Phrases {
  const folded = new Set(labels.map(({ text }) => foldText(text)).filter((text) => text !== ''))
  const lengths = [...new Set([...folded].map(({ length }) => length))]
  const longest = Math.max(0, ...lengths)
  const root = treeOf(folded)
  // Most characters begin no phrase, and end none: one look tells, once they are known.
  const first = new Uint8Array(0x10000)
  const last = new Set([...folded].map((text) => text.charCodeAt(text.length - 1)))

  function mayBegin(code: number): boolean {
    if (first[code] === 0) {
      const head = foldCode(code)
      const begins = head === 0 || root.next.has(head > 0 ? head : expansionOf(code).charCodeAt(0))
      first[code] = begins ? beginsSome : beginsNone
    }
    return first[code] === beginsSome
  }

  function mayEnd(text: string): boolean {
    const code = foldCode(text.charCodeAt(text.length - 1))
    // What folds to nothing or to several characters is looked at as a whole.
    return code <= 0 || last.has(code)
  }

  function at(text: string, offset: number): number {
    if (offset >= text.length || !mayBegin(text.charCodeAt(offset))) return 0
    // White space inside a printed phrase is as long as the phrase itself at most.
    const limit = Math.min(text.length, offset + 3 * longest)
    let node: Node | undefined = root
    let length = 0
    for (let at = offset; at < limit; at++) {
      const code = text.charCodeAt(at)
      const own = foldCode(code)
      if (own === 0) continue
      if (own > 0) node = node.next.get(own)
      else for (const one of codesOf(expansionOf(code))) node = node?.next.get(one)
      if (!node) return length
      if (node.ends) length = at + 1 - offset
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
        if (first[text.charCodeAt(offset)] !== beginsNone && at(text, offset) > 0) return offset
      }
      return -1
    },
    begins(text) {
      let node: Node | undefined = root
      const head = foldText(text)
      for (let at = 0; at < head.length && node; at++) node = node.next.get(head.charCodeAt(at))
      return node !== undefined && node !== root
    },
  }
}

const beginsSome = 1
const beginsNone = 2

function treeOf(texts: Iterable<string>): Node {
  const root: Node = { next: new Map(), ends: false }
  for (const text of texts) {
    let node = root
    for (const code of codesOf(text)) {
      let next = node.next.get(code)
      if (!next) {
        next = { next: new Map(), ends: false }
        node.next.set(code, next)
      }
      node = next
    }
    node.ends = true
  }
  return root
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}
