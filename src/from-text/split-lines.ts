/** One printed line of the source, `[start, end)` without its line end. */
export interface SourceLine {
  start: number
  end: number
  /** Opens with a form feed, which stands just before `start`. */
  newPage: boolean
}

/**
 * Cuts a text into its printed lines. Line ends are LF, CRLF, CR, vertical tab, LS and PS; a form feed also ends a line
 * and marks the next one as the first of a page. A byte order mark belongs to no line.
 */
export function splitLines(source: string): SourceLine[] {
  const lines: SourceLine[] = []
  let start = source.charCodeAt(0) === byteOrderMark ? 1 : 0
  let newPage = false
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code > carriageReturn && code !== lineSeparator && code !== paragraphSeparator) continue
    if (code < lineFeed) continue
    lines.push({ start, end: at, newPage })
    if (code === carriageReturn && source.charCodeAt(at + 1) === lineFeed) at++
    newPage = code === formFeed
    start = at + 1
  }
  lines.push({ start, end: source.length, newPage })
  return lines
}

const lineFeed = 0x0a
const formFeed = 0x0c
const carriageReturn = 0x0d
const lineSeparator = 0x2028
const paragraphSeparator = 0x2029
const byteOrderMark = 0xfeff
