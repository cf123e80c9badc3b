import type { Text } from '../tree'
import type { Origin, Position } from '../types'
import { isPage } from './is-page'
import { lastAtMost } from './last-at-most'
import { sliceText } from './slice-text'

/** Texts read as one string, with the way back to the source. */
export interface TextView {
  /** The values one after the other, `joiner` between them. */
  text: string
  /** The pieces of the texts under `[start, end)` of `text`. */
  slice(start: number, end: number): Text[]
  /** What stands there: `raw` as printed (in the source where there is one), position and origin where known. */
  locate(start: number, end: number): { raw: string; position?: Position; origin?: Origin }
}

/**
 * Views several text nodes as one string: for labels and figures that run over lines, spans or pages.
 *
 * @param texts  in document order
 * @param source the string that positions index, or null
 * @param joiner put between two texts, or the function that says what, given what stands on both sides; default ''
 */
export function textView(
  texts: Text[],
  source: string | null,
  joiner: string | ((left: string, right: Text) => string) = '',
): TextView {
  const starts: number[] = []
  let text = ''
  for (const [index, node] of texts.entries()) {
    if (index > 0) text += typeof joiner === 'string' ? joiner : joiner(texts[index - 1]!.value, node)
    starts.push(text.length)
    text += node.value
  }

  function slice(start: number, end: number): Text[] {
    const out: Text[] = []
    for (let i = lastAtMost(starts, start); i < texts.length && starts[i]! < end; i++) {
      const node = texts[i]!
      const from = Math.max(0, start - starts[i]!)
      const to = Math.min(node.value.length, end - starts[i]!)
      if (to > from) out.push(sliceText(node, from, to))
    }
    return out
  }

  function locate(start: number, end: number) {
    const whole = locateInOne(start, end)
    if (whole) return whole
    const pieces = slice(start, end)
    const first = pieces[0]
    const last = pieces[pieces.length - 1]
    const printed = text.slice(start, end)
    if (!first?.position || !last?.position) return { raw: printed, ...origin(pieces) }
    const position = { start: first.position.start, end: last.position.end }
    const inSource = source !== null && pieces.every(isLiteral) && !(isPage(source) && isMarkup(source, pieces))
    const raw = inSource ? source.slice(position.start.offset, position.end.offset) : printed
    return { raw, position, ...origin(pieces) }
  }

  /** A part of one text that stands in the source as it is: nearly all of them. */
  function locateInOne(start: number, end: number): { raw: string; position: Position; origin?: Origin } | null {
    const index = lastAtMost(starts, start)
    const node = texts[index]
    if (!node?.position || end <= start || !isLiteral(node)) return null
    const from = start - starts[index]!
    const to = end - starts[index]!
    if (to > node.value.length) return null
    const { line, column, offset } = node.position.start
    const raw = source === null ? node.value.slice(from, to) : source.slice(offset + from, offset + to)
    const position = {
      start: { line, column: column + from, offset: offset + from },
      end: { line, column: column + to, offset: offset + to },
    }
    const place = node.data?.origin
    return place ? { raw, position, origin: place } : { raw, position }
  }

  return { text, slice, locate }
}

/** Whether tags of a page stand between two pieces, so that the source there is not what is printed. */
function isMarkup(source: string, pieces: Text[]): boolean {
  return pieces.some(({ position }, index) => {
    const next = pieces[index + 1]?.position
    return next !== undefined && source.slice(position!.end.offset, next.start.offset).includes('<')
  })
}

function isLiteral({ value, position }: Text): boolean {
  return position !== undefined && position.end.offset - position.start.offset === value.length
}

/** The page and the common box of the pieces that stand on the first piece's page. */
function origin(pieces: Text[]): { origin?: Origin } {
  const first = pieces[0]?.data?.origin
  if (!first) return {}
  const boxes = pieces
    .map((piece) => piece.data?.origin)
    .flatMap((place) => (place?.box && place.page === first.page ? [place.box] : []))
  if (boxes.length === 0) return { origin: first }
  const left = Math.min(...boxes.map(([x]) => x))
  const top = Math.min(...boxes.map(([, y]) => y))
  const right = Math.max(...boxes.map(([x, , width]) => x + width))
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height))
  return { origin: { ...first, box: [left, top, right - left, bottom - top] } }
}
