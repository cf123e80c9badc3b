import type { Context } from '../context'
import type { Flow, Heading, PageBreak, Paragraph, Root, Text } from '../tree'
import type { Position } from '../types'
import { type RoleRange, whole } from './edges'
import { findHeadings } from './find-headings'
import { type Block, heal } from './heal'
import { linesOf } from './lines'
import { findLostHeadings } from './lost-headings'
import { markEdges } from './mark-edges'
import { type FoundHeading, skipNoise } from './match-heading'
import { nest, type Titled } from './nest'
import { findSecondReport } from './second-report'
import { compileWords, type Words } from './words'

/**
 * Builds the outline: headings, healed paragraphs and tables in nested sections; gives a new tree, the given one stays as it is.
 *
 * Numbering decides first, titles that a grammar knows second, markup levels (`#`, `<h2>`) last. Title, signature, date and page
 * furniture stay in the tree as paragraphs with `data.role`; a page break inside a healed paragraph goes to its `data.breaks`.
 * Of several reports the first is split; the next one's title stands in its last section, all behind that is furniture.
 */
export function sectionize(tree: Root, context: Context): Root {
  const words = compileWords(context.grammars)
  const items = heal(linesOf(tree), words, context.source)
  const blocks = items.filter((item): item is Block => item.type === 'block')
  const { headings, contents } = findHeadings(blocks, words)
  const second = findSecondReport(
    blocks,
    headings,
    headings.findIndex((all) => all.length > 0),
    words,
  )
  const end = second < 0 ? blocks.length : second
  for (let index = end; index < headings.length; index++) headings[index] = []
  const ranges = markEdges(blocks.slice(0, end), headings, contents, words)
  for (const [index, block] of blocks.slice(end).entries())
    ranges.push(whole(block, index === 0 ? 'title' : 'furniture'))
  for (const index of captionsOf(items, words)) ranges[index] = whole(blocks[index]!, 'furniture')
  findLostHeadings(blocks, headings, (index) => ranges[index]!.length > 0, words)
  let next = 0
  const content = items.flatMap((item): (Flow | Titled)[] => {
    if (item.type !== 'block') return [item]
    const index = next++
    return cut(item, headings[index]!, ranges[index]!, words)
  })
  return { ...tree, children: nest(joinTitle(content)) }
}

/** The blocks that are the first line of the table behind them, which the recovery left outside. */
function captionsOf(items: ReturnType<typeof heal>, words: Words): number[] {
  let index = -1
  return items.flatMap((item, at) => {
    if (item.type !== 'block') return []
    index++
    return items[at + 1]?.type === 'table' && words.captions.has(item.view.text) ? [index] : []
  })
}

/** A block as heading, paragraphs and what is no body text, in the order of the source. */
function cut(block: Block, headings: FoundHeading[], ranges: RoleRange[], words: Words): (Flow | Titled)[] {
  const { view } = block
  const out: (Flow | Titled)[] = []
  const { breaks } = block
  let taken = 0
  let at = 0
  for (const part of [...headings, ...ranges].sort((a, b) => a.start - b.start)) {
    addText(at, part.start)
    const end = Math.min(part.end, view.text.length)
    if ('role' in part) add(view.slice(part.start, end), part.role)
    else out.push({ heading: toHeading(part), role: roleOf(part) })
    at = end
  }
  addText(at, view.text.length)
  for (const left of breaks.slice(taken)) out.push(left)
  return out

  /** Body text; converter marks in front of it become furniture of their own. */
  function addText(from: number, to: number): void {
    const start = Math.min(to, skipNoise(view.text, from))
    if (/\S/.test(view.text.slice(from, start))) add(view.slice(from, start), 'furniture')
    add(view.slice(start, to))
  }

  function add(texts: Text[], role?: RoleRange['role']): void {
    const children = withoutEdges(texts)
    if (children.length === 0) return
    const paragraph: Paragraph = { type: 'paragraph', children }
    const position = span(children)
    if (position) paragraph.position = position
    const inside = takeBreaks(position)
    const { gap, level, role: _, ...data } = block.data
    const merged = { ...data, ...(at === 0 && gap !== undefined && { gap }), ...(role && { role }) }
    if (inside.length > 0) merged.breaks = inside
    if (Object.keys(merged).length > 0) paragraph.data = merged
    out.push(paragraph)
  }

  /** The page breaks that lie inside a position; those before it are put out on their own. */
  function takeBreaks(position: Position | undefined): PageBreak[] {
    const inside: PageBreak[] = []
    for (; taken < breaks.length; taken++) {
      const next = breaks[taken]!
      const start = position && next.position?.start.offset
      if (start !== undefined && start >= position!.end.offset) break
      if (start !== undefined && start < position!.start.offset) out.push(next)
      else inside.push(next)
    }
    return inside
  }

  function toHeading({ marker, ordinal, depth, start, end }: FoundHeading): Heading {
    const children = withoutEdges(view.slice(start, end))
    const position = span(children)
    return { type: 'heading', depth, ordinal, marker, children, ...(position && { position }) }
  }

  function roleOf({ depth, titleStart, titleEnd }: FoundHeading) {
    return depth === 1 ? words.roleOf(view.text.slice(titleStart, titleEnd)) : null
  }
}

/** The lines of a title as one paragraph. */
function joinTitle(content: (Flow | Titled)[]): (Flow | Titled)[] {
  const isTitle = (node: Flow | Titled | undefined): node is Paragraph =>
    node !== undefined && 'type' in node && node.type === 'paragraph' && node.data?.role === 'title'
  const first = content.findIndex(isTitle)
  if (first < 0) return content
  let end = first
  const lines: Paragraph[] = []
  for (let node = content[end]; isTitle(node); node = content[++end]) lines.push(node)
  const children = lines.flatMap((line) => line.children)
  const position = span(children)
  return [...content.slice(0, first), { ...lines[0]!, children, ...(position && { position }) }, ...content.slice(end)]
}

/** Texts that are not blank. */
function withoutEdges(texts: Text[]): Text[] {
  return texts.filter(({ value }) => value.trim() !== '')
}

function span(texts: Text[]): Position | undefined {
  const start = texts[0]?.position?.start
  const end = texts[texts.length - 1]?.position?.end
  return start && end && { start, end }
}
