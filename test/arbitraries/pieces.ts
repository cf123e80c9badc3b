import { type Cell, isHeadRow, type Sheet } from './sheet'

/** What one page shows of a table. */
export interface Piece {
  rows: Cell[][]
  /** What is printed at the foot of the page before: page numbers, running titles. */
  marks: string[]
}

/**
 * Cuts a sheet at its page ends. A merged group label that reaches over the end is treated as the cut says:
 *
 *     （四）无法提供 │ 1.本机关…      once   （四）无法提供 ┊          ┊ 2.没有现成…
 *                    │ 2.没有现成…    again  （四）无法提供 ┊ （四）无法提供 2.没有现成…
 *                                     split  （四）无       ┊ 法提供         2.没有现成…
 */
export function piecesOf(sheet: Sheet): Piece[] {
  const cuts = sheet.cuts.filter(({ row }) => row > 0 && row < sheet.rows.length).sort((a, b) => a.row - b.row)
  const pieces: Piece[] = []
  let start = 0
  for (const [index, cut] of [...cuts, undefined].entries()) {
    const before = cuts[index - 1]
    const rows = sheet.rows.slice(start, cut?.row)
    pieces.push({ rows: before ? resume(sheet, rows, before.row, before) : rows, marks: before?.marks ?? [] })
    if (cut?.group === 'split') splitGroups(pieces.at(-1)!.rows, sheet.rows[cut.row]!)
    start = cut?.row ?? start
  }
  return pieces
}

function resume(sheet: Sheet, rows: Cell[][], row: number, cut: Sheet['cuts'][number]): Cell[][] {
  const above = new Set(sheet.rows.slice(0, row).flat())
  const replaced = new Map<Cell, Cell>()
  const continued = rows.map((cells) =>
    cells.map((cell) => {
      if (!above.has(cell) || cell.role === 'value') return cell
      const text = cut.group === 'again' ? cell.text : cut.group === 'split' ? cell.text.slice(half(cell.text)) : ''
      const copy = replaced.get(cell) ?? { ...cell, text }
      replaced.set(cell, copy)
      return copy
    }),
  )
  const heads = sheet.rows.findIndex((cells) => !isHeadRow(cells))
  return cut.head && heads > 0 ? [...sheet.rows.slice(0, heads), ...continued] : continued
}

/** Leaves the first half of every label that goes on in row `next` of the following page. */
function splitGroups(rows: Cell[][], next: readonly Cell[]): void {
  const halves = new Map<Cell, Cell>()
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      if (cell.role !== 'group' || !next.includes(cell)) continue
      const first = halves.get(cell) ?? { ...cell, text: cell.text.slice(0, half(cell.text)) }
      halves.set(cell, first)
      cells[column] = first
    }
  }
}

const half = (text: string) => Math.ceil(text.length / 2)
