import type { Point, Position } from '../types'

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
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1, offset }
  }
  return { point, position: (start, end) => ({ start: point(start), end: point(end) }) }
}
