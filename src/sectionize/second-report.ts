import { endsAsTitle, namesBody } from './front-matter'
import type { Block } from './heal'
import type { FoundHeading } from './match-heading'
import type { Words } from './words'

/**
 * Where a second report begins in the same document: a title on its own line behind the parts of the first one, with a heading
 * that counts from one again behind it.
 *
 * ```text
 * 六、其他需要报告的事项
 * 某市财政局2022年政府信息公开工作年度报告     here
 * 一、总体情况
 * ```
 *
 * @param first the first block with a heading
 * @returns the index of the block, -1 where there is no second report
 */
export function findSecondReport(blocks: Block[], headings: FoundHeading[][], first: number, words: Words): number {
  const later = blocks.findIndex(({ view }, index) => index > first && isTitle(view.text) && opensPart(index))
  const parts = headings
    .slice(0, later)
    .flat()
    .filter(({ depth }) => depth === 1)
  return later >= 0 && parts.length >= 2 ? later : -1

  function isTitle(text: string): boolean {
    return (
      text.length <= 60 && !/[。；，：！？,;:!?>|《]/.test(text) && endsAsTitle(text, words) && namesBody(text, words)
    )
  }

  function opensPart(index: number): boolean {
    const next = headings
      .slice(index, index + longestFront)
      .flat()
      .find(({ depth }) => depth === 1)
    return next?.ordinal === 1
  }
}

/** Blocks between the title and the first heading of a report. */
const longestFront = 60
