import { assertTree } from './assert-tree'
import { fromHtml } from './from-html/from-html'
import { fromMarkdown } from './from-markdown/from-markdown'
import { fromText } from './from-text/from-text'
import { textFormat } from './sniff/text-format'
import type { ParseOptions, ReportTree } from './types'
import { withHtmlTables } from './with-html-tables'

/**
 * Reads a string with the reader for its format; a tree is given back as it is.
 *
 * @param options `format`: the reader, default by content; `limits` and `messages` go to the readers that take them
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on an unknown format
 */
export function parseSource(source: string | ReportTree, options: ParseOptions = {}): ReportTree {
  if (typeof source !== 'string') {
    assertTree(source)
    return source
  }
  const { limits = {}, messages = {} } = options
  const format = options.format ?? textFormat(source)
  if (format === 'html') return fromHtml(source, { limits, messages })
  if (format === 'markdown') return withHtmlTables(fromMarkdown(source), source, { limits, messages })
  if (format === 'text') return fromText(source)
  throw new TypeError(`Expected 'text', 'markdown' or 'html' as \`options.format\`, not ${JSON.stringify(format)}`)
}
