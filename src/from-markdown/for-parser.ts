/**
 * The Markdown without the lines that a parser takes quadratic time or endless recursion for: very long ones without a pipe, and
 * those inside dozens of quotations and lists. They become blanks of the same length, so that offsets stay; their text is read
 * from the source, and a heading or a pipe table stands in none.
 *
 * ```
 * >>>>>>>>>…>>> x      [a]([a]([a](…      →   blanks
 * ```
 */
export function forParser(markdown: string): string {
  return hard.test(markdown)
    ? markdown.replace(lines, (line) => (isHard(line) ? ' '.repeat(line.length) : line))
    : markdown
}

const hard = /[^\n\r]{2000}|^[ \t]{100}|^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){20}/m
const lines = /[^\n\r]+/g

function isHard(line: string): boolean {
  return hard.test(line) && !(line.length >= 2000 && line.includes('|'))
}
