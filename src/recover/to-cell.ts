import { sliceText } from '../position/slice-text'
import type { TableCell, Text } from '../tree'

/** Cells of one line at most: a line with more delimiters is no row of a table. */
export const MAX_LINE_CELLS = 1000

/** A cell of the text between two delimiters, without the white space around it. */
export function toCell(text: Text, start: number, end: number): TableCell {
  const value = text.value.slice(start, end)
  const printed = value.trim()
  if (printed === '') return { type: 'tableCell', children: [] }
  const from = start + value.indexOf(printed)
  const slice = sliceText(text, from, from + printed.length)
  return { type: 'tableCell', children: [slice], ...(slice.position && { position: slice.position }) }
}
