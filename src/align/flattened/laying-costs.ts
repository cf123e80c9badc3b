import type { Run } from './laying'

/**
 * By number of pieces: the fewest blocks that hold as many, each some rows by some columns of a table. 23 rows by 7 columns
 * hold 46 pieces in one block, but not 47.
 */
export function fewestBlocks(pieces: number, height: number, width: number): number[] {
  const sizes = new Set<number>()
  for (let rows = 1; rows <= height; rows++)
    for (let columns = 1; columns <= width; columns++) sizes.add(rows * columns)
  const fewest = [0]
  for (let count = 1; count <= pieces; count++) {
    let best = Number.POSITIVE_INFINITY
    for (const size of sizes) if (size <= count) best = Math.min(best, fewest[count - size]! + 1)
    fewest.push(best)
  }
  return fewest
}

/**
 * By place of a piece: what it costs at least to lay all pieces from there to the end of its run, in blocks of these sizes.
 *
 * @param ends    by place of a piece the end of its run
 * @param cutCost what a block costs more that ends before a piece
 */
export function wholeCosts(ends: number[], cutCost: number[], height: number, width: number): number[] {
  const sizes = blockSizes(height, width)
  const costs = new Array<number>(ends.length).fill(Number.POSITIVE_INFINITY)
  for (let at = ends.length - 1; at >= 0; at--) {
    const end = ends[at]!
    for (const size of sizes) {
      const to = at + size
      if (to > end) continue
      costs[at] = Math.min(costs[at]!, 1 + (to === end ? 0 : cutCost[to]! + costs[to]!))
    }
  }
  return costs
}

function blockSizes(height: number, width: number): Set<number> {
  const sizes = new Set<number>()
  for (let rows = 1; rows <= height; rows++)
    for (let columns = 1; columns <= width; columns++) sizes.add(rows * columns)
  return sizes
}

/**
 * By run and number of cells: what it costs at least to fill so many cells from there on. A run that is used costs its blocks,
 * one that is used in part a cut more.
 */
export function leastCosts(runs: Run[], cells: number, blocks: number[], whole: number[]): number[][] {
  let start = whole.length
  const table: number[][] = []
  table[runs.length] = Array.from({ length: cells + 1 }, (_, need) => (need === 0 ? 0 : Number.POSITIVE_INFINITY))
  for (let index = runs.length - 1; index >= 0; index--) {
    const behind = table[index + 1]!
    const run = runs[index]!
    const isCutBehind = run.isCutBefore || run.isCutBehind
    start -= run.pieces.length
    const used = restCosts(run.pieces.length, behind, { ...run, isCutBehind }, blocks, whole[start]!)
    table[index] = behind.map((skipped, need) => Math.min(skipped, used[need]!))
  }
  return table
}

/** By number of cells: what it costs at least to fill them from the last `length` pieces of a run on; these cost `whole`. */
export function restCosts(
  length: number,
  behind: number[],
  { isCutBehind }: Run,
  blocks: number[],
  whole: number,
): number[] {
  return behind.map((skipped, need) => {
    let best = length === 0 ? skipped : skipped + (isCutBehind ? 1 : Number.POSITIVE_INFINITY)
    if (length <= need) best = Math.min(best, behind[need - length]! + whole)
    if (!isCutBehind) return best
    for (let used = 1; used < length && used <= need; used++)
      best = Math.min(best, behind[need - used]! + blocks[used]! + 1)
    return best
  })
}
