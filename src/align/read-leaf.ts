import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import type { FormLeaf } from '../form/form-leaves'
import { parseCell } from '../literal/cell'
import { oncePer } from '../once-per'
import { isPage } from '../position/is-page'
import { textView } from '../position/text-view'
import type { Text } from '../tree'
import type { Evidence } from '../types'
import { type GridCellView, joinTexts } from './grid-rows'

/** How to read a cell of the form. */
export interface LeafOptions {
  evidence: Evidence
  /** The unit printed for its column; undefined where none is. */
  unit: string | undefined
  /** Markup bounds the cell, so that `1 288` in it is one number. */
  bounded: boolean
}

/** What one cell of a table says for one leaf of the form. */
export function readLeaf(view: GridCellView, leaf: FormLeaf, options: LeafOptions, context: Context): AlignedCell {
  const { pointer } = leaf
  const type = leafType(leaf)
  const { text } = view
  // Figures on two lines of one cell may be one number cut in two, or two.
  const parted = text.includes('\n') && /\d\s*\n\s*\d/.test(text)
  const read = parseCell(text, { unit: options.unit, type, joinDigits: options.bounded })
  if (read.state === 'blank') return { pointer, value: null, raw: '', state: 'blank' }
  const place = locate(view.texts, context)
  if (read.state !== 'number' || parted) {
    const joined = parted ? parseCell(text.replace(/\s+/g, ''), { unit: options.unit, type }) : read
    const candidates = joined.value === null ? (joined.candidates ?? read.candidates) : [joined.value]
    const state = parted ? 'unresolved' : read.state
    return {
      pointer,
      value: null,
      ...place,
      state: state === 'number' ? 'unresolved' : state,
      evidence: state === 'text' || state === 'dash' ? 'text' : options.evidence,
      ...(state === 'unresolved' && candidates && { candidates }),
    }
  }
  const { evidence } = options
  const { raw, position, origin } = place
  if (position && !origin) return { pointer, value: read.value, raw, position, state: 'number', evidence }
  return { pointer, value: read.value, ...place, state: 'number', evidence }
}

/** The innermost type that the form states for a cell: columns first, then rows. */
export const leafType: (leaf: FormLeaf) => LeafType = /* @__PURE__ */ oncePer((leaf) => {
  const own = leaf.head.path.findLast(({ type }) => type !== undefined)?.type
  return own ?? leaf.stub?.path.findLast(({ type }) => type !== undefined)?.type ?? 'count'
})

type LeafType = 'count' | 'signed' | 'decimal' | 'money'

/** The innermost unit that the form prints for a cell: columns first, then rows. */
export function leafUnit({ head, stub }: FormLeaf): string | undefined {
  const inHead = head.path.findLast(({ unit }) => unit !== undefined)?.unit
  return inHead ?? stub?.path.findLast(({ unit }) => unit !== undefined)?.unit
}

/** What is printed in a cell, without the white space around it, and where. */
export function locate(texts: Text[], context: Context): Pick<AlignedCell, 'raw' | 'position' | 'origin'> {
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
