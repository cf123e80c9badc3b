import type { Text } from '../tree'
import { isFigure } from './is-figure'
import type { Box, PlacedText } from './placed-text'

/** Texts that stand close together on one line: a cell, a part of a cell, or a line of prose. */
export interface Segment extends Box {
  items: PlacedText[]
  /** Its texts as one string. */
  value: string
  /** It is what stands in a cell of figures: a number, a dash, a word for none. */
  isFigure: boolean
}

/** Segments at one height of the page, from left to right. */
export interface Line extends Box {
  segments: Segment[]
}

/** In heights of a letter: a wider gap separates two segments. The padding of two cells makes at least that much. */
const SEGMENT_GAP = 0.45
/** A wider gap stands between two words. */
const WORD_GAP = 0.2
/** A wider gap stands between the digits of two figures: those of one figure hardly stand apart. */
const FIGURE_GAP = 0.1
/** Middles of the texts of one line differ by less than this: the fonts of one row sit at different heights. */
const LINE_TOLERANCE = 0.4
/** Middles of two parts of a line that do not stand above each other differ by less than this. */
const PART_TOLERANCE = 0.5
/** Most segments of a line that is put together from parts. */
const LINE_PARTS = 200

/** Groups the items of one page into lines and segments, from top to bottom. */
export function linesOf(items: PlacedText[]): Line[] {
  const sorted = [...items].sort((a, b) => middleOf(a) - middleOf(b))
  const groups: { items: PlacedText[]; middle: number }[] = []
  for (const item of sorted) {
    const last = groups[groups.length - 1]
    const tolerance = last ? LINE_TOLERANCE * Math.min(item.height, last.items[0]!.height) : 0
    if (last && middleOf(item) - last.middle <= tolerance) last.items.push(item)
    else groups.push({ items: [item], middle: middleOf(item) })
  }
  return joinParts(groups.map((group) => lineOf(segmentsOf(group.items))))
}

/** Joins the parts of a line that stands too unevenly to be seen as one: they fill each other's gaps. */
function joinParts(lines: Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const last = joined[joined.length - 1]
    const isPart =
      last &&
      last.segments.length + line.segments.length < LINE_PARTS &&
      middleOf(line) - middleOf(last) < PART_TOLERANCE * Math.min(line.segments[0]!.height, last.segments[0]!.height) &&
      line.segments.every((segment) => !last.segments.some((other) => isAbove(segment, other)))
    if (isPart) joined[joined.length - 1] = lineOf([...last.segments, ...line.segments].sort((a, b) => a.x - b.x))
    else joined.push(line)
  }
  return joined
}

function segmentsOf(items: PlacedText[]): Segment[] {
  const sorted = [...items].sort((a, b) => a.x - b.x)
  const segments: Segment[] = []
  let open: PlacedText[] = []
  let right = 0
  for (const item of sorted) {
    const last = open[open.length - 1]
    if (last && isTwin(last, item)) continue
    if (last && (item.isLoose || isApart(item.x - right, last, item))) {
      segments.push(segmentOf(open))
      open = []
    }
    right = open.length === 0 ? item.x + item.width : Math.max(right, item.x + item.width)
    open.push(item)
  }
  if (open.length > 0) segments.push(segmentOf(open))
  return segments
}

/** The same text printed again a hair aside: bold letters by a printer's trick. */
function isTwin(a: PlacedText, b: PlacedText): boolean {
  return b.x - a.x < 0.25 * b.height && textOfItem(a) === textOfItem(b)
}

/** The printed letters of an item. */
export function textOfItem({ texts }: PlacedText): string {
  return texts.length === 1 ? texts[0]!.value : texts.map(({ value }) => value).join('')
}

/**
 * Figures of two columns stand close together, or even reach over each other; the digits of one figure just touch, and are all
 * of one width: `12,636` `５` are two.
 */
function isApart(gap: number, a: PlacedText, b: PlacedText): boolean {
  const height = Math.min(a.height, b.height)
  const end = endsInDigit.exec(a.texts[a.texts.length - 1]!.value)?.[1]
  const start = end === undefined ? undefined : startsWithDigit.exec(b.texts[0]!.value)?.[1]
  if (end === undefined || start === undefined) return gap > SEGMENT_GAP * height
  // A sign printed apart from its digits; its width is the least certain.
  if (textOfItem(a).trim() === '-') return gap > SEGMENT_GAP * height
  return Math.abs(gap) > FIGURE_GAP * height || (end !== '-' && start !== '-' && end < '０' !== start < '０')
}

/** Of half or full width, behind and before what is invisible at the edge of the text. */
const endsInDigit = /([\d０-９-])[\s\p{Cf}]*$/u
const startsWithDigit = /^[\s\p{Cf}]*([\d０-９-])/u

/** A segment of items in reading order. */
export function segmentOf(items: PlacedText[]): Segment {
  const value = items.length === 1 ? textOfItem(items[0]!) : items.map(textOfItem).join('')
  const { x, y, width, height } = boxOf(items)
  return { items, value, isFigure: isFigure(value), x, y, width, height }
}

/** A line of segments in reading order. */
export function lineOf(segments: Segment[]): Line {
  const { x, y, width, height } = boxOf(segments)
  return { segments, x, y, width, height }
}

/** The box around boxes. */
export function boxOf(boxes: Box[]): Box {
  let x = Infinity
  let y = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const box of boxes) {
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return { x, y, width: right - x, height: bottom - y }
}

/** The height at which a box has its middle. */
export function middleOf({ y, height }: Box): number {
  return y + height / 2
}

/** True where the boxes share more than a hair of their widths. */
export function isAbove(a: Box, b: Box): boolean {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5
}

/** The texts of a printed line, with a space where segments, or two words that are not Chinese, stand apart. */
export function lineTexts({ segments }: Line): Text[] {
  const texts: Text[] = []
  let before: PlacedText | undefined
  for (const segment of segments)
    for (const item of segment.items) {
      if (before && isSpaced(before, item, item === segment.items[0])) texts.push({ type: 'text', value: ' ' })
      texts.push(...item.texts)
      before = item
    }
  return texts
}

function isSpaced(a: PlacedText, b: PlacedText, isNewSegment: boolean): boolean {
  const [end, start] = [a.texts[a.texts.length - 1]!.value.slice(-1), b.texts[0]!.value.slice(0, 1)]
  if (end === ' ' || start === ' ') return false
  return isNewSegment || (b.x - a.x - a.width > WORD_GAP * a.height && /\w/.test(end) && /\w/.test(start))
}

/** What a printed line says: the texts of its segments, with nothing between them. */
export function lineText({ segments }: Line): string {
  return segments.map(({ value }) => value).join('')
}

/** Height of most letters. */
export function letterHeight(boxes: Box[]): number {
  if (boxes.length === 1) return boxes[0]!.height
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 0
}
