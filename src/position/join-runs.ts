import type { Text } from '../tree'

/**
 * Marks the texts of one line that only markup or fonts part, so that no soft line break is seen between them.
 *
 * ```
 * <span>2</span><span>024</span>年   →   2 | 024 (joined) | 年 (joined)
 * ```
 */
export function joinRuns(line: Text[]): Text[] {
  return line.length < 2 ? line : line.map((text, index) => (index === 0 ? text : joinedText(text)))
}

function joinedText({ value, data, position }: Text): Text {
  const text: Text = { type: 'text', value, data: data ? { ...data, joined: true } : { joined: true } }
  if (position) text.position = position
  return text
}
