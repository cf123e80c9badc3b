import type { AxisRule, Form, FormBlock, Pointer } from '../../src/types'
import { type Figure, leavesOf } from './form-figures'

/** A cell of a printed table. A line break inside it is `\n`. */
export interface Cell {
  role: 'caption' | 'corner' | 'head' | 'group' | 'label' | 'value'
  text: string
  /** The leaf that a value cell prints. */
  pointer?: Pointer
}

/**
 * A printed table as a rectangle of slots. A merged cell is one `Cell` object that stands in several slots, so that rows and
 * columns can be taken out, and a table cut in two, without touching any span.
 */
export interface Sheet {
  /** First part of the pointers of its form. */
  name: string
  rows: Cell[][]
  /** Where pages end. */
  cuts: Cut[]
}

/** The end of a page inside a table. */
export interface Cut {
  /** Index of the first row of the new page. */
  row: number
  /** Page marks and running titles, one a line; none in marked-up tables. */
  marks: string[]
  /** The header rows are printed again. */
  head: boolean
  /** What becomes of a group label that reaches over the cut: printed once, printed again, or cut in two. */
  group: 'once' | 'again' | 'split'
}

/** Prints a form with its figures as the official sheet: header rows, merged group labels, one row a stub leaf. */
export function sheetOf(form: Form, figures: ReadonlyMap<Pointer, Figure>): Sheet {
  const stubWidth = Math.max(...form.blocks.map(({ stub }) => depthOf(stub)))
  const width = stubWidth + Math.max(...form.blocks.map(({ head }) => leavesOf(head).length))
  const rows = form.blocks.flatMap((block) => blockRows(form, block, stubWidth, width, figures))
  return { name: form.name, rows, cuts: [] }
}

/** Whether a row holds column headings or a caption only. */
export function isHeadRow(row: readonly Cell[]): boolean {
  return row.every(({ role }) => role === 'caption' || role === 'corner' || role === 'head')
}

/** The different cells of a row, in order, each once. */
export function cellsOf(row: readonly Cell[]): Cell[] {
  return row.filter((cell, column) => row.indexOf(cell) === column)
}

/** Every cell of a sheet once. */
export function allCells(sheet: Sheet): Cell[] {
  return [...new Set(sheet.rows.flat())]
}

/** Pointers of all value cells of some rows. */
export function pointersOf(rows: readonly (readonly Cell[])[]): Pointer[] {
  return rows.flat().flatMap(({ pointer }) => pointer ?? [])
}

function blockRows(
  form: Form,
  block: FormBlock,
  stubWidth: number,
  width: number,
  figures: ReadonlyMap<Pointer, Figure>,
): Cell[][] {
  const rows: Cell[][] = []
  const caption = block.caption?.[0]?.text
  if (caption !== undefined) rows.push(Array<Cell>(width).fill({ role: 'caption', text: caption }))
  rows.push(...headRows(form, block, stubWidth, width))
  const columns = leavesOf(block.head)
  const stub = stubSlots(block.stub, stubWidth, 0)
  // a form without row labels has a single row of values
  const leaves = block.stub.length > 0 ? leavesOf(block.stub) : [{ path: '', rules: [] }]
  for (const [index, leaf] of leaves.entries()) {
    const values = columns.map((column): Cell => {
      const pointer = `/${[form.name, leaf.path, column.path].filter((part) => part !== '').join('/')}`
      return { role: 'value', text: figures.get(pointer)?.raw ?? '', pointer }
    })
    rows.push(stretch([...(stub[index] ?? []), ...values], width))
  }
  return rows
}

function headRows(form: Form, block: FormBlock, stubWidth: number, width: number): Cell[][] {
  const depth = depthOf(block.head)
  const note = form.rules.find((rule) => rule.note !== undefined)?.note
  const text = block.caption ? form.anchors?.[0]?.text : note && `（${note}）`
  const corner: Cell = { role: 'corner', text: text ?? '' }
  const columns = headSlots(block.head, depth)
  return Array.from({ length: depth }, (_, row) =>
    stretch([...Array<Cell>(stubWidth).fill(corner), ...columns.map((column) => column[row]!)], width),
  )
}

/** One list of slots from top to bottom for each column. */
function headSlots(axis: readonly AxisRule[], depth: number): Cell[][] {
  return axis.flatMap((rule) => {
    const cell: Cell = { role: 'head', text: rule.labels[0]!.text }
    if (!rule.children) return [Array<Cell>(depth).fill(cell)]
    return headSlots(rule.children, depth - 1).map((below) => [cell, ...below])
  })
}

/** The slots of the label columns, one list for each row. */
function stubSlots(axis: readonly AxisRule[], width: number, depth: number): Cell[][] {
  return axis.flatMap((rule) => {
    const text = rule.labels[0]!.text
    if (!rule.children) return [Array<Cell>(width - depth).fill({ role: 'label', text })]
    const group: Cell = { role: 'group', text }
    return stubSlots(rule.children, width, depth + 1).map((below) => [group, ...below])
  })
}

/** Lets the last cell span what is left of the width, as 行政许可 ∣ 0 does under three columns. */
function stretch(row: Cell[], width: number): Cell[] {
  return [...row, ...Array<Cell>(width - row.length).fill(row.at(-1)!)]
}

function depthOf(axis: readonly AxisRule[]): number {
  return Math.max(0, ...axis.map((rule) => 1 + depthOf(rule.children ?? [])))
}
