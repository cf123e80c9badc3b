import type { WordStream } from '../spot/word-stream'
import type { FormFamily, LabelHit } from './find-regions'

/**
 * Where a region begins: at its first label, unless other words follow before the first figure or row. Those are a heading:
 *
 *     四、因政府信息公开申请行政复议、提起行政诉讼的情况行政复议行政诉讼结果维持 …
 *                                                    ↑
 */
export function regionStart(
  hits: LabelHit[],
  { known }: FormFamily,
  stream: WordStream,
  printed: string,
): { start: number; from: number } {
  let first = 0
  for (let at = 0; at + 1 < hits.length; at++) {
    const { end, target } = hits[at]!
    const next = hits[at + 1]!
    const between = printed.slice(stream.end(end), stream.offset(next.start))
    if (target.kind === 'stub' || hasFigure(between)) break
    if (!isPieces(between, known)) first = at + 1
  }
  const { start, target } = hits[first]!
  return { start, from: withMarker(printed, stream.offset(start), target.prefix + target.digits) }
}

/**
 * Where a region ends: behind its last label, and behind the figures and pieces of labels that follow. Figures that belong to
 * the words behind them stay outside: `2024 年，我局…`.
 */
export function regionEnd(hits: LabelHit[], { known, cells }: FormFamily, stream: WordStream, printed: string): number {
  const last = stream.end(hits[hits.length - 1]!.end)
  let end = last
  let lineStart = -1
  let beforeLine = last
  let count = countFigures(printed.slice(stream.offset(hits[0]!.start), last))
  token.lastIndex = last
  for (let match = token.exec(printed); match; match = token.exec(printed)) {
    const { 0: text, index } = match
    if (text === '\n') {
      lineStart = index
      beforeLine = end
    } else if (isFigure(text)) {
      if (count >= cells) break
      count++
      end = index + text.length
    } else if (!isPiece(text, known)) {
      return followsOnLine(printed, end, index, text) && lineStart >= 0 && lineStart < end
        ? Math.max(beforeLine, last)
        : trimGlued(end, index, text, last, printed)
    }
  }
  return end
}

/** Line ends, figures with what is joined to them, runs of other characters. */
const token = /\n|[+－−-]?[0-9０-９][0-9０-９,.，．]*[万亿元]*|[-–—－/]+|[^\s0-9０-９]+/g

function isFigure(text: string): boolean {
  return /^[+－−-]?[0-9０-９]|^[-–—－/]+$/.test(text)
}

function isPiece(text: string, known: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters === '' || known.includes(letters)
}

function followsOnLine(printed: string, end: number, index: number, text: string): boolean {
  return !printed.slice(end, index).includes('\n') && !startsWithMarker(text)
}

/** `… 0 0 2024年`: the figure that touches the next words is theirs, unless a list marker begins there: `… 0 00五、`. */
function trimGlued(end: number, index: number, text: string, least: number, printed: string): number {
  if (end !== index || startsWithMarker(text)) return end
  const glued = /[^\S\n]([0-9０-９]+)$/.exec(printed.slice(Math.max(least, end - 24), end))
  return glued ? end - glued[0].length : end
}

function startsWithMarker(text: string): boolean {
  return /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/.test(text) || /^[（(]/.test(text)
}

/** True where nothing stands between two labels but figures and pieces of labels: 商业企 业 科研机 构. */
export function isPieces(between: string, known: string): boolean {
  return between.split(/[\s\d]+/).every((piece) => isPiece(piece, known))
}

/** Numbers that are no ordinals. */
function countFigures(text: string): number {
  return text.match(/[0-9０-９]+(?![0-9０-９]*[.．、])/g)?.length ?? 0
}

function hasFigure(text: string): boolean {
  return /[0-9０-９]/.test(text)
}

/** Takes in the ordinal and the bracket before a label: `（一）`, `1.`, `“`. */
function withMarker(printed: string, from: number, ordinal: string): number {
  const before = printed.slice(Math.max(0, from - 12), from)
  const marker =
    ordinal === ''
      ? /[（(“"]\s*$/.exec(before)
      : /[（(]?\s*[一二三四五六七八九十\d]{1,3}\s*[）)、.．,，]\s*[“"]?$/.exec(before)
  return marker ? from - marker[0].length : from
}
