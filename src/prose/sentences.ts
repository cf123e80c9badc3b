import { expansionOf, foldCode } from '../fold/fold'
import { lastAtMost } from '../position/last-at-most'
import type { FoundQuantity, Pointer, Position } from '../types'
import { mentionPointer } from './mention-pointer'

/** One sentence, in the form in which patterns are matched. */
export interface Sentence {
  /** As printed, line ends healed. */
  text: string
  /** Where it begins in its paragraph. */
  start: number
  /**
   * Folded, each figure one `#`: 全年共收到申请 32 件 becomes 全年共收到申请#. A list comma stays `、`, a semicolon is `;`; quotation
   * marks fall away: “不予公开”的3件 is 不予公开的#.
   */
  frame: string
  /** Offset in the paragraph of character `index` of the frame. */
  offset(index: number): number
  figures: SentenceFigure[]
}

/** Where a paragraph stands in its report. */
export interface ParagraphPlace {
  section: Pointer | null
  /** Number of the paragraph in the document. */
  paragraph: number
  locate(start: number, end: number): { raw: string; position?: Position }
}

/** A sentence with its place in the report. */
export type PlacedSentence = Sentence & ParagraphPlace

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
export function sentencesOf(
  text: string,
  quantities: FoundQuantity[],
  firstMention: number,
  place: ParagraphPlace,
): PlacedSentence[] {
  const sentences: PlacedSentence[] = []
  let next = 0
  const add = (start: number, end: number) => {
    const from = next
    while (next < quantities.length && quantities[next]!.start < end) next++
    if (end === start) return
    const own = quantities.slice(from, next)
    const printed = text.slice(start, end)
    const { frame, offset, figures } = frameOf(printed, start, own, firstMention + from)
    const { section, paragraph, locate } = place
    sentences.push({ text: printed, start, frame, offset, figures, section, paragraph, locate })
  }
  let start = 0
  for (;;) {
    const end = sentenceEnd(text, start)
    for (; end - start > longestSentence; start += longestSentence) add(start, start + longestSentence)
    add(start, end)
    if (end === text.length) return sentences
    start = end + 1
  }
}

/** No sentence is longer; text without full stops is cut, so that the work on it stays linear. */
const longestSentence = 1500

const stops = /[。！？!?\n\r.．]/g
const fullStops = '.．'

/** The next end of a sentence from `start` on, else the end of the text. */
function sentenceEnd(text: string, start: number): number {
  stops.lastIndex = start
  for (let match = stops.exec(text); match; match = stops.exec(text))
    if (!fullStops.includes(match[0]) || endsChinese(text, match.index)) return match.index
  return text.length
}

/** A half-width full stop ends a sentence of Chinese (答复完毕.其中), but is a point in 3.5 and in an address. */
function endsChinese(text: string, index: number): boolean {
  return /[\p{Script=Han}%％)）”]/u.test(text[index - 1] ?? '') && !/[0-9A-Za-z]/.test(text[index + 1] ?? '')
}

/** In the table of frame codes: the character falls away. No text prints this one. */
const dropped = 1

/** The frame of a sentence that begins at `start` of its paragraph. Runs that fold to themselves are taken as a whole. */
function frameOf(
  text: string,
  start: number,
  quantities: FoundQuantity[],
  firstMention: number,
): Pick<Sentence, 'frame' | 'offset' | 'figures'> {
  /** Where each run begins in the frame, and in the text. */
  const starts: number[] = []
  const offsets: number[] = []
  const figures: SentenceFigure[] = []
  let frame = ''
  let run = 0
  const keep = (piece: string, at: number) => {
    starts.push(frame.length)
    offsets.push(at)
    frame += piece
  }
  const closeRun = (at: number) => {
    if (at > run) keep(text.slice(run, at), run)
  }
  let next = 0
  let quantity = quantities[next]
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const isFigure = quantity !== undefined && at + start >= quantity.start
    if (!isFigure && unchanged[code] === 1) {
      at++
      continue
    }
    const folded = frameCodes[code]! || foldCode(code)
    if (folded === code) unchanged[code] = 1
    if (quantity !== undefined && isFigure && folded !== 0) {
      closeRun(at)
      figures.push({ quantity, mention: mentionPointer(firstMention + next), at: frame.length })
      keep(figureMark, at)
      at = Math.max(at + 1, quantity.end - start)
      run = at
      quantity = quantities[++next]
      continue
    }
    if (folded !== code) {
      closeRun(at)
      if (folded > dropped) keep(String.fromCharCode(folded), at)
      else if (folded < 0) for (const character of expansionOf(code)) keep(character, at)
      run = at + 1
    }
    at++
  }
  closeRun(text.length)
  const offset = (index: number) => {
    if (index >= frame.length) return start + text.length
    const own = lastAtMost(starts, index)
    return start + offsets[own]! + index - starts[own]!
  }
  return { frame, offset, figures }
}

/** What folding makes equal and a sentence does not: list commas, semicolons, titles in 《》. `#` would pass for a figure. */
const frameCodes = /* @__PURE__ */ frameTable(
  ['、、', '；;', ';;', '《《', '》》', '〈《', '〉》', '#＃', '＃＃'],
  '“”‘’「」『』"',
)

/** 1 for the codes that were seen to stay as they are. */
const unchanged = /* @__PURE__ */ new Uint8Array(0x10000)

/** Per code what it is in a frame, from pairs of both; 0 where it is as folded. */
function frameTable(pairs: string[], marks: string): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (const pair of pairs) table[pair.charCodeAt(0)] = pair.charCodeAt(1)
  for (const mark of marks) table[mark.charCodeAt(0)] = dropped
  return table
}
