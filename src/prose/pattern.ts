import { frameLiteral } from './alternatives'
import { figureMark } from './sentences'

/** A pattern of a `ProseRule`, ready for the frames of sentences. */
export interface Pattern {
  /**
   * Words of which a sentence must hold one for the pattern to match, looked for first because most sentences hold none; empty
   * where every sentence must be tried.
   */
  anchors: string[]
  /** Characters of a match before its anchor at most. */
  reach: number
  /** The first match that begins in `[from, to)`; default the whole frame. */
  next(frame: string, from?: number, to?: number): PatternMatch | null
}

/** Where a pattern matches, `[start, end)`. */
export interface PatternMatch {
  start: number
  end: number
  /** Index of the mark of its figure; -1 where it has none. */
  figure: number
}

/**
 * Compiles a pattern: `收到…(公开|)申请{n}`, where `…` is a gap in the clause, `(a|b)` either word, the first that leads to a
 * match, `{n}` the figure with a note in brackets and up to three fillers before it, and `{year}` a year (2016年, 今年, 全年).
 * The shortest gap wins. Gaps are bounded and hold no figure, and nothing repeats without bound, so that matching is linear in
 * the sentence.
 *
 * Not a regular expression: the fillers before each figure would make hundreds of large ones, and compiling those took longer
 * than the first report.
 */
export function compilePattern(pattern: string, fillers: Fillers): Pattern {
  const parts = readParts(pattern)
  const heads = headsOf(parts)
  const anchor = anchorOf(parts)
  return {
    anchors: anchor?.words ?? [],
    reach: anchor ? parts.slice(0, anchor.index).reduce((sum, part) => sum + longestOf(part, fillers), 0) : 0,
    next(frame, from = 0, to = frame.length) {
      for (let start = from; start < to; start++) {
        if (heads !== null && !isOneOf(heads, frame.charCodeAt(start))) continue
        const end = matchParts(parts, 0, frame, start, fillers)
        if (end < 0) continue
        const figure = frame.indexOf(figureMark, start)
        return { start, end, figure: figure < end ? figure : -1 }
      }
      return null
    },
  }
}

/** Words that may stand before a figure, by their first code, the longest first. */
export type Fillers = Map<number, string[]>

/** Prepares the words that may stand before a figure. */
export function fillersOf(words: string[]): Fillers {
  const fillers: Fillers = new Map()
  for (const word of words.map(frameLiteral).sort((a, b) => b.length - a.length)) {
    const code = word.charCodeAt(0)
    fillers.set(code, [...(fillers.get(code) ?? []), word])
  }
  return fillers
}

/** Any of the words, '' for none; a gap; a year; a figure, before which fillers may stand unless the pattern begins with it. */
type PatternPart = string[] | 'gap' | 'year' | 'figure' | 'figureFirst'

function readParts(pattern: string): PatternPart[] {
  return pattern
    .split(/(\{n\}|\{year\}|…|\([^()]*\))/)
    .filter((part) => part !== '')
    .map((part, index) => {
      if (part === '{n}') return index > 0 ? 'figure' : 'figureFirst'
      if (part === '…') return 'gap'
      if (part === '{year}') return 'year'
      return (part.startsWith('(') ? part.slice(1, -1).split('|') : [part]).map(frameLiteral)
    })
}

/** The longest literal of the pattern, else the words of a group that is not optional; null where there is neither. */
function anchorOf(parts: PatternPart[]): { words: string[]; index: number } | null {
  const groups = parts.flatMap((part, index) => (typeof part === 'string' ? [] : [{ words: part, index }]))
  const literals = groups
    .filter(({ words }) => words.length === 1)
    .sort((a, b) => b.words[0]!.length - a.words[0]!.length)
  const [longest] = literals
  if (longest && longest.words[0]!.length > 1) return longest
  return groups.find(({ words }) => words.length > 1 && words.every((word) => word !== '')) ?? longest ?? null
}

/** Characters that a part takes at most. */
function longestOf(part: PatternPart, fillers: Fillers): number {
  if (part === 'gap') return longestGap
  if (part === 'year') return longestYear
  if (part === 'figureFirst') return figureMark.length
  if (part === 'figure') return figureMark.length + longestNote + mostFillers * lengthOf([...fillers.values()].flat())
  return lengthOf(part)
}

function lengthOf(words: string[]): number {
  return Math.max(0, ...words.map(({ length }) => length))
}

/** The codes with which a match begins; null where that is open. */
function headsOf([first]: PatternPart[]): number[] | null {
  if (first === 'figureFirst') return [figureMark.charCodeAt(0)]
  if (first === undefined || typeof first === 'string' || first.includes('')) return null
  return [...new Set(first.map((word) => word.charCodeAt(0)))]
}

/** `includes`, which is slower for the few codes that these are. */
function isOneOf(codes: number[], code: number): boolean {
  for (let at = 0; at < codes.length; at++) if (codes[at] === code) return true
  return false
}

/** The end of the parts from `index` on where they stand at `at`; -1 where they do not. */
function matchParts(parts: PatternPart[], index: number, frame: string, at: number, fillers: Fillers): number {
  const part = parts[index]
  if (part === undefined) return at
  if (part === 'figureFirst') return matchFigure(parts, index, frame, at, fillers, 0)
  if (part === 'figure') return matchFigure(parts, index, frame, behindNote(frame, at), fillers, mostFillers)
  if (part === 'gap') return matchGap(parts, index, frame, at, fillers)
  if (part === 'year') return matchYear(parts, index, frame, at, fillers)
  for (const word of part) {
    if (!frame.startsWith(word, at)) continue
    const end = matchParts(parts, index + 1, frame, at + word.length, fillers)
    if (end >= 0) return end
  }
  return -1
}

const mostFillers = 3

/** Behind a note in brackets without a figure: 专项经费（不包括网站建设维护等方面的经费）3万元. */
function behindNote(frame: string, start: number): number {
  if (frame[start] !== '(') return start
  const end = frame.indexOf(')', start)
  const note = frame.slice(start + 1, end)
  return end < 0 || end - start > longestNote || note.includes(figureMark) || note.includes('(') ? start : end + 1
}

const longestNote = 60

function matchFigure(
  parts: PatternPart[],
  index: number,
  frame: string,
  at: number,
  fillers: Fillers,
  more: number,
): number {
  if (more > 0)
    for (const word of fillers.get(frame.charCodeAt(at)) ?? []) {
      if (!frame.startsWith(word, at)) continue
      const end = matchFigure(parts, index, frame, at + word.length, fillers, more - 1)
      if (end >= 0) return end
    }
  return frame.startsWith(figureMark, at) ? matchParts(parts, index + 1, frame, at + figureMark.length, fillers) : -1
}

function matchGap(parts: PatternPart[], index: number, frame: string, start: number, fillers: Fillers): number {
  const last = Math.min(frame.length, start + longestGap)
  for (let at = start; ; at++) {
    const end = matchParts(parts, index + 1, frame, at, fillers)
    if (end >= 0) return end
    if (at === last || gapEnds.includes(frame[at]!)) return -1
  }
}

const longestGap = 30
/** A gap stays in its clause and holds no figure. */
const gapEnds = `${figureMark},;:.()`

function matchYear(parts: PatternPart[], index: number, frame: string, start: number, fillers: Fillers): number {
  year.lastIndex = start
  const length = year.exec(frame)?.[0].length ?? 0
  if (length === 0) return -1
  const end = frame.startsWith('度', start + length)
    ? matchParts(parts, index + 1, frame, start + length + 1, fillers)
    : -1
  return end >= 0 ? end : matchParts(parts, index + 1, frame, start + length, fillers)
}

const year = /(?:20\d\d|[全今本当])年/y
/** 2016年度 */
const longestYear = 6
