import type { TableCell } from '../tree'
import { cellText, isFigure } from './delimited-line'

/** Characters of a cell that may still be a label; notes and long labels are longer, prose always is. */
const SHORT = 40

/**
 * Whether rows of cells are a table and not prose with a tab in it: short cells, two columns, and figures or blanks under
 * one another, or at least two rows of the same width.
 */
export function isPlausibleTable(rows: TableCell[][]): boolean {
  const cells = rows.flat()
  const filled = cells.filter((cell) => cell.children.length > 0)
  const wide = rows.filter((row) => row.length > 1)
  if (filled.length < 2 || wide.length === 0) return false
  const long = filled.filter((cell) => cellText(cell).length > SHORT).length
  if (long * 4 > filled.length && long > 1) return false
  const figures = filled.filter((cell) => isFigure(cellText(cell))).length
  if (wide.length === 1) return wide[0]!.length > 2 && figures > 0 && long === 0
  return figures > 0 || (long === 0 && (hasCommonWidth(wide) || areHeadings(filled)))
}

/** Characters of a heading on average. */
const HEADING = 12

/** Whether cells are headings alone, which stand apart from their body. */
export function areHeadings(cells: TableCell[]): boolean {
  const characters = cells.reduce((sum, cell) => sum + cellText(cell).length, 0)
  return cells.length > 4 && characters <= HEADING * cells.length
}

function hasCommonWidth(rows: TableCell[][]): boolean {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  return Math.max(...counts.values()) >= 2
}
