import type { Element, ElementContent, Root } from 'hast'
import type { Context } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import { isChrome, isHidden, isSilent } from './hidden-text'

/** What stands in an element, all its descendants included. */
export interface Measure {
  /** Characters that are not white space. */
  text: number
  /** Those of them inside links. */
  linked: number
  /** Those that only go with links: dates and counts without a word, `上一篇：` before a link. */
  beside: number
  /** Those of them inside tables below the element; a table of one cell is a frame and no table. */
  tabled: number
  /** Cells of tables, the element itself included. */
  cells: number
  /** Characters of sentences and of table cells: what a report is made of and menus are not. */
  prose: number
  /** A sentence ends in it, outside links. */
  sentence: boolean
  /** It holds what belongs to a report even where it is short: a numbered part, or a date on a line of its own. */
  part: boolean
}

/** The measures of all visible elements; what is hidden or the site's chrome is not in the map. */
export type Measures = Map<Element, Measure>

/** The deepest elements that are read: twice `limits.depth`, for a parser adds elements that the markup only implies. */
function deepestLevel({ limits }: Context): number {
  return limits.depth * 2
}

/** Prose below which a page shows nothing, and how many times as much it must hide for that to be its content. */
const LITTLE = 200
const MORE = 5

/**
 * Measures every element once, children before parents; those below the deepest level are left out, and it is said.
 *
 * A page that hides its whole content is read as if it did not: a script shows it when the page has loaded.
 *
 * ```
 * <div id="content" style="visibility:hidden">…the report…</div>
 * ```
 */
export function measure(root: Root, context: Context): Measures {
  const deepest = deepestLevel(context)
  const shown = measureAll(root, deepest, isHidden)
  let { measures, isTooDeep } = shown
  if (shown.prose < LITTLE) {
    const all = measureAll(root, deepest, isSilent)
    if (all.prose >= LITTLE && all.prose > MORE * shown.prose) ({ measures, isTooDeep } = all)
  }
  if (isTooDeep)
    diagnoseReading(context, 'structure-limit', {
      values: { what: 'nested elements', actual: deepest + 1, expected: deepest },
    })
  return measures
}

/** Letters of a cell that holds no more than a date or a label. */
const SHORT_CELL = 14

function measureAll(root: Root, deepest: number, isLeftOut: (element: Element) => boolean) {
  const measures: Measures = new Map()
  let isTooDeep = false

  function visit(element: Element, level: number, inLink: boolean, inCell: boolean, isBeside: boolean): Measure | null {
    if (isLeftOut(element) || isChrome(element)) return null
    if (level > deepest) {
      isTooDeep = true
      return null
    }
    const isOwnCell = isCell(element)
    const cells = isOwnCell ? 1 : 0
    const total: Measure = { text: 0, linked: 0, beside: 0, tabled: 0, cells, prose: 0, sentence: false, part: false }
    const link = inLink || element.tagName === 'a'
    const cell = inCell || isOwnCell
    const isRow = element.tagName === 'tr' && hasCells(element)
    const { children } = element
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!
      if (child.type === 'text') addText(total, child.value, link, cell, children[index + 1])
      const part = child.type === 'element' ? visit(child, level + 1, link, cell, isRow) : null
      if (!part) continue
      total.text += part.text
      total.linked += part.linked
      total.beside += part.beside
      total.tabled += child.type === 'element' && child.tagName === 'table' && part.cells > 1 ? part.text : part.tabled
      total.cells += part.cells
      total.prose += part.prose
      total.sentence ||= part.sentence
      total.part ||= part.part
    }
    // A date in a table of metadata stands beside its label, that of a signature alone.
    if (isOwnCell && isBeside && total.text <= SHORT_CELL) total.part = false
    measures.set(element, total)
    return total
  }

  let prose = 0
  for (const child of root.children)
    if (child.type === 'element') prose += visit(child, 1, false, false, false)?.prose ?? 0
  return { measures, isTooDeep, prose }
}

function isLink(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'a'
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}

/** True for a row of several cells. */
function hasCells({ children }: Element): boolean {
  let cells = 0
  for (const child of children) if (child.type === 'element' && isCell(child)) cells++
  return cells > 1
}

const sentenceMark = /[，。；：、,;]/
/** `二、`, or a date that is a whole line: no label before it. */
const reportPart = /^\s*(?:[一二三四五六七八九十]{1,3}、|[\d〇○零一二三四五六七八九十]{2,4}\s?年[^，。]{1,8}日\s*$)/
/** `上一篇：` */
const linkLabel = /^\s*[^\s：:]{1,6}[：:]\s*$/
/** `2023-01-20`, `[01-20]`, `2023年1月20日`, `(128)`. */
const wordless = /^[\s\d\-./:：,年月日()（）[\]【】|·•>]{1,24}$/

function addText(
  total: Measure,
  value: string,
  linked: boolean,
  cell: boolean,
  next: ElementContent | undefined,
): void {
  let text = 0
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) > 32) text++
  if (text === 0) return
  total.text += text
  if (linked) total.linked += text
  else {
    if (text <= 24 && (wordless.test(value) || (isLink(next) && linkLabel.test(value)))) total.beside += text
    if (cell || (text > 20 && sentenceMark.test(value))) total.prose += text
    total.sentence ||= value.includes('。')
    total.part ||= reportPart.test(value)
  }
}
