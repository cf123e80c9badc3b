import type { Phrases } from '../phrases/phrases'
import type { Marker } from './numbering'
import { closingMarks, emptyPart, headingClosers, noiseMark, titleGoesOn, titleReferences } from './outline-symbols'
import type { Words } from './words'

/** A heading found in a block: offsets into the block's text. */
export interface FoundHeading {
  /** The marker as printed, '' for none. */
  marker: string
  ordinal: number | null
  depth: number
  /** From its marker to behind its closing mark. */
  start: number
  end: number
  /** The title itself. */
  titleStart: number
  titleEnd: number
  /** The title is one that a grammar knows. */
  known: boolean
  /** Nothing of the block follows it. */
  alone: boolean
}

/** Why what looks like a heading is none: `list`, an item of a list; `label`, a row of a form; `other`. */
export type Refusal = 'list' | 'label' | 'other'

/**
 * Reads the heading whose marker is given:
 *
 * ```text
 * 一、总体情况                              alone
 * （一）主动公开情况。2021年，全市…           up to 。 or ：, the rest is text
 * （二）依申请公开情况2021年，全市共…          a known title with text behind it
 * （三）加强管理 为规范公开行为，…             up to the space, where no 。 is near
 * （四）要点；                              an item of a list, no heading
 * ```
 *
 * @param inside the marker stands in the middle of a line: a known title then ends there, whatever follows; default false
 */
export function matchHeading(text: string, marker: Marker, words: Words, inside = false): FoundHeading | Refusal {
  const titleStart = skipNoise(text, marker.end)
  const lineEnd = text.length
  if (titleStart >= lineEnd || titleReferences.includes(text[titleStart]!)) return 'other'
  const known = knownTitle(text, titleStart, marker.depth, words)
  if (known === 0 && isFormLabel(text, titleStart, words.formLabels(marker.depth))) return 'label'
  const titleEnd = endOfTitle(text, titleStart, known, marker, words, inside)
  if (typeof titleEnd === 'string') return titleEnd
  const end = endOfHeading(text, titleEnd)
  return {
    marker: marker.text,
    ordinal: marker.ordinal,
    depth: marker.depth,
    start: marker.start,
    end,
    titleStart,
    titleEnd,
    known: known > 0,
    alone: skipNoise(text, end) >= lineEnd,
  }
}

/** Offset behind the white space and converter marks that stand at `offset`. */
export function skipNoise(text: string, offset: number): number {
  let at = offset
  for (;;) {
    const code = text.charCodeAt(at)
    if (code >= firstHan && code <= lastHan) return at
    while (at < text.length && /\s/.test(text[at]!)) at++
    noiseMark.lastIndex = at
    const match = noiseMark.exec(text)
    if (!match) return at
    at += match[0].length
  }
}

/** Chinese characters are neither: told without the patterns. */
const firstHan = 0x4e00
const lastHan = 0x9fff

/** Length of the known title at `offset`, 0 for none. A part's title counts at any depth, because depth 2 repeats them. */
export function knownTitle(text: string, offset: number, depth: number, words: Words): number {
  const part = words.parts.at(text, offset)
  return depth === 1 ? part : Math.max(part, words.subheadings.at(text, offset))
}

/** A row label of a form, whole and with nothing but figures behind it, or cut where the cell was too narrow. */
function isFormLabel(text: string, offset: number, formLabels: Phrases): boolean {
  const length = formLabels.at(text, offset)
  const rest = text.slice(offset + length, offset + length + 12)
  if (length > 0) return /^\s*(?:[\d（(/－—-]|$)/.test(rest)
  const word = /^\S{0,9}/.exec(text.slice(offset, offset + 9))![0]
  return (word.length <= 8 && formLabels.begins(word)) || formLabels.begins(text.slice(offset, offset + 60))
}

/** Titles are shorter than this, in characters. */
const longestTitle = 60
/** Up to here a 。 ends a title without doubt. */
const usualTitle = 40

function endOfTitle(
  text: string,
  start: number,
  known: number,
  marker: Marker,
  words: Words,
  inside: boolean,
): number | Refusal {
  if (known > 0) {
    const end = start + known
    const rest = text.slice(end, end + 200)
    if (/^\s*(?:$|[。：:])/.test(rest)) return end
    if (/^\s*[；;、，,]/.test(rest)) return 'list'
    if (words.numbering.at(rest, 0) || /^\s+\S/.test(rest)) return end
    if (isGlued(rest, known, marker.depth, inside)) return end
  }
  const head = text.slice(start, start + 400)
  const empty = head.length <= usualTitle ? head.search(emptyPart) : -1
  if (empty > 0) return start + empty
  const closer = firstOf(head, headingClosers)
  const whole = closer < 0 && head.length < 400 ? trimEnd(head) : closer
  const listed = head.search(/[；;]/)
  if (listed >= 0 && (whole < 0 || listed < whole)) return 'list'
  if (whole >= 0 && whole <= usualTitle) return whole > 0 ? start + whole : 'other'
  const gap = gapOf(head)
  if (gap > 0 && gap <= usualTitle) return start + gap
  if (whole >= 0 && whole <= longestTitle) return start + whole
  if (marker.depth > 2) return 'other'
  const year = head.search(/(?:19|20)\d\d\s*年|《/)
  return year >= 4 && year <= usualTitle ? start + year : 'other'
}

/** Whether text goes on right behind a known title: a year does; else the title is long or a part's, and a clause follows. */
function isGlued(rest: string, known: number, depth: number, inside: boolean): boolean {
  if (/^(?:19|20)\d\d/.test(rest)) return true
  if (depth > 2 || titleGoesOn.test(rest)) return false
  if (inside && depth === 1) return true
  if (/^[（(]/.test(rest)) return false
  const closer = firstOf(rest, headingClosers)
  return (depth === 1 || known >= 6) && /[，,；。]/.test(rest) && (closer > 20 || /^[^。：]*[，,]/.test(rest))
}

function firstOf(text: string, characters: string): number {
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    // A colon between digits or in a URL is a time or an address.
    if (characters.includes(character) && !(character === ':' && /[\d/]/.test(text[at + 1] ?? ''))) return at
  }
  return -1
}

/** Length of a title without what trails it: `；` is left for the caller to see. */
function trimEnd(text: string): number {
  return text.trimEnd().length
}

/** The first white space between Chinese characters, or before a marker: what separates a title from its text in one line. */
function gapOf(text: string): number {
  return text.search(/(?<=[\u4e00-\u9fff”》）)])\s+(?=[\u4e00-\u9fff“《（(]|\d{1,2}[.、．](?!\d))/)
}

/** Behind the closing mark of a heading. */
function endOfHeading(text: string, titleEnd: number): number {
  let end = titleEnd
  while (end < text.length && /\s/.test(text[end]!)) end++
  if (end >= text.length || !headingClosers.includes(text[end]!)) return titleEnd
  end++
  while (end < text.length && closingMarks.includes(text[end]!)) end++
  return end
}
