import { labelOf } from '../label-of'
import { toRows } from '../to-rows'
import type { Result, Row } from '../types'
import { cut, displayWidth, pad } from './display-width'
import type { Paint } from './paint'

/** Columns that a row's label may take. */
const labelWidth = 42

/** How a cell without a number is shown. */
const states = { number: '', blank: '·', dash: '-', text: '…', absent: '✗', unresolved: '?' } as const

/**
 * The tables of a report in columns. Rows that share their columns stand under one head; zeros are dim, digits that could
 * not be told for certain are `?`, blanks `·`, rows that the source lost `✗`.
 */
export function formatTables(result: Result, paint: Paint, width: number): string {
  const tables = groupBy(toRows(result), ({ table, pointer }) =>
    table === 'appendices' ? pointer.split('/').slice(0, 3).join('/') : table,
  )
  const out = [...tables].map(([key, rows]) => {
    const title = titleOf(result, key, rows[0]!)
    return `  ${paint('bold', title)}\n${formatTable(rows, paint, width)}`
  })
  return out.length === 0 ? '  –\n' : `${out.join('\n')}\n`
}

function titleOf({ report }: Result, key: string, { edition }: Row): string {
  if (key.startsWith('/appendices/')) return report.appendices[Number(key.split('/')[2])]?.title ?? '–'
  const label = labelOf(`/${key}`, edition)[0] ?? key
  return edition === null ? label : `${label} (${edition})`
}

/** Rows one below the other; those that share their columns stand under one head. */
function formatTable(cells: Row[], paint: Paint, width: number): string {
  const rows = [...groupBy(cells, ({ pointer }) => pointer.slice(0, pointer.lastIndexOf('/'))).values()]
  const blocks = groupBy(rows, (row) => row.map(({ column }) => column).join('\t'))
  return [...blocks.values()].map((block) => formatBlock(block, paint, Math.min(labelWidth, width))).join('')
}

function formatBlock(rows: Row[][], paint: Paint, room: number): string {
  const columns = rows[0]!.map(({ column }) => column)
  const widths = columns.map((column, i) =>
    Math.max(displayWidth(column), ...rows.map((row) => displayWidth(cellText(row[i]!)))),
  )
  const names = columns.map((column, i) => pad(column, widths[i]!, 'end')).join('  ')
  const lines = rows.map((row) => {
    const values = row.map((cell, i) => paintCell(cell, pad(cellText(cell), widths[i]!, 'end'), paint)).join('  ')
    return `  ${pad(cut(row[0]!.row, room), room)}  ${values}\n`
  })
  return `  ${' '.repeat(room)}  ${paint('dim', names)}\n${lines.join('')}`
}

/** Money is shown with its unit: it is in yuan, whatever the form's heading says. */
function cellText({ value, state, unit, table }: Row): string {
  if (value === null) return states[state]
  return unit === '元' && table !== 'appendices' ? `${value}元` : String(value)
}

function paintCell({ value, state }: Row, text: string, paint: Paint): string {
  if (state === 'unresolved') return paint('yellow', text)
  return value === 0 || value === null ? paint('dim', text) : text
}

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
