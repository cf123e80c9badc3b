import type { Evidence } from '../../evidence/evidence'
import { type Binding, type BoundRow, isWhole } from './bind-labels'

/**
 * Whether each row of figures surely stands above its label: in every block figures follow right behind the headings, and none
 * the last label.
 *
 * ```
 * 信息内容 本年制发件数 本年废止件数
 * 3 1
 * 规章
 * 7 0
 * 行政规范性文件
 * 第二十条第（五）项
 * ```
 *
 * @param bound the rows of the form, each with the figures before its label
 */
export function standAbove({ rows: bound, loose, figuresFirst }: Binding, own: Evidence[]): boolean {
  if (!figuresFirst || loose.length > 0 || !bound.every(isWhole)) return false
  const labels = new Map(bound.map((one) => [one.label as Evidence, one]))
  const order = own.flatMap((item, at) => (labels.has(item) ? [{ at, row: labels.get(item)! }] : []))
  return order.every(({ at, row }, index) => {
    const first = at - row.figures.length
    const behind = own[at + 1]
    const isFirst = order[index - 1]?.row.row.block !== row.row.block
    const isLast = order[index + 1]?.row.row.block !== row.row.block
    return (
      isRun(own, first, at, row) &&
      (!isFirst || own[first - 1]?.kind === 'label' || own[first - 1]?.kind === 'word') &&
      (!isLast || behind?.kind !== 'figure')
    )
  })
}

/** The figures of the row are what stands in `[from, to)`. */
function isRun(own: Evidence[], from: number, to: number, { figures }: BoundRow): boolean {
  return own.slice(Math.max(0, from), to).every((item, index) => item === figures[index])
}
