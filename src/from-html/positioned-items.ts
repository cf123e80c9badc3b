import type { Element, ElementContent, Root } from 'hast'
import type { PlacedText } from '../page-layout/placed-text'
import { inlineTexts } from './inline-texts'
import type { Page } from './read-flow'
import { textRuns } from './text-runs'

/** Share of a page's text that must stand in absolutely positioned elements for the page to be read by its coordinates. */
const SHARE = 0.8

/**
 * The lines of a page that a converter made of a PDF: every printed line or cell is an element at a place of its own, and the
 * order of the elements means little. Widths are not stated; they are estimated from the letters.
 *
 * ```
 * <p style="position:absolute;top:697px;left:390px">3001</p>   →   3001 at (390, 697)
 * ```
 *
 * @returns null for any other page
 */
export function positionedItems(tree: Root, page: Page): PlacedText[] | null {
  const sheets: Element[] = []
  const placed: Placed[] = []
  let letters = 0
  let total = 0

  function visit(element: Element, parent: Element): void {
    const size = page.measures.get(element)
    if (!size) return
    const style = styleOf(element)
    const x = style !== null && absolute.test(style) ? lengthOf(style, 'left') : null
    const y = style === null || x === null ? null : lengthOf(style, 'top')
    if (x !== null && y !== null && !holdsPlaced(element)) {
      if (sheets[sheets.length - 1] !== parent) sheets.push(parent)
      placed.push({ element, x, y, sheet: sheets.length })
      letters += size.text
    } else for (const child of element.children) if (child.type === 'element') visit(child, element)
  }

  for (const child of tree.children) {
    if (child.type !== 'element') continue
    total += page.measures.get(child)?.text ?? 0
    visit(child, child)
  }
  if (placed.length < 3 || letters < SHARE * total) return null
  const { read, items } = itemReader(readFonts(tree), page)
  for (const element of placed) read(element)
  return items
}

/** An element at a place of its own. */
interface Placed {
  element: Element
  x: number
  y: number
  /** From 1. */
  sheet: number
}

const absolute = /position\s*:\s*absolute/i

function styleOf({ properties: { style } }: Element): string | null {
  return style === undefined || style === null ? null : String(style)
}

/** An element that places others is a sheet or a frame. */
function holdsPlaced(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && absolute.test(styleOf(child) ?? ''))
}

interface Font {
  size: number
  lineHeight: number
}

/** Letters of a page without a font size, and lines without a height. */
const SIZE = 16
const LINE_HEIGHT = 1.2

/** Reads the lines of placed elements into items, one element after the other. */
function itemReader(fonts: Map<string, Font>, from: Page) {
  const items: PlacedText[] = []
  const inline = inlineTexts(from.lines)
  let line = 0

  function endLine({ x, y, sheet }: Placed, font: Font): void {
    const texts = inline.take()
    if (texts.length > 0) {
      const value = texts.length === 1 ? texts[0]!.value : texts.map((text) => text.value).join('')
      const width = widthOf(value) * font.size
      items.push({ page: sheet, x, y: y + line * font.lineHeight, width, height: font.size, texts })
    }
    line++
  }

  function readAll(nodes: ElementContent[], placed: Placed, font: Font): void {
    for (const node of nodes) {
      if (node.type === 'text') for (const run of textRuns(node, from.source)) inline.add(run)
      if (node.type !== 'element' || !from.measures.has(node)) continue
      if (node.tagName === 'br') endLine(placed, font)
      else readAll(node.children, placed, font)
    }
  }

  function read(placed: Placed): void {
    const font = fontOf(placed.element, placed.sheet, fonts)
    line = 0
    readAll(placed.element.children, placed, font)
    endLine(placed, font)
  }

  return { read, items }
}

/**
 * Widths in heights of a letter. Chinese letters are square. The digits of a figure are rather estimated too narrow, so that two
 * figures do not touch; between words they have their usual width, or a sentence with many figures would seem to end too early.
 */
const WIDE = 1
const USUAL = 0.54
const NARROW = 0.42
const THIN = 0.25
const PERCENT = 0.8
const thin = /[\s.,:;'|]/

function widthOf(text: string): number {
  const isChinese = /[\u2e80-\u9fff]/.test(text)
  let width = 0
  for (const character of text) {
    if (character > '\u2e80' || (isChinese && chineseMarks.includes(character))) width += WIDE
    else if (character === '%') width += PERCENT
    else if (thin.test(character)) width += THIN
    else width += isChinese ? USUAL : NARROW
  }
  return width
}

/** Marks that Chinese fonts print as wide as letters. */
const chineseMarks = '“”‘’…—'

function fontOf(element: Element, sheet: number, fonts: Map<string, Font>): Font {
  const style = String(element.properties.style ?? '')
  const names = Array.isArray(element.properties.className) ? element.properties.className.map(String) : []
  let named: Font | undefined
  for (const name of names) named ??= fonts.get(name) ?? earlierFont(name, sheet, fonts)
  const size = lengthOf(style, 'font-size') ?? named?.size ?? SIZE
  const lineHeight = lengthOf(style, 'line-height') ?? named?.lineHeight ?? size * LINE_HEIGHT
  return { size, lineHeight }
}

/** pdftohtml names a font by sheet and number (`ft511`: sheet 5, font 11) but describes it only on the sheet that uses it first (`.ft411`). */
function earlierFont(name: string, sheet: number, fonts: Map<string, Font>): Font | undefined {
  const prefix = `ft${sheet}`
  if (!name.startsWith(prefix)) return undefined
  for (let earlier = sheet - 1; earlier > 0; earlier--) {
    const font = fonts.get(`ft${earlier}${name.slice(prefix.length)}`)
    if (font) return font
  }
  return undefined
}

/** Font sizes by class, from the style elements. */
function readFonts(tree: Root): Map<string, Font> {
  const fonts = new Map<string, Font>()
  const nodes = [...tree.children].reverse()
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type !== 'element') continue
    if (node.tagName !== 'style') for (const child of [...node.children].reverse()) nodes.push(child)
    else for (const child of node.children) if (child.type === 'text') readRules(child.value, fonts)
  }
  return fonts
}

function readRules(css: string, fonts: Map<string, Font>): void {
  for (const rule of css.split('}')) {
    const brace = rule.indexOf('{')
    const name = /\.([\w-]+)\s*$/.exec(rule.slice(Math.max(0, brace - 80), brace))?.[1]
    const size = lengthOf(rule.slice(brace + 1), 'font-size')
    if (name === undefined || size === null) continue
    fonts.set(name, { size, lineHeight: lengthOf(rule.slice(brace + 1), 'line-height') ?? size * LINE_HEIGHT })
  }
}

/** The declarations of lengths, by property. */
const lengths = {
  left: lengthPattern('left'),
  top: lengthPattern('top'),
  'font-size': lengthPattern('font-size'),
  'line-height': lengthPattern('line-height'),
}

function lengthPattern(property: string): RegExp {
  return new RegExp(`(?:^|[;\\s{])${property}\\s*:\\s*(-?\\d{1,6}(?:\\.\\d{1,6})?)(?:px|pt)`, 'i')
}

/** A length of a declaration, in the unit of the page (all of one page have the same). */
function lengthOf(style: string, property: keyof typeof lengths): number | null {
  const value = lengths[property].exec(style)?.[1]
  return value === undefined ? null : Number(value)
}
