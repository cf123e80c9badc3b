import type { Text as HastText } from 'hast'
import type { Position } from '../types'

/** A piece of a text node: as long as its span, or atomic (a character reference, one value for several source characters). */
export interface TextRun {
  value: string
  /** Offsets into the source; absent where the tree has no positions. */
  span?: [start: number, end: number]
  /** The place of the whole piece, where the parser told it. */
  position?: Position
}

/**
 * Cuts a text node at its character references, so that every piece knows its place in the source.
 *
 * ```
 * 规章&nbsp;13      →   规章 | &nbsp; | 13
 * ```
 *
 * The parser also drops stray tags inside a text (`1</b>2` where no `<b>` is open) and makes CRLF one line feed: these are
 * stepped over. Where the value cannot be followed in the source, the rest is one atomic piece.
 *
 * @param source the markup, or null: then a text whose value is not as long as its span is atomic as a whole
 */
export function textRuns({ value, position }: HastText, source: string | null): TextRun[] {
  const start = position?.start.offset
  const end = position?.end.offset
  if (start === undefined || end === undefined) return [{ value }]
  if (source === null || source.slice(start, end) === value)
    return [{ value, span: [start, end], position: position as Position }]
  return follow(value, source, start, end)
}

function follow(value: string, source: string, start: number, end: number): TextRun[] {
  const runs: TextRun[] = []
  let at = start
  let done = 0
  let literal = 0
  function flush(): void {
    if (literal > 0) runs.push({ value: value.slice(done - literal, done), span: [at - literal, at] })
    literal = 0
  }
  while (done < value.length && at < end) {
    const expected = value[done]
    const found = source[at]
    const reference = found === '&' ? referenceLength(source, at, end, value, done) : 0
    if (reference > 0) {
      flush()
      const length = value.codePointAt(done)! > 0xffff ? 2 : 1
      runs.push({ value: value.slice(done, done + length), span: [at, at + reference] })
      done += length
      at += reference
    } else if (found === '\r') {
      flush()
      const length = source[at + 1] === '\n' ? 2 : 1
      runs.push({ value: '\n', span: [at, at + length] })
      done++
      at += length
    } else if (found === '<' && isTag(source, at)) {
      flush()
      at = tagEnd(source, at, end)
    } else if (found === expected) {
      literal++
      done++
      at++
    } else break
  }
  flush()
  if (done < value.length) runs.push({ value: value.slice(done), span: [Math.min(at, end), end] })
  return runs
}

const reference = /&(?:#x[\da-f]{1,8}|#\d{1,8}|[a-z][a-z\d]{1,31});?/iy
const ampersand = /&(?:amp|#0{0,5}38|#x0{0,5}26);?/iy

/** Length of the character reference that starts at `at`, or 0 where the ampersand stands for itself. */
function referenceLength(source: string, at: number, end: number, value: string, done: number): number {
  const pattern = value[done] === '&' ? ampersand : reference
  pattern.lastIndex = at
  const match = pattern.exec(source)?.[0]
  if (match === undefined || at + match.length > end) return 0
  if (match.endsWith(';') || match[1] === '#') return match.length
  // An old name without its semicolon (`&nbsp13`) ends where the value goes on.
  const next = value[done + 1]
  for (let length = match.length; length > 2; length--) {
    if (at + length === end ? next === undefined : source[at + length] === next) return length
  }
  return match.length
}

/** A `<` of text is followed by something else. */
function isTag(source: string, at: number): boolean {
  return /[a-z/!?]/i.test(source[at + 1] ?? '')
}

/** The offset behind a tag or comment that the parser dropped. */
function tagEnd(source: string, at: number, end: number): number {
  const closing = source.startsWith('<!--', at) ? '-->' : '>'
  const found = source.indexOf(closing, at)
  return found < 0 || found >= end ? end : found + closing.length
}
