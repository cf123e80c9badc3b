import type { Context } from '../context'
import { parseCell } from '../literal/cell'
import { parseUnit } from '../literal/unit'
import type { Table } from '../tree'
import type { Grid, GridCell } from '../types'
import { type GridCellView, type GridRow, gridRows } from './grid-rows'
import { locateCell } from './locate-cell'

/**
 * A table as plain data: rows of equal length, null where a cell of the row or column before spans. Numbers are as printed;
 * their unit is that of the cell, else of the row's unit cell, else the one in parentheses in the heading.
 */
export function toGrid(table: Table, caption: string | null, context: Context): Grid {
  const rows = gridRows(table, 0, context)
  const heads = headRows(rows)
  const units = unitColumns(rows, heads)
  const headings = headingUnits(rows, heads)
  return {
    caption,
    layout: table.layout,
    rows: rows.map((row, index) => toRow(row, heads.has(index), units, headings, context)),
    ...(table.position && { position: table.position }),
  }
}

/**
 * Rows of headings: words and no figure, over a row with figures. Without any figure in the table the first row, if it is
 * filled.
 */
function headRows(rows: GridRow[]): Set<number> {
  const heads = new Set<number>()
  for (let index = rows.length - 2; index >= 0; index--) {
    if (rows[index]!.cells.some(isFigure) || !rows[index]!.cells.some(isWords)) continue
    const below = rows[index + 1]!.cells
    if (below.some(isFigure) || heads.has(index + 1)) heads.add(index)
  }
  const [first] = rows
  if (first && !rows.some(({ cells }) => cells.some(isFigure)) && first.cells.every(isWords)) heads.add(0)
  return heads
}

const isFigure = ({ kind }: GridCellView) => kind === 'figure'
const isWords = ({ kind }: GridCellView) => kind === 'words'

/** Columns in which every printed body cell is a unit: 条, 件. */
function unitColumns(rows: GridRow[], heads: Set<number>): Set<number> {
  const all = new Map<number, boolean>()
  for (const [index, { cells }] of rows.entries()) {
    if (heads.has(index)) continue
    for (const { column, kind, text } of cells) {
      if (kind !== 'blank') all.set(column, (all.get(column) ?? true) && kind === 'words' && !!parseUnit(text))
    }
  }
  return new Set([...all].flatMap(([column, isUnit]) => (isUnit ? [column] : [])))
}

/** The unit in parentheses at the end of a heading, by column: `金额（万元）`. */
function headingUnits(rows: GridRow[], heads: Set<number>): Map<number, string> {
  const units = new Map<number, string>()
  for (const index of heads) {
    for (const { column, colspan, text } of rows[index]!.cells) {
      const [printed, inner] = /[（(]([^（()）]{1,12})[)）]\s*$/.exec(text) ?? []
      if (printed === undefined || inner === undefined || !parseUnit(printed)) continue
      const unit = inner.replace(/^.*[:：]/, '').trim()
      for (let at = column; at < column + colspan; at++) units.set(at, unit)
    }
  }
  return units
}

function toRow(
  { cells, width, spanning }: GridRow,
  isHead: boolean,
  unitColumns: Set<number>,
  headings: Map<number, string>,
  context: Context,
): (GridCell | null)[] {
  const covered = new Set([...cells, ...spanning].flatMap(({ column, colspan }) => range(column, colspan)))
  const row = Array.from({ length: width }, (_, column) => (covered.has(column) ? null : blankCell(isHead)))
  const unit = cells.find(({ column, kind }) => unitColumns.has(column) && kind === 'words')?.text.trim()
  for (const view of cells) {
    const read = parseCell(view.text, { type: 'decimal' })
    const place = locateCell(view.texts, context)
    row[view.column] = {
      raw: place.raw,
      value: isHead ? null : read.value,
      unit: read.value === null || isHead ? null : (read.unit ?? unit ?? headings.get(view.column) ?? null),
      rowspan: view.rowspan,
      colspan: view.colspan,
      header: isHead || view.cell.header === true,
      ...(place.position && { position: place.position }),
    }
  }
  return row
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, index) => start + index)
}

function blankCell(header: boolean): GridCell {
  return { raw: '', value: null, unit: null, rowspan: 1, colspan: 1, header }
}
