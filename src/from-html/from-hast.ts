import type { Element, Root as HastRoot } from 'hast'
import { type Context, createContext } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import { layPages } from '../page-layout/lay-pages'
import { lineIndex } from '../position/line-index'
import type { Flow, Root } from '../tree'
import type { Limits, Messages } from '../types'
import { contentElsewhere } from './content-elsewhere'
import { findArticle } from './find-article'
import { hastLines } from './hast-lines'
import { measure } from './measure'
import { pageMetadata } from './page-metadata'
import { positionedItems } from './positioned-items'
import { type Page, readFlow } from './read-flow'
import { withHeadMatter } from './with-head-matter'
import { withPositions } from './with-positions'

/** Options of the HTML readers. */
export interface HtmlOptions {
  /** Default: those of `ParseOptions`. */
  limits?: Partial<Limits>
  /** Wording of the diagnostics; default English. */
  messages?: Messages
}

/**
 * Reads a hast tree (from rehype or any other source) into the tree of this library. The tree is not modified.
 *
 * Positions are taken over where the tree has them; they index the string that it was parsed from.
 *
 * @throws {TypeError} on anything but a hast root or element
 */
export function fromHast(tree: HastRoot | Element, options: HtmlOptions = {}): Root {
  if (tree?.type !== 'root' && tree?.type !== 'element')
    throw new TypeError('Expected a hast tree (a node of type `root` or `element`) as the first argument of `fromHast`')
  const root: HastRoot = tree.type === 'root' ? tree : { type: 'root', children: [tree] }
  return readPage(root, null, createContext(null, options))
}

/**
 * The reading behind `fromHast` and `fromHtml`.
 *
 * @param source the markup that the tree was parsed from, or null
 */
export function readPage(tree: HastRoot, source: string | null, context: Context): Root {
  const measures = measure(tree, context)
  const lines = source === null ? hastLines(tree) : lineIndex(source)
  const page: Page = { source, lines, measures, pictures: [], context }
  const metadata = pageMetadata(tree)
  const items = positionedItems(tree, page)
  const children = items ? withPositions(layPages(items, context)) : readArticle(tree, page, metadata.title)
  const elsewhere = contentElsewhere(tree, children)
  if (elsewhere !== null && metadata.title !== undefined)
    diagnoseReading(context, 'file-elsewhere', { values: { actual: elsewhere } })
  const { pictures } = page
  const data = {
    ...metadata,
    ...(pictures.length > 0 && { pictures }),
    ...(context.diagnostics.length > 0 && { diagnostics: context.diagnostics }),
  }
  return {
    type: 'root',
    children,
    ...(Object.keys(data).length > 0 && { data }),
    ...(source !== null && page.lines && { position: page.lines.position(0, source.length) }),
  }
}

function readArticle(tree: HastRoot, page: Page, title: string | undefined): Flow[] {
  const { body, before } = findArticle(tree, page.measures)
  const nodes = tree.children.filter((child) => child.type !== 'doctype')
  if (!body) return readFlow(nodes, page)
  const isFragment = nodes.includes(body) && body.tagName !== 'html'
  const flow = readFlow(isFragment ? [body] : body.children, page)
  return withHeadMatter(readFlow(before, { ...page, pictures: [] }), flow, title)
}
