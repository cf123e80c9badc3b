/** Skips spaces, tabs, no-break and ideographic spaces and at most one line break. */
export function skipSpaces(text: string, index: number): number {
  let next = index
  let breaks = 0
  for (; ; next++) {
    const code = text.charCodeAt(next)
    const space = code === 0x20 || code === 0x09 || code === 0x0d || code === 0xa0 || code === 0x3000
    if (!space && (code !== 0x0a || breaks++ > 0)) return next
  }
}

/** Whether the character at `index` is one of `characters`; false beyond the ends of the text. Makes no strings. */
export function isOneOf(text: string, index: number, characters: string): boolean {
  const code = text.charCodeAt(index)
  for (let at = 0; at < characters.length; at++) if (characters.charCodeAt(at) === code) return true
  return false
}

/** Whether a Latin letter stands at `index`. */
export function isLatin(text: string, index: number): boolean {
  const code = text.charCodeAt(index) | 32
  return code > 96 && code < 123
}
