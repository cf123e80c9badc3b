import type { Element, Root } from 'hast'
import type { Context } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import { isChrome, isHidden } from './hidden-text'

/** What stands in an element, all its descendants included. */
export interface Measure {
  /** Characters that are not white space. */
  text: number
  /** Those of them inside links. */
  linked: number
  /** Those of them inside tables below the element; a table of one cell is a frame and no table. */
  tabled: number
  /** Cells of tables, the element itself included. */
  cells: number
  /** Characters of sentences and of table cells: what a report is made of and menus are not. */
  prose: number
  /** It holds what belongs to a report even where it is short: a numbered part, or a date on a line of its own. */
  part: boolean
}

/** The measures of all visible elements; what is hidden or the site's chrome is not in the map. */
export type Measures = Map<Element, Measure>

/** The deepest elements that are read: twice `limits.depth`, for a parser adds elements that the markup only implies. */
export function deepestLevel({ limits }: Context): number {
  return limits.depth * 2
}

/** Measures every element once, children before parents; those below the deepest level are left out, and it is said. */
export function measure(root: Root, context: Context): Measures {
  const measures: Measures = new Map()
  const deepest = deepestLevel(context)
  let isTooDeep = false

  function visit(element: Element, level: number, inLink: boolean, inCell: boolean): Measure | null {
    if (isHidden(element) || isChrome(element)) return null
    if (level > deepest) {
      isTooDeep = true
      return null
    }
    const total: Measure = { text: 0, linked: 0, tabled: 0, cells: isCell(element) ? 1 : 0, prose: 0, part: false }
    const link = inLink || element.tagName === 'a'
    const cell = inCell || isCell(element)
    for (const child of element.children) {
      if (child.type === 'text') addText(total, child.value, link, cell)
      const part = child.type === 'element' ? visit(child, level + 1, link, cell) : null
      if (!part) continue
      total.text += part.text
      total.linked += part.linked
      total.tabled += child.type === 'element' && child.tagName === 'table' && part.cells > 1 ? part.text : part.tabled
      total.cells += part.cells
      total.prose += part.prose
      total.part ||= part.part
    }
    measures.set(element, total)
    return total
  }

  for (const child of root.children) if (child.type === 'element') visit(child, 1, false, false)
  if (isTooDeep)
    diagnoseReading(context, 'structure-limit', {
      values: { what: 'nested elements', actual: deepest + 1, expected: deepest },
    })
  return measures
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}

const sentenceMark = /[，。；：、,;]/
/** `二、`, or a date that is a whole line: no label before it. */
const reportPart = /^\s*(?:[一二三四五六七八九十]{1,3}、|[\d〇○零一二三四五六七八九十]{2,4}\s?年[^，。]{1,8}日\s*$)/

function addText(total: Measure, value: string, linked: boolean, cell: boolean): void {
  let text = 0
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) > 32) text++
  if (text === 0) return
  total.text += text
  if (linked) total.linked += text
  else {
    if (cell || (text > 20 && sentenceMark.test(value))) total.prose += text
    total.part ||= reportPart.test(value)
  }
}
