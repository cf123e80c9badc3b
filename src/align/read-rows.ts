import type { Context } from '../context'
import type { FormIndex } from '../form/form-index'
import { evaluate } from '../sums/evaluate'
import { formEquations } from '../sums/form-equations'
import type { Table } from '../tree'
import type { BoundRow } from './bound-row'
import { chooseLayout, type Layout } from './choose-layout'
import { type HeadOrder, headOrder } from './head-order'
import { type RowReading, readRow } from './read-row'

/** Reads the value cells of all bound rows, table by table, because the rows of one table show how it is laid out. */
export function readRows(bound: BoundRow[], index: FormIndex, context: Context): RowReading[] {
  const parts = groupRows(bound).flatMap(partsOf)
  const unheaded = new Map<number, SumCount>()
  const chosen = parts.map((rows) => {
    const { block } = rows[0]!
    const head = headOrder(rows[0]!.head, block, index, bodyStart(rows))
    const read = (row: BoundRow, layout: Layout) => readRow(row, layout, head, index.rowLeaves(block, row.row), context)
    const readAll = (layout: Layout) => rows.map((row) => read(row, layout))
    const choose = (breaks: (layout: Layout) => boolean) =>
      chooseLayout(rows, head, index.blocks[block]!.columns, (layout) => sumsHold(readAll(layout), head, index), breaks)
    let isUnheaded = false
    const layout = choose((whole) => {
      const count = countSums(readAll(whole), index)
      const known = unheaded.get(block)
      unheaded.set(block, known ? { tried: known.tried + count.tried, broken: known.broken + count.broken } : count)
      isUnheaded = !areBroken(count)
      return !isUnheaded
    })
    return { rows, block, read, layout, choose, isUnheaded }
  })
  const readings = new Map<BoundRow, RowReading>()
  for (const { rows, block, read, layout, choose, isUnheaded } of chosen) {
    // The pieces of one table on several pages have the same columns: what most of them show is true of the smallest.
    const settled = isUnheaded && areBroken(unheaded.get(block)!) ? choose(() => true) : layout
    for (const row of rows) readings.set(row, read(row, settled))
  }
  return bound.map((row) => readings.get(row)!)
}

function bodyStart(rows: BoundRow[]): number {
  const figures = rows.flatMap(({ values }) => values.find(({ kind }) => kind === 'figure')?.column ?? [])
  return figures.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY)
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

/** Sums over the columns of a row that several figures other than 0 add up to, and how many of them do not hold. */
interface SumCount {
  tried: number
  broken: number
}

/** Only these tell one order of columns from another: a single figure is its own total in any, and so is a sum down a column. */
function countSums(readings: RowReading[], index: FormIndex): SumCount {
  const tried = readings.flatMap(({ cells }) => {
    const own = new Map(cells.map((cell) => [cell.pointer, cell]))
    const sums = formEquations(index.form).filter(({ subject }) => own.has(subject))
    return sums.flatMap((sum) => {
      const all = [...sum.left, ...sum.right].map((pointer) => own.get(pointer))
      const isTelling = all.every((cell) => cell) && all.filter((cell) => cell?.value).length > 2
      return isTelling ? evaluate(sum, (pointer) => own.get(pointer)).status : []
    })
  })
  return { tried: tried.length, broken: tried.filter((status) => status === 'fail').length }
}

function areBroken({ tried, broken }: SumCount): boolean {
  return broken >= FEWEST_BROKEN && broken * 2 > tried
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
