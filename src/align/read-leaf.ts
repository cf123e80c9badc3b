import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import type { FormLeaf } from '../form/form-leaves'
import type { GridCellView } from '../grid/grid-rows'
import { locateCell } from '../grid/locate-cell'
import { parseCell } from '../literal/cell'
import { oncePer } from '../once-per'
import type { Evidence } from '../types'

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
  const place = locateCell(view.texts, context)
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
