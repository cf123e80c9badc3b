import { fromHtml } from './from-html/from-html'
import type { ParseOptions, ReportTree } from './types'

/**
 * Puts the tables that stand as HTML in a Markdown document into its tree: converters write merged cells so.
 *
 * ```text
 * ## 二、主动公开政府信息情况
 *
 * <table><tr><td colspan="4">第二十条第（一）项</td></tr>…</table>
 * ```
 *
 * All else is blanked before the HTML reader sees it, so that its positions are those of the Markdown source.
 */
export function withHtmlTables(tree: ReportTree, source: string, options: ParseOptions): ReportTree {
  const spans = [...source.matchAll(/<table[\s>]/gi)].map(({ index }) => index)
  if (spans.length === 0) return tree
  let blanked = ''
  let at = 0
  for (const start of spans) {
    if (start < at) continue
    const end = endOfTable(source, start)
    blanked += blank(source.slice(at, start)) + source.slice(start, end)
    at = end
  }
  const html = fromHtml(blanked + blank(source.slice(at)), options)
  const tables = html.children.filter((node) => node.type === 'table' && node.position)
  const starts = (node: ReportTree['children'][number]) => node.position?.start.offset ?? 0
  const kept = tree.children.filter(
    (node) => !tables.some((table) => starts(table) <= starts(node) && starts(node) < table.position!.end.offset),
  )
  const children = [...kept, ...tables].sort((a, b) => starts(a) - starts(b))
  const diagnostics = html.data?.diagnostics
  return { ...tree, children, ...(diagnostics && { data: { ...tree.data, diagnostics } }) }
}

/** Behind the `</table>` that closes the table at `start`; the end of the text where none does. */
function endOfTable(source: string, start: number): number {
  const close = source.toLowerCase().indexOf('</table>', start)
  return close < 0 ? source.length : close + '</table>'.length
}

/** The same length and lines, nothing in it. */
function blank(text: string): string {
  return text.replace(/[^\n\r]/g, ' ')
}
