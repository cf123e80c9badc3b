import type { Evidence, LabelEvidence } from '../../evidence/evidence'
import { labelWords } from '../../spot/word-stream'
import type { FormRow } from './form-rows'

/**
 * Does the header of a block name other columns than the form's, or the form's in another order? Then figures as many as cells
 * are not those of the form's columns.
 *
 *     信息内容 上年制发件数 本年废止件数 现行有效件数        another year's in place of 本年制发件数
 *     信息内容 现行有效件数 本年制发件数 本年废止件数        another order
 *
 * @param rows     of one block
 * @param evidence of the whole form
 */
export function hasOtherHeadings(rows: FormRow[], evidence: Evidence[]): boolean {
  const header = headerOf(rows, evidence)
  const heads = header.filter(
    (item): item is LabelEvidence => item.kind === 'label' && item.spot.target.kind === 'head',
  )
  return (
    resembleMissing(rows[0]!, header, heads) || siblingsOf(rows[0]!).some((columns) => areExchanged(columns, heads))
  )
}

/** What is printed between the rows of other blocks and the first row of this one. */
function headerOf(rows: FormRow[], evidence: Evidence[]): Evidence[] {
  const { block } = rows[0]!
  const isRow = (item: Evidence) => item.kind === 'label' && item.spot.target.kind === 'stub'
  const end = evidence.findIndex((item) => isRow(item) && (item as LabelEvidence).spot.target.block === block)
  const before = evidence.slice(0, Math.max(0, end))
  return before.slice(before.findLastIndex(isRow) + 1)
}

/** A word that ends as a heading does which is not printed, and begins otherwise. */
function resembleMissing({ leaves }: FormRow, header: Evidence[], heads: LabelEvidence[]): boolean {
  const printed = new Set(heads.map(({ spot }) => spot.target.body))
  const words = header.flatMap((item) => (item.kind === 'word' && !item.fragment ? [item.text] : []))
  return leaves.some(({ head }) => {
    const wordings = head.path[head.path.length - 1]!.labels.map(labelWords)
    if (wordings.some((wording) => printed.has(wording))) return false
    return wordings.some(
      (wording) => wording.length > unlikeHead + 3 && words.some((word) => word.endsWith(wording.slice(unlikeHead))),
    )
  })
}

/** Characters at the beginning of a heading that say whose or of when: 本年, 上一年. */
const unlikeHead = 2

/** Columns with the same heading above them, two of them at least. */
function siblingsOf({ leaves }: FormRow): number[][] {
  const groups = new Map<unknown, number[]>()
  for (const [column, { head }] of leaves.entries()) {
    const parent = head.path[head.path.length - 2]
    groups.set(parent, [...(groups.get(parent) ?? []), column])
  }
  return [...groups.values()].filter((columns) => columns.length > 1)
}

/** All headings of the columns stand there once, letter by letter, and not in the order of the form. */
function areExchanged(columns: number[], heads: LabelEvidence[]): boolean {
  const places = columns.map((column) => {
    const own = heads.filter(({ spot }) => spot.target.leaf === column && spot.distance === 0)
    return own.length === 1 ? own[0]!.from : undefined
  })
  if (places.some((place) => place === undefined)) return false
  return places.some((place, index) => index > 0 && place! < places[index - 1]!)
}
