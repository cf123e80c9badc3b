import type { TableCell } from '../tree'
import { type DelimitedLine, type DelimitedRow, isFigureCell } from './delimited-line'

/**
 * Rows of a table drawn with pipes, one a line; where rules part the rows, the lines between two rules are one row whose cells
 * are broken over lines.
 *
 * ```
 * +----------+-----+
 * | 一、本年 | 12  |
 * | 新收     |     |   →   一、本年新收 │ 12
 * +----------+-----+
 * | 二、上年 | 3   |       二、上年结转 │ 3
 * | 结转     |     |
 * +----------+-----+
 * ```
 *
 * A table with one rule under its head has figures below one another between two rules: each line is a row.
 */
export function wrappedRows(block: DelimitedLine[]): DelimitedRow[] {
  const groups: DelimitedLine[][] = [[]]
  for (const line of block) {
    if (line.delimiter === 'pipe') groups[groups.length - 1]!.push(line)
    else groups.push([line], [])
  }
  const filled = groups.filter(([first]) => first?.delimiter === 'pipe')
  const isWrapped = filled.length > 2 && filled.every(isOneRow) && filled.some(({ length }) => length > 1)
  if (!isWrapped) return block.map(toRow)
  return groups.flatMap((group) => (group[0]?.delimiter === 'pipe' ? [joinLines(group)] : group.map(toRow)))
}

function toRow(line: DelimitedLine): DelimitedRow {
  return { cells: line.cells, lines: [line] }
}

/** Equally many cells in each line, and no column with a figure in two of them. */
function isOneRow(lines: DelimitedLine[]): boolean {
  const [first] = lines
  const figures = new Set<number>()
  for (const { cells } of lines) {
    if (cells.length !== first!.cells.length) return false
    for (const [column, cell] of cells.entries()) {
      if (!isFigureCell(cell)) continue
      if (figures.has(column)) return false
      figures.add(column)
    }
  }
  return true
}

function joinLines(lines: DelimitedLine[]): DelimitedRow {
  const cells = lines[0]!.cells.map((_, column): TableCell => {
    const children = lines.flatMap((line) => line.cells[column]!.children)
    const start = children[0]?.position?.start
    const end = children[children.length - 1]?.position?.end
    return { type: 'tableCell', children, ...(start && end && { position: { start, end } }) }
  })
  return { cells, lines }
}
