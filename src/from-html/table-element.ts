import type { Element } from 'hast'
import type { Measures } from './measure'

/** One `<tr>` and where its row group ends. */
export interface RowElement {
  element: Element
  cells: Element[]
  /** Rows from this one to the end of its `<thead>`, `<tbody>` or `<tfoot>`, itself included: no `rowspan` goes further. */
  rest: number
}

/** The visible rows of a table, those of tables inside its cells left out. */
export function rowsOf(table: Element, measures: Measures): RowElement[] {
  const groups: Element[][] = [[]]
  for (const child of elementsOf(table, measures)) {
    if (child.tagName === 'tr') groups[groups.length - 1]!.push(child)
    else if (/^t(?:head|body|foot)$/.test(child.tagName))
      groups.push(
        elementsOf(child, measures).filter(({ tagName }) => tagName === 'tr'),
        [],
      )
  }
  const rows: RowElement[] = []
  for (const group of groups)
    for (const [index, element] of group.entries()) {
      const cells = elementsOf(element, measures).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      rows.push({ element, cells, rest: group.length - index })
    }
  return rows
}

/** Characters from which a cell that fills half of its table is a column of the page and no datum. */
const LONG_CELL = 200

/**
 * True for a table that arranges a page and holds no data: other tables fill it, or one long cell, or it has one column
 * (lines of prose in ruled boxes).
 *
 * @param rows its rows, where they are known
 */
export function isLayoutTable(table: Element, measures: Measures, rows = rowsOf(table, measures)): boolean {
  const size = measures.get(table)
  if (!size) return false
  if (rows.every(({ cells }) => cells.length <= 1)) return true
  if (size.tabled * 2 >= size.text && size.tabled > 0) return true
  return rows.some(({ cells }) =>
    cells.some((cell) => {
      const { text } = measures.get(cell)!
      return text >= LONG_CELL && text * 2 >= size.text
    }),
  )
}

/** `colspan` after the standard: the digits it begins with, 1 to 1000, else 1. */
export function colspanOf(cell: Element): number {
  const span = leadingInteger(cell.properties.colSpan)
  return span === null || span === 0 ? 1 : Math.min(span, 1000)
}

/** `rowspan` after the standard: 0 is "to the end of the row group", at most 65534, else 1; never beyond the row group. */
export function rowspanOf(cell: Element, rest: number): number {
  const span = leadingInteger(cell.properties.rowSpan)
  return span === null ? 1 : span === 0 ? rest : Math.min(span, rest, 65534)
}

function leadingInteger(value: unknown): number | null {
  if (value === undefined || value === null) return null
  const digits = /^[\t\n\f\r ]*\+?(\d+)/.exec(String(value))?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The element children that are visible. */
export function elementsOf(element: Element, measures: Measures): Element[] {
  return element.children.filter((child): child is Element => child.type === 'element' && measures.has(child))
}
