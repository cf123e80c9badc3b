import { parseCell } from '../literal/cell'
import type { Flow, Heading, Text } from '../tree'
import type { StatisticsColumn } from '../types'
import type { HeadingWords } from './statistics-headings'

/** The one text of a line; a figure alone on its line may have been taken for a page number. */
export function lineAt(nodes: (Heading | Flow)[], index: number): Text | undefined {
  const node = nodes[index]
  if (node?.type === 'pageBreak' && /^\s*\d+\s*$/.test(node.value))
    return { type: 'text', value: node.value, ...(node.position && { position: node.position }) }
  return node?.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined
}

/** Whether a text may stand in a column: labels have letters, units are known, figures are numbers; a dash may stand for the last two. */
export function fits(printed: string, role: StatisticsColumn['role'], words: HeadingWords): boolean {
  const text = printed.trim()
  const isDash = /^[-—―–－/]+$/.test(text)
  if (role === 'label') return /\p{Script=Han}{2}/u.test(text)
  if (role === 'unit') return isDash || words.units.includes(text)
  if (role === 'value') return isDash || parseCell(text, { type: 'decimal' }).state === 'number'
  return /^[\dA-Za-z.]{1,6}$/.test(text) || isDash
}

/** Whether a line begins a row: 一、 （一） 1. stand before it. */
export function opensRow(text: string): boolean {
  return /^\s*(?:[一二三四五六七八九十]{1,3}\s?[、.．]|[（(]\s?[一二三四五六七八九十\d]{1,3}\s?[）)]|\d{1,2}\s?[.、．])/.test(
    text,
  )
}

/** Lines of one label at most. */
export const longestLabel = 4
