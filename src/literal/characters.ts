/** Skips spaces, tabs, no-break and ideographic spaces and at most one line break. */
export function skipSpaces(text: string, index: number): number {
  let next = index
  let breaks = 0
  for (;;) {
    const code = text.charCodeAt(next)
    if (code === 0x0a) {
      if (++breaks > 1) return next
    } else if (!isSpace(code)) return next
    next++
  }
}

/** Whether a UTF-16 code is white space within a line (a carriage return counts). */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0x0d ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0xfeff
  )
}

/** Whether the character at `index` is one of `characters`; false beyond the ends of the text. Makes no strings. */
export function isOneOf(text: string, index: number, characters: string): boolean {
  const code = text.charCodeAt(index)
  for (let at = 0; at < characters.length; at++) if (characters.charCodeAt(at) === code) return true
  return false
}
