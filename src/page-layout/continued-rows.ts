import { isPartHeading } from './is-numbered'
import type { Line } from './segments'
import { splitByColumns } from './split-by-columns'

/** Letters of a label at most. */
const LABEL = 32

/**
 * The rows at the top of a page that go on with the table at the foot of the page before. A single row is no table by itself, and
 * a label that fills its cell stands so close to its figure that only the columns above part them.
 *
 * ```
 * 信息内容        本年收费金额        foot of the page
 * ────────────────────────
 * 行政事业性收费0                    top of the next:  行政事业性收费 │ 0
 * 三、收到和处理政府信息公开申请情况
 * ```
 *
 * @param table the lines of the table above
 * @param lines those of the next page
 * @returns the rows, parted into their cells; none where another thing begins
 */
export function continuedRows(table: Line[], lines: Line[]): Line[] {
  const rows: Line[] = []
  for (const line of lines) {
    const [row] = splitByColumns([line], table)
    if (!row || !isRow(row)) break
    rows.push(row)
  }
  return rows
}

/** A short label and nothing but figures behind it. */
function isRow({ segments }: Line): boolean {
  const [label, ...figures] = segments
  if (!label || label.isFigure || figures.length === 0 || !figures.every(({ isFigure }) => isFigure)) return false
  return label.value.length <= LABEL && !/[，。；：]/.test(label.value) && !isPartHeading(label.value)
}
