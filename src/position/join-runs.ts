import type { Text } from '../tree'

/**
 * Marks the texts of one line that only markup or fonts part, so that no soft line break is seen between them.
 *
 * ```
 * <span>2</span><span>024</span>年   →   2 | 024 (joined) | 年 (joined)
 * ```
 */
export function joinRuns(line: Text[]): Text[] {
  return line.length < 2
    ? line
    : line.map((text, index) => (index === 0 ? text : { ...text, data: { ...text.data, joined: true } }))
}
