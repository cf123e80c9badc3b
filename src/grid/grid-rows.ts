import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { type LabelCore, labelCore } from '../form/label-core'
import { parseCell } from '../literal/cell'
import type { Table, TableCell, Text } from '../tree'
import { breaksLine } from './breaks-line'
import { type FormedGrid, formGrid, type GridSlot } from './form-grid'

/** A cell of a table row, as the aligner sees it. */
export interface GridCellView {
  cell: TableCell
  texts: Text[]
  /** The printed text; texts that stand on different lines are parted by a line feed. */
  text: string
  label: LabelCore
  /** What it says: nothing; a figure, a dash or digits that make none; words. */
  kind: 'blank' | 'figure' | 'words'
  /** First grid column and number of columns. */
  column: number
  colspan: number
  rowspan: number
}

/** A row of a table. */
export interface GridRow {
  table: Table
  /** Index of the table among those read. */
  tableIndex: number
  /** The cells that begin in this row, in order. */
  cells: GridCellView[]
  /** Cells of rows above that reach into this row. */
  spanning: GridCellView[]
  /** Columns of the table. */
  width: number
}

/** The rows of one table with their spans resolved. */
export function gridRows(table: Table, tableIndex: number, context: Context): GridRow[] {
  const grid = formGrid(table, context.limits)
  const cut = grid.problems.find(({ kind }) => kind === 'limit')
  if (cut) {
    diagnose(context, 'structure-limit', {
      position: cut.cell.position,
      values: {
        actual: `more than ${context.limits.cells}`,
        what: 'cells of one table',
        expected: context.limits.cells,
      },
    })
  }
  return viewRows(table, tableIndex, grid, context)
}

function viewRows(table: Table, tableIndex: number, grid: FormedGrid, context: Context): GridRow[] {
  const views = new Map<TableCell, GridCellView>()
  function view(slot: GridSlot): GridCellView {
    const known = views.get(slot.cell)
    if (known) return known
    const made = viewCell(slot, context.source)
    views.set(slot.cell, made)
    return made
  }
  return grid.rows.map((slots, index) => {
    const cells: GridCellView[] = []
    let spanning: Set<GridCellView> | undefined
    for (const slot of slots) {
      if (slot?.anchor) cells.push(view(slot))
      else if (slot && slot.row < index) spanning = (spanning ?? new Set()).add(view(slot))
    }
    return { table, tableIndex, cells, spanning: spanning ? [...spanning] : [], width: grid.width }
  })
}

function viewCell({ cell, column, colspan, rowspan }: GridSlot, source: string | null): GridCellView {
  const texts = cell.children
  const text = withoutInvisible(joinTexts(texts, source))
  const kind = cellKind(text)
  const label = kind === 'words' ? labelCore(text) : noLabel
  return { cell, texts, text, label, kind, column, colspan, rowspan }
}

/** Without zero-width characters, direction marks and soft hyphens, which copies of web pages put into figures. */
function withoutInvisible(text: string): string {
  return ascii.test(text) ? text : text.replace(/\p{Cf}/gu, '')
}

const ascii = /^[\x20-\x7e]*$/

function cellKind(text: string): GridCellView['kind'] {
  const { state } = parseCell(text, { type: 'decimal' })
  if (state === 'blank') return 'blank'
  if (state === 'text') return 'words'
  if (state !== 'unresolved' || parseCell(text, { type: 'signed' }).state === 'number') return 'figure'
  // Digits that make no number are a figure in doubt, unless they stand among words, `1.属于国家秘密`, `3、其 他`,
  // `列1`, or number what another line prints: `4.`.
  const printed = text.replace(/\s+/g, '')
  if (/^\d{1,2}[.．、,)）]$/.test(printed)) return 'words'
  return /^\p{Script=Han}/u.test(printed) || /\p{Script=Han}{2}/u.test(printed) ? 'words' : 'figure'
}

const noLabel: LabelCore = { core: '', short: '', ordinal: '' }

/** The texts of a cell as one string: those that a line break parts stay apart, those that markup cuts in a word do not. */
export function joinTexts(texts: Text[], source: string | null): string {
  if (texts.length === 1) return texts[0]!.value
  let joined = ''
  for (const [index, text] of texts.entries()) {
    const before = texts[index - 1]
    if (before && isApart(before, text, source)) joined += '\n'
    joined += text.value
  }
  return joined
}

function isApart(left: Text, right: Text, source: string | null): boolean {
  if (!left.position || !right.position) return false
  if (left.position.end.offset === right.position.start.offset) return false
  if (source === null) return left.position.end.line !== right.position.start.line
  return breaksLine(source, left.position.end.offset, right.position.start.offset)
}
