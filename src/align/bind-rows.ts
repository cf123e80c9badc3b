import type { FormIndex, LabelTarget } from '../form/form-index'
import { labelCore } from '../form/label-core'
import type { Evidence } from '../types'
import type { ClassifiedRow } from './classify-rows'
import type { GridCellView } from './grid-rows'
import { pairRows } from './pair-rows'

/** A row of the form with the table row that prints it. */
export interface BoundRow {
  block: number
  row: number
  source: ClassifiedRow
  /** The cells behind the label; from the row above or below where the label has a row of its own. */
  values: GridCellView[]
  /** The heading rows that stand over it. */
  head: ClassifiedRow[]
  evidence: Evidence
  /** Its label was lost or too damaged: bound by the rows around it, to be confirmed by sums. */
  guessed: boolean
}

/** What became of the rows of the tables. */
export interface BoundRows {
  rows: BoundRow[]
  /** Rows with figures among those of the form or right behind them, and none of its own: an extra row, a lost label. */
  strangers: ClassifiedRow[]
}

/** A row with figures that no label binds. */
interface Stranger {
  row: ClassifiedRow
  /** Number of bound rows before it. */
  after: number
  /** Nothing but figures stands between it and the bound row before it. */
  adjoins: boolean
}

/** Binds table rows to rows of the form: by label, among equal labels by group, ordinal and order. */
export function bindRows(classified: ClassifiedRow[], index: FormIndex): BoundRows {
  const rows = pairRows(joinCutLabels(classified, index), index)
  const bound: BoundRow[] = []
  const strangers: Stranger[] = []
  let head: ClassifiedRow[] = []
  let headEnds = true
  let adjoins = false
  for (const row of rows) {
    if (row.kind === 'head' || row.kind === 'caption') {
      adjoins = false
      head = headEnds ? [row] : [...head, row]
      headEnds = false
      continue
    }
    if (row.kind === 'empty') continue
    const previous = bound[bound.length - 1]
    const target =
      row.kind === 'body' ? chooseTarget(row, previous, bound) : unlabelledTarget(row, head, index, headEnds)
    if (row.kind === 'body' || row.kind === 'bare' || row.values.some(isFigure)) headEnds = true
    if (target) {
      const { block, index: at } = target
      const values = row.kind === 'body' ? row.values : unlabelledValues(row, index.blocks[block]!.columns)
      bound.push({ block, row: at, source: row, values, head, evidence: 'label', guessed: false })
      adjoins = true
    } else if (row.values.some(isFigure)) strangers.push({ row, after: bound.length, adjoins })
    else adjoins = false
  }
  return fillGaps(bound, strangers, index)
}

function isFigure({ kind }: GridCellView): boolean {
  return kind === 'figure'
}

/**
 * A label cut by a page stands in two rows, the figures in one of them:
 *
 * ```
 * 5.要求行政机关确认或重新出
 * 具已获取信息                1 0 0 0 0 0 1
 * ```
 */
function joinCutLabels(rows: ClassifiedRow[], index: FormIndex): ClassifiedRow[] {
  const out: ClassifiedRow[] = []
  for (const row of rows) {
    const before = out[out.length - 1]
    const joined = before && joinLabels(before, row, index)
    if (joined) out[out.length - 1] = joined
    else out.push(row)
  }
  return out
}

/** The second of two rows under the label that both print, if the form has it. */
function joinLabels(before: ClassifiedRow, row: ClassifiedRow, index: FormIndex): ClassifiedRow | undefined {
  if (row.kind !== 'words' || !row.values.some(isFigure) || before.values.some(isFigure)) return undefined
  const [first, second] = [lastLabel(before), lastLabel(row)]
  if (first === undefined || second === undefined) return undefined
  const match = index.find(labelCore(first + second))
  const targets = match?.targets.filter(({ kind }) => kind === 'row') ?? []
  if (targets.length === 0) return undefined
  return { ...row, kind: 'body', labels: [...before.labels, ...row.labels], targets, exact: match!.quality === 'exact' }
}

function lastLabel({ labels, source }: ClassifiedRow): string | undefined {
  return labels.findLast(({ view }) => source.cells.includes(view))?.view.text
}

/** Among the rows that a label may mean: its printed group, then its ordinal, then the order of the form decide. */
function chooseTarget(row: ClassifiedRow, previous: BoundRow | undefined, bound: BoundRow[]): LabelTarget | undefined {
  if (row.targets.length === 1) return row.targets[0]
  const label = row.labels[row.labels.length - 1]
  const ranges = row.labels.flatMap(({ match }) => match?.targets.filter(({ kind }) => kind === 'rowGroup') ?? [])
  let best: LabelTarget | undefined
  let most = -1
  for (const target of row.targets) {
    const inside = ranges.filter((range) => range.block === target.block && contains(range, target)).length
    const next = previous?.block === target.block && previous.row + 1 === target.index
    const later = !previous || previous.block < target.block || previous.row < target.index
    const free = !bound.some((other) => other.block === target.block && other.row === target.index)
    const score =
      8 * inside + (label?.view.label.ordinal === target.ordinal ? 4 : 0) + (next ? 3 : later ? 2 : 0) + (free ? 1 : 0)
    if (score > most) {
      best = target
      most = score
    }
  }
  return best
}

function contains(group: LabelTarget, { index }: LabelTarget): boolean {
  return group.index <= index && index <= group.last
}

/** The row of a block without row labels: the first figures under its headings. */
function unlabelledTarget(
  row: ClassifiedRow,
  head: ClassifiedRow[],
  index: FormIndex,
  headEnds: boolean,
): LabelTarget | undefined {
  if (headEnds) return undefined
  const block = index.blocks.findIndex(({ hasStub, columns }, at) => {
    if (hasStub) return false
    const cells = head.flatMap(({ labels }) => labels)
    const seen = cells.filter(({ match }) =>
      match?.targets.some(({ kind, block }) => kind === 'column' && block === at),
    )
    return seen.length * 2 >= columns
  })
  const enough = row.values.filter(isFigure).length > 0
  return block >= 0 && enough ? { kind: 'row', block, index: 0, last: 0, ordinal: '' } : undefined
}

/** Without a label all cells of the row may be values, words such as 无 too; those before the figures where there are more. */
function unlabelledValues({ source, values }: ClassifiedRow, columns: number): GridCellView[] {
  return values.length < columns ? source.cells : values
}

/** Share of a damaged label that may be wrong where the rows around it say which one it must be. */
const MAX_DAMAGE = 0.4

/**
 * Rows whose label is damaged beyond recognition, or lost, between two rows that are bound: where exactly as many rows of the
 * form are missing there, in the order of the form.
 */
function fillGaps(bound: BoundRow[], strangers: Stranger[], index: FormIndex): BoundRows {
  const rest: ClassifiedRow[] = []
  const filled: BoundRow[] = []
  for (let at = 0; at <= bound.length; at++) {
    const tables = [bound[at - 1], bound[at]].map((row) => row?.source.source.table)
    const gap = strangers.flatMap(({ row, after }) => (after === at && tables.includes(row.source.table) ? [row] : []))
    if (gap.length > 0) {
      const [above, below] = [bound[at - 1], bound[at]]
      const block = above?.block ?? below?.block ?? 0
      const from = above?.block === block ? above.row + 1 : 0
      const to = below?.block === block ? below.row : index.blocks[block]!.rows
      const wanted = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
      const missing = wanted.filter((row) => !bound.some((other) => other.block === block && other.row === row))
      const head = above?.head ?? below?.head ?? []
      const taken = matchGap(gap, missing, block, index)
      for (const [row, source] of taken) {
        const damaged = source.kind === 'words' && isNear(source, block, row, index)
        const evidence = damaged ? 'label' : 'order'
        filled.push({ block, row, source, values: source.values, head, evidence, guessed: !damaged })
      }
      const own = strangers.filter(({ after, adjoins }) => after === at && (adjoins || (at > 0 && at < bound.length)))
      rest.push(...own.flatMap(({ row }) => ([...taken.values()].includes(row) ? [] : [row])))
    }
    if (bound[at]) filled.push(bound[at]!)
  }
  return { rows: filled, strangers: rest }
}

function matchGap(
  gap: ClassifiedRow[],
  missing: number[],
  block: number,
  index: FormIndex,
): Map<number, ClassifiedRow> {
  const taken = new Map<number, ClassifiedRow>()
  if (!index.blocks[block]?.hasStub) return taken
  if (
    gap.length === missing.length &&
    gap.every((row, at) => isAnonymous(row) || isNear(row, block, missing[at]!, index))
  ) {
    for (const [at, row] of gap.entries()) taken.set(missing[at]!, row)
    return taken
  }
  for (const row of gap) {
    const near = missing.filter((wanted) => !taken.has(wanted) && isNear(row, block, wanted, index))
    if (near.length === 1) taken.set(near[0]!, row)
  }
  return taken
}

/** Figures alone, or behind a scrap of a label. */
function isAnonymous(row: ClassifiedRow): boolean {
  return row.kind === 'bare'
}

function isNear(row: ClassifiedRow, block: number, wanted: number, index: FormIndex): boolean {
  const label = row.labels.findLast(({ view }) => row.source.cells.includes(view))?.view.label
  return label !== undefined && index.rowDistance(label, block, wanted) <= MAX_DAMAGE
}
