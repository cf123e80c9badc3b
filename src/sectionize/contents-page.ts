import type { Block } from './heal'
import type { FoundHeading } from './match-heading'

/**
 * Takes the headings of a table of contents out of a document's headings: a run of headings with nothing between them,
 * before the same headings come once more.
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
 * @returns the blocks of the table of contents, `[from, to)`; `[0, 0]` where there is none
 */
export function dropContents(found: FoundHeading[][], blocks: Block[]): [from: number, to: number] {
  const first = found.findIndex(([heading]) => heading !== undefined)
  if (first < 0) return [0, 0]
  const key = keyOf(first)
  let end = first
  while (
    end < found.length &&
    found[end]!.length === 1 &&
    found[end]![0]!.alone &&
    (end === first || keyOf(end) !== key)
  )
    end++
  const next = found.findIndex(([heading], index) => index >= end && heading !== undefined)
  if (end - first < 3 || next < 0 || keyOf(next) !== key) return [0, 0]
  for (let index = first; index < end; index++) found[index] = []
  return [first, end]

  function keyOf(index: number): string | null {
    const heading = found[index]?.[0]
    return heading ? heading.marker + blocks[index]!.view.text.slice(heading.titleStart, heading.titleEnd) : null
  }
}
