import { type Cell, cellsOf } from './sheet'

/** Rows of a table as they stand on one page. */
export type Rows = readonly (readonly Cell[])[]

/** Text of every slot of a row: a merged cell shows its text in its first slot only, or in all of them. */
export function slotTexts(rows: Rows, merged: 'first' | 'everywhere' = 'first'): string[][] {
  const seen = new Set<Cell>()
  return rows.map((row) =>
    row.map((cell) => {
      if (merged === 'first' && seen.has(cell)) return ''
      seen.add(cell)
      return cell.text
    }),
  )
}

/** Texts of a row, each cell once; a cell that began in a row above leaves nothing. */
function cellTexts(rows: Rows): string[][] {
  const seen = new Set<Cell>()
  return rows.map((row) => {
    const texts = cellsOf(row).filter((cell) => !seen.has(cell))
    for (const cell of texts) seen.add(cell)
    return texts.map(({ text }) => text)
  })
}

/** Tab-separated lines, one a row: every slot (`ragged` false), or each cell once as a browser copies a table. */
export function printTabs(rows: Rows, options: TabStyle = {}): string {
  const texts = options.ragged ? cellTexts(rows) : slotTexts(rows)
  const lines = texts.map(
    (row) => row.map(options.broken ? String : oneLine).join('\t') + '\t'.repeat(options.trailing ?? 0),
  )
  return lines.map((line) => (options.trimmed ? line.trim() : line)).join('\n')
}

/** How tab-separated lines deviate from the plain ones. */
export interface TabStyle {
  /** Merged cells leave no empty cells behind. */
  ragged?: boolean
  /** Tabs too many at the end of each line. */
  trailing?: number
  /** Line breaks inside cells stay. */
  broken?: boolean
  /** Empty cells at the ends of a line are lost. */
  trimmed?: boolean
}

/** Comma-separated lines as a spreadsheet saves them. */
export function printCommas(rows: Rows): string {
  return slotTexts(rows)
    .map((row) => row.map((text) => (/[,"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(','))
    .join('\n')
}

/** A tab and one cell a line, a blank line after each row, `\t` alone where a merged cell goes on: text out of Word. */
export function printWord(rows: Rows, options: { tab?: string } = {}): string {
  const tab = options.tab ?? '\t'
  const seen = new Set<Cell>()
  return rows
    .map((row) =>
      cellsOf(row)
        .map((cell) => {
          const text = seen.has(cell) ? '' : cell.text
          seen.add(cell)
          return `${tab}${text}`
        })
        .join('\n'),
    )
    .join('\n\n')
}

/** One cell a line, each once; blank cells leave an empty line or nothing. */
export function printCells(rows: Rows, options: { gap?: string; indent?: string } = {}): string {
  const indent = options.indent ?? ''
  return cellTexts(rows)
    .map((row) => row.map((text) => indent + text).join(`\n${options.gap ?? ''}`))
    .join(`\n${options.gap ?? ''}`)
}

/** A row a line, the cells apart by spaces; a line break in a label breaks the line. */
export function printLines(rows: Rows, separator = ' '): string {
  return cellTexts(rows)
    .map((row) => row.filter((text) => text !== '').join(separator))
    .filter((line) => line !== '')
    .join('\n')
}

/** The figures of each row on a line above its label. */
export function printAbove(rows: Rows): string {
  const seen = new Set<Cell>()
  return rows
    .flatMap((row) => {
      const cells = cellsOf(row).filter((cell) => !seen.has(cell))
      for (const cell of cells) seen.add(cell)
      const [values, labels] = [true, false].map((wanted) => cells.filter(({ role }) => (role === 'value') === wanted))
      return [values!, labels!].map((list) => list.map(({ text }) => text).join(' '))
    })
    .filter((line) => line !== '')
    .join('\n')
}

/** All labels of the body first, one a line, then the figures, a row a line. */
export function printLabelsFirst(rows: Rows): string {
  const labels = [...new Set(rows.flat())].filter(({ role, text }) => role !== 'value' && text !== '')
  const figures = rows.map((row) => cellsOf(row).filter(({ role }) => role === 'value'))
  return [
    ...labels.map(({ text }) => text),
    ...figures.filter((row) => row.length > 0).map((row) => row.map(({ text }) => text).join(' ')),
  ].join('\n')
}

/** A column a line: its heading, then its figures from top to bottom. */
export function printTransposed(rows: Rows): string {
  const labels = rows.flatMap((row) => cellsOf(row).filter(({ role }) => role === 'label'))
  const width = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => (row[column]?.role === 'value' || row[column]?.role === 'head' ? row[column] : [])),
  )
  return [
    labels.map(({ text }) => text).join(' '),
    ...columns.map((column) => [...new Set(column)].map(({ text }) => text).join(' ')),
  ].join('\n')
}

/** How a table is drawn with pipes. */
export interface PipeStyle {
  /** Pipes at both ends of a line; default true. */
  outer?: boolean
  /** Merged cells repeat their text in every slot, as spreadsheet libraries print them. */
  filled?: boolean
  /** A first column of row numbers under a header of column numbers, as data frames print themselves. */
  index?: boolean
  /** Line break in a cell; default `<br>`. */
  lineBreak?: string
  /** The delimiter row stands under an empty, invented header instead of the first row. */
  emptyHeader?: boolean
  /** Rows that stand before the delimiter row; default 1. */
  headRows?: number
  /** Empty cells at the end of a row are left out. */
  trimmed?: boolean
  /** Labels and figures of a row stand in two rows of the table, the figures in the second or the first. */
  apart?: 'label first' | 'figures first'
}

/** A pipe table; the first row counts as its header. */
export function printPipes(rows: Rows, style: PipeStyle = {}): string {
  // A table can lose all of its rows.
  if (rows.length === 0) return ''
  const [left, right] = style.outer === false ? ['', ''] : ['| ', ' |']
  const line = (texts: readonly string[]) => {
    const last = style.trimmed ? texts.findLastIndex((text) => text !== '') + 1 : texts.length
    return `${left}${texts.slice(0, Math.max(1, last)).join(' | ')}${right}`
  }
  const drawn = style.apart ? rows.flatMap((row) => partRow(row, style.apart === 'figures first')) : rows
  let texts = slotTexts(drawn, style.filled ? 'everywhere' : 'first').map((row) =>
    row.map((text) => text.replaceAll('\n', style.lineBreak ?? '<br>').replaceAll('|', '\\|')),
  )
  const width = Math.max(...texts.map((row) => row.length))
  if (style.emptyHeader) texts = [Array<string>(width).fill(''), ...texts]
  if (style.index) {
    const numbers = Array.from({ length: width }, (_, column) => String(column))
    texts = [['', ...numbers], ...texts.map((row, index) => [String(index), ...row])]
  }
  const delimiter = line(Array<string>(texts[0]!.length).fill('---'))
  const heads = style.headRows ?? 1
  return [...texts.slice(0, heads).map(line), delimiter, ...texts.slice(heads).map(line)].join('\n')
}

/** One row of labels and one of figures, as text recognition makes them of labels that are higher than their figures. */
function partRow(row: readonly Cell[], figuresFirst: boolean): (readonly Cell[])[] {
  if (!row.some(({ role }) => role === 'value')) return [row]
  const empty = (): Cell => ({ role: 'head', text: '' })
  const labels = row.map((cell) => (cell.role === 'value' ? empty() : cell))
  const figures = row.map((cell) => (cell.role === 'value' ? cell : empty()))
  if (labels.every(({ text }) => text === '')) return [row]
  return figuresFirst ? [figures, labels] : [labels, figures]
}

/** Every row as a pipe table of its own under invented headings, as some text recognition returns it. */
export function printRowTables(rows: Rows): string {
  return slotTexts(rows)
    .map((row) => {
      const texts = row.map(oneLine)
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
      const heads = texts.map((_, column) => (column === 0 ? '项目' : `列${column}`))
      return [line(heads), line(heads.map(() => '---')), line(texts)].join('\n')
    })
    .join('\n\n')
}

/** A table drawn with box characters or with `+---+`. */
export function printBox(rows: Rows, style: 'box' | 'plus'): string {
  const texts = slotTexts(rows).map((row) => row.map(oneLine))
  const widths = texts[0]!.map((_, column) => Math.max(2, ...texts.map((row) => displayWidth(row[column] ?? ''))))
  const [bar, dash, cross] = style === 'box' ? ['│', '─', '┼'] : ['|', '-', '+']
  const rule = cross + widths.map((width) => dash.repeat(width + 2)).join(cross) + cross
  const lines = texts.map(
    (row) =>
      `${bar} ${row.map((text, column) => text + ' '.repeat(Math.max(0, widths[column]! - displayWidth(text)))).join(` ${bar} `)} ${bar}`,
  )
  return [rule, ...lines.flatMap((line) => [line, rule])].join('\n')
}

/** Columns on a terminal: a Chinese character takes two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += character.codePointAt(0)! > 0x2e7f ? 2 : 1
  return width
}

const oneLine = (text: string) => text.replaceAll('\n', '')
