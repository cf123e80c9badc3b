import type { RoleRange } from './edges'
import type { Block } from './heal'
import type { FoundHeading } from './match-heading'
import type { Words } from './words'

/**
 * Takes the headings of a table of contents out of a document's headings: a run of headings with nothing but page numbers
 * between them, before the same headings come once more.
 *
 * ```text
 * 目录
 * 一、总体情况
 * 二、主动公开政府信息情况
 * 三、其他
 * 本报告由…
 * 一、总体情况               the first heading of the document
 * ```
 *
 * @param found the headings of each block; those of a table of contents are removed
 * @returns what belongs to the table of contents, by block
 */
export function dropContents(found: FoundHeading[][], blocks: Block[], words: Words): Map<number, RoleRange> {
  const all = found.flatMap((headings, block) => headings.map((heading) => ({ heading, block })))
  const ranges = new Map<number, RoleRange>()
  const first = all[0] && keyOf(all[0])
  let end = 1
  while (end < all.length && keyOf(all[end]!) !== first && isBare(end - 1)) end++
  if (end < 3 || end >= all.length || keyOf(all[end]!) !== first) return ranges
  for (const { heading, block } of all.slice(0, end)) {
    const { text } = blocks[block]!.view
    const start = ranges.get(block)?.start ?? startOf(text.slice(0, heading.start))
    const leader = /^[\s.…·．]*\d{0,3}/.exec(text.slice(heading.end, heading.end + 100))![0]
    ranges.set(block, { role: 'furniture', start, end: heading.end + leader.length })
    found[block] = found[block]!.filter((other) => other !== heading)
  }
  return ranges

  function keyOf({ heading, block }: { heading: FoundHeading; block: number }): string {
    return heading.marker + blocks[block]!.view.text.slice(heading.titleStart, heading.titleEnd)
  }

  /** Nothing stands between a heading and the next one. */
  function isBare(index: number): boolean {
    const { heading, block } = all[index]!
    const next = all[index + 1]!
    const { text } = blocks[block]!.view
    if (next.block > block + 1) return false
    const behind = text.slice(heading.end, next.block === block ? next.heading.start : text.length)
    const before = next.block === block ? '' : blocks[next.block]!.view.text.slice(0, next.heading.start)
    return /^[\s\d.…·．]*$/.test(behind + before)
  }

  /** Where the table of contents begins in the text before its first line: at the word 目录, if that is all or the end of it. */
  function startOf(before: string): number {
    for (let at = Math.max(0, before.length - 10); at < before.length; at++)
      if (words.contents.has(before.slice(at))) return at
    return before.length
  }
}
