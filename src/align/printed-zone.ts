import { emptyWords } from '../evidence/evidence-symbols'
import { readFigure } from '../evidence/read-figure'
import { sliceText } from '../position/slice-text'
import type { Paragraph, Root, Table, TableRow, Text } from '../tree'

/** Lines between two tables, and behind the last one, that are looked at. */
const MOST_LINES = 400

/**
 * All that is printed from the first table without cell borders to the last one, as one such table: text drawn from a PDF may
 * put columns of one table behind the heading of the next.
 *
 * ```
 * 三、… 一、本年新收 3 0 0        ┐
 * 四、…复议、诉讼情况             │ a heading between the columns of table 三
 * 0 0 1 4                         ┘
 * ```
 *
 * Figures right behind the last table are taken in. Undefined where another table stands between.
 */
export function printedZone({ children }: Root): Table | undefined {
  const first = children.findIndex((node) => node.type === 'table' && node.layout === 'flattened')
  const last = children.findLastIndex((node) => node.type === 'table' && node.layout === 'flattened')
  if (first < 0 || last - first > MOST_LINES) return undefined
  const rows: Table['children'] = []
  for (const node of children.slice(first, last + 1)) {
    if (node.type === 'pageBreak') rows.push(node)
    else if (node.type === 'paragraph') rows.push(toRow(node))
    else if (node.type === 'table' && node.layout === 'flattened') rows.push(...node.children)
    else return undefined
  }
  for (const node of children.slice(last + 1, last + 1 + MOST_LINES)) {
    if (node.type === 'pageBreak') rows.push(node)
    else if (node.type !== 'paragraph') break
    else if (isFigures(node)) rows.push(toRow(node))
    else {
      const texts = leadingFigures(node)
      if (texts.length > 0) rows.push(toRow({ ...node, children: texts }))
      break
    }
  }
  return { type: 'table', layout: 'flattened', children: rows }
}

function toRow({ children }: Paragraph): TableRow {
  return { type: 'tableRow', children: [{ type: 'tableCell', children }] }
}

function isFigures({ children }: Paragraph): boolean {
  return children.every(({ value }) => value.trim().split(/\s+/).every(isFigure))
}

/** The figures that a paragraph begins with: text that has lost its line ends. */
function leadingFigures({ children: [text] }: Paragraph): Text[] {
  if (!text) return []
  let end = 0
  for (const { 0: word, index } of text.value.matchAll(/\S+/g)) {
    if (!isFigure(word)) break
    end = index + word.length
  }
  return end > 0 ? [sliceText(text, 0, end)] : []
}

/** A figure, or a word in its place. */
function isFigure(word: string): boolean {
  return readFigure(word) !== undefined || emptyWords.has(word)
}
