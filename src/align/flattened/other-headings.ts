import type { Evidence, LabelEvidence } from '../../evidence/evidence'
import { isOfOtherYears } from '../../form/is-of-other-years'
import { labelWords } from '../../spot/word-stream'
import type { FormRow } from './form-rows'
import { headerOf } from './header-of'

/**
 * Does the header of a block name other columns than the form's, or the form's in another order? Then figures as many as cells
 * are not those of the form's columns.
 *
 *     信息内容 上年制发件数 本年废止件数 现行有效件数        another year's in place of 本年制发件数
 *     信息内容 现行有效件数 本年制发件数 本年废止件数        another order
 *     信息内容 本年处理决定数量 上年处理决定数量             another year's beside it
 *
 * @param rows     of one block
 * @param evidence of the whole form
 */
export function hasOtherHeadings(rows: FormRow[], evidence: Evidence[]): boolean {
  const header = headerOf(rows, evidence)
  const heads = header.filter(
    (item): item is LabelEvidence => item.kind === 'label' && item.spot.target.kind === 'head',
  )
  return resembleMissing(rows[0]!, header, heads) || areExchanged(rows[0]!, heads)
}

/** A word that ends as a heading does which is not printed, and begins otherwise; or one of other years beside a heading. */
function resembleMissing({ leaves }: FormRow, header: Evidence[], heads: LabelEvidence[]): boolean {
  const printed = new Set(heads.map(({ spot }) => spot.target.body))
  const words = header.flatMap((item) => (item.kind === 'word' && !item.fragment ? [item.text] : []))
  return leaves.some(({ head }) => {
    const wordings = head.path[head.path.length - 1]!.labels.map(labelWords)
    if (wordings.some((wording) => printed.has(wording))) return besideOtherYear(wordings, words)
    const ends = wordings.flatMap((wording) => (wording.length > 5 ? [wording, wording.slice(unlikeHead)] : [wording]))
    return ends.some((end) => words.some((word) => word.endsWith(end)))
  })
}

function besideOtherYear(wordings: string[], words: string[]): boolean {
  return wordings.some((wording) => {
    const end = wording.length > 5 ? wording.slice(unlikeHead) : wording
    // 上年收费金额 before （单位：万元）: the heading goes on behind what is one word here.
    const resembles = (word: string) => word.endsWith(end) || (word.length > 5 && end.includes(word.slice(-4)))
    return words.some((word) => resembles(word) && isOfOtherYears(word, wording))
  })
}

/** Characters at the beginning of a heading that say whose or of when: 本年, 上一年. */
const unlikeHead = 2

/**
 * Two headings that stand there once, letter by letter, and not in the order of the form. A heading of several lines is printed
 * before those of the columns below its neighbours: 自然人 法人或其他组织 总计 商业企业 科研机构 …
 */
function areExchanged({ leaves }: FormRow, heads: LabelEvidence[]): boolean {
  const printed = leaves.flatMap(({ head }, column) => {
    const own = heads.filter(({ spot }) => spot.target.leaf === column && spot.distance === 0)
    return own.length === 1 ? [{ at: own[0]!.from, depth: head.path.length }] : []
  })
  return printed.some((later, index) =>
    printed.slice(0, index).some((earlier) => later.at < earlier.at && later.depth >= earlier.depth),
  )
}
