import type { Evidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'

/** 结果维持 72 结果纠正 64 …: each figure behind the heading of its own column, in the order of the form. */
export function standAtHeadings({ leaves }: FormRow, evidence: Evidence[]): boolean {
  let column = 0
  let last: Evidence | undefined
  for (const item of evidence) {
    if (item.kind === 'figure') {
      const heading = last?.kind === 'label' && last.spot.target.kind === 'head' ? last.spot.target : undefined
      const { path } = leaves[column]!.head
      if (!heading || !isWording(path[path.length - 1]!, heading.leaf, column, leaves)) return false
      column++
    }
    last = item
  }
  return column === leaves.length
}

/** Headings of the same wording stand in several groups; a spot names the first of them. */
function isWording(
  rule: { labels: { text: string }[] },
  spotted: number,
  column: number,
  leaves: FormRow['leaves'],
): boolean {
  if (spotted === column) return true
  const { path } = leaves[spotted]!.head
  const other = path[path.length - 1]!
  return other.labels.some(({ text }) => rule.labels.some((label) => label.text === text))
}
