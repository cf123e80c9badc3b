import { markBack } from './back-matter'
import { type RoleRange, whole } from './edges'
import { markFront } from './front-matter'
import type { Block } from './heal'
import type { FoundHeading } from './match-heading'
import type { Words } from './words'

/** The parts of blocks that are no body text: before the first heading, in a table of contents, behind the body. */
export function markEdges(
  blocks: Block[],
  headings: FoundHeading[][],
  contents: Map<number, RoleRange>,
  words: Words,
): RoleRange[][] {
  const ranges: RoleRange[][] = blocks.map(({ view, data }) =>
    data.role === undefined ? [] : [{ role: data.role, start: 0, end: view.text.length }],
  )
  const found = headings.findIndex((all) => all.length > 0)
  const first = found < 0 ? blocks.length : found
  const opening = found < 0 ? '' : blocks[found]!.view.text.slice(0, headings[found]![0]!.start)
  const front = markFront(blocks.slice(0, first), opening, words)
  for (const [index, list] of front.entries()) if (ranges[index]?.length === 0) ranges[index] = list
  for (const [index, range] of contents) {
    const outside = ranges[index]!.filter(({ end }) => end <= range.start)
    ranges[index] = range.start === 0 && index < first ? whole(blocks[index]!, 'furniture') : [...outside, range]
  }
  for (let index = 0; index < first; index++) {
    if (words.contents.has(blocks[index]!.view.text)) ranges[index] = whole(blocks[index]!, 'furniture')
  }
  const start = Math.max(0, found < 0 ? front.findIndex((list) => list.length === 0) : first)
  const rest = blocks.slice(start)
  const back = markBack(
    rest,
    rest.map((_, index) => headings[start + index]!.at(-1)?.end ?? 0),
    words,
  )
  for (const [index, list] of back.entries()) {
    const at = start + index
    ranges[at] = [...ranges[at]!, ...list.filter(({ start: begin }) => ranges[at]!.every(({ end }) => end <= begin))]
  }
  return ranges
}
