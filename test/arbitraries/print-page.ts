import type { TextItem } from '../../src/types'

/** The text of set pages with the columns kept apart by spaces: what `pdftotext -layout` gives. */
export function printPages(items: readonly TextItem[]): string {
  const pages = [...new Set(items.map((item) => item.page))].sort((a, b) => a - b)
  return pages.map((page) => printPage(items.filter((item) => item.page === page))).join('\n\f')
}

function printPage(items: readonly TextItem[]): string {
  const lines: TextItem[][] = []
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line && item.y - line[0]!.y < 4) line.push(item)
    else lines.push([item])
  }
  let bottom = 0
  return lines
    .map((line) => {
      let text = ''
      for (const item of line.sort((a, b) => a.x - b.x)) {
        const column = Math.round((item.x - 50) / 5)
        text += ' '.repeat(Math.max(text === '' ? 0 : 2, column - text.length)) + item.str
      }
      const gap = bottom > 0 ? Math.min(3, Math.max(0, Math.round((line[0]!.y - bottom) / 16) - 1)) : 0
      bottom = line[0]!.y
      return '\n'.repeat(gap) + text
    })
    .join('\n')
}
