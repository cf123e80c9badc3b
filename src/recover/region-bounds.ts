import { emptyWords } from '../evidence/evidence-symbols'
import { readFigure } from '../evidence/read-figure'
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
    if (!isPieces(between, known) && !isForeignHeading(between, known)) first = at + 1
  }
  first = Math.max(first, behindSentence(hits, stream, printed))
  const { start, target } = hits[first]!
  return { start, from: withMarker(printed, stream.offset(start), target.prefix + target.digits) }
}

/** The first label behind a sentence about the same matter that stands right before the table: …尚未审结37件。 */
function behindSentence(hits: LabelHit[], stream: WordStream, printed: string): number {
  for (let at = (hits.length >> 1) - 1; at >= 0; at--) {
    const between = printed.slice(stream.end(hits[at]!.end), stream.offset(hits[at + 1]!.start))
    if (between.includes('。')) return at + 1
  }
  return 0
}

/**
 * Where a region ends: behind its last label, and behind the figures and pieces of labels that follow. Figures that belong to
 * the words behind them stay outside:
 *
 *     四、结转下年度继续办理 0 0 0 0 0 0 0 2024 年，我局…
 *                                         ↑
 *
 * @param limit where something else begins: a title of a part, a label of another form
 */
export function regionEnd(
  hits: LabelHit[],
  { known, cells, rows }: FormFamily,
  stream: WordStream,
  printed: string,
  limit: number,
): number {
  const label = stream.end(hits[hits.length - 1]!.end)
  const last = label + namedFigures(printed.slice(label, Math.min(limit, label + longestRow)), known)
  let room = cells
  // Figures that the table surely still wants.
  let lacking = rows === 0 ? cells - countFigures(printed.slice(stream.offset(hits[0]!.start), last)) : 1
  let skipped = 0
  const touches = /[0-9０-９]/.test(printed.slice(last, last + 1))
  let end = last
  let figureStart = last
  let lineStart = -1
  let beforeLine = last
  chunk.lastIndex = last
  for (let match = chunk.exec(printed); match; match = chunk.exec(printed)) {
    const { 0: text, index } = match
    if (index >= limit) break
    if (text === '\n') {
      lineStart = index
      beforeLine = end
    } else if (readFigure(text) || emptyWords.has(text)) {
      // One too many on the line of the last one is the table's, for a figure that is cut in two: `5 4 2 0 1 1`.
      if (room-- <= 0 && (lineStart >= end || !endsCell.test(printed.slice(index + text.length, limit)))) return end
      lacking--
      skipped = 0
      figureStart = index
      end = index + text.length
    } else if (isFigureWithUnit(printed.slice(figureStart, index + text.length))) end = index + text.length
    else if (!isPiece(text, known)) {
      // `0 00五、` and, where figures touch their labels, `办理640000010行政复议`: the digits are the last of the region.
      const glued = /^[0-9０-９]+(?:[.．][0-9０-９]+)?/.exec(text)?.[0] ?? ''
      const unit = glued === '' ? unitLength(printed.slice(figureStart, end), text) : 0
      if (unit > 0) return index + unit
      if (glued !== '') {
        // `0827.37万元三、`: what the digits are is settled later, the unit is theirs.
        const own = unitLength('1', text.slice(glued.length))
        if (own > 0 || touches || startsWithMarker(text.slice(glued.length))) return index + glued.length + own
      }
      const next = nextFigureLine(printed, index, skipped, limit)
      if (lacking > 0 && next !== undefined) {
        skipped++
        chunk.lastIndex = next
        continue
      }
      const sharesLine = lineStart >= 0 && lineStart < end && !printed.slice(end, index).includes('\n')
      return sharesLine && !startsWithMarker(text) ? Math.max(beforeLine, last) : end
    }
  }
  return end
}

/** Another figure or the end of the line follows: a figure before words may be theirs (2024 年). */
const endsCell = /^[^\S\n]{0,40}(?:[0-9０-９]|\n|$)/

/** Characters of a row that names its columns at most. */
const longestRow = 400

/**
 * Length of what a row prints behind its label where it names the column of each figure:
 *
 *     四、结转下年度继续办理：自然人0，商业企业0，科研机构0，…，总计0
 */
function namedFigures(text: string, known: string): number {
  const [line = ''] = /^\s{0,3}[：:][^\n]*/.exec(text) ?? []
  return hasFigure(line) && isPieces(line, known) ? line.trimEnd().length : 0
}

/** Page headers and footers that are passed over on the way to the figures of a table cut by a page. */
const MAX_SKIPPED = 4

/** Where the next line begins that holds nothing but figures, other lines before it; undefined where none is near. */
function nextFigureLine(printed: string, from: number, skipped: number, limit: number): number | undefined {
  let at = printed.indexOf('\n', from)
  for (let lines = skipped; at >= 0 && at < limit && lines < MAX_SKIPPED; lines++) {
    const end = printed.indexOf('\n', at + 1)
    const line = printed.slice(at + 1, end < 0 ? undefined : end)
    if (
      line.trim() !== '' &&
      line.length < 400 &&
      line
        .trim()
        .split(/\s+/)
        .every((word) => readFigure(word))
    )
      return at
    at = end
  }
  return undefined
}

function countFigures(text: string): number {
  return text.match(/[0-9０-９]+/g)?.length ?? 0
}

/** Line ends, and what stands between white space. */
const chunk = /\n|[^\s]+/g

/** A figure and the unit behind it, a space between them: `41.1234 万元`. */
function isFigureWithUnit(text: string): boolean {
  return text.length < 40 && readFigure(text) !== undefined
}

/** Characters of the unit that words begin with, behind a figure: `453.12` `万元三、收到和处理…`. */
function unitLength(figure: string, words: string): number {
  if (!hasFigure(figure)) return 0
  for (let length = Math.min(4, words.length); length > 0; length--) {
    if (startsWithMarker(words.slice(length)) && readFigure(`${figure} ${words.slice(0, length)}`)) return length
  }
  return 0
}

function startsWithMarker(text: string): boolean {
  return /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/.test(text) || /^[（(]/.test(text)
}

function isPiece(text: string, known: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return !/[0-9０-９]/.test(text) && (letters === '' || known.includes(letters))
}

/** True where nothing stands between two labels but figures and pieces of labels: 商业企 业 科研机 构. */
export function isPieces(between: string, known: string): boolean {
  return between.split(/[\s\d]+/).every((piece) => isPiece(piece, known))
}

function hasFigure(text: string): boolean {
  return /[0-9０-９]/.test(text)
}

/** A short word set apart among headings and pieces of them: a column that the form does not have (小计). */
function isForeignHeading(between: string, known: string): boolean {
  const words = between
    .replace(/[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]$/u, '')
    .split(/[\s\d]+/)
    .filter((word) => !isPiece(word, known))
  return words.length === 1 && /^\p{L}{1,4}$/u.test(words[0]!) && /^\s/.test(between)
}

/** Takes in the ordinal and the bracket before a label: `（一）`, `1.`, `“`. */
function withMarker(printed: string, start: number, ordinal: string): number {
  const from = start - (/\p{Cf}{0,9}$/u.exec(printed.slice(Math.max(0, start - 9), start))?.[0].length ?? 0)
  const before = printed.slice(Math.max(0, from - 12), from)
  const marker =
    ordinal === ''
      ? /[（(“"]\s*$/.exec(before)
      : /[（(]?\s*[一二三四五六七八九十\d]{1,3}\s*[）)、.．,，]\s*[“"]?$/.exec(before)
  return marker ? from - marker[0].length : from
}
