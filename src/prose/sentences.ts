import { expansionOf, foldCode } from '../fold/fold'
import type { FoundQuantity, Pointer } from '../types'

/** One sentence, in the form in which patterns are matched. */
export interface Sentence {
  /** As printed, line ends healed. */
  text: string
  /** Where it begins in its paragraph. */
  start: number
  /**
   * Folded, each figure one `#`: 全年共收到申请 32 件 becomes 全年共收到申请#. A list comma stays `、`, a semicolon is `;`.
   */
  frame: string
  /** Offset in the paragraph of character `index` of the frame. */
  offset(index: number): number
  figures: SentenceFigure[]
}

/** A quantity of a sentence. */
export interface SentenceFigure {
  quantity: FoundQuantity
  mention: Pointer
  /** Index of its `#` in the frame. */
  at: number
}

/** So many sentences back a topic or a subject still counts: it bounds the work in paragraphs without end. */
export const remembered = 20

/** Stands for a figure in a frame. */
export const figureMark = '#'

/**
 * Cuts a paragraph into sentences.
 *
 * @param quantities of the paragraph, in order
 * @param firstMention index of the first of them among the report's mentions
 */
export function sentencesOf(text: string, quantities: FoundQuantity[], firstMention: number): Sentence[] {
  const sentences: Sentence[] = []
  let next = 0
  let start = 0
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && !isSentenceEnd(text, end) && end - start < longestSentence) continue
    const from = next
    while (next < quantities.length && quantities[next]!.start < end) next++
    if (end > start)
      sentences.push(sentence(text.slice(start, end), start, quantities.slice(from, next), firstMention + from))
    start = isSentenceEnd(text, end) ? end + 1 : end
  }
  return sentences
}

/** No sentence is longer; text without full stops is cut, so that the work on it stays linear. */
const longestSentence = 1500

const sentenceEnds: ReadonlySet<number> = new Set([...'。！？!?\n\r'].map((character) => character.charCodeAt(0)))
const fullStops: ReadonlySet<number> = new Set([...'.．'].map((character) => character.charCodeAt(0)))

/** A half-width full stop ends a sentence of Chinese (答复完毕.其中), but is a point in 3.5 and in an address. */
function isSentenceEnd(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (!fullStops.has(code)) return sentenceEnds.has(code)
  return /[\p{Script=Han}%％)）”]/u.test(text[index - 1] ?? '') && !/[0-9A-Za-z]/.test(text[index + 1] ?? '')
}

function sentence(text: string, start: number, quantities: FoundQuantity[], firstMention: number): Sentence {
  const codes: number[] = []
  const offsets: number[] = []
  const figures: SentenceFigure[] = []
  let next = 0
  const keep = (code: number, at: number) => {
    codes.push(code)
    offsets.push(at + start)
  }
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const folded = foldCode(code)
    const quantity = quantities[next]
    if (folded !== 0 && quantity && at + start >= quantity.start) {
      figures.push({ quantity, mention: `/mentions/${firstMention + next}`, at: codes.length })
      keep(figureCode, at)
      at = Math.max(at + 1, quantity.end - start)
      next++
      continue
    }
    const mark = punctuation.get(code)
    if (mark !== undefined) keep(mark, at)
    else if (folded > 0) keep(folded, at)
    else for (const character of folded < 0 ? expansionOf(code) : '') keep(character.charCodeAt(0), at)
    at++
  }
  // A sentence is bounded, so that its codes fit into one call.
  const frame = String.fromCharCode(...codes)
  return { text, start, frame, offset: (index) => offsets[index] ?? start + text.length, figures }
}

const figureCode = figureMark.charCodeAt(0)

/** What folding makes equal and a sentence does not: list commas, semicolons, titles in 《》. `#` would pass for a figure. */
const punctuation: ReadonlyMap<number, number> = new Map(
  ['、、', '；;', ';;', '《《', '》》', '〈《', '〉》', '#＃', '＃＃'].map((pair) => [
    pair.charCodeAt(0),
    pair.charCodeAt(1),
  ]),
)
