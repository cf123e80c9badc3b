import type { Context } from '../context'
import { type FormIndex, formIndex } from '../form/form-index'
import { type GridCellView, type GridRow, gridRows } from '../grid/grid-rows'
import type { Table } from '../tree'
import { withoutNumbering } from './without-numbering'

/**
 * The rows of several tables, one after the other, as the forms lay them: without the numbers of rows and columns, and with
 * rows and columns exchanged where a table is printed on its side.
 *
 * ```
 *                 规章   规范性文件
 * 本年新制作数量   2      1              →   规章 2 2 19 / 规范性文件 1 1 15
 * 本年新公开数量   2      1
 * ```
 */
export function bodyRows(tables: Table[], context: Context): GridRow[] {
  if (tables.length === 0) return []
  const forms = context.grammars.flatMap((grammar) => grammar.forms.map(formIndex))
  return tables.flatMap((table, index) => {
    const rows = withoutNumbering(gridRows(table, index, context))
    return forms.some((form) => isOnItsSide(rows, form)) ? exchange(rows) : rows
  })
}

/** Row labels side by side in one row, or column labels one below the other, each before a figure. */
function isOnItsSide(rows: GridRow[], form: FormIndex): boolean {
  let beside = 0
  let below = 0
  let headed = 0
  for (const { cells } of rows) {
    const kinds = cells.map(({ kind, label }) => (kind === 'words' ? form.findExact(label)?.kinds : undefined))
    const figures = cells.some(({ kind }) => kind === 'figure')
    const columns = kinds.filter((own) => own?.has('column')).length
    beside = Math.max(beside, figures ? 0 : kinds.filter((own) => own?.has('row') && !own.has('column')).length)
    headed = Math.max(headed, figures ? 0 : columns)
    if (figures && columns > 0 && !kinds.some((own) => own?.has('row') && !own.has('column'))) below++
  }
  const hasStub = form.blocks.some((block) => block.hasStub)
  return headed < 3 && below > 1 && (hasStub ? beside > 1 : below > 3)
}

function exchange(rows: GridRow[]): GridRow[] {
  const [first] = rows
  if (!first) return rows
  const out: GridRow[] = Array.from({ length: first.width }, () => ({
    ...first,
    cells: [],
    spanning: [],
    width: rows.length,
  }))
  for (const [line, { cells }] of rows.entries()) {
    for (const cell of cells) {
      const turned: GridCellView = { ...cell, column: line, colspan: cell.rowspan, rowspan: cell.colspan }
      out[cell.column]?.cells.push(turned)
      for (let at = cell.column + 1; at < cell.column + cell.colspan; at++) out[at]?.spanning.push(turned)
    }
  }
  return out
}
