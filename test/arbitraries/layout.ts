import type { Pointer, TextItem } from '../../src/types'
import { piecesOf } from './pieces'
import { printColumns, printScrambled } from './print-columns'
import {
  type PipeStyle,
  printBox,
  printCells,
  printCommas,
  printLines,
  printPipes,
  printRowTables,
  printTabs,
  printWord,
  type Rows,
} from './print-delimited'
import { escapeHtml, type HtmlStyle, printHtml } from './print-html'
import { printPages } from './print-page'
import { printRun, type Run } from './print-run'
import type { Random } from './random'
import type { Block } from './report'
import type { Sheet } from './sheet'
import { typeset, wrap } from './typeset'

/** What a layout leaves of a cell's borders, which decides what a damage there does to its neighbours. */
export type Family =
  /** Marked up: the cells stand apart whatever they hold. */
  | 'marked'
  /** Tabs, pipes, commas, boxes: a blank cell leaves a trace. */
  | 'delimited'
  /** Labels stand by their figures, blank cells vanish. */
  | 'stream'
  /** Labels away from their figures, or digits run together. */
  | 'run'
  /** Coordinates. */
  | 'positioned'

/** A report printed in one layout. */
export interface Rendering {
  source: string
  /** Positioned layouts only; `source` is then empty. */
  items?: TextItem[]
  /** Cells whose value this layout leaves unproved: null is right for them too. */
  unproved: Pointer[]
}

/** A way to print a report. */
export interface Layout {
  name: string
  family: Family
  /** How often it is drawn, relative to the others. */
  share: number
  render(blocks: readonly Block[], random: Random): Rendering
}

/** All layouts by name. */
export const layouts: readonly Layout[] = [
  html('html', {}),
  html('html-p', { wrap: 'p', blank: '&nbsp;' }),
  html('html-th', { th: true, indented: true }),
  html('html-padded', { padded: true }),
  html('html-unclosed', { unclosed: true }),
  html('html-shouting', { shouting: true, wrap: 'span' }),
  html('html-spans', { spanTail: ';', overlong: true, blank: '&#160;' }),
  html('html-nested', { indented: true }, (table) => `<table width="100%"><tr><td>${table}</td></tr></table>`),
  pipes('pipe', {}, 2),
  pipes('pipe-bare', { outer: false }),
  pipes('pipe-filled', { filled: true, lineBreak: '' }),
  pipes('pipe-index', { index: true, lineBreak: ' ' }),
  pipes('pipe-empty-header', { emptyHeader: true }),
  text('pipe-rows', 'delimited', (rows) => printRowTables(rows), { markdown: true, share: 0.5 }),
  text('tabs', 'delimited', (rows) => printTabs(rows), { share: 2 }),
  text('tabs-trailing', 'delimited', (rows, random) => printTabs(rows, { trailing: random.integer(1, 2) }), {
    markdown: true,
  }),
  text('tabs-ragged', 'delimited', (rows) => printTabs(rows, { ragged: true }), { share: 2 }),
  text('commas', 'delimited', (rows) => printCommas(rows), { share: 0.5 }),
  text('box', 'delimited', (rows) => printBox(rows, 'box'), { share: 0.5 }),
  text('plus', 'delimited', (rows) => printBox(rows, 'plus'), { share: 0.5 }),
  text('word', 'delimited', (rows) => printWord(rows), { gap: true, share: 2 }),
  text('lines', 'stream', (rows) => printLines(rows), { share: 2 }),
  text('lines-wide', 'stream', (rows) => printLines(rows, '   '), { indent: '  ' }),
  text('lines-wrapped', 'stream', (rows, random) => printLines(wrapLabels(rows, random)), { wrap: 28 }),
  text('cells', 'stream', (rows) => printCells(rows), { share: 2 }),
  text('cells-gap', 'stream', (rows) => printCells(rows, { gap: '\n' }), { gap: true }),
  text('cells-indent', 'stream', (rows) => printCells(rows, { indent: '\t\t', gap: '\n\n' }), { gap: true }),
  text('cells-wrapped', 'stream', (rows, random) => printCells(wrapLabels(rows, random)), { wrap: 28 }),
  {
    name: 'page',
    family: 'stream',
    share: 2,
    render: (blocks) => ({ source: printPages(typeset(blocks)), unproved: [] }),
  },
  collapsed('lines-collapsed', (rows) => printLines(rows)),
  collapsed('cells-collapsed', (rows, random) => printCells(wrapLabels(rows, random))),
  text('columns', 'run', (rows, random) => printColumns(wrapLabels(rows, random), random, { tallest: 8 }), {
    wrap: 28,
  }),
  text('columns-tall', 'run', (rows, random) => printColumns(rows, random, { tallest: 14 }), { wrap: 28, share: 0.5 }),
  text(
    'columns-scrambled',
    'run',
    (rows, random, name) =>
      name === 'disputes' ? printScrambled(rows, random) : printColumns(rows, random, { tallest: 8 }),
    { wrap: 28, share: 0.5 },
  ),
  collapsed('columns-collapsed', (rows, random) => printColumns(rows, random, { tallest: 6 }), 0.5),
  stripped('stripped', 0, 0.7),
  stripped('stripped-apart', 0.8, 0.7),
  {
    name: 'items',
    family: 'positioned',
    share: 2,
    render: (blocks) => ({ source: '', items: typeset(blocks), unproved: [] }),
  },
]

/** The layout of a name. */
export function layoutOf(name: string): Layout {
  const layout = layouts.find((candidate) => candidate.name === name)
  if (!layout)
    throw new TypeError(`Unexpected layout ${name}, expected one of ${layouts.map((known) => known.name).join(', ')}`)
  return layout
}

/** Draws a layout by its share. */
export function drawLayout(random: Random): Layout {
  let left = random.integer(0, 1_000_000 - 1) / 1_000_000
  const total = layouts.reduce((sum, { share }) => sum + share, 0)
  for (const layout of layouts) {
    left -= layout.share / total
    if (left < 0) return layout
  }
  return layouts[0]!
}

type PrintTable = (rows: Rows, random: Random, name: string) => string | Run

interface TextStyle {
  share?: number
  /** A blank line between paragraphs. */
  gap?: boolean
  /** Printed before a paragraph. */
  indent?: string
  /** Characters of a line. */
  wrap?: number
  /** `#` before headings. */
  markdown?: boolean
}

function text(name: string, family: Family, print: PrintTable, style: TextStyle = {}): Layout {
  const render = (blocks: readonly Block[], random: Random): Rendering => {
    const unproved: Pointer[] = []
    const printed = blocks.map((block) =>
      block.type === 'sheet' ? printPieces(block.sheet, print, random, unproved) : printProse(block, style),
    )
    return { source: `${printed.join(style.gap || style.markdown ? '\n\n' : '\n')}\n`, unproved }
  }
  return { name, family, share: style.share ?? 1, render }
}

function pipes(name: string, style: PipeStyle, share = 1): Layout {
  return text(name, 'delimited', (rows) => printPipes(rows, style), { markdown: true, share })
}

function collapsed(name: string, print: PrintTable, share = 1): Layout {
  const layout = text(name, name.startsWith('columns') ? 'run' : 'stream', print, { wrap: 28, share })
  const render = (blocks: readonly Block[], random: Random): Rendering => {
    const { source, unproved } = layout.render(blocks, random)
    return { source: source.replace(/\s+/g, ' ').trim(), unproved }
  }
  return { ...layout, render }
}

function stripped(name: string, apart: number, share: number): Layout {
  const print: PrintTable = (rows, random) => printRun(rows, random, apart)
  const render = (blocks: readonly Block[], random: Random): Rendering => {
    const unproved: Pointer[] = []
    const printed = blocks.map((block) =>
      block.type === 'sheet' ? printPieces(block.sheet, print, random, unproved, '') : printProse(block, {}),
    )
    return { source: printed.join(random.pick(['', ' '])), unproved }
  }
  return { name, family: 'run', share, render }
}

function html(name: string, style: HtmlStyle, around: (table: string) => string = (table) => table): Layout {
  const render = (blocks: readonly Block[]): Rendering => {
    const body = blocks.map((block) => {
      if (block.type === 'sheet')
        return piecesOf(block.sheet)
          .map(({ rows }) => around(printHtml(rows, style)))
          .join('\n')
      const name = block.type === 'title' ? 'h1' : 'p'
      return `<${name}>${escapeHtml(printProse(block, {}))}</${name}>`
    })
    return { source: `<!DOCTYPE html>\n<html><body>\n${body.join('\n')}\n</body></html>\n`, unproved: [] }
  }
  return { name, family: 'marked', share: 0.8, render }
}

function printPieces(sheet: Sheet, print: PrintTable, random: Random, unproved: Pointer[], between = '\n'): string {
  return piecesOf(sheet)
    .map(({ rows, marks }) => {
      const printed = print(rows, random, sheet.name)
      if (typeof printed !== 'string') unproved.push(...printed.unproved)
      return [...marks, typeof printed === 'string' ? printed : printed.text].join(between)
    })
    .join(between + between)
}

function printProse(block: Exclude<Block, { type: 'sheet' }>, style: TextStyle): string {
  if (block.type === 'heading')
    return `${style.markdown ? `${'#'.repeat(block.depth + 1)} ` : ''}${block.marker}${block.title}`
  if (block.type === 'title') return style.markdown ? `# ${block.text}` : block.text
  const lines = style.wrap ? wrap(block.text, style.wrap) : [block.text]
  return (style.indent ?? '') + lines.join('\n')
}

/** Breaks long labels over lines, as narrow columns do. */
function wrapLabels(rows: Rows, random: Random): Rows {
  const width = random.integer(9, 16)
  const wrapped = new Map(
    rows
      .flat()
      .map((cell) => [cell, { ...cell, text: cell.role === 'value' ? cell.text : wrap(cell.text, width).join('\n') }]),
  )
  return rows.map((row) => row.map((cell) => wrapped.get(cell)!))
}
