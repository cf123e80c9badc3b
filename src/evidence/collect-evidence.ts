import { parseCell } from '../literal/cell'
import type { LabelTarget } from '../spot/label-target'
import { type LabelSpot, spotLabels } from '../spot/spot-labels'
import { isLetter, wordStream, words } from '../spot/word-stream'
import type { Evidence, FigureEvidence, WordEvidence } from './evidence'
import { emptyWords } from './evidence-symbols'
import type { RegionText } from './region-text'
import { withoutCellWords } from './without-cell-words'

/**
 * Reads a region of printed lines as evidence: labels, figures, other words, in order of print.
 * What a label covers (its ordinal too) is never a figure; page marks are nothing.
 */
export function collectEvidence(region: RegionText, targets: LabelTarget[]): Evidence[] {
  const { text } = region
  const stream = wordStream(withoutCellWords(text))
  const spots = spotLabels(stream, text, targets)
  const covered = coverage(text, spots, stream)
  const known = targets.map(({ prefix, body }) => prefix + body).join('|')
  const evidence: Evidence[] = spots.map((spot) => ({
    kind: 'label',
    spot,
    from: spot.from,
    to: spot.to,
    line: region.line(spot.from),
  }))
  for (const [from, to] of chunks(text, covered)) {
    const line = region.line(from)
    for (const part of readChunk(text.slice(from, to), known)) {
      const span = { from: part.from + from, to: part.to + from, line }
      evidence.push(part.kind === 'word' ? { ...part, ...span } : { ...part, ...span, gap: region.gapBefore(line) })
    }
  }
  return joinUnits(dropLoneWords(dropPageMarks(evidence.sort((a, b) => a.from - b.from))), text)
}

/** Marks what labels cover, but not the figures that stand inside them. */
function coverage(text: string, spots: LabelSpot[], stream: ReturnType<typeof wordStream>): Uint8Array {
  const covered = new Uint8Array(text.length)
  for (const { start, end, from, bodyFrom, ownDigits } of spots) {
    covered.fill(1, from, bodyFrom)
    for (let at = start; at < end; at++) {
      const offset = stream.offset(at)
      covered[offset] = 1
      if (at + 1 === end || stream.offset(at + 1) === offset + 1) continue
      const gap = text.slice(offset + 1, stream.offset(at + 1))
      if (gap.trim().length <= 1 && !/[0-9０-９]/.test(gap)) covered.fill(1, offset + 1, offset + 1 + gap.length)
    }
    for (const [first, last] of ownDigits) covered.fill(1, first, last)
  }
  return covered
}

/** The stretches between white space and labels. */
function chunks(text: string, covered: Uint8Array): [number, number][] {
  const out: [number, number][] = []
  for (let at = 0; at < text.length; ) {
    if (covered[at] || isSpaceAt(text, at)) at++
    else {
      const from = at
      while (at < text.length && !covered[at] && !isSpaceAt(text, at)) at++
      out.push([from, at])
    }
  }
  return out
}

function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)
}

type Figure = Omit<FigureEvidence, 'line' | 'gap'>
type Part = Figure | Omit<WordEvidence, 'line'>

function readChunk(printed: string, known: string): Part[] {
  // Most of what stands between labels is a plain number.
  if (plainDigits.test(printed)) return [{ ...plainFigure(printed), from: 0, to: printed.length }]
  const chunk = printed.replace(/^\p{Cf}+|\p{Cf}+$/gu, '')
  const skipped = printed.indexOf(chunk)
  return readVisible(chunk, known).map((part) => ({ ...part, from: part.from + skipped, to: part.to + skipped }))
}

function readVisible(chunk: string, known: string): Part[] {
  if (/^[-–—－]\d{1,4}[-–—－]$/.test(chunk)) return []
  const whole = emptyWords.has(chunk) ? emptyCell(chunk) : readFigure(chunk)
  if (whole) return [{ ...whole, from: 0, to: chunk.length }]
  if (foreign.test(chunk)) return [{ kind: 'word', text: chunk, fragment: false, from: 0, to: chunk.length }]
  const parts: Part[] = []
  for (const { 0: piece, index } of chunk.matchAll(pieces)) {
    const span = { from: index, to: index + piece.length }
    // `69 无366`: the word touches the digits of the next cell
    const figure = emptyWords.has(piece) && digit.test(chunk) ? emptyCell(piece) : readFigure(piece)
    if (figure) parts.push({ ...figure, ...span })
    else if (isLetter(piece.charCodeAt(0))) {
      const text = words(piece)
      parts.push({ kind: 'word', text, fragment: known.includes(text), ...span })
    }
  }
  return parts
}

function emptyCell(raw: string): Omit<Figure, 'from' | 'to'> {
  return { kind: 'figure', raw, digits: '', value: null, state: 'text' }
}

/** 无 between figures is a cell; among other words it is a piece of a label: （四）/ 无 / 法提供. */
function dropLoneWords(evidence: Evidence[]): Evidence[] {
  return evidence.map((item, index) => {
    if (item.kind !== 'figure' || item.state !== 'text') return item
    const [before, after] = [evidence[index - 1], evidence[index + 1]]
    if (before && before.kind !== 'word' && after?.kind !== 'word') return item
    return { kind: 'word', text: item.raw, fragment: true, from: item.from, to: item.to, line: item.line }
  })
}

/** Dates, times, page counts, addresses of the page: 11/21/26, 6:22, 2/3, file:///… hold digits that are no cells. */
const foreign = /\d[/:∶]\d|[a-z]{2}/i

/** A number with its sign and separators, or anything else without digits. */
const pieces =
  /[-+－＋−]?(?:[1-9]\d{0,2}(?:,\d{3})+(?!\d)|[0-9０-９]+)(?:[.．][0-9０-９]+)?|[^0-9０-９,，、;；:：()（）。“”"'《》-]+/g

const plainDigits = /^[0-9]+$/
const digit = /[0-9０-９]/

function plainFigure(digits: string): Omit<Figure, 'from' | 'to'> {
  return { kind: 'figure', raw: digits, digits, value: Number(digits), state: 'number' }
}

/** A figure, a dash, or digits that cannot be read (1O, l2); undefined for words. */
export function readFigure(printed: string): Omit<Figure, 'from' | 'to'> | undefined {
  if (plainDigits.test(printed)) return plainFigure(printed)
  const raw = printed.replace(invisible, '')
  if (/^[0-9０-９]+$/.test(raw)) {
    const digits = raw.normalize('NFKC')
    return { kind: 'figure', raw, digits: raw === printed ? digits : '', value: Number(digits), state: 'number' }
  }
  if (/^[-+－＋−][1-9][0-9]*$/.test(raw))
    return {
      kind: 'figure',
      raw,
      digits: raw === printed ? raw : '',
      value: Number(raw.replace(/[－−]/, '-').replace('＋', '+')),
      state: 'number',
    }
  if (/^[OoIlSB丨〇○]$|^[-+－＋−]0/.test(raw))
    return { kind: 'figure', raw, digits: '', value: null, state: 'unreadable' }
  if (!/[0-9０-９]/.test(raw)) {
    if (isLetter(raw.charCodeAt(0))) return undefined
    const { state } = parseCell(raw)
    return state === 'dash' ? { kind: 'figure', raw, digits: '', value: null, state } : undefined
  }
  if (/^[0-9０-９OoIlSB丨〇○,.]+$/.test(raw) && /[OoIlSB丨〇○]/.test(raw))
    return { kind: 'figure', raw, digits: '', value: null, state: 'unreadable' }
  for (const type of ['count', 'signed', 'decimal', 'money'] as const) {
    const { state, value } = parseCell(raw, { type })
    if (state === 'number') return { kind: 'figure', raw, digits: '', value, state }
  }
  return undefined
}

const invisible = /\p{Cf}/gu

/** `- 5 -` on its own is a page mark; with other dashes among the cells it may be three cells. */
function dropPageMarks(evidence: Evidence[]): Evidence[] {
  const isDash = (at: number) => {
    const item = evidence[at]
    return item?.kind === 'figure' && item.state === 'dash'
  }
  const marks = new Set<number>()
  for (let at = 1; at + 1 < evidence.length; at++) {
    const item = evidence[at]!
    if (item.kind !== 'figure' || !/^\d{1,4}$/.test(item.digits) || !isDash(at - 1) || !isDash(at + 1)) continue
    for (const index of [at - 1, at, at + 1]) marks.add(index)
  }
  const otherDashes = evidence.some((_, at) => isDash(at) && !marks.has(at))
  return otherDashes ? evidence : evidence.filter((_, at) => !marks.has(at))
}

/** `213.58` `万元`: a figure and its unit with a space between them are one cell. */
function joinUnits(evidence: Evidence[], text: string): Evidence[] {
  const out: Evidence[] = []
  for (const item of evidence) {
    const last = out[out.length - 1]
    if (item.kind === 'word' && last?.kind === 'figure' && last.value !== null && last.line === item.line) {
      const raw = text.slice(last.from, item.to)
      const { state, unit } = parseCell(raw, { type: 'money' })
      if (state === 'number' && unit !== null) {
        out[out.length - 1] = { ...last, raw, digits: '', to: item.to }
        continue
      }
    }
    out.push(item)
  }
  return out
}
