import type { Run } from './lay-runs'

/**
 * By run and number of cells: what it costs at least to fill so many cells from there on. A run that is used costs a block, one
 * that is used in part a cut more.
 */
export function leastCosts(runs: Run[], cells: number): number[][] {
  const table: number[][] = []
  table[runs.length] = Array.from({ length: cells + 1 }, (_, need) => (need === 0 ? 0 : Number.POSITIVE_INFINITY))
  for (let index = runs.length - 1; index >= 0; index--) {
    const behind = table[index + 1]!
    const run = runs[index]!
    const used = restCosts(run.pieces.length, behind, { ...run, isCutBehind: run.isCutBefore || run.isCutBehind })
    table[index] = behind.map((skipped, need) => Math.min(skipped, used[need]!))
  }
  return table
}

/** By number of cells: what it costs at least to fill them from the last `length` pieces of a run on. */
export function restCosts(length: number, behind: number[], { isCutBehind }: Run): number[] {
  return behind.map((skipped, need) => {
    let best = length === 0 ? skipped : skipped + (isCutBehind ? 1 : Number.POSITIVE_INFINITY)
    if (length <= need) best = Math.min(best, behind[need - length]! + 1)
    if (!isCutBehind) return best
    for (let used = 1; used < length && used <= need; used++) best = Math.min(best, behind[need - used]! + 2)
    return best
  })
}
