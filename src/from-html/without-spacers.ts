import type { Element } from 'hast'
import type { RowElement } from './table-element'

/** Cells between two spacers in the whole table, and how many of them are filled at least. */
const CELLS = 6
const FILLED = 0.9

/**
 * Drops the empty cells that a converter put behind every cell of a table for the distance between two columns. They are told
 * by the cells between them, which are filled; spans do not cover them, so that the columns of two rows would not agree.
 *
 * ```
 * <td colspan=3>一、本年新收…<td></td> <td>3001<td></td> <td>53<td></td>   →   <td colspan=3>一、本年新收… <td>3001 <td>53
 * ```
 */
export function withoutSpacers(rows: RowElement[]): RowElement[] {
  let filled = 0
  let between = 0
  for (const { cells } of rows) {
    if (cells.length % 2 === 1) return rows
    for (const [index, cell] of cells.entries()) {
      const isBlank = isEmpty(cell)
      if (index % 2 === 1 && !isBlank) return rows
      if (index % 2 === 1 || index === 0) continue
      between++
      if (!isBlank) filled++
    }
  }
  if (between < CELLS || filled < FILLED * between) return rows
  return rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => index % 2 === 0) }))
}

function isEmpty({ children }: Element): boolean {
  return children.every((child) => child.type !== 'element' && (child.type !== 'text' || !/\S/.test(child.value)))
}
