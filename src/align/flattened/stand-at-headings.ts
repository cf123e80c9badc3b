import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { Label } from '../../types'
import type { FormRow } from './form-rows'
import { namedColumns } from './named-columns'

/** 结果维持 72 结果纠正 64 …: each figure behind the heading of its own column, in the order of the form. */
export function standAtHeadings({ leaves }: FormRow, figures: FigureEvidence[], evidence: Evidence[]): boolean {
  const columns = namedColumns(figures, evidence)
  return (
    columns?.length === leaves.length &&
    columns.every((spotted, column) => spotted === column || haveSameWording(leaves[spotted], leaves[column]))
  )
}

type Leaf = FormRow['leaves'][number] | undefined

/** Headings of the same wording stand in several groups; a spot names the first of them. */
function haveSameWording(spotted: Leaf, own: Leaf): boolean {
  const [first, second] = [spotted, own].map((leaf) => leaf?.head.path.at(-1)?.labels ?? []) as [Label[], Label[]]
  return first.some(({ text }) => second.some((label) => label.text === text))
}
