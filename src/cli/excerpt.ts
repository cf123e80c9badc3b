import type { Position } from '../types'
import { displayWidth } from './display-width'

/** Characters shown before and behind the place on a long line. */
const context = 36

/** Columns that a tab is shown as. */
const tab = '    '

/**
 * The printed line of a place, and a second line with carets under it. Long lines are cut, tabs are expanded, and the
 * carets stand right under Chinese characters too, which are two columns wide.
 *
 * ```
 * 一、本年新收政府信息公开申请数量    58
 *                                     ^^
 * ```
 */
export function excerpt(source: string, { start, end }: Position): [line: string, carets: string] {
  const lineStart = start.offset - (start.column - 1)
  const lineEnd = endOfLine(source, start.offset)
  const from = Math.max(lineStart, start.offset - context)
  const markEnd = Math.min(Math.max(end.offset, start.offset + 1), lineEnd, start.offset + context)
  const to = Math.min(lineEnd, Math.max(markEnd, start.offset) + context)
  const before = `${from > lineStart ? '…' : ''}${expand(source.slice(from, start.offset))}`
  const marked = expand(source.slice(start.offset, markEnd))
  const after = `${expand(source.slice(Math.max(markEnd, start.offset), to))}${to < lineEnd ? '…' : ''}`
  const carets = ' '.repeat(displayWidth(before)) + '^'.repeat(Math.max(1, displayWidth(marked)))
  return [(before + marked + after).trimEnd(), carets]
}

function endOfLine(source: string, offset: number): number {
  let end = offset
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++
  return end
}

/** Tabs as spaces; other control characters as a mark, so that a report cannot steer the terminal. */
function expand(text: string): string {
  return text.replaceAll('\t', tab).replace(/\p{Cc}/gu, '\ufffd')
}
