import { foldText } from '../fold/fold'

/** The source of a regular expression for any of the words, the longest first, folded as the frames of sentences are. */
export function alternatives(words: string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => escaped(frameLiteral(word)))
    .join('|')
}

/** Words as they stand in the frames of sentences: folded, with list commas kept. */
export function frameLiteral(text: string): string {
  return text.split('、').map(foldText).join('、')
}

/** A text as a regular expression that matches nothing else. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
