import { textView } from '../position/text-view'
import { isFigure } from './figure'
import type { PlacedText } from './placed-text'

/**
 * Parts an item that holds several figures and nothing else: an extractor ran the cells of a row together. Where each one stands
 * is estimated from its letters.
 *
 * ```
 * "72  64" at x 100, 40 wide   →   "72" at 100, "64" at 127
 * ```
 */
export function splitFigures(item: PlacedText): PlacedText[] {
  const view = textView(item.texts, null)
  const tokens = [...view.text.matchAll(/[^\s\u00a0]+/g)]
  if (tokens.length < 2 || !tokens.every(([token]) => isFigure(token) && /\d/.test(token))) return [item]
  const letter = item.width / view.text.length
  return tokens.map((token, index) => ({
    ...item,
    ...(index > 0 && { isLoose: true }),
    x: item.x + token.index * letter,
    width: token[0].length * letter,
    texts: view.slice(token.index, token.index + token[0].length),
  }))
}
