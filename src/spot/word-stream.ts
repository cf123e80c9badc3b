import { foldKeeping } from '../fold/fold'
import { oncePer } from '../once-per'
import type { Label } from '../types'

/**
 * The words of a text alone: folded letters, without white space, figures and punctuation.
 *
 * A label is found in it although figures, line ends or page marks stand between its parts:
 *
 *     正、行政机关不再处理其政府信   67 3 0 0 1 0 71
 *     息公开申请                                         →  正行政机关不再处理其政府信息公开申请
 */
export interface WordStream {
  text: string
  /** Offset in the printed text of character `index`. */
  offset(index: number): number
  /** Offset in the printed text behind character `index - 1`: the end of a match that ends at `index`. */
  end(index: number): number
}

/** Takes the words out of a printed text, with the way back. */
export const wordStream: (printed: string) => WordStream = /* @__PURE__ */ foldKeeping(isLetter)

/** The words of a label, folded. */
export function words(label: string): string {
  return wordStream(label).text
}

/** The same of a label of a form. */
export const labelWords: (label: Label) => string = /* @__PURE__ */ oncePer(({ text }) => words(text))

/** True for a folded code that is part of a word: no white space, punctuation, symbol or digit. */
export function isLetter(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return letter.test(String.fromCharCode(code))
}

const letter = /[\p{L}\p{Cs}\p{Co}〇]/u
