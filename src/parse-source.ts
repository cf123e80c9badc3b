import { fromHtml } from './from-html/from-html'
import { fromMarkdown } from './from-markdown/from-markdown'
import { fromText } from './from-text/from-text'
import { textFormat } from './sniff/text-format'
import type { ParseOptions, ReportTree } from './types'
import { withHtmlTables } from './with-html-tables'

/**
 * Reads a string with the reader for its format.
 *
 * @param options `format`: the reader, default by content; `limits` and `messages` go to the reader of HTML
 * @throws {TypeError} on an unknown format
 */
export function parseSource(source: string, options: ParseOptions = {}): ReportTree {
  const format = options.format ?? textFormat(source)
  if (format === 'html') return fromHtml(source, options)
  if (format === 'markdown') return withHtmlTables(fromMarkdown(source), source, options)
  if (format === 'text') return fromText(source)
  throw new TypeError(`Expected 'text', 'markdown' or 'html' as \`options.format\`, not ${JSON.stringify(format)}`)
}
