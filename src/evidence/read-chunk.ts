import { matchesOf } from '../matches-of'
import { oncePer } from '../once-per'
import { isLetter, words } from '../spot/word-stream'
import type { FigureEvidence, WordEvidence } from './evidence'
import { emptyWords } from './evidence-symbols'
import { type Figure, plainFigure, readFigure } from './read-figure'
import type { RegionText } from './region-text'

/** What stands between labels. */
type Item = FigureEvidence | WordEvidence

/**
 * Reads `[from, to)` of a region, between labels and white space: figures and words. Read once for all forms, which differ in
 * few of their labels. A word that may be a piece of a label is a fragment here, whatever the labels are.
 */
export function readChunk(region: RegionText, from: number, to: number): Item[] {
  const known = readChunks(region)
  const key = from * region.text.length + to
  let items = known.get(key)
  if (!items) {
    items = readParts(region.text.slice(from, to), from, region.line(from), region)
    known.set(key, items)
  }
  return items
}

/** By `from * length + to`. */
const readChunks = /* @__PURE__ */ oncePer((_: RegionText) => new Map<number, Item[]>())

function readParts(printed: string, from: number, line: number, region: RegionText): Item[] {
  const gap = region.gapBefore(line)
  // Most of what stands between labels is a plain number.
  const plain = plainFigure(printed)
  if (plain) return [figureItem(plain, from, printed.length, line, gap)]
  const chunk = printed.replace(/^\p{Cf}+|\p{Cf}+$/gu, '')
  const start = from + printed.indexOf(chunk)
  if (pageMark.test(chunk)) return []
  const whole = emptyWords.has(chunk) ? emptyCell(chunk) : readFigure(chunk)
  if (whole) return [figureItem(whole, start, chunk.length, line, gap)]
  if (foreign.test(chunk)) return [wordItem(chunk, false, start, chunk.length, line)]
  const items: Item[] = []
  for (const { 0: piece, index } of matchesOf(pieces, chunk)) {
    // `69 无366`: the word touches the digits of the next cell.
    const figure = emptyWords.has(piece) && digit.test(chunk) ? emptyCell(piece) : readFigure(piece)
    if (figure) items.push(figureItem(figure, start + index, piece.length, line, gap))
    else if (isLetter(piece.charCodeAt(0))) items.push(wordItem(words(piece), true, start + index, piece.length, line))
  }
  return items
}

function figureItem(figure: Figure, from: number, length: number, line: number, gap: boolean): FigureEvidence {
  const { raw, digits, value, state } = figure
  return { kind: 'figure', raw, digits, value, state, from, to: from + length, line, gap }
}

function wordItem(text: string, fragment: boolean, from: number, length: number, line: number): WordEvidence {
  return { kind: 'word', text, fragment, from, to: from + length, line }
}

function emptyCell(raw: string): Figure {
  return { kind: 'figure', raw, digits: '', value: null, state: 'text' }
}

/** Dates, times, page counts, addresses of the page: 11/21/26, 6:22, 2/3, file:///… hold digits that are no cells. */
const foreign = /\d[/:∶]\d|[a-z]{2}/i

/** A number with its sign and separators, or anything else without digits. */
const pieces =
  /[-+－＋−]?(?:[1-9]\d{0,2}(?:,\d{3})+(?!\d)|[0-9０-９]+)(?:[.．][0-9０-９]+)?|[^0-9０-９,，、;；:：()（）。“”"'《》-]+/g

const digit = /[0-9０-９]/

const pageMark = /^[-–—－]\d{1,4}[-–—－]$/
