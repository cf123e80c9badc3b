import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import { isPage } from '../position/is-page'
import { textView } from '../position/text-view'
import type { Text } from '../tree'
import { joinTexts } from './grid-rows'

/** What is printed in a cell, without the white space around it, and where. */
export function locateCell(texts: Text[], context: Context): Pick<AlignedCell, 'raw' | 'position' | 'origin'> {
  const view = textView(texts, context.source)
  const start = view.text.length - view.text.trimStart().length
  const end = view.text.trimEnd().length
  if (end <= start) return { raw: '' }
  const place = view.locate(start, end)
  // In a page, markup stands between the texts of a cell: what is printed is the texts alone, in one line.
  return isPage(context.source) && texts.length > 1 ? { ...place, raw: printed(texts, context) } : place
}

function printed(texts: Text[], context: Context): string {
  return joinTexts(texts, context.source).replace(/\s+/g, ' ').trim()
}
