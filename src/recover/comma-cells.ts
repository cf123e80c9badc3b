import type { TableCell, Text } from '../tree'
import { toCell } from './to-cell'

/** Characters of a line of a table at most; longer ones are prose. */
const MAX_LINE = 400

/**
 * Where the cells of a line as a spreadsheet saves it begin and end, one after the other, with half-width commas and cells in
 * quotes; undefined where it is no such line: fewer than two commas, a comma followed by a space and words, an open quote.
 */
export function commaSpans({ value }: Text): number[] | undefined {
  if (value.length > MAX_LINE || !value.includes(',')) return undefined
  const spans: number[] = []
  for (let start = 0; start <= value.length; ) {
    const quoted = value[start] === '"'
    const end = quoted ? closingQuote(value, start) : commaFrom(value, start)
    if (end === undefined || isProse(value, end + 1)) return undefined
    if (quoted) spans.push(start + 1, end - 1)
    else spans.push(start, end)
    start = end + 1
  }
  return spans.length > 4 ? spans : undefined
}

/** The cells that stand between the commas of a line. */
export function commaCells(text: Text): TableCell[] {
  const spans = commaSpans(text) ?? []
  return spans.flatMap((start, at) => (at % 2 === 0 ? [toCell(text, start, spans[at + 1]!)] : []))
}

/** A space and then no digit, behind a comma. */
function isProse(value: string, at: number): boolean {
  const next = value.charCodeAt(at + 1)
  return value[at] === ' ' && at + 1 < value.length && (next < 0x30 || next > 0x39)
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
