import type { Pointer } from '../../src/types'
import type { Rows } from './print-delimited'
import type { Run } from './print-run'
import type { Random } from './random'
import { type Cell, cellsOf, isHeadRow, pointersOf } from './sheet'

/**
 * A table as pdftotext prints it by default: groups of rows column by column, labels away from their numbers.
 *
 *     1.属于国家秘密   2 0 1        2 30 ¶ 0 1 ¶ 1 0 ¶ 1.属于国家秘密 ¶ 2.其他法律…
 *     2.其他法律…     30 1 0   ⇒
 *
 * The groups stand in the order of the form, and a column of a group is one block between blank lines.
 */
export function printColumns(rows: Rows, random: Random, options: { tallest: number }): Run {
  const blocks: string[] = []
  const unproved: Pointer[] = []
  const seen = new Set<Cell>()
  let displaced: string[] = []
  for (let row = 0; row < rows.length; ) {
    if (isHeadRow(rows[row]!)) {
      blocks.push(...displaced.splice(0), ...labelsOf(rows[row]!, seen))
      row++
      continue
    }
    const until = rows.findIndex((cells, index) => index > row && isHeadRow(cells))
    const left = (until < 0 ? rows.length : until) - row
    const height = Math.min(left, random.chance(0.5) ? 1 : random.integer(2, options.tallest))
    const group = rows.slice(row, row + height)
    const labels = group.flatMap((cells) => labelsOf(cells, seen))
    const place = height > 1 || random.chance(0.1) ? random.pick(['before', 'after', 'later']) : 'before'
    blocks.push(...displaced.splice(0))
    if (place === 'before') blocks.push(...labels)
    blocks.push(...columnsOf(group))
    if (place === 'after') blocks.push(...labels)
    if (place === 'later') displaced = labels
    // a table without sums proves nothing about an order that its labels do not show
    if (until >= 0 || group[0]!.length < 7) if (place !== 'before' || height > 1) unproved.push(...pointersOf(group))
    row += height
  }
  return { text: [...blocks, ...displaced].filter((block) => block !== '').join('\n\n'), unproved }
}

/** The three parts of table 四 torn apart: header words shuffled, addends and totals as blocks in any order. */
export function printScrambled(rows: Rows, random: Random): Run {
  const heads = [...new Set(rows.filter((row) => isHeadRow(row)).flatMap((row) => [...row]))]
  const values = rows.filter((row) => !isHeadRow(row)).flatMap((row) => row.map(({ text }) => text))
  const runs: string[] = []
  for (let start = 0; start < values.length; start += 5) {
    runs.push(values.slice(start, start + 4).join('\n\n'), values.slice(start + 4, start + 5).join(''))
  }
  const blocks = random.shuffle([...heads.map(({ text }) => text), ...runs]).filter((text) => text !== '')
  return { text: blocks.join('\n\n'), unproved: pointersOf(rows) }
}

function labelsOf(row: readonly Cell[], seen: Set<Cell>): string[] {
  const labels = cellsOf(row).filter((cell) => cell.role !== 'value' && !seen.has(cell))
  for (const cell of labels) seen.add(cell)
  return labels.map(({ text }) => text).filter((text) => text !== '')
}

function columnsOf(group: Rows): string[] {
  const values = group.map((row) => cellsOf(row).filter((cell) => cell.role === 'value'))
  const width = Math.max(...values.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => values.flatMap((row) => row[column]?.text ?? []).join('\n'))
}
