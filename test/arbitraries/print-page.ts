import type { TextItem } from '../../src/types'
import type { Random } from './random'

/**
 * The text of set pages with the columns kept apart by spaces: what `pdftotext -layout` gives.
 *
 * @param widthOf columns that a text takes; by default one a character, as pdftotext counts
 */
export function printPages(items: readonly TextItem[], widthOf = (text: string) => text.length): string {
  const pages = [...new Set(items.map((item) => item.page))].sort((a, b) => a - b)
  return pages
    .map((page) =>
      printPage(
        items.filter((item) => item.page === page),
        widthOf,
      ),
    )
    .join('\n\f')
}

/** The items as absolutely positioned paragraphs, page by page: what `pdftohtml` gives. */
export function printPositioned(items: readonly TextItem[]): string {
  const pages = [...new Set(items.map((item) => item.page))].sort((a, b) => a - b)
  const printed = pages.map((page) => {
    const lines = items
      .filter((item) => item.page === page)
      .map(
        ({ x, y, str }) =>
          `<p style="position:absolute;top:${Math.round(y * 1.5)}px;left:${Math.round(x * 1.5)}px;white-space:nowrap">${str.replaceAll(' ', '&#160;')}</p>`,
      )
    return `<div id="page${page}-div" style="position:relative;width:892px;height:1263px;">\n${lines.join('\n')}\n</div>`
  })
  return `<!DOCTYPE html>\n<html><head><title></title></head><body>\n${printed.join('\n')}\n</body></html>\n`
}

/** The same text in smaller pieces that stand a little higher or lower, as some producers write it. */
export function shatter(items: readonly TextItem[], random: Random): TextItem[] {
  return items.flatMap((item) => {
    const y = item.y + random.integer(-3, 3) / 2
    if (item.str.length < 4 || /[\d]/.test(item.str)) return [{ ...item, y }]
    const at = random.integer(1, item.str.length - 1)
    const width = (item.width * at) / item.str.length
    return [
      { ...item, y, str: item.str.slice(0, at), width },
      { ...item, y, str: item.str.slice(at), x: item.x + width, width: item.width - width },
    ]
  })
}

function printPage(items: readonly TextItem[], widthOf: (text: string) => number): string {
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
        text += ' '.repeat(Math.max(text === '' ? 0 : 2, column - widthOf(text))) + item.str
      }
      const gap = bottom > 0 ? Math.min(3, Math.max(0, Math.round((line[0]!.y - bottom) / 16) - 1)) : 0
      bottom = line[0]!.y
      return '\n'.repeat(gap) + text
    })
    .join('\n')
}
