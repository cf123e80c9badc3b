import { joinRuns } from '../position/join-runs'
import type { Paragraph } from '../tree'
import { isNumbered, isPartHeading } from './is-numbered'
import { type Line, letterHeight, lineText, lineTexts, middleOf } from './segments'

/** Where the prose of a page begins and ends. */
export interface Margins {
  left: number
  right: number
  /** Paragraphs begin two letters in. */
  isIndented: boolean
  /** Nothing is indented, and only one line reaches that far to the right: it may just as well be a paragraph that ends there. */
  isGuess: boolean
}

/** Lines that begin at one place for it to be a margin. */
const LINES = 3

/** Measures the prose of a page; null for a few lines only. */
export function marginsOf(lines: Line[]): Margins | null {
  const counts = new Map<number, number>()
  for (const { x } of lines) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1)
  let left: number | null = null
  for (const [x, count] of counts) if (count >= LINES && (left === null || x < left)) left = x
  if (left === null) return null
  const flush = lines.filter((line) => isAt(line, left, 0) || isAt(line, left, 2))
  const right = Math.max(...flush.map((line) => line.x + line.width))
  const full = flush.filter((line) => right - line.x - line.width < letterHeight(line.segments))
  const isIndented = flush.some((line) => isAt(line, left, 2))
  return { left, right, isIndented, isGuess: !isIndented && full.length === 1 }
}

/**
 * Joins the lines of prose into paragraphs: a line continues in the next one if the first word of that had no room left and it is
 * not indented. A paragraph that ends before the margin, or before an indented line, is complete (`hard`). Lines that
 * do not begin at the margin (titles, signatures) stay as they are; so does what may go on from or to another page.
 *
 * ```
 *     （一）主动公开情况。全年公开信息     indented: begins a paragraph
 * 12345 条，解读 20 篇。                ends before the margin: ends it
 * ```
 */
export function joinLines(lines: Line[], margins: Margins | null): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Line[] = []
  for (const [index, line] of lines.entries()) {
    open.push(line)
    const next = lines[index + 1]
    if (margins && next && goesOn(line, next, margins)) continue
    const isWhole = margins !== null && next !== undefined && isBody(open[0]!, margins) && isSameSize(line, next)
    const isContinued = open.length === index + 1 && margins !== null && isAt(open[0]!, margins.left, 0)
    const isEnd = isWhole && !isContinued && (isAt(next, margins.left, 2) || !isFull(line, next, margins))
    paragraphs.push(paragraphOf(open, isEnd))
    open = []
  }
  return paragraphs
}

function goesOn(line: Line, next: Line, margins: Margins): boolean {
  if (margins.isGuess && (/[。！？]$/.test(lineText(line)) || isPartHeading(lineText(line)))) return false
  if (!isBody(line, margins) || !isAt(next, margins.left, 0) || !isSameSize(line, next)) return false
  const height = letterHeight(line.segments)
  const isClose = middleOf(next) - middleOf(line) < 2.6 * height
  return isClose && isFull(line, next, margins) && !isNumbered(lineText(next))
}

function isBody(line: Line, { left }: Margins): boolean {
  return isAt(line, left, 0) || isAt(line, left, 2)
}

/** True for a line indented by about so many letters: prose begins its paragraphs two letters in. */
function isAt(line: Line, left: number, letters: number): boolean {
  const height = letterHeight(line.segments)
  return Math.abs(line.x - left - letters * height) <= 0.6 * height
}

function isSameSize(a: Line, b: Line): boolean {
  const [small, large] = [letterHeight(a.segments), letterHeight(b.segments)].sort((x, y) => x - y)
  return large! < 1.2 * small!
}

/** Letters that a line may lack at the margin: where indents tell paragraphs apart, printers differ. */
const SLACK = 0.3
const INDENTED_SLACK = 2.3

/** True where the first word of the next line had no room: one Chinese letter and its marks, or a run of others. */
function isFull(line: Line, next: Line, { right, isIndented }: Margins): boolean {
  const word = /^(?:[!-~]+|[^!-~])[，。、；：！？”’）》】…]*/.exec(lineText(next))?.[0] ?? ''
  let width = 0
  for (const letter of word) width += letter < '\u2e80' ? 0.5 : 1
  return right - line.x - line.width < (width + (isIndented ? INDENTED_SLACK : SLACK)) * letterHeight(next.segments)
}

function paragraphOf(lines: Line[], hard: boolean): Paragraph {
  const children = lines.flatMap((line, index) => {
    const texts = lineTexts(line)
    const before = lines[index - 1]
    const isApart = before !== undefined && /\w$/.test(lineText(before)) && /^\w/.test(lineText(line))
    return isApart ? [{ type: 'text' as const, value: ' ' }, ...texts] : texts
  })
  const paragraph: Paragraph = { type: 'paragraph', children: joinRuns(children) }
  if (hard) paragraph.data = { hard: true }
  const start = children[0]!.position?.start
  const end = children[children.length - 1]!.position?.end
  if (start && end && start.offset <= end.offset) paragraph.position = { start, end }
  return paragraph
}
