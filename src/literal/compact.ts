/** A literal without white space, and the way back. */
export interface Compact {
  text: string
  /** What was printed for the characters of `text` from `start` to `end`. */
  printed: (start: number, end: number) => string
}

/**
 * Drops padding and inner white space of one literal: `三千 九百 六十五`, `百 分 之 2.4`, `2016 年 12 月`. Between two Arabic digits a
 * space may part two numbers, so there it is dropped only on request (`joinDigits`); otherwise the result is undefined.
 */
export function compact(text: string, joinDigits = false): Compact | undefined {
  const trimmed = text.trim()
  if (!/\s/.test(trimmed)) return { text: trimmed, printed: (start, end) => trimmed.slice(start, end) }
  if (!joinDigits && /[\d.,０-９．，]\s+[\d.,０-９．，]/.test(trimmed)) return undefined
  const offsets = Array.from(trimmed.matchAll(/\S/g), ({ index }) => index)
  return {
    text: trimmed.replace(/\s+/g, ''),
    printed: (start, end) => trimmed.slice(offsets[start], offsets[end - 1]! + 1),
  }
}
