import { softBreak } from '../position/soft-break'
import { type TextView, textView } from '../position/text-view'
import type { PageBreak, ParagraphData, Table } from '../tree'
import { isFurniture } from './edges'
import { type Item, type Line, widthOf } from './lines'
import { matchHeading, skipNoise } from './match-heading'
import type { Marker } from './numbering'
import { closingMarks, sentenceEnds } from './outline-symbols'
import type { Words } from './words'

/** A whole paragraph: lines that were broken only by the width of the page. */
export interface Block {
  type: 'block'
  view: TextView
  /** What of the first line is more than its text: blank lines before it, a markup level, a role. */
  data: ParagraphData
  /** Page breaks that it runs over. */
  breaks: PageBreak[]
  tabbed: boolean
}

/**
 * Heals soft line breaks and page breaks:
 *
 * ```text
 *    本报告由某市人民政府办公室根据《条
 * 例》规定编制，自2021年起施                  one paragraph, over the page break
 *                  - 1 -
 * 行。
 *    一、总体情况                             a heading ends it
 * ```
 *
 * In text of a fixed width a line continues where the first word of the next one would not have fitted. In text without
 * such a width it continues where it is prose that stops in the middle of a sentence.
 *
 * @param source the string that positions index, or null
 */
export function heal(items: Item[], words: Words, source: string | null): (Block | Table | PageBreak)[] {
  const openings = readOpenings(words)
  const page = measure(items, openings)
  const out: (Block | Table | PageBreak)[] = []
  let lines: Line[] = []
  let crossed: PageBreak[] = []
  let pending: PageBreak[] = []
  for (const item of items) {
    if (item.type === 'pageBreak' && lines.length > 0) pending.push(item)
    else if (item.type !== 'line') {
      close()
      out.push(item)
    } else if (lines.length > 0 && continues(lines, item, pending.length > 0)) {
      crossed = crossed.concat(pending)
      pending = []
      lines.push(item)
    } else {
      close()
      lines = [item]
    }
  }
  close()
  return out

  function close(): void {
    if (lines.length > 0) {
      const texts = lines.flatMap((line) => line.texts)
      const { data } = lines[0]!
      out.push({
        type: 'block',
        view: textView(texts, source, softBreak),
        data,
        breaks: crossed,
        tabbed: lines[0]!.tabbed,
      })
    }
    for (const left of pending) out.push(left)
    lines = []
    crossed = []
    pending = []
  }

  function continues(before: Line[], next: Line, overPage: boolean): boolean {
    const line = before[before.length - 1]!
    if (isSeparate(line) || isSeparate(next)) return false
    const gap = overPage ? 0 : (next.data.gap ?? 0)
    const ended = endsSentence(line.value)
    if (words.titles.ends(line.value) && !/[，。；：、,;:]/.test(line.value)) return false
    if (isSetApart(line, page.indent) || isSetApart(next, page.indent)) return false
    const wrapped = page.width > 0 && gap === 0
    const full = wrapped && line.width + firstWord(next.value) > page.width
    const opening = openings(next)
    if (opening.isHeading && (ended || !full || opening.isKnownPart)) return false
    if (full) return !(ended && next.indent > page.indent + 1)
    if (gap > 2 || /[。！？]$/.test(line.value)) return false
    if (/[，、,（(《“‘]$/.test(line.value) || hasOpenBracket(before)) return true
    if (ended) return false
    if (openings(line).isAlone) return completesTitle(line, openings(line).marker!, next, words)
    if (wrapped && (line.width > page.width * nearlyFull || /^[《“‘]/.test(next.value))) return true
    if (wrapped && !overPage) return false
    return isProse(line) && !isShort(next) && !isFurniture(line.value, words)
  }
}

/** Pushed to the right of the page, as signatures and their dates are. */
function isSetApart({ indent, value }: Line, usual: number): boolean {
  return indent >= usual + farRight && value.length <= longestSignature
}

/** Columns beyond the usual indent: no paragraph begins there. */
const farRight = 20
/** Characters of a line. */
const longestSignature = 40

/** Markup ends it, a reader gave it a role, or it is a row of a table or of captions. */
function isSeparate({ data, tabbed, isRow }: Line): boolean {
  return data.hard === true || data.level !== undefined || data.role !== undefined || tabbed || isRow
}

/** Width and usual indent of the lines of a document that was printed to a fixed width; width 0 where it was not. */
function measure(items: Item[], openings: (line: Line) => Opening): { width: number; indent: number } {
  const broken: Line[] = []
  for (const [index, line] of items.entries()) {
    const next = items[index + 1]
    if (line.type !== 'line' || next?.type !== 'line' || isSeparate(line) || next.tabbed || next.data.gap) continue
    if (line.width - line.indent < narrowest || endsSentence(line.value) || openings(line).isAlone) continue
    if (openings(next).isHeading) continue
    broken.push(line)
  }
  const widths = broken.map(({ width }) => width).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0
  const near = widths.filter((one) => Math.abs(one - width) <= 8).length
  if (widths.length < 3 || near < widths.length * 0.6 || width > widest) return { width: 0, indent: 0 }
  const indents = broken.map(({ indent }) => indent).sort((a, b) => a - b)
  return { width, indent: indents[Math.floor(indents.length / 2)]! }
}

/** Columns: fewer make no line of prose, more no printed page. */
const narrowest = 36
const widest = 200
/** Share of the width from which a line that stops inside a sentence was broken, though it lost its indent or has narrow digits. */
const nearlyFull = 0.75

/** Columns of what cannot be broken at the start of a line: a word or number, or one character with the marks behind it. */
function firstWord(text: string): number {
  return widthOf(/^(?:[!-~]+|[^!-~])[，。、；：！？”’）》】…]*/.exec(text)?.[0] ?? '')
}

function endsSentence(text: string): boolean {
  let end = text.length
  while (end > 0 && closingMarks.includes(text[end - 1]!)) end--
  return end > 0 && sentenceEnds.includes(text[end - 1]!)
}

/** A bracket or title mark that the last lines open and do not close. */
function hasOpenBracket(lines: Line[]): boolean {
  const text = lines
    .slice(-3)
    .map(({ value }) => value)
    .join('')
  return text.lastIndexOf('《') > text.lastIndexOf('》') || text.lastIndexOf('（') > text.lastIndexOf('）')
}

/** What a line begins with. */
interface Opening {
  marker: Marker | null
  /** A heading or an item of a list, but no reference such as （三）项. */
  isHeading: boolean
  /** The marker stands before the title of a part. */
  isKnownPart: boolean
  /** A heading that stands alone on its line. */
  isAlone: boolean
}

/** Reads what lines begin with, each once. */
function readOpenings(words: Words): (line: Line) => Opening {
  const known = new Map<Line, Opening>()
  return (line) => {
    let opening = known.get(line)
    if (!opening) {
      opening = readOpening(line.value, words)
      known.set(line, opening)
    }
    return opening
  }
}

function readOpening(text: string, words: Words): Opening {
  const marker = words.numbering.at(text, skipNoise(text, 0))
  if (!marker) return noMarker
  return {
    marker,
    isHeading: matchHeading(text, marker, words) !== 'other',
    isKnownPart: words.parts.at(text, skipNoise(text, marker.end)) > 0,
    isAlone: !/[。；！？]/.test(text.slice(marker.end)),
  }
}

const noMarker: Opening = { marker: null, isHeading: false, isKnownPart: false, isAlone: false }

/** 三、收到和处理政府信息公开⏎申请情况: together the title of a part; and a marker alone on its line, before its title. */
function completesTitle({ value }: Line, marker: Marker, next: Line, words: Words): boolean {
  if (skipNoise(value, marker.end) >= value.length) return next.value.length >= 4 && next.value.length <= 40
  return words.parts.has(value.slice(marker.end) + next.value)
}

/** Long enough, with punctuation inside. */
function isProse({ value }: Line): boolean {
  return value.length >= 20 && /[，。；、,;]/.test(value)
}

/** A caption, a signature, a heading without a number. */
function isShort({ value }: Line): boolean {
  return value.length < 20 && !/[，。；、,;]/.test(value)
}
