import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { BoundRow } from './bind-labels'
import type { FormRow, Sum } from './form-rows'
import { groupCosts } from './group-costs'
import { type CellText, failedSums, rowKey, toCell } from './row-reading'
import { failedColumns } from './solve-columns'

/** What the order of the complete form says about rows whose labels do not stand at their figures. */
export interface OrderReading {
  /** By row of the form (only the rows asked for): every reading that remains. */
  readings: CellText[][][]
  /** Sums that even the best order breaks. */
  failed: number
  /** The bound on the orders kept was met: nothing is proved. */
  limited: boolean
}

/**
 * Reads figures as groups of rows, each group printed column by column, in the order of the form (a group of one row is
 * printed from left to right). Text drawn from a PDF prints
 *
 * ```
 * a1 b1 ¶ a2 b2 ¶ a3 b3      for      a1 a2 a3
 *                                     b1 b2 b3
 * ```
 *
 * All orders of least cost are kept. Broken row sums cost something, and so do columns that blank lines cut, and labels inside a
 * group that they do not belong to. Of these orders, those that break the fewest column sums remain.
 *
 * @param rows    consecutive rows of the form; they have exactly as many cells as there are figures
 * @param anchors labels of rows, with the number of figures before them
 */
export function readGroups(
  rows: FormRow[],
  figures: FigureEvidence[],
  evidence: Evidence[],
  anchors: BoundRow[],
  columnSums: Sum[],
  beam: number,
): OrderReading {
  const starts = [0]
  for (const { leaves } of rows) starts.push(starts[starts.length - 1]! + leaves.length)
  const blocks = figureBlocks(figures, evidence)
  // Each figure stands in many groups that are tried: made a cell once.
  const printed = figures.map(toCell)
  const costs = groupCosts(rows, printed, starts, blocks, anchors)
  const toEnd = costsToEnd(costs, rows.length)
  const best = toEnd[0]!
  const { states, limited } = enumerate(rows, printed, starts, costs, toEnd, best, beam)
  const failures = states.map(({ cells }) => {
    const byRow: CellText[][] = []
    for (const [index, row] of rows.entries()) byRow[row.index] = cells[index]!
    const inRows = rows.reduce((sum, row, index) => sum + failedSums(cells[index]!, row.sums), 0)
    return inRows + failedColumns(byRow, columnSums)
  })
  const fewest = Math.min(...failures)
  const kept = states.filter((_, index) => failures[index] === fewest)
  const readings: CellText[][][] = []
  for (const [index, row] of rows.entries()) readings[row.index] = distinct(kept.map(({ cells }) => cells[index]!))
  return { readings, failed: fewest, limited }
}

/** The cells of `height` rows from row `first` on, printed column by column. */
function groupCells(
  rows: FormRow[],
  printed: CellText[],
  starts: number[],
  first: number,
  height: number,
): CellText[][] {
  const from = starts[first]!
  const width = rows[first]!.leaves.length
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => printed[from + column * height + row]!),
  )
}

/**
 * Number of the block that each figure stands in: blocks are parted by blank lines, labels and line ends.
 * Undefined where every figure of the table stands alone: that says nothing.
 */
function figureBlocks(figures: FigureEvidence[], evidence: Evidence[]): number[] | undefined {
  const perLine = new Map<number, number>()
  for (const { kind, line } of evidence) if (kind === 'figure') perLine.set(line, (perLine.get(line) ?? 0) + 1)
  const linesAreBlocks = [...perLine.values()].some((count) => count > 1)
  const blocks = new Map<Evidence, number>()
  let block = 0
  let last: FigureEvidence | undefined
  let isInformative = false
  for (const item of evidence) {
    if (item.kind !== 'figure') last = undefined
    else {
      const continues = last && (linesAreBlocks ? item.line === last.line : item.line === last.line || !item.gap)
      if (continues) isInformative = true
      else block++
      blocks.set(item, block)
      last = item
    }
  }
  return isInformative ? figures.map((figure) => blocks.get(figure) ?? 0) : undefined
}

/** The least cost of reading rows from each row to the end. */
function costsToEnd(costs: number[][], rows: number): number[] {
  const toEnd = new Array<number>(rows + 1).fill(Number.POSITIVE_INFINITY)
  toEnd[rows] = 0
  for (let row = rows - 1; row >= 0; row--) {
    for (let height = 1; height < costs[row]!.length; height++)
      toEnd[row] = Math.min(toEnd[row]!, costs[row]![height]! + toEnd[row + height]!)
  }
  return toEnd
}

interface State {
  cells: CellText[][]
  cost: number
}

/** Every order of least cost, those with the same values as one. */
function enumerate(
  rows: FormRow[],
  printed: CellText[],
  starts: number[],
  costs: number[][],
  toEnd: number[],
  best: number,
  beam: number,
): { states: State[]; limited: boolean } {
  const byRow: Map<string, State>[] = rows.map(() => new Map())
  byRow.push(new Map())
  byRow[0]!.set('', { cells: [], cost: 0 })
  let limited = false
  for (let row = 0; row < rows.length; row++) {
    for (const [key, state] of byRow[row]!) {
      for (let height = 1; height < costs[row]!.length; height++) {
        const cost = state.cost + costs[row]![height]!
        if (cost + toEnd[row + height]! > best) continue
        const cells = groupCells(rows, printed, starts, row, height)
        const target = byRow[row + height]!
        const next = `${key}${cells.map((line) => `${rowKey(line)}\n`).join('')}`
        if (target.has(next)) continue
        if (target.size >= beam) limited = true
        else target.set(next, { cells: [...state.cells, ...cells], cost })
      }
    }
  }
  return { states: [...byRow[rows.length]!.values()], limited }
}

function distinct(readings: CellText[][]): CellText[][] {
  const seen = new Map<string, CellText[]>()
  for (const reading of readings) {
    const key = rowKey(reading)
    if (!seen.has(key)) seen.set(key, reading)
  }
  return [...seen.values()]
}
