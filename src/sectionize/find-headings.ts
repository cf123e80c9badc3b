import { dropContents } from './contents-page'
import { isContentsLine, isSentence, type RoleRange } from './edges'
import type { Block } from './heal'
import { type FoundHeading, knownTitle, matchHeading, skipNoise } from './match-heading'
import type { Marker } from './numbering'
import { closingMarks, longestNoise, noiseMark, sentenceEnds, statedFigure } from './outline-symbols'
import type { Words } from './words'

/** The headings of each block, in order, and what only repeats them. */
export interface NumberedHeadings {
  headings: FoundHeading[][]
  /** What belongs to a table of contents, by block. */
  contents: Map<number, RoleRange>
}

/**
 * Finds the numbered headings of a document: at the start of a block always, inside a block where the line breaks before
 * headings were lost.
 *
 * ```text
 * 一、总体情况 2021年，…作用。（一）主动公开情况。全年…。二、主动公开政府信息情况(一)数量2021年…
 * ^^^^^^^^^^^            ^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function findHeadings(blocks: Block[], words: Words): NumberedHeadings {
  const markers = blocks.map(({ view }) => (view.text.length < shortestInside ? [] : words.numbering.all(view.text, 2)))
  // Line breaks before headings were lost.
  const collapsed = blocks.some(({ view }, index) => hasPartsInside(view.text, markers[index]!, words))
  const last = [0, 0, 0, 0, 0]
  const listed = new Map<number, { ordinal: number; block: number }>()
  const found = blocks.map((block, index) => inBlock(block, index))
  const contents = dropContents(found, blocks, words)
  const headings = found.map((all, index) => all.filter((heading) => isTitled(heading, index)))
  return { headings, contents }

  function inBlock({ view, tabbed, data }: Block, index: number): FoundHeading[] {
    if (data.role !== undefined) return []
    const { text } = view
    const headings: FoundHeading[] = []
    const first = words.numbering.at(text, skipNoise(text, 0))
    if (first && !isContentsLine(text)) {
      const heading = matchHeading(text, first, words)
      if (heading === 'list') listed.set(first.depth, { ordinal: first.ordinal, block: index })
      else if (typeof heading !== 'string' && !(tabbed && !heading.known) && !endsList(heading, index)) accept(heading)
    }
    const startsPart = headings[0]?.depth === 1 && !headings[0].alone
    let free = text.length > shortestCollapsed && (collapsed || startsPart)
    if (tabbed) return headings
    for (const marker of markers[index]!) {
      const end = headings[headings.length - 1]?.end ?? 0
      if (marker.start < end || marker.start === first?.start) continue
      // 五、存在的主要问题及改进情况（一）存在的主要问题。…
      if (startsPart && marker.depth === 2 && skipNoise(text, end) === marker.start) free = true
      const heading = insideLine(text, marker, end, free)
      if (heading) accept(heading)
    }
    return headings

    function accept(heading: FoundHeading): void {
      headings.push(heading)
      last[heading.depth] = heading.ordinal!
      last.fill(0, heading.depth + 1)
    }
  }

  /** The heading at a marker inside a line, if what stands before it and its number allow for one. */
  function insideLine(text: string, marker: Marker, headingEnd: number, free: boolean): FoundHeading | null {
    const before = contextOf(text, marker.start, headingEnd)
    if (before.kind === 'prose') return null
    const heading = matchHeading(text, marker, words, true)
    if (typeof heading === 'string') return null
    const isNext = marker.ordinal === last[marker.depth]! + 1
    if (marker.depth === 1) {
      if (heading.known) return heading
      return free && isNext && before.kind === 'end' && heading.titleEnd - heading.titleStart <= 30 ? heading : null
    }
    if (!isNext || before.kind === 'figure') return null
    const set = before.spaces > 1 && heading.alone
    return set || (before.kind === 'noise' && heading.alone) || free ? heading : null
  }

  /** The last item of a list has no semicolon, but its neighbour has. */
  function endsList({ depth, ordinal, alone }: FoundHeading, index: number): boolean {
    const before = listed.get(depth)
    return alone && before?.block === index - 1 && before.ordinal === ordinal! - 1
  }

  /**
   * What states a figure before its 。 is a sentence, not a title. Deep headings have text of their own; all else is an item of
   * a list.
   */
  function isTitled(heading: FoundHeading, index: number): boolean {
    const { text } = blocks[index]!.view
    const title = text.slice(heading.titleStart, heading.titleEnd)
    // 2011年，主动公开信息2863条，其中：
    if (heading.depth <= 2) return !(/[。]|[，,].*：/.test(title + text[heading.titleEnd]) && statedFigure.test(title))
    if (title.length > 40 || statedFigure.test(title)) return false
    if (!heading.alone) return true
    const next = blocks[index + 1]
    const following = found[index + 1]?.[0]
    if (!next || following?.depth === heading.depth) return false
    return following ? following.depth > heading.depth : isSentence(next.view.text) || /。$/.test(next.view.text)
  }
}

/** Characters: in a shorter line no heading stands behind other text. */
const shortestInside = 20

/** Characters: a shorter line is no document that lost its line breaks. */
const shortestCollapsed = 150

/** Whether known titles stand inside one line: that of a part, or two of a part's headings. */
function hasPartsInside(text: string, markers: Marker[], words: Words): boolean {
  if (text.length <= shortestCollapsed) return false
  const inside = markers
    .filter(({ start }) => start > 0 && contextOf(text, start, 0).kind !== 'prose')
    .filter(({ end, depth }) => knownTitle(text, skipNoise(text, end), depth, words) > 0)
  return inside.length > 1 || inside.some(({ depth }) => depth === 1)
}

/** What stands before a marker: the end of a sentence or heading, converter marks, a figure, or prose that runs on into it. */
function contextOf(
  text: string,
  start: number,
  headingEnd: number,
): { kind: 'end' | 'noise' | 'figure' | 'prose'; spaces: number } {
  let at = start
  while (at > 0 && /\s/.test(text[at - 1]!)) at--
  const spaces = start - at
  if (at <= headingEnd) return { kind: 'end', spaces }
  if (endsInNoise(text, at)) return { kind: 'noise', spaces }
  const character = text[at - 1]!
  if (endsHere(character)) return { kind: 'end', spaces }
  if (closingMarks.includes(character) && spaces > 0) return { kind: 'end', spaces }
  if (closingMarks.includes(character) && endsHere(text[at - 2] ?? '')) return { kind: 'end', spaces }
  if (spaces > 0 && !/[，,、；;：:《“（(第]/.test(character)) return { kind: 'end', spaces }
  return { kind: /[0-9０-９]/.test(character) ? 'figure' : 'prose', spaces }
}

/** The end of a sentence: behind ： and ； stand the items of a list. */
function endsHere(character: string): boolean {
  return sentenceEnds.includes(character) && !/[；;：:]/.test(character)
}

function endsInNoise(text: string, end: number): boolean {
  const tail = text.slice(Math.max(0, end - longestNoise), end)
  return ['[', '<!'].some((opening) => {
    noiseMark.lastIndex = Math.max(0, tail.lastIndexOf(opening))
    const match = noiseMark.exec(tail)
    return match !== null && match.index + match[0].length === tail.length
  })
}
