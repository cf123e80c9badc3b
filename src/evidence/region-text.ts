import { lastAtMost } from '../position/last-at-most'
import { type TextView, textView } from '../position/text-view'
import type { Table, Text } from '../tree'

/** The texts of tables without cell borders, read as one string with its printed lines. */
export interface RegionText extends TextView {
  /** Index of the printed line that holds `offset`. */
  line(offset: number): number
  /** Blank lines or a page mark stand before line `index`. */
  gapBefore(index: number): boolean
}

/** Reads the rows of tables of layout `flattened` as lines of one string, a line feed between two texts. */
export function regionText(tables: Table[], source: string | null): RegionText {
  const texts: Text[] = []
  const lineOfText: number[] = []
  const gaps: boolean[] = []
  let pageBroken = false
  for (const table of tables) {
    for (const row of table.children) {
      if (row.type === 'pageBreak') {
        pageBroken = true
        continue
      }
      const pieces: Text[] = []
      for (const cell of row.children)
        if (cell.type === 'tableCell') for (const text of cell.children) pieces.push(text)
      if (pieces.length === 0) continue
      const above = texts[texts.length - 1]?.position?.end.line
      const below = pieces[0]!.position?.start.line
      gaps.push(pageBroken || (above !== undefined && below !== undefined && below > above + 1))
      pageBroken = false
      for (const piece of pieces) {
        texts.push(piece)
        lineOfText.push(gaps.length - 1)
      }
    }
  }
  const view = textView(texts, source, '\n')
  const starts: number[] = []
  let at = 0
  for (const text of texts) {
    starts.push(at)
    at += text.value.length + 1
  }
  return {
    ...view,
    line: (offset) => lineOfText[lastAtMost(starts, offset)] ?? 0,
    gapBefore: (index) => gaps[index] ?? false,
  }
}
