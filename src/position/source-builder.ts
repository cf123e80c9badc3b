import type { Text } from '../tree'
import type { Point } from '../types'

/** Writes the text of a file that is no text itself, and places the nodes read from it. */
export interface SourceBuilder {
  /** Appends a text without a line break and gives its node; null for the empty string. */
  text(value: string): Text | null
  /** Appends what only separates texts: a tab, a space, a line feed. */
  separate(separator: '\n' | '\t' | ' '): void
  /** The place reached. */
  point(): Point
  /** All that was written. */
  source(): string
}

/** Starts an empty source. */
export function sourceBuilder(): SourceBuilder {
  const parts: string[] = []
  let line = 1
  let column = 1
  let offset = 0

  function append(part: string): void {
    parts.push(part)
    column += part.length
    offset += part.length
  }

  return {
    text(value) {
      if (value === '') return null
      const start = { line, column, offset }
      append(value)
      return { type: 'text', value, position: { start, end: { line, column, offset } } }
    },
    separate(separator) {
      append(separator)
      if (separator !== '\n') return
      line++
      column = 1
    },
    point: () => ({ line, column, offset }),
    source: () => parts.join(''),
  }
}
