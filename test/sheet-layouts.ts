import { slotTexts } from './arbitraries/print-delimited'
import { isHeadRow, type Sheet } from './arbitraries/sheet'

/** A printed table with what tells its header rows, and its stub columns. */
export interface PrintedSheet {
  name: string
  rows: string[][]
  /** Rows that hold headings alone. */
  heads: boolean[]
  /** Columns before the values. */
  stub: number
}

/** The texts of a sheet, a merged cell in its first slot. */
export function printedSheet(sheet: Sheet): PrintedSheet {
  const stub = Math.max(...sheet.rows.map((row) => row.findIndex(({ role }) => role === 'value')))
  return { name: sheet.name, rows: slotTexts(sheet.rows).map(clean), heads: sheet.rows.map(isHeadRow), stub }
}

const clean = (row: string[]) => row.map((text) => text.replace(/\s+/g, ''))

const pipe = (row: string[]) => `| ${row.join(' | ')} |`
const rule = (row: string[]) => `|${row.map(() => '---').join('|')}|`
const pipes = (rows: string[][]) => [pipe(rows[0]!), rule(rows[0]!), ...rows.slice(1).map(pipe)].join('\n')
const html = (rows: string[][]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`
const tabs = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n')
const blank = (row: string[], from: number, to: number) => row.map((cell, at) => (at >= from && at < to ? '' : cell))

/** Layouts of tables with cells that no generator of the project prints, one after the other as a text. */
export const sheetLayouts: Record<string, (sheet: PrintedSheet) => string> = {
  'values above their labels': ({ rows, heads, stub }) =>
    pipes(
      rows.flatMap((row, at) => (heads[at] || stub < 1 ? [row] : [blank(row, 0, stub), blank(row, stub, row.length)])),
    ),
  'values below their labels': ({ rows, heads, stub }) =>
    pipes(
      rows.flatMap((row, at) => (heads[at] || stub < 1 ? [row] : [blank(row, stub, row.length), blank(row, 0, stub)])),
    ),
  'header and body apart': ({ rows, heads }) => {
    const body = heads.indexOf(false)
    return `${pipes(rows.slice(0, body))}\n\n${pipes(rows.slice(body))}`
  },
  'rule after a row of figures': ({ rows, heads }) => {
    const body = Math.min(heads.indexOf(false) + 1, rows.length - 1)
    return [...rows.slice(0, body).map(pipe), rule(rows[0]!), ...rows.slice(body).map(pipe)].join('\n')
  },
  'transposed, marked up': ({ rows }) => html(rows[0]!.map((_, column) => rows.map((row) => row[column]!))),
  'printed twice': ({ rows }) => `${pipes(rows)}\n\n${pipes(rows)}`,
  'numbered rows': ({ rows, heads, stub }) => {
    let number = 0
    return tabs(rows.map((row, at) => (stub < 1 ? row : [heads[at] ? '' : String(++number), ...row])))
  },
  'group and label in one cell': ({ rows, heads, stub }) =>
    pipes(rows.map((row, at) => (heads[at] || stub < 2 ? row : [row.slice(0, stub).join(''), ...row.slice(stub)]))),
  'a unit column': ({ rows, heads, stub }) =>
    pipes(
      rows.map((row, at) => (stub < 1 ? row : [...row.slice(0, stub), heads[at] ? '单位' : '件', ...row.slice(stub)])),
    ),
  'a column of remarks': ({ rows, heads }) =>
    tabs(rows.map((row, at) => [...row, at === 0 && heads[at] ? '备注' : ''])),
}
