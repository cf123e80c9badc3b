import type { Pointer, TextItem } from '../../src/types'
import { piecesOf } from './pieces'
import { type PipeStyle, printPipes, type Rows } from './print-delimited'
import { escapeHtml, type HtmlStyle, printHtml } from './print-html'
import { printRun, type Run } from './print-run'
import type { Random } from './random'
import type { Block } from './report'
import type { Sheet } from './sheet'
import { wrap } from './typeset'

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
  /** Paragraphs in tags. */
  html?: boolean
}

export function textLayout(name: string, family: Family, print: PrintTable, style: TextStyle = {}): Layout {
  const render = (blocks: readonly Block[], random: Random): Rendering => {
    const unproved: Pointer[] = []
    const printed = blocks.map((block) =>
      block.type === 'sheet' ? printPieces(block.sheet, print, random, unproved) : printProse(block, style),
    )
    const source = `${printed.join(style.gap || style.markdown ? '\n\n' : '\n')}\n`
    return { source: style.html ? printPage(source) : source, unproved }
  }
  return { name, family, share: style.share ?? 1, render }
}

export function pipesLayout(name: string, style: PipeStyle, share = 1, family: Family = 'delimited'): Layout {
  return textLayout(name, family, (rows) => printPipes(rows, style), { markdown: true, share })
}

export function collapsedLayout(name: string, print: PrintTable, share = 1): Layout {
  const layout = textLayout(name, name.startsWith('columns') ? 'run' : 'stream', print, { wrap: 28, share })
  const render = (blocks: readonly Block[], random: Random): Rendering => {
    const { source, unproved } = layout.render(blocks, random)
    return { source: source.replace(/\s+/g, ' ').trim(), unproved }
  }
  return { ...layout, render }
}

export function strippedLayout(name: string, apart: number, share: number): Layout {
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

export function htmlLayout(
  name: string,
  style: HtmlStyle,
  around: (table: string) => string = (table) => table,
): Layout {
  const render = (blocks: readonly Block[]): Rendering => {
    const body = blocks.map((block) => {
      if (block.type === 'sheet')
        return piecesOf(block.sheet)
          .map(({ rows }) => around(printHtml(rows, style)))
          .join('\n')
      return printProse(block, { html: true })
    })
    return { source: printPage(body.join('\n')), unproved: [] }
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
  if (style.html) return printTag(block)
  if (block.type === 'heading')
    return `${style.markdown ? `${'#'.repeat(block.depth + 1)} ` : ''}${block.marker}${block.title}`
  if (block.type === 'title') return style.markdown ? `# ${block.text}` : block.text
  const lines = style.wrap ? wrap(block.text, style.wrap) : [block.text]
  return (style.indent ?? '') + lines.join('\n')
}

function printTag(block: Exclude<Block, { type: 'sheet' }>): string {
  const name = block.type === 'title' ? 'h1' : 'p'
  return `<${name}>${escapeHtml(printProse(block, {}))}</${name}>`
}

const printPage = (body: string) => `<!DOCTYPE html>\n<html><body>\n${body}\n</body></html>\n`

/** Breaks long labels over lines, as narrow columns do. */
export function wrapLabels(rows: Rows, random: Random): Rows {
  const width = random.integer(9, 16)
  const wrapped = new Map(
    rows
      .flat()
      .map((cell) => [cell, { ...cell, text: cell.role === 'value' ? cell.text : wrap(cell.text, width).join('\n') }]),
  )
  return rows.map((row) => row.map((cell) => wrapped.get(cell)!))
}
