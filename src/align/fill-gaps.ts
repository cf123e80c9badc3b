import type { FormIndex } from '../form/form-index'
import type { LabelCore } from '../form/label-core'
import type { BoundRow, BoundRows } from './bound-row'
import type { ClassifiedRow } from './classify-rows'

/** A row with figures that no label binds. */
export interface Stranger {
  row: ClassifiedRow
  /** Number of bound rows before it. */
  after: number
  /** Nothing but figures stands between it and the bound row before it. */
  adjoins: boolean
}

/** Share of a damaged label that may be wrong where the rows around it say which one it must be. */
const MAX_DAMAGE = 0.4

/**
 * Binds rows whose label is damaged beyond recognition, or lost, between two rows that are bound: where exactly as many rows of
 * the form are missing there, in the order of the form.
 *
 * ```
 * 1.属于国家秘密      2 0 0 0 0 0 2       bound
 * ?.?他?律行政??禁     30 1 0 0 0 0 31     → 2.其他法律行政法规禁止公开, the one row that is missing here
 * 3.危及…            5 0 0 0 0 0 5       bound
 * ```
 */
export function fillGaps(
  bound: BoundRow[],
  strangers: Stranger[],
  taken: ReadonlySet<string>,
  index: FormIndex,
): BoundRows {
  const rest: ClassifiedRow[] = []
  const filled: BoundRow[] = []
  const gaps = new Map<number, Stranger[]>()
  for (const stranger of strangers) {
    const gap = gaps.get(stranger.after)
    if (gap) gap.push(stranger)
    else gaps.set(stranger.after, [stranger])
  }
  for (let at = 0; at <= bound.length; at++) {
    const [above, below] = [bound[at - 1], bound[at]]
    const tables = [above, below].map((row) => row?.source.source.table)
    const gap = (gaps.get(at) ?? []).filter(({ row }) => tables.includes(row.source.table))
    if (gap.length > 0) {
      const matched = matchGap(gap, above, below, taken, index)
      filled.push(...matched)
      const used = new Set(matched.map(({ source }) => source))
      const own = gap.filter(({ adjoins }) => adjoins || (above && below))
      for (const { row } of own) if (!used.has(row)) rest.push(row)
    }
    if (below) filled.push(below)
  }
  return { rows: filled, strangers: rest }
}

/** Rows of a gap at most for each row that is missing: more of them are another table. */
const MOST_STRANGERS = 4

function matchGap(
  gap: Stranger[],
  above: BoundRow | undefined,
  below: BoundRow | undefined,
  bound: ReadonlySet<string>,
  index: FormIndex,
): BoundRow[] {
  const block = above?.block ?? below?.block ?? 0
  if (!index.blocks[block]?.hasStub) return []
  const from = above?.block === block ? above.row + 1 : 0
  const to = below?.block === block ? below.row : index.blocks[block].rows
  const wanted = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
  const missing = wanted.filter((row) => !bound.has(`${block}/${row}`))
  if (gap.length > MOST_STRANGERS * missing.length) return []
  const head = above?.head ?? below?.head ?? []
  function bind(row: number, source: ClassifiedRow): BoundRow {
    const isLabelled = isNear(source, block, row, index)
    const evidence = isLabelled ? 'label' : 'order'
    return { block, row, source, values: source.values, head, evidence, guessed: !isLabelled }
  }
  function fits(row: ClassifiedRow, at: number): boolean {
    const wanted = missing[at]!
    return row.kind === 'bare' || isNear(row, block, wanted, index) || hasOrdinal(row, index.rowOrdinal(block, wanted))
  }
  if (gap.length === missing.length && gap.every(({ row }, at) => fits(row, at))) {
    return gap.map(({ row }, at) => bind(missing[at]!, row))
  }
  const taken = new Map<number, ClassifiedRow>()
  for (const { row } of gap) {
    const near = missing.filter((one) => !taken.has(one) && isNear(row, block, one, index))
    if (near.length === 1) taken.set(near[0]!, row)
  }
  return [...taken].map(([row, source]) => bind(row, source))
}

/** Another wording behind the ordinal that the form prints there: （七）合计 for （七）总计. */
function hasOrdinal(row: ClassifiedRow, ordinal: string): boolean {
  return ordinal !== '' && labelOf(row)?.ordinal === ordinal
}

function labelOf({ labels, source }: ClassifiedRow): LabelCore | undefined {
  return labels.findLast(({ view }) => source.cells.includes(view))?.view.label
}

function isNear(row: ClassifiedRow, block: number, wanted: number, index: FormIndex): boolean {
  const label = labelOf(row)
  return label !== undefined && index.rowDistance(label, block, wanted) <= MAX_DAMAGE
}
