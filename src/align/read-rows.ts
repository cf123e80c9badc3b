import { evaluate } from '../check/evaluate'
import { formEquations } from '../check/form-equations'
import type { Context } from '../context'
import type { FormIndex } from '../form/form-index'
import type { Table } from '../tree'
import type { BoundRow } from './bound-row'
import { chooseLayout, type Layout } from './choose-layout'
import { type HeadOrder, headOrder } from './head-order'
import { type RowReading, readRow } from './read-row'

/** Reads the value cells of all bound rows, table by table, because the rows of one table show how it is laid out. */
export function readRows(bound: BoundRow[], index: FormIndex, context: Context): RowReading[] {
  const readings = new Map<BoundRow, RowReading>()
  for (const group of groupRows(bound)) {
    for (const part of partsOf(group)) {
      const { block } = part[0]!
      const head = headOrder(part[0]!.head, block, index)
      const read = (row: BoundRow, layout: Layout) =>
        readRow(row, layout, head, index.rowLeaves(block, row.row), context)
      const readAll = (layout: Layout) => part.map((row) => read(row, layout))
      const layout = chooseLayout(
        part,
        head,
        index.blocks[block]!.columns,
        (layout) => sumsHold(readAll(layout), head, index),
        (layout) => sumsBreak(readAll(layout), index),
      )
      for (const row of part) readings.set(row, read(row, layout))
    }
  }
  return bound.map((row) => readings.get(row)!)
}

/** Rows by table; tables of one or two rows, as many as stand together, are pieces of one. */
function groupRows(bound: BoundRow[]): BoundRow[][] {
  const byTable = new Map<Table, BoundRow[]>()
  for (const row of bound) {
    const { table } = row.source.source
    const rows = byTable.get(table)
    if (rows) rows.push(row)
    else byTable.set(table, [row])
  }
  const groups = [...byTable.values()]
  const large = groups.filter((rows) => rows.length > 2)
  const small = groups.filter((rows) => rows.length <= 2).flat()
  return small.length > 0 ? [...large, small] : large
}

/** The rows of one table that stand under the same headings of the same block. */
function partsOf(rows: BoundRow[]): BoundRow[][] {
  const parts = new Map<unknown, Map<number, BoundRow[]>>()
  for (const row of rows) {
    const blocks = parts.get(row.head) ?? new Map<number, BoundRow[]>()
    parts.set(row.head, blocks)
    const part = blocks.get(row.block)
    if (part) part.push(row)
    else blocks.set(row.block, [row])
  }
  return [...parts.values()].flatMap((blocks) => [...blocks.values()])
}

/** Whether most of the sums that add up figures other than 0 do not hold. */
function sumsBreak(readings: RowReading[], index: FormIndex): boolean {
  const cells = new Map(readings.flatMap(({ cells }) => cells.map((cell) => [cell.pointer, cell])))
  const tried = formEquations(index.form).filter(({ left, right }) => {
    const all = [...left, ...right].map((pointer) => cells.get(pointer))
    return all.every((cell) => cell) && all.some((cell) => cell?.value)
  })
  const broken = tried.filter((sum) => evaluate(sum, (pointer) => cells.get(pointer)).status === 'fail')
  return broken.length >= FEWEST_BROKEN && broken.length * 2 > tried.length
}

/** A few sums are wrong in many reports. */
const FEWEST_BROKEN = 3

/** Whether the sums over columns hold in all rows, some row with a figure in a column whose heading is missing. */
function sumsHold(readings: RowReading[], head: HeadOrder, index: FormIndex): boolean {
  const cells = new Map(readings.flatMap(({ cells }) => cells.map((cell) => [cell.pointer, cell])))
  const missing = index.leaves.filter(({ pointer, column }) => !head.seen.has(column) && cells.get(pointer)?.value)
  const sums = formEquations(index.form).filter(({ left, right }) => [...left, ...right].every((one) => cells.has(one)))
  const tried = missing.filter(({ pointer }) => sums.some(({ right, left }) => [...left, ...right].includes(pointer)))
  return tried.length > 0 && sums.every((sum) => evaluate(sum, (pointer) => cells.get(pointer)).status === 'pass')
}
