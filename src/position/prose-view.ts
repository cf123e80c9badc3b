import type { Text } from '../tree'
import { sliceText } from './slice-text'
import { type TextView, textView } from './text-view'

/**
 * The lines of one paragraph as one string, without the padding at the ends of the lines:
 *
 *     ␣␣␣␣全年公开政府信息 5500␣⏎   →   全年公开政府信息 5500余条
 *     余条
 */
export function proseView(lines: Text[], source: string | null): TextView {
  return textView(lines.map(trimText), source)
}

function trimText(text: Text): Text {
  const start = text.value.length - text.value.trimStart().length
  return sliceText(text, start, Math.max(start, text.value.trimEnd().length))
}
