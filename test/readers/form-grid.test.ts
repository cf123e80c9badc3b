import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formGrid } from '../../src/grid/form-grid'
import type { Table, TableCell } from '../../src/tree'

const limits = { cells: 100_000 }

describe('formGrid', () => {
  it('gives every cell its anchor, in the order of its row', () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const { rows } = formGrid(table, limits)
        const anchors = rows.map((row) => row.filter((slot) => slot?.anchor).map((slot) => slot!.cell))
        expect(anchors).toEqual(table.children.map((row) => ('children' in row ? row.children : [])))
      }),
    )
  })

  it('is a rectangle as wide as its cells reach', () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const { rows, width } = formGrid(table, limits)
        for (const row of rows) expect(row).toHaveLength(width)
        if (width > 0) expect(rows.some((row) => row[width - 1] !== null)).toBe(true)
      }),
    )
  })

  it('agrees with a painter that colours the squares of a page one by one', () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const { rows } = formGrid(table, limits)
        expect(rows.map((row) => row.map((slot) => (slot ? nameOf(slot.cell) : '.')))).toEqual(paint(table))
      }),
    )
  })

  it('reads the example of a downward-growing cell', () => {
    expect(names(grid([['a', 1, 0], ['b']], [['c']], [['d']]))).toEqual(['a b', 'a c', 'a d'])
  })

  it('lets an overlapped slot to the first cell and says so', () => {
    const table = grid([['a'], ['b', 1, 2]], [['c', 2, 1]])
    const { problems } = formGrid(table, limits)
    expect(names(table)).toEqual(['a b', 'c b'])
    expect(problems.map(({ kind, cell }) => `${kind} ${nameOf(cell)}`)).toEqual(['overlap c'])
  })

  it('takes a nonsense colspan for the whole width and cuts a rowspan at the end of the table', () => {
    const table = grid([['a', 99_999, 1]], [['b', 1, 99_999], ['c'], ['d']])
    expect(names(table)).toEqual(['a a a', 'b c d'])
    expect(formGrid(table, limits).rows[1]![0]!.rowspan).toBe(1)
  })

  it('leaves out what is beyond the limit and says so', () => {
    const rows = Array.from({ length: 500 }, (_, i): Spec[] => [[`r${i}`, 999, 1], ['x']])
    const { rows: formed, problems } = formGrid(grid(...rows), { cells: 10_000 })
    expect(formed.length * 1000).toBeLessThanOrEqual(10_000)
    expect(problems.map(({ kind }) => kind)).toEqual(['limit'])
  })
})

type Spec = [name: string, colspan?: number, rowspan?: number]

function grid(...rows: Spec[][]): Table {
  return {
    type: 'table',
    layout: 'grid',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map(([value, colspan = 1, rowspan = 1]) => ({
        type: 'tableCell',
        colspan,
        rowspan,
        children: [{ type: 'text', value }],
      })),
    })),
  }
}

function nameOf(cell: TableCell): string {
  return cell.children[0]!.value
}

function names(table: Table): string[] {
  return formGrid(table, limits).rows.map((row) => row.map((slot) => (slot ? nameOf(slot.cell) : '.')).join(' '))
}

function tables(): fc.Arbitrary<Table> {
  const span = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 4 }))
  const down = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 0, max: 4 }))
  return fc
    .array(fc.array(fc.tuple(span, down), { maxLength: 5 }), { maxLength: 6 })
    .map((rows) => grid(...rows.map((row, y) => row.map(([across, deep], x): Spec => [`${y}:${x}`, across, deep]))))
}

/** The independent implementation: a map from "row,column" to a name, filled cell by cell, read out at the end. */
function paint(table: Table): string[][] {
  const colour = new Map<string, string>()
  const height = table.children.length
  let right = 0
  table.children.forEach((row, y) => {
    if (row.type !== 'tableRow') return
    for (const cell of row.children) {
      if (cell.type !== 'tableCell') continue
      let x = 0
      while (colour.has(`${y},${x}`)) x++
      const bottom = cell.rowspan === 0 ? height : Math.min(height, y + (cell.rowspan ?? 1))
      for (let below = y; below < bottom; below++)
        for (let across = x; across < x + (cell.colspan ?? 1); across++) {
          const at = `${below},${across}`
          if (!colour.has(at)) colour.set(at, nameOf(cell))
        }
      right = Math.max(right, x + (cell.colspan ?? 1))
    }
  })
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: right }, (_, x) => colour.get(`${y},${x}`) ?? '.'),
  )
}
