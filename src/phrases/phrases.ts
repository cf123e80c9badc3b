import { fold, foldText } from '../fold/fold'
import type { Label } from '../types'

/** A set of phrases in their compare form. */
export interface Phrases {
  /** Whether the whole text is one of them. */
  has(text: string): boolean
  /** Whether the text ends with one of them. */
  ends(text: string): boolean
  /** Length in `text`, from `offset`, of the longest one that stands there; 0 for none. */
  at(text: string, offset: number): number
  /** Whether one of them begins with the text. */
  begins(text: string): boolean
}

/** Compiles labels: looked up by their first character, the longest first. */
export function phrases(labels: Label[]): Phrases {
  const folded = new Set(labels.map(({ text }) => foldText(text)).filter((text) => text !== ''))
  const byFirst = new Map<string, string[]>()
  for (const text of [...folded].sort((a, b) => b.length - a.length))
    byFirst.set(text[0]!, [...(byFirst.get(text[0]!) ?? []), text])
  const longest = Math.max(0, ...[...folded].map(({ length }) => length))
  const lengths = [...new Set([...folded].map(({ length }) => length))]
  /** Most characters begin no phrase: known without folding what follows them. */
  const begins = new Map<string, boolean>()
  function mayBegin(character: string): boolean {
    let known = begins.get(character)
    if (known === undefined) {
      const head = foldText(character)
      known = head === '' || byFirst.has(head[0]!)
      begins.set(character, known)
    }
    return known
  }

  return {
    has: (text) => folded.has(foldText(text)),
    ends(text) {
      const tail = foldText(text)
      return lengths.some((length) => length <= tail.length && folded.has(tail.slice(tail.length - length)))
    },
    at(text, offset) {
      const first = text[offset]
      if (first === undefined || !mayBegin(first)) return 0
      // White space inside a printed phrase is as long as the phrase itself at most.
      const view = fold(text.slice(offset, offset + 3 * longest))
      const found = byFirst.get(view.text[0] ?? '')?.find((phrase) => view.text.startsWith(phrase))
      return found ? view.end(found.length) : 0
    },
    begins(text) {
      const head = foldText(text)
      return head !== '' && (byFirst.get(head[0]!)?.some((phrase) => phrase.startsWith(head)) ?? false)
    },
  }
}
