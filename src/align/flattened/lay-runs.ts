import type { FormRow, Sum } from './form-rows'
import { sumHolds } from './form-rows'

/** What can be laid into the cells of a form: a figure, or one that can be none of its cells. */
export interface Piece {
  /** Its number; a dash is 0; null for what can be no cell of the form. */
  value: number | null
  /** Its place among all pieces, for the caller. */
  id: number
}

/** A way to lay the pieces out: by cell (row × width + column) the id of the piece. */
export interface Laying {
  ids: Int16Array
  values: Float64Array
}

/** What the search found. */
export interface Layings {
  /** All ways of least cost that satisfy every sum; those with the same values as one. */
  found: Laying[]
  /** The bound on the work was met: nothing is proved. */
  limited: boolean
}

/** A cell that has no piece yet. */
const EMPTY = -1

/** Blocks and cuts of runs of the simplest layout that is looked for. */
const MAX_COST = 14

/**
 * Lays runs of figures into the cells of a table, as text drawn from a PDF prints them: in blocks, each some neighbouring rows
 * by some neighbouring columns, printed column by column or row by row; the blocks of a row from left to right.
 *
 * ```
 * a1 a2 a3          a1 b1 ¶ a2 b2 ¶ … other words … ¶ a3 b3 c3 ¶ c1 c2
 * b1 b2 b3    ⇐     └── 2 × 2 ───┘                    └─ 3 × 1 ┘   └1×2┘
 * c1 c2 c3
 * ```
 *
 * Figures of other tables stand between: whole runs, or the first or the last figures of one.
 *
 * @param rows  the rows of one block of the form, all as wide
 * @param start pieces that labels bind already, by cell; rows begin with them
 * @param runs  the other figures, words between two runs
 * @param fits  does what is left of the figures bear a way out?
 * @param steps layouts that are tried
 */
export function layRuns(
  rows: FormRow[],
  columnSums: Sum[],
  start: Laying,
  runs: Piece[][],
  fits: (laying: Laying) => boolean,
  steps: number,
): Layings {
  const width = rows[0]!.leaves.length
  const height = rows.length
  const rowSums = rows[0]!.sums
  const pieces = runs.flat()
  const runEnd: number[] = []
  const isStart: boolean[] = []
  for (const run of runs) {
    const end = runEnd.length + run.length
    for (const index of run.keys()) {
      runEnd.push(end)
      isStart.push(index === 0)
    }
  }
  const count = pieces.length
  const filledAtStart = Array.from({ length: height }, (_, row) => {
    let filled = 0
    while (filled < width && start.ids[row * width + filled] !== EMPTY) filled++
    return filled
  })
  const free = count - (height * width - filledAtStart.reduce((sum, filled) => sum + filled, 0))
  if (free < 0) return { found: [], limited: false }
  const least = leastCosts(runs, count - free)
  const runOf: number[] = runs.flatMap((run, index) => run.map(() => index))
  const open: State[][] = Array.from({ length: MAX_COST + 1 }, () => [])
  const known = new Map<string, number>()
  const first: State = { at: 0, skipped: 0, cost: 0, filled: Uint8Array.from(filledAtStart), ...start }
  if (!holds(first)) return { found: [], limited: false }
  put(first, leastFrom(0, 0))
  let tried = 0
  for (const [cost, states] of open.entries()) {
    const found = new Map<string, Laying>()
    // A loop over a list that grows: what is put back costs as much.
    for (const state of states) {
      if (state.filled.every((filled) => filled === width)) {
        const key = state.values.join(' ')
        if (!found.has(key) && fits(state)) found.set(key, state)
        continue
      }
      let dearer = false
      for (const [at, extra] of starts(state)) {
        const skipped = state.skipped + (at - state.at)
        const spent = state.cost + 1 + extra
        for (const block of blocksAt(state, at)) {
          const total = spent + leastFrom(at + block.rows * block.columns, skipped)
          if (total > cost && total <= MAX_COST) dearer = true
          if (total !== cost) continue
          if (++tried > steps) return { found: [], limited: true }
          const laid = lay(state, block, at, skipped, spent)
          if (laid) put(laid, cost)
        }
      }
      if (dearer) open[cost + 1]?.push(state)
    }
    if (found.size > 0) return { found: [...found.values()], limited: false }
  }
  return { found: [], limited: false }

  function put(state: State, cost: number): void {
    if (cost > MAX_COST) return
    const key = `${state.at} ${state.filled.join('')} ${nonZero(state.values)}`
    const before = known.get(key)
    if (before !== undefined && before <= state.cost) return
    known.set(key, state.cost)
    open[cost]!.push(state)
  }

  /** What it costs at least to fill the rest: it has so many cells. */
  function leastFrom(at: number, skipped: number): number {
    const cells = count - free - (at - skipped)
    if (cells === 0) return 0
    if (at >= count) return Number.POSITIVE_INFINITY
    if (isStart[at]) return least[runOf[at]!]![cells]!
    const rest = runEnd[at]! - at
    const behind = least[runOf[at]! + 1]!
    let best = behind[cells]! + 1
    if (rest <= cells) best = Math.min(best, behind[cells - rest]! + 1)
    for (let used = 1; used < rest && used <= cells; used++) best = Math.min(best, behind[cells - used]! + 2)
    return best
  }

  function holds({ ids, values, filled }: State): boolean {
    for (let row = 0; row < height; row++) {
      if (filled[row] === width && !rowSums.every((sum) => sumHolds(sum, (column) => values[row * width + column]!)))
        return false
    }
    for (let column = 0; column < width; column++)
      if (!columnSums.every((sum) => mayHold(sum, column, ids, values))) return false
    return true
  }

  /** Where the next block may begin, with what it costs: at the next figure, at a run, or inside a run. */
  function starts(state: State): [at: number, extra: number][] {
    const out: [number, number][] = []
    const room = free - state.skipped
    if (state.at < count) out.push([state.at, 0])
    const inside = state.at < count && !isStart[state.at]
    const from = inside ? runEnd[state.at]! : state.at + 1
    for (let at = from; at < count && at - state.at <= room; at++)
      out.push([at, (isStart[at] ? 0 : 1) + (inside && from < count ? 1 : 0)])
    return out
  }

  /** The blocks that may begin with a piece. */
  function blocksAt(state: State, at: number): Block[] {
    const out: Block[] = []
    const end = runEnd[at]!
    let limit = at
    while (limit < end && pieces[limit]!.value !== null) limit++
    const room = limit - at
    for (let row = 0; row < height; row++) {
      const column = state.filled[row]!
      if (column === width || (row > 0 && state.filled[row - 1] === column)) continue
      let same = 1
      while (row + same < height && state.filled[row + same] === column) same++
      for (let rowsOf = 1; rowsOf <= same && rowsOf <= room; rowsOf++) {
        for (let columnsOf = 1; column + columnsOf <= width && rowsOf * columnsOf <= room; columnsOf++) {
          const isWhole = column + columnsOf === width
          if (rowsOf === 1 && !isWhole) continue
          const to = at + rowsOf * columnsOf
          if (!isWhole && !(isStart[at] || at !== state.at || to === end)) continue
          out.push({ row, column, rows: rowsOf, columns: columnsOf, byColumns: true })
          if (rowsOf > 1 && columnsOf > 1) out.push({ row, column, rows: rowsOf, columns: columnsOf, byColumns: false })
        }
      }
    }
    return out
  }

  function lay(state: State, block: Block, from: number, skipped: number, cost: number): State | undefined {
    const ids = state.ids.slice()
    const values = state.values.slice()
    const filled = state.filled.slice()
    let at = from
    const [outer, inner] = block.byColumns ? [block.columns, block.rows] : [block.rows, block.columns]
    for (let first = 0; first < outer; first++) {
      for (let second = 0; second < inner; second++) {
        const row = block.row + (block.byColumns ? second : first)
        const column = block.column + (block.byColumns ? first : second)
        const cell = row * width + column
        const piece = pieces[at++]!
        ids[cell] = piece.id
        values[cell] = piece.value!
      }
    }
    for (let row = block.row; row < block.row + block.rows; row++) filled[row] = block.column + block.columns
    const to = block.row + block.rows
    if (block.column + block.columns === width) {
      for (let row = block.row; row < to; row++)
        if (!rowSums.every((sum) => sumHolds(sum, (column) => values[row * width + column]!))) return undefined
    }
    for (let column = block.column; column < block.column + block.columns; column++)
      if (!columnSums.every((sum) => mayHold(sum, column, ids, values))) return undefined
    return { at, skipped, cost, filled, ids, values }
  }

  /** A sum holds, or may still hold as far as its cells are known: no figure of the form is negative. */
  function mayHold({ left, right }: Sum, column: number, ids: Int16Array, values: Float64Array): boolean {
    const [first, firstWhole] = side(left, column, ids, values)
    const [second, secondWhole] = side(right, column, ids, values)
    if (firstWhole && second > first + 1e-6) return false
    return !(secondWhole && first > second + 1e-6)
  }

  function side(members: number[], column: number, ids: Int16Array, values: Float64Array): [number, boolean] {
    let sum = 0
    let isWhole = true
    for (const row of members) {
      const cell = row * width + column
      if (ids[cell] === EMPTY) isWhole = false
      else sum += values[cell]!
    }
    return [sum, isWhole]
  }
}

/**
 * By run and number of cells: what it costs at least to fill so many cells from there on. A run that is used costs a block, one
 * that is used in part a cut more.
 */
function leastCosts(runs: Piece[][], cells: number): number[][] {
  const table: number[][] = []
  table[runs.length] = Array.from({ length: cells + 1 }, (_, need) => (need === 0 ? 0 : Number.POSITIVE_INFINITY))
  for (let run = runs.length - 1; run >= 0; run--) {
    const behind = table[run + 1]!
    const { length } = runs[run]!
    table[run] = behind.map((skip, need) => {
      let best = skip
      if (length <= need) best = Math.min(best, behind[need - length]! + 1)
      for (let used = 1; used < length && used <= need; used++) best = Math.min(best, behind[need - used]! + 2)
      return best
    })
  }
  return table
}

interface State extends Laying {
  /** Pieces that are laid or skipped. */
  at: number
  skipped: number
  cost: number
  /** By row: cells that are filled, from the left. */
  filled: Uint8Array
}

interface Block {
  row: number
  column: number
  rows: number
  columns: number
  byColumns: boolean
}

function nonZero(values: Float64Array): string {
  let key = ''
  for (const [cell, value] of values.entries()) if (value !== 0) key += `${cell}:${value},`
  return key
}
