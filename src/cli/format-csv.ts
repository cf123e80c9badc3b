import { toRows } from '../to-rows'
import type { Result, Row } from '../types'

const columns = [
  'issuer',
  'year',
  'table',
  'edition',
  'pointer',
  'row',
  'column',
  'value',
  'unit',
  'state',
  'raw',
  'line',
] as const satisfies (keyof Row)[]

/** The first line of the file. */
export const csvHeader = `${columns.join(',')}\n`

/** The rows of one report as comma-separated values (RFC 4180, lines end with LF); null is an empty field. */
export function formatCsv(result: Result): string {
  return toRows(result)
    .map((row) => `${columns.map((column) => field(row[column])).join(',')}\n`)
    .join('')
}

function field(value: string | number | null): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
