import type { Rows } from './print-delimited'
import type { Cell } from './sheet'

/** How a table is marked up. */
export interface HtmlStyle {
  /** Wraps the text of a cell: `p` and `div` as word processors export it. */
  wrap?: 'p' | 'div' | 'span'
  /** Head cells are `th`. */
  th?: boolean
  /** Merged cells become one cell and empty ones instead of spans. */
  padded?: boolean
  /** End tags of cells and rows are left out, which HTML allows. */
  unclosed?: boolean
  /** Attributes without quotes, upper case tags. */
  shouting?: boolean
  /** An empty cell holds this; default nothing. */
  blank?: string
  /** Indents rows and cells on lines of their own. */
  indented?: boolean
  /** Written behind the number of a span: `;` is an attribute that the standard's integer rules forgive. */
  spanTail?: string
  /** The span of a merged cell in its last column or row is too large. */
  overlong?: boolean
  /** Merged cells repeat their text in every slot. */
  filled?: boolean
  /** Every digit stands in a tag of its own, as word processors leave edited text. */
  shattered?: boolean
  /** Digits are numeric character references. */
  entities?: boolean
}

/** A table with spans as the official form merges its cells. */
export function printHtml(rows: Rows, style: HtmlStyle = {}): string {
  const seen = new Set<Cell>()
  const body = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      if (style.filled) return tag('td', '', contentOf(cell, style), style)
      if (seen.has(cell)) return style.padded ? tag('td', '', style.blank ?? '', style) : ''
      seen.add(cell)
      return printCell(rows, cell, at, column, style)
    })
    return tag(
      'tr',
      '',
      `${style.indented ? '\n  ' : ''}${cells.filter((cell) => cell !== '').join(style.indented ? '\n  ' : '')}${style.indented ? '\n' : ''}`,
      style,
    )
  })
  return tag('table', attribute('border', '1', style), `${style.indented ? '\n' : ''}${body.join('\n')}`, {
    ...style,
    unclosed: false,
  })
}

/** Escapes text for HTML; a line break becomes `<br>`. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
}

function printCell(rows: Rows, cell: Cell, row: number, column: number, style: HtmlStyle): string {
  const below = rows.slice(row).findIndex((cells) => cells[column] !== cell)
  const rowspan = below < 0 ? rows.length - row : below
  const colspan = rows[row]!.filter((other) => other === cell).length
  const attributes = style.padded
    ? ''
    : (colspan > 1 ? attribute('colspan', `${colspan}${style.spanTail ?? ''}`, style) : '') +
      (rowspan > 1
        ? attribute('rowspan', `${rowspan + (style.overlong && below < 0 ? 9000 : 0)}${style.spanTail ?? ''}`, style)
        : '')
  const name = style.th && (cell.role === 'head' || cell.role === 'corner') ? 'th' : 'td'
  return tag(name, attributes, contentOf(cell, style), style)
}

function contentOf(cell: Cell, style: HtmlStyle): string {
  let text = cell.text === '' ? (style.blank ?? '') : escapeHtml(cell.text)
  if (cell.role === 'value' && style.shattered) text = cell.text.replace(/./g, '<span lang="EN-US">$&</span>')
  if (cell.role === 'value' && style.entities) text = cell.text.replace(/\d/g, (digit) => `&#${digit.charCodeAt(0)};`)
  return style.wrap ? `<${style.wrap}>${text}</${style.wrap}>` : text
}

function tag(name: string, attributes: string, content: string, style: HtmlStyle): string {
  const shown = style.shouting ? name.toUpperCase() : name
  return `<${shown}${attributes}>${content}${style.unclosed ? '' : `</${shown}>`}`
}

function attribute(name: string, value: string, style: HtmlStyle): string {
  if (style.shouting && /^\w+$/.test(value)) return ` ${name.toUpperCase()}=${value}`
  return ` ${name}="${value}"`
}

/** Every cell as a paragraph of its own, without any table: what simple converters make of a page. */
export function printParagraphs(rows: Rows): string {
  return [...new Set(rows.flat())].map(({ text }) => `<p>${escapeHtml(text)}</p>`).join('\n')
}
