import { readFigure } from '../evidence/read-figure'
import type { Paragraph, Root, Table, TableRow } from '../tree'

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
 * Lines of nothing but figures behind the last table are taken in. Undefined where another table stands between.
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
    else if (node.type === 'paragraph' && isFigures(node)) rows.push(toRow(node))
    else break
  }
  return { type: 'table', layout: 'flattened', children: rows }
}

function toRow({ children }: Paragraph): TableRow {
  return { type: 'tableRow', children: [{ type: 'tableCell', children }] }
}

function isFigures({ children }: Paragraph): boolean {
  return children.every(({ value }) =>
    value
      .trim()
      .split(/\s+/)
      .every((word) => readFigure(word) !== undefined),
  )
}
