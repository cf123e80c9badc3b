import type { TableCell, Text } from '../tree'
import { toCell } from './to-cell'

/** Characters of a line of a table at most; longer ones are prose. */
const MAX_LINE = 400

/**
 * The cells of a line as a spreadsheet saves it, with half-width commas and cells in quotes; undefined where it is no such
 * line: fewer than two commas, a comma followed by a space and words, an open quote.
 */
export function commaCells(text: Text): TableCell[] | undefined {
  const { value } = text
  if (value.length > MAX_LINE || !value.includes(',')) return undefined
  const cells: TableCell[] = []
  for (let start = 0; start <= value.length; ) {
    const quoted = value[start] === '"'
    const end = quoted ? closingQuote(value, start) : commaFrom(value, start)
    if (end === undefined || /^ \D/.test(value.slice(end + 1, end + 3))) return undefined
    cells.push(quoted ? toCell(text, start + 1, end - 1) : toCell(text, start, end))
    start = end + 1
  }
  return cells.length > 2 ? cells : undefined
}

function commaFrom(value: string, start: number): number {
  const comma = value.indexOf(',', start)
  return comma < 0 ? value.length : comma
}

/** Offset behind the quote that closes a cell: there stands a comma, or the line ends. */
function closingQuote(value: string, start: number): number | undefined {
  for (let at = start + 1; at < value.length; at++) {
    if (value[at] !== '"') continue
    if (value[at + 1] === '"') at++
    else return at + 1 === value.length || value[at + 1] === ',' ? at + 1 : undefined
  }
  return undefined
}
