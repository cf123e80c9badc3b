import type { Evidence, FigureEvidence, LabelEvidence } from '../../evidence/evidence'
import { labelWords } from '../../spot/word-stream'
import type { AxisRule, Limits } from '../../types'
import type { FormRow } from './form-rows'
import { namedColumns } from './named-columns'
import { permuteBlocks } from './permute-blocks'
import type { ProseReading } from './prose-figures'
import { printsZeros } from './read-runs'
import type { RowOutcome } from './row-outcome'
import { blankCell, type CellText, failedSums, isPlain, toCell, withBlanks } from './row-reading'
import { splitDigits } from './split-digits'
import { standAtHeadings } from './stand-at-headings'

/** What was read for a row without a label. */
export interface UnlabelledRead {
  outcome: RowOutcome
  /** Columns that the running text settled. */
  settled: Set<number>
  unused: FigureEvidence[]
  limited: boolean
}

/**
 * Reads the one row of a block whose rows have no labels (table 四), from the figures printed with its column headings:
 *
 * 1. each figure behind its own heading, or each group of figures behind its own group's: bound by the labels; headings in
 *    another order leave it open;
 * 2. as many figures as cells, one after the other: in the order of the form, unless most sums break, or one figure joined
 *    out of two mends them all;
 * 3. parted by words: the blocks that its sums name are tried in every order; running text may settle some of them;
 * 4. digits run together: cut where the sums leave one way.
 */
export function readUnlabelledRow(
  row: FormRow,
  evidence: Evidence[],
  prose: () => ProseReading[],
  limits: Limits,
): UnlabelledRead {
  const figures = evidence.filter((item) => item.kind === 'figure')
  const width = row.leaves.length
  const read = (options: CellText[][], kind: RowOutcome['evidence'], settled = new Set<number>()): UnlabelledRead => ({
    outcome: { state: 'read', options, evidence: kind, figures, expected: '' },
    settled,
    unused: [],
    limited: false,
  })
  const unresolved = (options: CellText[][], limited = false): UnlabelledRead => ({
    outcome: {
      state: 'unresolved',
      options,
      evidence: 'order',
      figures,
      expected: `${width} figures that satisfy the sums`,
    },
    settled: new Set(),
    unused: [],
    limited,
  })
  if (figures.length === 0) {
    const outcome: RowOutcome = { state: 'blank', options: [], evidence: 'label', figures, expected: '' }
    return { outcome, settled: new Set(), unused: [], limited: false }
  }
  const inOrder = figures.map(toCell)
  if (figures.length === width && isPlain(figures)) {
    if (standAtHeadings(row, figures, evidence) || standAtGroups(row, evidence)) return read([inOrder], 'label')
    if (namedColumns(figures, evidence)) return unresolved([])
    const exchanged = areGroupsExchanged(row, evidence)
    if (!exchanged && stayInGroups(row, evidence)) return read([inOrder], 'order')
    const together = areTogether(evidence) && !exchanged
    const failed = failedSums(inOrder, row.sums)
    if (together && failed === 0) return read([inOrder], 'order')
    const joined = together ? joinSplit(figures, row) : []
    if (joined.length > 0) return unresolved([inOrder, ...joined])
    if (together && failed * 2 <= row.sums.length) return read([inOrder], 'order')
    const orders = permuteBlocks(figures, row, segments(evidence))
    if (orders.length > 0) return settle(orders, orders.length > 1 ? prose() : [], read)
    return unresolved([])
  }
  if (figures.length < width) {
    const split = splitDigits(figures, row, limits.candidates)
    const together = areTogether(evidence) && !areGroupsExchanged(row, evidence)
    // Blanks vanish too: without cells that surely touch (00), or with most of the borders there, one may be missing.
    const touching = figures.some(({ digits }) => /^0\d/.test(digits)) || figures.length * 2 <= width
    const zeros = touching && printsZeros(figures)
    if (together && zeros && split.forced && failedSums(split.found[0]!, row.sums) === 0)
      return read(split.found, 'label')
    if (together && zeros && !split.forced && split.found.length === 1 && !split.limited && row.sums.length > 0)
      return read(split.found, 'solved')
    if (split.found.length > 0 || split.limited) return unresolved(split.found, split.limited)
  }
  return unresolved(withBlanks(figures, width))
}

/**
 * The ways to read figures as many as cells with one of them cut in two and a blank elsewhere, so that all sums hold:
 *
 *     58 0 2 3 25 385 | 7 0  19 26      →   58 0 2 325 385 | 7 0 (blank) 19 26
 */
function joinSplit(figures: FigureEvidence[], { sums }: FormRow): CellText[][] {
  const ways: CellText[][] = []
  for (const [at, first] of figures.entries()) {
    const second = figures[at + 1]
    if (!second || first.line !== second.line || !/^[1-9]/.test(first.digits) || second.digits === '') continue
    const whole = { from: first.from, to: second.to, value: Number(first.digits + second.digits) }
    const cells = [...figures.slice(0, at).map(toCell), whole, ...figures.slice(at + 2).map(toCell)]
    for (let place = 0; place <= cells.length; place++) {
      const way = [...cells.slice(0, place), blankCell, ...cells.slice(place)]
      if (failedSums(way, sums) === 0) ways.push(way)
    }
  }
  return ways
}

/** Orders that running text contradicts fall away, unless it contradicts them all: then it speaks of something else. */
function settle(
  orders: CellText[][],
  prose: ProseReading[],
  read: (options: CellText[][], kind: RowOutcome['evidence'], settled?: Set<number>) => UnlabelledRead,
): UnlabelledRead {
  let left = orders
  const settled = new Set<number>()
  for (const { columns, values } of prose) {
    const agreeing = left.filter((cells) => columns.every((column, index) => cells[column]!.value === values[index]))
    if (agreeing.length === 0 || agreeing.length === left.length) continue
    left = agreeing
    for (const column of columns) settled.add(column)
  }
  return read(left, 'order', settled)
}

/** No words between the first and the last figure. */
function areTogether(evidence: Evidence[]): boolean {
  const first = evidence.findIndex(({ kind }) => kind === 'figure')
  const last = evidence.findLastIndex(({ kind }) => kind === 'figure')
  return evidence.slice(first, last).every(({ kind }) => kind === 'figure')
}

/** Figures that follow one another without words between them. */
function segments(evidence: Evidence[]): FigureEvidence[][] {
  const out: FigureEvidence[][] = []
  let open: FigureEvidence[] | undefined
  for (const item of evidence) {
    if (item.kind !== 'figure') open = undefined
    else if (open) open.push(item)
    else {
      open = [item]
      out.push(open)
    }
  }
  return out
}

/** 行政复议 72 64 178 37 351 未经复议直接起诉 13 …: each group's figures behind the heading of the innermost group they are of. */
function standAtGroups(row: FormRow, evidence: Evidence[]): boolean {
  const groups = columnGroups(row)
  let column = 0
  let heading: LabelEvidence | undefined
  let open = false
  for (const item of evidence) {
    if (item.kind === 'figure') {
      const group = groups.find(({ from, to }) => column >= from && column < to)
      if (!group) return false
      if (column === group.from) {
        const target = heading?.spot.target
        if (open || target?.kind !== 'headGroup' || target.leaf !== group.from || !group.bodies.has(target.body))
          return false
      } else if (!open) return false
      column++
      open = column < group.to
    } else if (item.kind === 'label' && item.spot.target.kind === 'headGroup') heading = item
    if (item.kind !== 'figure' && open) return false
  }
  return (
    column === row.leaves.length &&
    failedSums(
      evidence.flatMap((item) => (item.kind === 'figure' ? [toCell(item)] : [])),
      row.sums,
    ) === 0
  )
}

/**
 * The figures in the order of the form, each group's heading between the last figure before it and the last of its own, and
 * nowhere else; groups whose figures no words part, from the first to the last, have theirs in common. All sums must hold.
 *
 *     行政复议 … 0 0 0 0 0 结果维持 0 未经复议直接起诉 … 0 1 0 总计 1 结果维持 0 复议后起诉 … 6 6 0 总计 12
 */
function stayInGroups(row: FormRow, evidence: Evidence[]): boolean {
  const places = evidence.flatMap((item, index) => (item.kind === 'figure' ? [index] : []))
  const cells = evidence.flatMap((item) => (item.kind === 'figure' ? [toCell(item)] : []))
  if (row.sums.length === 0 || cells.length !== row.leaves.length || failedSums(cells, row.sums) > 0) return false
  let before = -1
  let open: ColumnGroup[] = []
  for (const group of columnGroups(row)) {
    open.push(group)
    const [end, next] = [places[group.to - 1]!, places[group.to]]
    if (next === end + 1) continue
    const isHeaded = open.every(({ from, bodies }) => {
      const headings = [...evidence.keys()].filter((at) => isHeading(evidence[at]!, from, bodies))
      return headings.length > 0 && headings.every((at) => at > before && at < end)
    })
    const first = places[open[0]!.from]!
    const isRun = end - first === group.to - 1 - open[0]!.from
    if (!isHeaded || (open.length > 1 && !isRun)) return false
    before = end
    open = []
  }
  return true
}

function isHeading(item: Evidence, leaf: number, bodies: Set<string>): boolean {
  if (item.kind !== 'label') return false
  const { target } = item.spot
  return target.kind === 'headGroup' && target.leaf === leaf && bodies.has(target.body)
}

/**
 * Groups beside each other stand before the figures in another order than the form's. What is printed last counts: the title of the
 * part names them too.
 *
 *     行政诉讼 行政复议 复议后起诉 未经复议直接起诉 结果维持 …
 */
function areGroupsExchanged({ leaves }: FormRow, evidence: Evidence[]): boolean {
  const first = evidence.findIndex(({ kind }) => kind === 'figure')
  const seen = new Map<AxisRule, { depth: number; leaf: number; at: number; count: number }>()
  for (const item of evidence.slice(0, first)) {
    if (item.kind !== 'label' || item.spot.target.kind !== 'headGroup') continue
    const { leaf, body } = item.spot.target
    const path = leaves[leaf]?.head.path ?? []
    const depth = path.findIndex(({ labels }) => labels.some((label) => labelWords(label) === body))
    const rule = path[depth]
    if (rule) seen.set(rule, { depth, leaf, at: item.from, count: (seen.get(rule)?.count ?? 0) + 1 })
  }
  const groups = [...seen.values()]
  return groups.some(({ depth, leaf, at, count }) =>
    // One that is printed less often may stand in the title alone, its heading among the figures.
    groups.some((other) => other.depth === depth && other.leaf > leaf && other.at < at && other.count === count),
  )
}

interface ColumnGroup {
  from: number
  to: number
  /** Words of its heading's wordings. */
  bodies: Set<string>
}

/** The columns by the innermost group above them. */
function columnGroups({ leaves }: FormRow): ColumnGroup[] {
  const groups: (ColumnGroup & { rule: unknown })[] = []
  for (const [column, { head }] of leaves.entries()) {
    const rule = head.path[head.path.length - 2]
    const last = groups[groups.length - 1]
    if (rule && last?.rule === rule) last.to = column + 1
    else groups.push({ rule, from: column, to: column + 1, bodies: new Set(rule?.labels.map(labelWords)) })
  }
  return groups
}
