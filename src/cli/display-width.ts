/** First and last code points of the characters that take two columns of a terminal, in order. */
const wide: readonly [number, number][] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]

/** How many columns of a terminal `text` takes: Chinese characters and full-width forms take two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character.codePointAt(0)!) ? 2 : 1
  return width
}

/** `text` with spaces behind it (before it for `end`) up to `width` columns. */
export function pad(text: string, width: number, at: 'start' | 'end' = 'start'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return at === 'start' ? text + space : space + text
}

/** The beginning of `text` that fits into `width` columns; `…` tells that something was cut. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let out = ''
  let used = 1
  for (const character of text) {
    used += displayWidth(character)
    if (used > width) break
    out += character
  }
  return `${out}…`
}

function isWide(code: number): boolean {
  return code >= 0x1100 && wide.some(([first, last]) => code >= first && code <= last)
}
