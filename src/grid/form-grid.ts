import type { Table, TableCell, TableRow } from '../tree'
import type { Limits } from '../types'

/** One place of the grid. */
export interface GridSlot {
  cell: TableCell
  /** True in the slot where the cell begins: its top left one. */
  anchor: boolean
  /** Which cell of its row it is, from 0, page breaks not counted. */
  index: number
  /** Row and column of the cell's anchor. */
  row: number
  column: number
  /** Rows and columns that it really covers: never beyond the table. */
  rowspan: number
  colspan: number
}

/** What is wrong with the spans of a table. */
export interface GridProblem {
  /** `overlap`: two cells claim one slot, the first keeps it. `limit`: the grid is larger than `limits.cells`, what follows is left out. */
  kind: 'overlap' | 'limit'
  /** The cell concerned. */
  cell: TableCell
}

/** A table as a rectangle. */
export interface FormedGrid {
  width: number
  /** One array a `tableRow`, each `width` long; null where no cell reaches. */
  rows: (GridSlot | null)[][]
  problems: GridProblem[]
}

/**
 * Forms the rectangular grid of a table by the HTML standard's "algorithm for forming a table".
 *
 * Spans are clamped as there (`colspan` 1 to 1000, `rowspan` 0 to 65534, where 0 reaches to the end of the table). Where the
 * standard only states a table model error, this function decides: an overlapped slot stays with the cell that came first, a
 * `rowspan` ends with the table, and a `colspan` of 1000, which no table needs, means "to the right edge".
 *
 * ```
 * <td rowspan=2>a <td colspan=2>b        a b ·
 * <td>c           <td>d             →    · c d
 * ```
 *
 * @param limits `cells` bounds the slots of the grid
 */
export function formGrid(table: Table, limits: Pick<Limits, 'cells'>): FormedGrid {
  const sources = table.children.filter((child): child is TableRow => child.type === 'tableRow')
  const rows: (GridSlot | null)[][] = sources.map(() => [])
  const problems: GridProblem[] = []
  let slots = 0
  for (const [y, source] of sources.entries()) {
    let x = 0
    let index = 0
    for (const cell of source.children) {
      if (cell.type !== 'tableCell') continue
      while (rows[y]![x]) x++
      const slot = placeCell(cell, index++, y, x, rows.length)
      slots += slot.rowspan * slot.colspan
      if (slots > limits.cells) return finish(rows, [...problems, { kind: 'limit', cell }], limits.cells)
      if (cover(rows, slot)) problems.push({ kind: 'overlap', cell })
      x += slot.colspan
    }
  }
  return finish(rows, problems, limits.cells)
}

const MAX_COLSPAN = 1000
const MAX_ROWSPAN = 65534

function placeCell(cell: TableCell, index: number, row: number, column: number, height: number): GridSlot {
  const colspan = Math.min(Math.max(cell.colspan ?? 1, 1), MAX_COLSPAN)
  const asked = Math.min(cell.rowspan ?? 1, MAX_ROWSPAN)
  const rowspan = asked === 0 ? height - row : Math.min(asked, height - row)
  return { cell, anchor: true, index, row, column, rowspan, colspan }
}

/** Writes the cell into its free slots; true where another cell had one of them. */
function cover(rows: (GridSlot | null)[][], slot: GridSlot): boolean {
  const covered: GridSlot = { ...slot, anchor: false }
  let overlap = false
  for (let y = slot.row; y < slot.row + slot.rowspan; y++) {
    const row = rows[y]!
    for (let x = slot.column; x < slot.column + slot.colspan; x++) {
      if (row[x]) overlap = true
      else row[x] = y === slot.row && x === slot.column ? slot : covered
    }
  }
  return overlap
}

/** Makes the rows equally long: as wide as the cells, those with the nonsense colspan not counted. */
function finish(rows: (GridSlot | null)[][], problems: GridProblem[], limit: number): FormedGrid {
  let width = 0
  for (const row of rows)
    for (const slot of row) {
      if (!slot?.anchor) continue
      width = Math.max(width, slot.column + (slot.colspan === MAX_COLSPAN ? 1 : slot.colspan))
    }
  const height = width === 0 ? rows.length : Math.min(rows.length, Math.floor(limit / width))
  const cut = rows[height]?.find((slot) => slot)
  if (cut && !problems.some(({ kind }) => kind === 'limit')) problems.push({ kind: 'limit', cell: cut.cell })
  const seen = new Set<GridSlot>()
  const rectangle = rows.slice(0, height).map((row) => Array.from({ length: width }, (_, x) => row[x] ?? null))
  for (const row of rectangle)
    for (const slot of row) {
      if (!slot || seen.has(slot)) continue
      seen.add(slot)
      slot.colspan = Math.min(slot.colspan, width - slot.column)
      slot.rowspan = Math.min(slot.rowspan, height - slot.row)
    }
  return { width, rows: rectangle, problems }
}
