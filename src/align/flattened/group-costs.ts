import type { BoundRow } from './bind-labels'
import { type FormRow, sumHolds } from './form-rows'
import type { CellText } from './row-reading'

/** What a broken sum counts against an order, compared with a group that blank lines or labels contradict. */
const SUM_COST = 4

/**
 * Cost of every group: `costs[row][height]`. Rows of one group are of one block of the form.
 *
 * A group that alone costs more than the plain order, row by row, is in no order of least cost: it is not counted to the end,
 * and most groups go no further than their first sum.
 */
export function groupCosts(
  rows: FormRow[],
  printed: CellText[],
  starts: number[],
  blocks: number[] | undefined,
  anchors: BoundRow[],
): number[][] {
  const labels = tellingLabels(rows, anchors)
  const values = printed.map(({ value }) => value)
  const costs = rows.map((_, first) => [0, groupCost(rows, values, starts, blocks, labels, first, 1, Infinity)])
  const most = costs.reduce((sum, [, single]) => sum + single!, 0)
  for (const [first, { block }] of rows.entries()) {
    for (let height = 2; rows[first + height - 1]?.block === block; height++)
      costs[first]!.push(groupCost(rows, values, starts, blocks, labels, first, height, most))
  }
  return costs
}

/** A label of a row: which of the rows, and the number of figures before it. */
interface TellingLabel {
  index: number
  at: number
}

/** The labels in order of print; labels that all stand before the figures, or all behind, say nothing of them. */
function tellingLabels(rows: FormRow[], anchors: BoundRow[]): TellingLabel[] {
  const labels = anchors.map(({ row, at }) => ({ index: rows.indexOf(row), at })).sort((a, b) => a.at - b.at)
  return labels.length > 0 && labels[0]!.at < labels[labels.length - 1]!.at ? labels : []
}

/** What a group costs; infinite where that is more than `most`. */
function groupCost(
  rows: FormRow[],
  values: number[],
  starts: number[],
  blocks: number[] | undefined,
  labels: TellingLabel[],
  first: number,
  height: number,
  most: number,
): number {
  const from = starts[first]!
  const to = starts[first + height]!
  let cost = 0
  for (let index = 0; index < height; index++) {
    cost += SUM_COST * brokenSums(rows[first + index]!, values, from + index, height)
    if (cost > most) return Infinity
  }
  if (blocks && !fitsBlocks(blocks, from, to, height)) cost++
  let last = -1
  for (const { index, at } of labels) {
    if (at < from || at >= to || at === last || (index >= first && index < first + height)) continue
    if (at === from && index < first) continue
    cost++
    last = at
  }
  return cost > most ? Infinity : cost
}

/** Sums of a row that its figures break: `step` apart, from `from` on. */
function brokenSums({ sums }: FormRow, values: number[], from: number, step: number): number {
  let broken = 0
  for (const sum of sums) if (!sumHolds(sum, (column) => values[from + column * step]!)) broken++
  return broken
}

/**
 * Does print agree with the group? Each of its columns is one block exactly, or a row is one; where all of it stands in one
 * block, nothing is said.
 */
function fitsBlocks(blocks: number[], from: number, to: number, height: number): boolean {
  if (blocks[from] === blocks[to - 1]) return true
  for (let at = from; at < to; at += height) {
    if (blocks[at] !== blocks[at + height - 1]) return false
    if (blocks[at - 1] === blocks[at] || blocks[at + height] === blocks[at]) return false
  }
  return true
}
