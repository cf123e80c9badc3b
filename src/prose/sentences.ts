import { fold } from '../fold/fold'
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

const sentenceEnds: ReadonlySet<string> = new Set('。！？!?\n\r')

/** A half-width full stop ends a sentence of Chinese (答复完毕.其中), but is a point in 3.5 and in an address. */
function isSentenceEnd(text: string, index: number): boolean {
  const character = text[index] ?? ''
  if (character !== '.' && character !== '．') return sentenceEnds.has(character)
  return /[\p{Script=Han}%％)）”]/u.test(text[index - 1] ?? '') && !/[0-9A-Za-z]/.test(text[index + 1] ?? '')
}

function sentence(text: string, start: number, quantities: FoundQuantity[], firstMention: number): Sentence {
  const folded = fold(text)
  const offsets: number[] = []
  const figures: SentenceFigure[] = []
  let frame = ''
  let next = 0
  for (let index = 0; index < folded.text.length; index++) {
    const offset = folded.offset(index)
    const quantity = quantities[next]
    if (quantity && offset + start >= quantity.start) {
      figures.push({ quantity, mention: `/mentions/${firstMention + next}`, at: frame.length })
      frame += figureMark
      offsets.push(offset + start)
      while (index + 1 < folded.text.length && folded.offset(index + 1) + start < quantity.end) index++
      next++
    } else {
      frame += punctuation[text[offset]!] ?? folded.text[index]!
      offsets.push(offset + start)
    }
  }
  return { text, start, frame, offset: (index) => offsets[index] ?? start + text.length, figures }
}

/** What folding makes equal and a sentence does not: list commas, semicolons, titles in 《》. `#` would pass for a figure. */
const punctuation: Record<string, string> = {
  '、': '、',
  '；': ';',
  ';': ';',
  '《': '《',
  '》': '》',
  '〈': '《',
  '〉': '》',
  '#': '＃',
  '＃': '＃',
}
