import type { Point, Position } from '../types'
import { lastAtMost } from './last-at-most'

/** Finds lines and columns of offsets in one string. */
export interface LineIndex {
  point(offset: number): Point
  position(start: number, end: number): Position
}

/** Indexes the lines of `source` once; line ends are LF, CRLF and CR. Look-ups are by binary search. */
export function lineIndex(source: string): LineIndex {
  const starts = [0]
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  function point(offset: number): Point {
    const line = lastAtMost(starts, offset)
    return { line: line + 1, column: offset - starts[line]! + 1, offset }
  }
  return { point, position: (start, end) => ({ start: point(start), end: point(end) }) }
}
