import { type FormRow, type Sum, sumHolds } from './form-rows'
import { leastCosts, restCosts } from './laying-costs'

/** What can be laid into the cells of a form: a figure, or one that can be none of its cells. */
export interface Piece {
  /** Its number; a dash is 0; null for what can be no cell of the form. */
  value: number | null
  /** Its place among all pieces, for the caller. */
  id: number
  /** Blank lines stand before it. */
  gap: boolean
}

/** Pieces that no words part. */
export interface Run {
  pieces: Piece[]
  /** Its first figures may be of another form: words of that one stand before them. */
  isCutBefore: boolean
  /** The same for its last figures and the words behind them. */
  isCutBehind: boolean
}

/** A way to lay the pieces out: by cell (row × width + column) the id of the piece, or `NO_PIECE`. */
export type Laying = Int16Array

/** A table to be filled. */
export interface LayingTask {
  /** The rows of one block of the form, all as wide. */
  rows: FormRow[]
  columnSums: Sum[]
  /** Pieces that labels bind already, by cell; rows begin with them. */
  start: Laying
  /** The other figures, words between two runs. */
  runs: Run[]
  /** By id of a piece its number. */
  values: number[]
  /** Does what is left of the figures bear a way out? */
  fits: (laying: Laying) => boolean
}

/** What the search found. */
export interface Layings {
  /** All ways of least cost that satisfy every sum; those with the same values as one. */
  found: Laying[]
  /** The bound on the work was met: nothing is proved. */
  limited: boolean
}

/** A cell that has no piece yet. */
export const NO_PIECE = -1

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
 * Figures of other tables stand between: whole runs, or the first or the last figures of one. Where blank lines part the
 * figures, layouts whose blocks end at blank lines are tried first.
 *
 * @param steps layouts that are looked at
 */
export function layRuns(task: LayingTask, steps: number): Layings {
  const inner = task.runs.flatMap(({ pieces }) => pieces.slice(1))
  const areTelling = inner.some(({ gap }) => gap) && inner.some(({ gap }) => !gap)
  const atGaps = areTelling ? search(task, steps / 4, true) : undefined
  return atGaps && atGaps.found.length > 0 ? atGaps : search(task, steps, false)
}

function search(
  { rows, columnSums, start, runs, values, fits }: LayingTask,
  steps: number,
  areGapsCuts: boolean,
): Layings {
  const width = rows[0]!.leaves.length
  const height = rows.length
  const rowSums = rows[0]!.sums
  const pieces = runs.flatMap((run) => run.pieces)
  const runOf = runs.flatMap((run, index) => run.pieces.map(() => index))
  const runEnd = runOf.map((run) => runOf.lastIndexOf(run) + 1)
  const isStart = runOf.map((run, at) => run !== runOf[at - 1])
  const mayCut = runOf.map((_, at) => !areGapsCuts || isStart[at]! || pieces[at]!.gap)
  mayCut.push(true)
  const count = pieces.length
  const filledAtStart = Array.from({ length: height }, (_, row) => {
    let filled = 0
    while (filled < width && start[row * width + filled] !== NO_PIECE) filled++
    return filled
  })
  const free = count - (height * width - filledAtStart.reduce((sum, filled) => sum + filled, 0))
  if (free < 0) return { found: [], limited: false }
  const least = leastCosts(runs, count - free)
  const leastInside: number[][] = []
  const open: State[][] = Array.from({ length: MAX_COST + 1 }, () => [])
  const known = new Map<string, number>()
  const first: State = { at: 0, skipped: 0, cost: 0, filled: Uint8Array.from(filledAtStart), ids: start }
  if (!holds(first)) return { found: [], limited: false }
  put(first, leastFrom(0, 0))
  let looked = 0
  for (const [cost, states] of open.entries()) {
    const found = new Map<string, Laying>()
    // A loop over a list that grows: what is put back costs as much.
    for (const state of states) {
      if (state.filled.every((filled) => filled === width)) {
        const key = keyOf(state)
        if (!found.has(key) && fits(state.ids)) found.set(key, state.ids)
        continue
      }
      const dearer = expand(state, cost)
      if (looked > steps) return { found: [], limited: true }
      if (dearer) open[cost + 1]?.push(state)
    }
    if (found.size > 0) return { found: [...found.values()], limited: false }
  }
  return { found: [], limited: false }

  function put(state: State, cost: number): void {
    if (cost > MAX_COST) return
    const key = keyOf(state)
    const before = known.get(key)
    if (before !== undefined && before <= state.cost) return
    known.set(key, state.cost)
    open[cost]!.push(state)
  }

  /** What tells two states apart: how far they are, which cells are filled, and with what; most figures are 0. */
  function keyOf({ at, filled, ids }: State): string {
    let key = `${at} ${filled.join('')}`
    for (let cell = 0; cell < ids.length; cell++) {
      const value = ids[cell] === NO_PIECE ? 0 : values[ids[cell]!]!
      if (value !== 0) key += ` ${cell}:${value}`
    }
    return key
  }

  /** What it costs at least to fill the rest: it has so many cells. */
  function leastFrom(at: number, skipped: number): number {
    const cells = count - free - (at - skipped)
    if (cells === 0) return 0
    if (at >= count) return Number.POSITIVE_INFINITY
    if (isStart[at]) return least[runOf[at]!]![cells]!
    leastInside[at] ??= restCosts(runEnd[at]! - at, least[runOf[at]! + 1]!, runs[runOf[at]!]!)
    return leastInside[at]![cells]!
  }

  function holds({ ids, filled }: State): boolean {
    for (let row = 0; row < height; row++) {
      const valueAt = (column: number) => values[ids[row * width + column]!]!
      if (filled[row] === width && !rowSums.every((sum) => sumHolds(sum, valueAt))) return false
    }
    for (let column = 0; column < width; column++)
      if (!columnSums.every((sum) => mayHold(sum, column, ids))) return false
    return true
  }

  /** Where the next block may begin, with what it costs: at the next figure, at a run, or inside a run. */
  function starts(state: State): [at: number, extra: number][] {
    const out: [number, number][] = []
    if (state.at >= count) return out
    const last = Math.min(count - 1, state.at + free - state.skipped)
    const isInside = !isStart[state.at]
    out.push([state.at, 0])
    if (isInside && !runs[runOf[state.at]!]!.isCutBehind) return out
    for (let at = isInside ? runEnd[state.at]! : state.at + 1; at <= last; at++) {
      if (isStart[at] || (runs[runOf[at]!]!.isCutBefore && mayCut[at]))
        out.push([at, (isInside ? 1 : 0) + (isStart[at] ? 0 : 1)])
    }
    return out
  }

  /** Puts every state that one block more leads to, of those that can still come out at this cost. True if others cost more. */
  function expand(state: State, cost: number): boolean {
    let isDearer = false
    for (const [at, extra] of starts(state)) {
      const skipped = state.skipped + (at - state.at)
      const spent = state.cost + 1 + extra
      looked++
      if (spent - 1 + leastFrom(at, skipped) > cost) {
        isDearer = true
        continue
      }
      const end = runEnd[at]!
      let limit = at
      while (limit < end && pieces[limit]!.value !== null) limit++
      const isFree = isStart[at] || at !== state.at
      for (let row = 0; row < height; row++) {
        const column = state.filled[row]!
        if (column === width || (row > 0 && state.filled[row - 1] === column)) continue
        let same = 1
        while (row + same < height && state.filled[row + same] === column) same++
        same = Math.min(same, limit - at)
        for (let rowsOf = 1; rowsOf <= same; rowsOf++) {
          const most = Math.min(width - column, Math.floor((limit - at) / rowsOf))
          for (let columnsOf = rowsOf === 1 ? width - column : 1; columnsOf <= most; columnsOf++) {
            const to = at + rowsOf * columnsOf
            // A block that leaves its rows open stands first or last in its run.
            if (!mayCut[to] || !(column + columnsOf === width || isFree || to === end)) continue
            looked++
            const total = spent + leastFrom(to, skipped)
            if (total > cost) isDearer = true
            if (total !== cost) continue
            const block = { row, column, rows: rowsOf, columns: columnsOf }
            lay(state, { ...block, byColumns: true }, at, skipped, spent, cost)
            if (rowsOf > 1 && columnsOf > 1) lay(state, { ...block, byColumns: false }, at, skipped, spent, cost)
          }
        }
      }
    }
    return isDearer
  }

  /** Lays a block, if no sum speaks against it. */
  function lay(state: State, block: Block, from: number, skipped: number, spent: number, cost: number): void {
    const { row: top, column: left, byColumns } = block
    const [bottom, right] = [top + block.rows, left + block.columns]
    const valueAt = (row: number, column: number) => {
      if (column < left) return values[state.ids[row * width + column]!]!
      const place = byColumns ? (column - left) * block.rows + row - top : (row - top) * block.columns + column - left
      return pieces[from + place]!.value!
    }
    if (right === width) {
      for (let row = top; row < bottom; row++)
        for (const sum of rowSums) if (!sumHolds(sum, (column) => valueAt(row, column))) return
    }
    const ids = state.ids.slice()
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        const place = byColumns ? (column - left) * block.rows + row - top : (row - top) * block.columns + column - left
        ids[row * width + column] = pieces[from + place]!.id
      }
    }
    for (let column = left; column < right; column++) if (!columnSums.every((sum) => mayHold(sum, column, ids))) return
    const filled = state.filled.slice()
    filled.fill(right, top, bottom)
    put({ at: from + block.rows * block.columns, skipped, cost: spent, filled, ids }, cost)
  }

  /** A sum holds, or may still hold as far as its cells are known: no figure of the form is negative. */
  function mayHold({ left, right }: Sum, column: number, ids: Laying): boolean {
    const [first, firstWhole] = side(left, column, ids)
    const [second, secondWhole] = side(right, column, ids)
    if (firstWhole && second > first + 1e-6) return false
    return !(secondWhole && first > second + 1e-6)
  }

  function side(members: number[], column: number, ids: Laying): [number, boolean] {
    let sum = 0
    let isWhole = true
    for (const row of members) {
      const cell = row * width + column
      if (ids[cell] === NO_PIECE) isWhole = false
      else sum += values[ids[cell]!]!
    }
    return [sum, isWhole]
  }
}

interface State {
  ids: Laying
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
