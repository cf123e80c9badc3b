import type { Pointer } from '../../src/types'
import type { Rendering } from './layout'
import type { Rows } from './print-delimited'
import type { Random } from './random'
import type { Block } from './report'
import { type Cell, cellsOf, isHeadRow, pointersOf, type Sheet } from './sheet'

/** How producers of PDF scatter a table. */
export type Scatter =
  /** Labels of all rows, then the columns. */
  | 'columns'
  /** Labels with the first figures of their rows, the last columns apart. */
  | 'totals'
  /** Rows on the first page, on the second one their labels and then the columns. */
  | 'pages'
  /** Labels with the first figures, cut by a page: last columns of the first page, then the rows of the second one by columns. */
  | 'totals-pages'

/** A table on its way to print: what stands at its place, and what text tools print later. */
interface Chunks {
  fixed: string[]
  floating: string[]
}

/**
 * A report as text tools print a PDF whose tables they do not understand: columns of a table stand behind the heading of the
 * next one, among its words and figures.
 *
 *     一、本年新收 171 81 29 24 56 52
 *     二、上年结转 0 0 0 0 0 0
 *     四、政府信息公开行政复议、行政诉讼情况     ⇐ the heading of the next table
 *     413
 *     0                                     ⇐ the last column of this one
 */
export function printScattered(blocks: readonly Block[], random: Random, scatter: Scatter): Rendering {
  const unproved: Pointer[] = []
  const last = blocks.findLastIndex(({ type }) => type === 'sheet')
  let floating: string[] = []
  const printed = blocks.flatMap((block, index) => {
    if (block.type === 'heading') return [`${block.marker}${block.title}`]
    if (block.type !== 'sheet') return [block.text]
    unproved.push(...pointersOf(block.sheet.rows))
    const own = chunksOf(block.sheet, random, scatter)
    const all = shuffleIn(own.fixed, floating, random)
    floating = own.floating
    return index === last ? [...all, ...floating.splice(0)] : all
  })
  return { source: `${printed.filter((text) => text !== '').join('\n\n')}\n`, unproved }
}

function chunksOf(sheet: Sheet, random: Random, scatter: Scatter): Chunks {
  if (sheet.name === 'disclosure') return random.chance(0.5) ? byHeadings(sheet.rows) : byLines(sheet.rows)
  if (sheet.name === 'disputes') return byGroups(sheet.rows, random)
  const head = sheet.rows.filter((row) => isHeadRow(row))
  const rows = sheet.rows.filter((row) => !isHeadRow(row))
  const words = labelsOf(head)
  const seen = new Set<Cell>()
  const page = random.integer(4, Math.max(4, rows.length - 4))
  const [first, second] = scatter.endsWith('pages') ? [rows.slice(0, page), rows.slice(page)] : [rows, []]
  const kept = scatter === 'columns' ? 0 : scatter === 'pages' ? 7 : random.integer(5, 6)
  const lines = first.map((row) =>
    [...labelsOf([row], seen), valuesOf(row).slice(0, kept).join(' ')].filter((text) => text !== '').join(' '),
  )
  const columns = [...columnsOf(first, kept), labelsOf(second, seen).join('\n'), ...columnsOf(second, 0)]
  const stay = scatter === 'totals' ? 0 : random.integer(0, columns.length)
  return {
    fixed: [words.join('\n'), lines.join('\n'), ...columns.slice(0, stay)],
    floating: columns.slice(stay).filter((text) => text !== ''),
  }
}

/** Captions and row labels, then each column below its heading; all but the first columns float. */
function byHeadings(rows: Rows): Chunks {
  const chunks: Chunks = { fixed: [], floating: [] }
  for (const block of blocksOf(rows)) {
    const head = block.filter((row) => isHeadRow(row))
    const body = block.filter((row) => !isHeadRow(row))
    const headings = [...new Set(head.flat())].filter(({ role }) => role === 'head').map(({ text }) => text)
    const columns = columnsOf(body, 0)
    chunks.fixed.push(labelsOf(body).join('\n'))
    const caption = [...new Set(head.flat())].filter(({ role }) => role === 'caption').map(({ text }) => text)
    for (const [index, heading] of headings.entries()) {
      const column = `${heading}\n${columns[index] ?? ''}`
      if (index === 0) chunks.fixed.push(`${caption.join('')}\n${column}`)
      else chunks.floating.push(column)
    }
  }
  return chunks
}

function byLines(rows: Rows): Chunks {
  return {
    fixed: rows.map((row) =>
      cellsOf(row)
        .map(({ text }) => text)
        .join(' '),
    ),
    floating: [],
  }
}

/** Table 四: its headings, then its figures, group by group with words between or all together. */
function byGroups(rows: Rows, random: Random): Chunks {
  const head = labelsOf(rows.filter((row) => isHeadRow(row)))
  const values = rows.filter((row) => !isHeadRow(row)).flatMap(valuesOf)
  if (random.chance(0.5)) return { fixed: [head.join('\n'), values.join(' ')], floating: [] }
  const names = ['行政复议', '未经复议直接起诉', '复议后起诉']
  const groups = names.map((name, index) => `${name}\n${values.slice(index * 5, index * 5 + 5).join(' ')}`)
  return { fixed: [head.filter((text) => !names.includes(text)).join('\n'), ...groups], floating: [] }
}

/** Tables of several blocks begin each with a caption. */
function blocksOf(rows: Rows): Rows[] {
  const out: Cell[][][] = []
  for (const row of rows) {
    if (out.length === 0 || row.some(({ role }) => role === 'caption')) out.push([])
    out[out.length - 1]!.push([...row])
  }
  return out
}

function labelsOf(rows: Rows, seen = new Set<Cell>()): string[] {
  return rows.flatMap((row) => {
    const labels = cellsOf(row).filter((cell) => cell.role !== 'value' && !seen.has(cell))
    for (const cell of labels) seen.add(cell)
    return labels.map(({ text }) => text).filter((text) => text !== '')
  })
}

function valuesOf(row: readonly Cell[]): string[] {
  return cellsOf(row).flatMap(({ role, text }) => (role === 'value' ? [text] : []))
}

function columnsOf(rows: Rows, from: number): string[] {
  const values = rows.map(valuesOf)
  const width = Math.max(0, ...values.map((row) => row.length))
  return Array.from({ length: Math.max(0, width - from) }, (_, at) =>
    values
      .flatMap((row) => row[from + at] ?? [])
      .filter((text) => text !== '')
      .join('\n'),
  )
}

/** Puts chunks among others; both keep their order. */
function shuffleIn(chunks: string[], others: string[], random: Random): string[] {
  const out = [...chunks]
  let at = 0
  for (const other of others) {
    at = random.integer(at, out.length)
    out.splice(at++, 0, other)
  }
  return out
}
