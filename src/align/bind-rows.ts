import type { FormIndex, LabelTarget } from '../form/form-index'
import { labelCore } from '../form/label-core'
import type { GridCellView } from '../grid/grid-rows'
import type { BoundRow, BoundRows } from './bound-row'
import type { ClassifiedRow } from './classify-rows'
import { fillGaps, type Stranger } from './fill-gaps'
import { pairRows } from './pair-rows'

/** Binds table rows to rows of the form: by label, among equal labels by group, ordinal and order. */
export function bindRows(classified: ClassifiedRow[], index: FormIndex): BoundRows {
  const rows = pairRows(joinCutLabels(classified, index), index)
  const bound: BoundRow[] = []
  const strangers: Stranger[] = []
  const taken = new Set<string>()
  let head: ClassifiedRow[] = []
  let headEnds = true
  let adjoins = false
  for (const row of rows) {
    if (row.kind === 'head' || row.kind === 'caption') {
      adjoins = false
      // Rows are bound to the list as it stands: it only grows until the first of them.
      if (headEnds) head = [row]
      else head.push(row)
      headEnds = false
      continue
    }
    if (row.kind === 'empty') continue
    const previous = bound[bound.length - 1]
    const target =
      row.kind === 'body' ? chooseTarget(row, previous, taken) : unlabelledTarget(row, head, index, headEnds)
    if (row.kind === 'body' || row.kind === 'bare' || row.values.some(isFigure)) headEnds = true
    if (target) {
      const { block, index: at } = target
      const values = row.kind === 'body' ? row.values : unlabelledValues(row, index.blocks[block]!.columns)
      bound.push({ block, row: at, source: row, values, head, evidence: 'label', guessed: false })
      taken.add(keyOf(target))
      adjoins = true
    } else if (row.values.some(isFigure)) strangers.push({ row, after: bound.length, adjoins })
    else adjoins = false
  }
  return doubtNeighbours(fillGaps(bound, strangers, taken, index), rows, index)
}

/**
 * A label that was matched although it is not the form's letter by letter, beside figures whose label is none: the figures may
 * be one row off, and must be borne out by sums.
 *
 * ```
 * 取信息                                     6 0 81 68 0 24134 24289        those of 5.
 * 5.要求行政机关确认或重新出具已获他处理计        58217 230070 …                 those of （六）
 * ```
 *
 * In a form without sums so must a row with a figure alone behind it, which may be the rest of its own: 行政许可 │ 64⏎45.
 */
function doubtNeighbours({ rows, strangers }: BoundRows, printed: ClassifiedRow[], { form }: FormIndex): BoundRows {
  if (strangers.length === 0) return { rows, strangers }
  const lost = new Set(strangers)
  const beside = new Set(
    printed.filter((_, at) => [printed[at - 1], printed[at + 1]].some((other) => other && lost.has(other))),
  )
  const hasSums = form.rules.length > 0
  const isBroken = (next: ClassifiedRow | undefined) => !hasSums && next && lost.has(next) && isLoneFigure(next)
  const broken = new Set(printed.filter((_, at) => isBroken(printed[at + 1])))
  const inDoubt = rows.map((row) =>
    (!row.source.exact && beside.has(row.source)) || broken.has(row.source) ? { ...row, guessed: true } : row,
  )
  return { rows: inDoubt, strangers }
}

function isLoneFigure({ kind, values }: ClassifiedRow): boolean {
  return kind === 'bare' && values.filter(isFigure).length === 1
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
  // A label that is whole was not cut: its row is blank.
  if (before.exact) return undefined
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
function chooseTarget(row: ClassifiedRow, previous: BoundRow | undefined, taken: Set<string>): LabelTarget | undefined {
  if (row.targets.length === 1) return row.targets[0]
  const label = row.labels[row.labels.length - 1]
  const ranges = row.labels.flatMap(({ match }) => match?.targets.filter(({ kind }) => kind === 'rowGroup') ?? [])
  let best: LabelTarget | undefined
  let most = -1
  for (const target of row.targets) {
    const inside = ranges.filter((range) => range.block === target.block && contains(range, target)).length
    const next = previous?.block === target.block && previous.row + 1 === target.index
    const later = !previous || previous.block < target.block || previous.row < target.index
    const free = !taken.has(keyOf(target))
    const score =
      8 * inside + (label?.view.label.ordinal === target.ordinal ? 4 : 0) + (next ? 3 : later ? 2 : 0) + (free ? 1 : 0)
    if (score > most) {
      best = target
      most = score
    }
  }
  return best
}

function keyOf({ block, index }: { block: number; index: number }): string {
  return `${block}/${index}`
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
function unlabelledValues({ cells, values }: ClassifiedRow, columns: number): GridCellView[] {
  return values.length < columns ? cells : values
}
