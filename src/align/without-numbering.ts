import type { GridCellView, GridRow } from '../grid/grid-rows'

/**
 * Leaves out the numbers of rows and columns that a program or a form adds.
 *
 * ```
 *   │ 0    │ 1  │ 2
 * 0 │ 规章 │ 2  │ 19      →   规章 │ 2 │ 19
 * 1 │ …    │ 1  │ 15
 * ```
 */
export function withoutNumbering(rows: GridRow[]): GridRow[] {
  const numbered = hasRowNumbers(rows)
  return rows.map((row) => {
    if (row.cells.length > 3 && isCount(row.cells.filter(({ kind }) => kind !== 'blank'))) return { ...row, cells: [] }
    return numbered ? { ...row, cells: row.cells.filter(({ column }) => column > 0) } : row
  })
}

/** Two rows at least begin with a number before their words, and none begins with words. */
function hasRowNumbers(rows: GridRow[]): boolean {
  let numbered = 0
  for (const { cells } of rows) {
    const [first, ...others] = cells.filter(({ kind }) => kind !== 'blank')
    if (first?.column !== 0) continue
    if (first.kind === 'words' || !/^\d+$/.test(first.text.trim())) return false
    if (others[0]?.kind === 'words') numbered++
  }
  return numbered > 1
}

/** Whether the cells count on from 0 or 1. */
function isCount(cells: GridCellView[]): boolean {
  if (cells.length < 3 || !/^[01]$/.test(cells[0]!.text.trim())) return false
  const start = Number(cells[0]!.text)
  return cells.every(({ text }, at) => text.trim() === String(start + at))
}
