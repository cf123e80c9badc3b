import { stubLeaves } from '../../src/form/form-leaves'
import type { FilledForm } from './filled-form'

/** A row of a filled form as print has it: its label and its figures. */
export interface PrintedRow {
  label: string
  figures: string[]
}

/** The rows of a filled form, in its order; table 四 has one without a label. */
export function printedRows({ form, cells }: FilledForm): PrintedRow[] {
  const next = cells[Symbol.iterator]()
  return form.blocks.flatMap((block) => {
    const width = cells.length / Math.max(1, stubLeaves(block).length)
    const labels = stubLeaves(block).map(({ path }) => path[path.length - 1]!.labels[0]!.text)
    return (labels.length > 0 ? labels : ['']).map((label) => ({
      label,
      figures: Array.from({ length: width }, () => next.next().value!.raw),
    }))
  })
}

/** The header of table 三 in one line. */
export const requestsHeader = '申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他'

/** The header of table 四 in one line. */
export const disputesHeader =
  '行政复议 行政诉讼 结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计'
