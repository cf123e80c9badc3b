import type { Point, Position } from '../types'
import { lastAtMost } from './last-at-most'

/** Finds lines and columns of offsets in one string. */
export interface LineIndex {
  point(offset: number): Point
  position(start: number, end: number): Position
}

/** Indexes the lines of `source` once; line ends are LF, CRLF and CR. Look-ups are by binary search. */
export function lineIndex(source: string): LineIndex {
  const starts = lineStarts(source)
  function point(offset: number): Point {
    const line = lastAtMost(starts, offset)
    return { line: line + 1, column: offset - starts[line]! + 1, offset }
  }
  return { point, position: (start, end) => ({ start: point(start), end: point(end) }) }
}

function lineStarts(source: string): number[] {
  const starts = [0]
  let carriageReturn = source.indexOf('\r')
  let lineFeed = source.indexOf('\n')
  while (carriageReturn >= 0 || lineFeed >= 0) {
    const isReturn = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed)
    if (!isReturn || lineFeed !== carriageReturn + 1) starts.push((isReturn ? carriageReturn : lineFeed) + 1)
    if (isReturn) carriageReturn = source.indexOf('\r', carriageReturn + 1)
    else lineFeed = source.indexOf('\n', lineFeed + 1)
  }
  return starts
}
