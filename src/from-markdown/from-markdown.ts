import { fromMarkdown as parse } from 'mdast-util-from-markdown'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Root } from '../tree'
import { forParser } from './for-parser'
import { fromMdast } from './from-mdast'
import { tableNodes } from './table-nodes'

/**
 * Reads Markdown: headings (`##`) and pipe tables are taken from the Markdown tree, everything else is read as plain text from
 * its place in the source. A Markdown parser alone destroys such text: it takes a row with an empty first cell for code and
 * `- 2 -`, a page number, for a list.
 *
 * Positions index `markdown`. The marks `#`, `**`, a backslash before a mark and `<br>` are in no text.
 *
 * @throws {TypeError} on anything but a string
 */
export function fromMarkdown(markdown: string): Root {
  if (typeof markdown !== 'string')
    throw new TypeError('Expected a string of Markdown as the first argument of `fromMarkdown`')
  // The parser drops a byte order mark and counts from behind it; a space in its place keeps the offsets.
  return fromMdast(parse(forParser(markdown.replace(/^\ufeff/, ' ')), extensions), markdown)
}

/** Tables alone: the rest of GFM takes ~100~ for a deletion and www.gov.cn。 for a link. */
const extensions = { extensions: [gfmTable()], mdastExtensions: [tableNodes] }
