import { assertResult } from './assert-result'
import { bundledGrammars } from './bundled-grammars'
import { findLabels } from './find-labels'
import type { Pointer, Provenance, Report, Result, Row } from './types'

/**
 * The tables of a report as tidy rows, one a value, in the order of the form: for data frames, SQL and CSV.
 *
 * Cells that the printed edition does not have are left out; cells that it has but the source lost are there, with state
 * `absent`. Table 四 has no row headings: its blocks (行政复议, 未经复议直接起诉, 复议后起诉) stand as `row`.
 *
 * @throws {TypeError} on anything but a result
 */
export function toRows(result: Result): Row[] {
  assertResult(result, 'toRows')
  return Object.entries(result.provenance).flatMap(([pointer, provenance]) => {
    const cell = pointer.startsWith('/appendices/')
      ? appendixCell(result.report, pointer)
      : statutoryCell(result.report, pointer)
    return cell ? [toRow(result.report, pointer, provenance, cell)] : []
  })
}

type Cell = Pick<Row, 'row' | 'column' | 'value' | 'unit' | 'edition'>

function toRow({ issuer, year }: Report, pointer: Pointer, { state, raw, position }: Provenance, cell: Cell): Row {
  const { edition, row, column, value, unit } = cell
  const line = position?.start.line ?? null
  return { issuer, year, table: pointer.split('/')[1]!, edition, pointer, row, column, value, unit, state, raw, line }
}

function statutoryCell(report: Report, pointer: Pointer): Cell | undefined {
  const [, table, ...keys] = pointer.split('/')
  if (table !== 'disclosure' && table !== 'requests' && table !== 'disputes') return undefined
  const edition = table === 'disputes' ? null : (report[table]?.edition ?? null)
  const labels = findLabels(bundledGrammars, pointer, edition)
  if (!labels) return undefined
  const row = labels.stub.at(-1) ?? labels.head.at(-2) ?? ''
  return { edition, row, column: labels.head.at(-1) ?? '', value: numberAt(report[table], keys), unit: labels.unit }
}

/** `/appendices/0/rows/2/values/1` */
function appendixCell(report: Report, pointer: Pointer): Cell | undefined {
  const [, , table, , row, , column] = pointer.split('/').map(Number)
  const appendix = report.appendices[table!]
  const printed = appendix?.rows[row!]
  if (!appendix || !printed) return undefined
  return {
    edition: null,
    row: printed.label,
    column: appendix.columns[column!] ?? '',
    value: printed.values[column!] ?? null,
    unit: printed.unit,
  }
}

function numberAt(node: unknown, keys: string[]): number | null {
  let at = node
  for (const key of keys) at = (at as Record<string, unknown> | null)?.[key]
  return typeof at === 'number' ? at : null
}
