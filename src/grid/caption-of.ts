import { parseUnit } from '../literal/unit'
import type { ReportNode } from '../tree'

/** Lines above a table that are looked at: a unit or a note may stand between it and its caption. */
const LINES_ABOVE = 3
/** Characters of a caption at most. */
const MAX_CAPTION = 50

/**
 * The line or heading that names the table at `index`: the nearest above it that is short and no sentence; a unit alone, such
 * as `单位：万元`, is passed over.
 */
export function captionOf(nodes: ReportNode[], index: number): string | null {
  let seen = 0
  for (let at = index - 1; at >= 0 && seen < LINES_ABOVE; at--) {
    const node = nodes[at]!
    if (node.type === 'pageBreak') continue
    if (node.type !== 'paragraph' && node.type !== 'heading') return null
    const printed = node.children.map(({ value }) => value).join('')
    const text = `${node.type === 'heading' ? node.marker : ''}${printed}`.trim()
    seen++
    if (text === '' || isAside(text)) continue
    return text.length <= MAX_CAPTION && !/[。；;，,]$/.test(text) ? text : null
  }
  return null
}

/** `单位：万元`, or a note in brackets. */
function isAside(text: string): boolean {
  return /^[(（].{0,20}[)）]$/.test(text) || parseUnit(text) !== undefined
}
