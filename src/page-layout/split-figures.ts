import { textView } from '../position/text-view'
import { isFigure } from './is-figure'
import type { PlacedText } from './placed-text'

/**
 * Takes the blanks off an item, and parts one that holds several figures and nothing else: an extractor ran the cells of a row
 * together. Where each one stands is estimated from its letters.
 *
 * ```
 * "72  64" at x 100, 40 wide   →   "72" at 100, "64" at 127
 * ```
 */
export function splitFigures(item: PlacedText): PlacedText[] {
  if (item.texts.length === 1 && !/\s/.test(item.texts[0]!.value)) return [item]
  const view = textView(item.texts, null)
  const { text } = view
  const tokens = [...text.matchAll(/[^\s\u00a0]+/g)]
  const areFigures = tokens.length > 1 && !pageMark.test(text) && tokens.every(([token]) => isCell(token))
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  if (!areFigures && start === 0 && end === text.length) return [item]
  const pieces = areFigures
    ? tokens.map((token) => [token.index, token.index + token[0].length] as const)
    : [[start, end] as const]
  const letter = item.width / text.length
  const { page, y, height } = item
  return pieces.map(([from, to], index) => {
    const piece: PlacedText = {
      page,
      x: item.x + from * letter,
      y,
      width: (to - from) * letter,
      height,
      texts: view.slice(from, to),
    }
    if (index > 0 || item.isLoose) piece.isLoose = true
    return piece
  })
}

/** `- 4 -` at the foot of a page. */
const pageMark = /^\s*[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}\s*$/

/** A figure with digits or a dash; a word for none may be one of a sentence. */
function isCell(token: string): boolean {
  return isFigure(token) && /^[-−－—–/]+$|[\d０-９]/.test(token)
}
