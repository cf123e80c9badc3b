import { boxOf, type Line, lineOf, lineText } from './segments'

/** Shares of the page: how many lines must leave the gutter free, and of how many letters a column of prose is at least. */
const FREE = 0.9
const LETTERS = 8

/**
 * Splits a page that is set in two columns of prose: a gutter near its middle that hardly any line crosses, with long lines on
 * both sides. A table has short cells on one side at least, and stays whole.
 *
 * ```
 * aaaaaa  bbbbbb
 * aaaaaa  bbbbbb   →   aaaaaa aaaaaa, then bbbbbb bbbbbb
 * ```
 */
export function splitColumns(lines: Line[]): Line[][] {
  if (lines.length < LETTERS) return [lines]
  const page = boxOf(lines)
  const gutter = findGutter(lines, page.x + page.width * 0.35, page.x + page.width * 0.65)
  if (gutter === null) return [lines]
  const left = side(lines, (x) => x < gutter)
  const right = side(lines, (x) => x >= gutter)
  const isProse = [left, right].every((column) => {
    const lengths = column.map((line) => lineText(line).length).sort((a, b) => a - b)
    return column.length * 2 > lines.length && (lengths[lengths.length >> 1] ?? 0) >= LETTERS
  })
  return isProse && !isTabular(left) && !isTabular(right) ? [left, right] : [lines]
}

/** The place between `from` and `to` that the fewest lines cross, if few do. */
function findGutter(lines: Line[], from: number, to: number): number | null {
  let best: { x: number; crossed: number } | null = null
  for (let x = from; x <= to; x += (to - from) / 40) {
    let crossed = 0
    for (const { segments } of lines)
      if (segments.some((segment) => segment.x < x && segment.x + segment.width > x)) crossed++
    if (!best || crossed < best.crossed) best = { x, crossed }
  }
  return best && best.crossed <= lines.length * (1 - FREE) ? best.x : null
}

function side(lines: Line[], isThere: (x: number) => boolean): Line[] {
  return lines.flatMap((line) => {
    const segments = line.segments.filter(({ x }) => isThere(x))
    return segments.length > 0 ? [lineOf(segments)] : []
  })
}

/** Several cells on many lines. */
function isTabular(lines: Line[]): boolean {
  return lines.filter(({ segments }) => segments.length > 1).length * 3 > lines.length
}
