import { createContext } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import type { Root } from '../tree'
import { flattenNesting } from './flatten-nesting'
import { type HtmlOptions, readPage } from './from-hast'
import { parseHtml } from './parse-html'

/**
 * Reads HTML: a whole saved page or the fragment of an article.
 *
 * The article is found by content; menus, scripts, comments and hidden parts are left out. Tables are marked up tables with
 * their spans (layout `grid`). Positions index `html`. Nothing is loaded and no script runs.
 *
 * @throws {TypeError} on anything but a string
 */
export function fromHtml(html: string, options: HtmlOptions = {}): Root {
  if (typeof html !== 'string') throw new TypeError('Expected a string of HTML as the first argument of `fromHtml`')
  const context = createContext(html, options)
  const { characters, depth } = context.limits
  if (html.length > characters) {
    const values = { what: 'the text in characters', actual: html.length, expected: characters }
    diagnoseReading(context, 'structure-limit', { values })
  }
  const { markup, deepest } = flattenNesting(html.slice(0, characters), depth)
  if (deepest > depth) {
    const values = { what: 'nested elements', actual: deepest, expected: depth }
    diagnoseReading(context, 'structure-limit', { values })
  }
  return readPage(parseHtml(markup), html, context)
}
