import { isSentence } from './edges'
import type { Block } from './heal'
import { type FoundHeading, skipNoise } from './match-heading'
import { ordinalOf } from './numbering'
import { titleTail } from './outline-symbols'
import type { Words } from './words'

/**
 * Finds headings that bear no number, or lost it, among the numbered ones:
 *
 * ```text
 * 一、总体情况
 * 主动公开政府信息情况          the title of a part that has no numbered heading
 * 三、收到和处理…
 * （一）存在的主要问题
 * 工作改进措施                 a usual heading beside a numbered one
 * （一）甲                     a short line where （二） is missing
 * 乙
 * （三）丙
 * ```
 *
 * @param headings the numbered headings of each block; the lost ones are added
 * @param taken    blocks that are no body text
 */
export function findLostHeadings(
  blocks: Block[],
  headings: FoundHeading[][],
  taken: (index: number) => boolean,
  words: Words,
): void {
  const { roles: rolesSeen, next: nextPart } = partsOf(blocks, headings, words)
  const levels = levelsOf(blocks, headings)
  let part: FoundHeading | null = null
  let last: FoundHeading | null = null
  for (const [index, block] of blocks.entries()) {
    const own = headings[index]!
    if (own.length === 0 && !taken(index)) {
      const lost = lostAt(block, index)
      if (lost) own.push(lost)
    }
    for (const heading of own) {
      if (heading.depth === 1) part = heading
      last = heading
    }
  }

  function lostAt(block: Block, index: number): FoundHeading | null {
    const { text } = block.view
    const start = skipNoise(text, 0)
    const title = text.slice(start).replace(titleTail, '')
    if (block.tabbed || title === '' || title.length > 40 || /[。，；：,;]/.test(title)) return null
    const bare = /^([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s+/.exec(title)
    if (bare && (words.parts.has(title.slice(bare[0].length)) || isNextPart(bare[1]!, title.slice(bare[0].length))))
      return unnumbered(text, start, 1, bare[1])
    if (!part && words.frontHeadings.has(title)) return unnumbered(text, start, 1)
    const role = words.parts.has(title) ? words.roleOf(title) : null
    if (role && !rolesSeen.has(role) && !isSubheading(title, index)) {
      rolesSeen.add(role)
      return unnumbered(text, start, 1)
    }
    const next = blocks[index + 1]
    const followed = next !== undefined && (isSentence(next.view.text) || headings[index + 1]!.length > 0)
    if (block.data.level !== undefined && part) return unnumbered(text, start, levelDepth(block.data.level))
    if (!part || !followed) return null
    if (words.subheadings.has(title)) return unnumbered(text, start, siblingDepth())
    return isTitle(title) && missingOrdinal(index) ? unnumbered(text, start, last!.depth) : null
  }

  /** The number behind that of the last part, without its mark, and words of a part: 二　主动公开海事信息情况. */
  function isNextPart(numeral: string, title: string): boolean {
    const isNext = part !== null && !/[0-9]/.test(numeral) && ordinalOf(numeral) === (part.ordinal ?? 0) + 1
    return isNext && isTitle(title) && words.roleOf(title) !== null
  }

  /** A title that parts and sub-headings share is a sub-heading unless the number of a part is missing here. */
  function isSubheading(title: string, index: number): boolean {
    if (!words.subheadings.has(title) || nextPart.length === 0) return false
    const next = nextPart[index]
    return !(part?.ordinal && next && next > part.ordinal + 1)
  }

  /** Whether the next heading of the last one's depth skips a number, and this is the only short line before it. */
  function missingOrdinal(index: number): boolean {
    if (!last?.ordinal || last.depth > 2) return false
    for (let at = index + 1; at < blocks.length; at++) {
      const next = headings[at]![0]
      if (next && next.depth <= last.depth) return next.depth === last.depth && next.ordinal === last.ordinal + 2
      if (!next && !taken(at) && !isSentence(blocks[at]!.view.text)) return false
    }
    return false
  }

  function siblingDepth(): number {
    return last && last.depth > 1 ? last.depth : 2
  }

  function levelDepth(level: number): number {
    return levels.get(level) ?? Math.min(4, (last?.depth ?? 1) + (last?.depth === 1 ? 1 : 0))
  }
}

/** Words that may be a title: not （略）, not two cells of a row. */
function isTitle(words: string): boolean {
  return /^\p{L}.*\p{L}/u.test(words) && !/\s{2}/.test(words)
}

/** The roles of the numbered parts, and for each block the number of the next part behind it; none where no part has one. */
function partsOf(
  blocks: Block[],
  headings: FoundHeading[][],
  words: Words,
): { roles: Set<string | null>; next: (number | null)[] } {
  const roles = new Set<string | null>()
  const next: (number | null)[] = []
  let ordinal: number | null = null
  for (let index = blocks.length - 1; index >= 0; index--) {
    next[index] = ordinal
    for (const heading of headings[index]!.filter(({ depth }) => depth === 1).reverse()) {
      ordinal = heading.ordinal
      roles.add(words.roleOf(blocks[index]!.view.text.slice(heading.titleStart, heading.titleEnd)))
    }
  }
  return { roles, next: roles.size > 0 ? next : [] }
}

function unnumbered(text: string, start: number, depth: number, marker = ''): FoundHeading {
  const titleEnd = text.length - (titleTail.exec(text)?.[0].length ?? 0)
  const titleStart = marker ? skipNoise(text, start + marker.length) : start
  const ordinal = marker ? ordinalOf(marker) : null
  return { marker, ordinal, depth, start, end: text.length, titleStart, titleEnd, known: true, alone: true }
}

/** The depth that numbered headings of each markup level have, where they agree. */
function levelsOf(blocks: Block[], headings: FoundHeading[][]): Map<number, number> {
  const depths = new Map<number, Set<number>>()
  for (const [index, { data }] of blocks.entries()) {
    const heading = headings[index]![0]
    if (data.level === undefined || !heading) continue
    depths.set(data.level, (depths.get(data.level) ?? new Set()).add(heading.depth))
  }
  return new Map([...depths].flatMap(([level, seen]) => (seen.size === 1 ? [[level, [...seen][0]!] as const] : [])))
}
