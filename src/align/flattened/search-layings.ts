import { type Laying, type Layings, type LayingTask, NO_PIECE } from './laying'
import { fewestBlocks, leastCosts, restCosts, wholeCosts } from './laying-costs'
import { layingSums } from './laying-sums'

/** Blocks and cuts of the simplest layout that is looked for. */
const MAX_COST = 24

/** What blank lines say of the places where blocks end. */
export type Gaps = 'nothing' | 'everything' | 'much'

/** How much more than the simplest layout another one costs that is believed as well. */
const slacks: Record<Gaps, number> = { everything: 0, much: 0, nothing: 1 }

/**
 * Looks for the layouts of a table that cost least, and those that cost little more: a block costs 1, as a cut does inside a
 * run; where asked for, each row that no other block begins or ends at costs 1 more.
 *
 * @param start what labels bind
 * @param steps layouts that are looked at
 */
export function searchLayings(
  task: LayingTask,
  start: Laying,
  steps: number,
  gaps: Gaps,
  areRowsCosts: boolean,
): Layings {
  const { rows, runs, values, lead, fits } = task
  const slack = slacks[gaps] * (areRowsCosts ? 2 : 1)
  const width = rows[0]!.leaves.length
  const height = rows.length
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
  const sums = layingSums(task, (value, to) => (lastAt.get(value) ?? -1) >= to)
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
  if (!sums.mayHold(start, filledAtStart)) return { found: [], limited: false }
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
      const [top, bottom] = pieces[at]!.room
      for (let row = top; row < bottom; row++) {
        const column = state.filled[row]!
        if (column === width || (row > top && state.filled[row - 1] === column)) continue
        let same = 1
        while (row + same < bottom && state.filled[row + same] === column) same++
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
    for (let row = top; row < bottom; row++) if (!sums.mayHoldInRow((column) => valueAt(row, column), right, to)) return
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
    for (let column = first; column < right; column++) if (!sums.mayHoldInColumn(ids, column, to)) return
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
