import { lineIndex } from '../position/line-index'
import type { PageBreak, Paragraph, Root, Text } from '../tree'

/**
 * Reads plain text: every printed line becomes a paragraph of one text, page marks become page breaks.
 * A line of white space alone is a gap, unless it holds a tab: that is an empty cell of a table copied out of Word.
 */
export function fromText(source: string): Root {
  const { position } = lineIndex(source)
  const root: Root = { type: 'root', children: [], position: position(0, source.length) }
  let gap = 0
  for (let start = 0; start <= source.length; ) {
    let end = start
    while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++
    const value = source.slice(start, end)
    if (value.trim() === '' && !value.includes('\t')) gap++
    else {
      const text: Text = { type: 'text', value, position: position(start, end) }
      const line: Paragraph | PageBreak = isPageMark(value)
        ? { type: 'pageBreak', value, position: text.position! }
        : { type: 'paragraph', children: [text], position: text.position!, ...(gap > 0 && { data: { gap } }) }
      root.children.push(line)
      gap = 0
    }
    start = end + (source[end] === '\r' && source[end + 1] === '\n' ? 2 : 1)
  }
  return root
}

/** `- 4 -`, `-4-`, `— 4 —`, `第 4 页`: a page number on a line of its own. */
function isPageMark(line: string): boolean {
  return /^\s*(?:[-–—－]\s*\d{1,4}\s*[-–—－]|第\s*\d{1,4}\s*页.{0,12})\s*$/.test(line)
}
