import { type FormRow, type Sum, sumHolds } from './form-rows'
import { fewestBlocks, leastCosts, restCosts, wholeCosts } from './laying-costs'

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
  /** Pieces that labels bind already, by cell; rows begin with them. Every way to bind them is tried. */
  starts: Laying[]
  /** The other figures, words between two runs. */
  runs: Run[]
  /** By id of a piece its number. */
  values: number[]
  /** Of the pieces before this id only so many may be left: the table that may have the others begins behind them. */
  lead: { end: number; most: number }
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

/** Blocks and cuts of the simplest layout that is looked for. */
const MAX_COST = 24

/** What blank lines say of the places where blocks end. */
type Gaps = 'nothing' | 'everything' | 'much'

/** Rows, and the end of the last one, that fit a number as bits. */
const MOST_MARKS = 30

/** How much more than the simplest layout another one costs that is believed as well. */
const slacks: Record<Gaps, number> = { everything: 0, much: 0, nothing: 1 }

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
 * figures, layouts whose blocks end at blank lines are tried first; in others each block that does not costs one more.
 *
 * @param steps layouts that are looked at
 */
export function layRuns(task: LayingTask, steps: number): Layings {
  const inner = task.runs.flatMap(({ pieces }) => pieces.slice(1))
  const areTelling = inner.some(({ gap }) => gap) && inner.some(({ gap }) => !gap)
  const gaps = areTelling ? 'much' : 'nothing'
  const ways: [steps: number, gaps: Gaps, areRowsCosts: boolean][] = [
    [steps / 4, areTelling ? 'everything' : 'nothing', false],
  ]
  if (task.rows.length <= MOST_MARKS) ways.push([steps / 2, gaps, true])
  if (areTelling) ways.push([steps / 4, 'much', false])
  let limited = false
  for (const [share, gapsTell, areRowsCosts] of ways) {
    const tried = task.starts.map((start) => search(task, start, share / task.starts.length, gapsTell, areRowsCosts))
    const found = tried.flatMap((layings) => layings.found)
    const isLimited = tried.some((layings) => layings.limited)
    if (found.length > 0) return isLimited ? { found: [], limited: true } : { found, limited: false }
    limited ||= isLimited
  }
  return { found: [], limited }
}

function search(
  { rows, columnSums, runs, values, lead, fits }: LayingTask,
  start: Laying,
  steps: number,
  gaps: Gaps,
  areRowsCosts: boolean,
): Layings {
  const slack = slacks[gaps] * (areRowsCosts ? 2 : 1)
  const width = rows[0]!.leaves.length
  const height = rows.length
  const rowSums = rows[0]!.sums
  const pieces = runs.flatMap((run) => run.pieces)
  const runOf = runs.flatMap((run, index) => run.pieces.map(() => index))
  const isStart = runOf.map((run, at) => run !== runOf[at - 1])
  const runEnd = runOf.map((run) => runOf.lastIndexOf(run) + 1)
  // What a block costs that ends there.
  const cutCost = runOf.map((_, at) => {
    if (gaps === 'nothing' || isStart[at]! || pieces[at]!.gap) return 0
    return gaps === 'much' ? 3 : Number.POSITIVE_INFINITY
  })
  cutCost.push(0)
  const lastAt = new Map(pieces.map(({ value }, at) => [value, at]))
  const count = pieces.length
  const filledAtStart = Array.from({ length: height }, (_, row) => {
    let filled = 0
    while (filled < width && start[row * width + filled] !== NO_PIECE) filled++
    return filled
  })
  const leadEnd = pieces.filter(({ id }) => id < lead.end).length
  const free = count - (height * width - filledAtStart.reduce((sum, filled) => sum + filled, 0))
  if (free < 0) return { found: [], limited: false }
  const blocks = fewestBlocks(count, height, width)
  const whole = wholeCosts(runEnd, cutCost, height, width)
  const least = leastCosts(runs, count - free, blocks, whole)
  const leastInside: number[][] = []
  const open: State[][] = Array.from({ length: MAX_COST + 1 }, () => [])
  const known = new Map<string, number>()
  const first: State = {
    at: 0,
    skipped: 0,
    cost: 0,
    filled: Uint8Array.from(filledAtStart),
    ids: start,
    left: '',
    band: NO_BAND,
    marks: marksOf(filledAtStart),
    grid: '',
  }
  if (!holds(first)) return { found: [], limited: false }
  open[leastFrom(0, 0)]?.push(first)
  let looked = 0
  let last = MAX_COST
  const found = new Map<string, Laying>()
  for (const [cost, states] of open.entries()) {
    if (cost > last) break
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
    if (found.size > 0) last = Math.min(last, cost + slack)
  }
  return { found: [...found.values()], limited: false }

  /** True where nothing as good leads to the same: as far, the same cells filled with the same, the same left. */
  function isNew({ at, filled, band, marks, left, grid }: Omit<State, 'ids' | 'skipped'>, cost: number): boolean {
    const key = `${at} ${filled.join('')} ${band.row}+${band.rows}${band.mustClose} ${marks} ${left}|${grid}`
    const before = known.get(key)
    if (before !== undefined && before <= cost) return false
    known.set(key, cost)
    return true
  }

  /** The figures of a layout, and those that it leaves; most are 0. */
  function keyOf({ at, ids, left }: State): string {
    let key = `${at} ${left}`
    for (let cell = 0; cell < ids.length; cell++) {
      const value = values[ids[cell]!]!
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
    leastInside[at] ??= restCosts(runEnd[at]! - at, least[runOf[at]! + 1]!, runs[runOf[at]!]!, blocks, whole[at]!)
    return leastInside[at]![cells]!
  }

  function holds({ ids, filled }: State): boolean {
    for (let row = 0; row < height; row++) {
      const valueAt = (column: number) => values[ids[row * width + column]!]!
      if (filled[row] === width && !rowSums.every((sum) => sumHolds(sum, valueAt))) return false
    }
    for (let column = 0; column < width; column++)
      if (!columnSums.every((sum) => mayHold(sum, column, ids, 0))) return false
    return true
  }

  /** Where the next block may begin, with what it costs: at the next figure, at a run, or inside a run. */
  function starts(state: State): [at: number, extra: number][] {
    const out: [number, number][] = []
    if (state.at >= count) return out
    const most = state.at < leadEnd && state.at + lead.most - state.skipped < leadEnd ? lead.most : free
    const last = Math.min(count - 1, state.at + most - state.skipped)
    const isInside = !isStart[state.at]
    out.push([state.at, 0])
    // Tables that follow one another in a run are parted by blank lines, where there are any.
    if (isInside && !(runs[runOf[state.at]!]!.isCutBehind && cutCost[state.at] === 0)) return out
    for (let at = isInside ? runEnd[state.at]! : state.at + 1; at <= last; at++) {
      if (isStart[at] || (runs[runOf[at]!]!.isCutBefore && cutCost[at] === 0))
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
        if (state.band.mustClose && state.band.row !== row) continue
        for (let rowsOf = state.band.mustClose ? state.band.rows : 1; rowsOf <= same; rowsOf++) {
          if (state.band.mustClose && rowsOf > state.band.rows) break
          // A block that leaves its rows open stands first or last in its run, or behind one of the same rows.
          const mayStayOpen = isFree || (state.band.row === row && state.band.rows === rowsOf)
          const most = Math.min(width - column, Math.floor((limit - at) / rowsOf))
          for (let columnsOf = rowsOf === 1 ? width - column : 1; columnsOf <= most; columnsOf++) {
            const to = at + rowsOf * columnsOf
            if (cutCost[to] === Number.POSITIVE_INFINITY) continue
            const isDone = column + columnsOf === width || mayStayOpen || to === end
            if (!isDone && !(gaps !== 'nothing' && cutCost[at] === 0 && cutCost[to] === 0)) continue
            looked++
            const added = cutCost[to]! + newMarks(state, row) + newMarks(state, row + rowsOf)
            const total = spent + added + leastFrom(to, skipped)
            if (total > cost) isDearer = true
            if (total !== cost) continue
            const mustClose = !areRowsCosts && column + columnsOf < width && (!isDone || state.band.mustClose)
            const block = { row, column, rows: rowsOf, columns: columnsOf, mustClose }
            lay(state, { ...block, byColumns: true }, at, skipped, spent + added, cost)
            if (rowsOf > 1 && columnsOf > 1)
              lay(state, { ...block, byColumns: false }, at, skipped, spent + added, cost)
          }
        }
      }
    }
    return isDearer
  }

  /** Lays a block, if no sum speaks against it. */
  function lay(state: State, block: Block, from: number, skipped: number, spent: number, cost: number): void {
    const { row: top, column: first, byColumns } = block
    const [bottom, right] = [top + block.rows, first + block.columns]
    const to = from + block.rows * block.columns
    const placeIn = (row: number, column: number) =>
      byColumns ? (column - first) * block.rows + row - top : (row - top) * block.columns + column - first
    const valueAt = (row: number, column: number) => {
      if (column < first) return values[state.ids[row * width + column]!]!
      return pieces[from + placeIn(row, column)]!.value!
    }
    for (let row = top; row < bottom; row++)
      for (const sum of rowSums) if (!mayHoldInRow(sum, (column) => valueAt(row, column), right, to)) return
    const filled = state.filled.slice()
    filled.fill(right, top, bottom)
    const least = Math.max(cost, spent + openStretches(filled))
    if (least > MAX_COST) return
    let left = state.left
    for (let at = state.at; at < from; at++) left += `${pieces[at]!.value} `
    const ids = state.ids.slice()
    let grid = state.grid
    for (let at = from; at < to; at++) {
      const place = at - from
      const row = top + (byColumns ? place % block.rows : Math.floor(place / block.columns))
      const column = first + (byColumns ? Math.floor(place / block.rows) : place % block.columns)
      ids[row * width + column] = pieces[at]!.id
      if (pieces[at]!.value !== 0) grid += `${row * width + column} `
    }
    const band = right < width ? { row: top, rows: block.rows, mustClose: block.mustClose } : NO_BAND
    const marks = areRowsCosts ? state.marks | (1 << top) | (1 << bottom) : 0
    if (!isNew({ at: to, cost: spent, filled, band, marks, left, grid }, spent)) return
    for (let column = first; column < right; column++)
      if (!columnSums.every((sum) => mayHold(sum, column, ids, to))) return
    open[least]!.push({ at: to, skipped, cost: spent, filled, ids, left, band, marks, grid })
  }

  /** A row that no other block begins or ends at. */
  function newMarks({ marks }: State, row: number): number {
    return areRowsCosts ? 1 - ((marks >> row) & 1) : 0
  }

  /** Neighbouring rows with as many cells filled; a block is of one of them. */
  function openStretches(filled: Uint8Array): number {
    let stretches = 0
    for (let row = 0; row < height; row++)
      if (filled[row] !== width && (row === 0 || filled[row - 1] !== filled[row])) stretches++
    return stretches
  }

  /** A sum of a row that is filled up to a column holds; or what it lacks is still to come. */
  function mayHoldInRow(
    { left, right }: Sum,
    valueAt: (column: number) => number,
    filled: number,
    to: number,
  ): boolean {
    let difference = 0
    let unknown = 0
    let sign = 0
    for (const column of left) {
      if (column < filled) difference += valueAt(column)
      else {
        unknown++
        sign = -1
      }
    }
    for (const column of right) {
      if (column < filled) difference -= valueAt(column)
      else {
        unknown++
        sign = 1
      }
    }
    if (unknown === 0) return Math.abs(difference) < 1e-6
    return unknown > 1 || isToCome(sign * difference, to)
  }

  /** A sum holds, or may still hold as far as its cells are known: no figure of the form is negative. */
  function mayHold({ left, right }: Sum, column: number, ids: Laying, to: number): boolean {
    const [first, lacksFirst] = side(left, column, ids)
    const [second, lacksSecond] = side(right, column, ids)
    if (lacksFirst === 0 && second > first + 1e-6) return false
    if (lacksSecond === 0 && first > second + 1e-6) return false
    if (lacksFirst + lacksSecond !== 1) return true
    return isToCome(lacksFirst === 1 ? second - first : first - second, to)
  }

  function side(members: number[], column: number, ids: Laying): [sum: number, lacking: number] {
    let sum = 0
    let lacking = 0
    for (const row of members) {
      const cell = row * width + column
      if (ids[cell] === NO_PIECE) lacking++
      else sum += values[ids[cell]!]!
    }
    return [sum, lacking]
  }

  function isToCome(value: number, to: number): boolean {
    return (lastAt.get(value) ?? -1) >= to
  }
}

/** Rows that a block has left open, for the next one. */
interface Band {
  row: number
  rows: number
  /** The next block is of the same rows. */
  mustClose: boolean
}

/** A bit for each row at which the number of filled cells changes. */
function marksOf(filled: number[]): number {
  const all = 1 | (1 << filled.length)
  return filled.reduce((marks, cells, row) => (cells === filled[row - 1] ? marks : marks | (1 << row)), all)
}

const NO_BAND: Band = { row: -1, rows: 0, mustClose: false }

interface State {
  ids: Laying
  /** Pieces that are laid or skipped. */
  at: number
  skipped: number
  cost: number
  /** By row: cells that are filled, from the left. */
  filled: Uint8Array
  /** The values of the pieces that are skipped. */
  left: string
  band: Band
  /** A bit for each row that a block begins or ends at. */
  marks: number
  /** The cells of the figures that are not 0, in the order of print. */
  grid: string
}

interface Block {
  row: number
  column: number
  rows: number
  columns: number
  byColumns: boolean
  mustClose: boolean
}
