import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'
import { type Laying, NO_PIECE, type Run } from './lay-runs'

/** The figures of a table of which some stand at their labels. */
export interface Anchored {
  /** Every figure; pieces name them by their place here. */
  figures: FigureEvidence[]
  /** What labels bind. */
  start: Laying
  /** The other figures, words between two runs. */
  runs: Run[]
}

/** Rows in sequence, from which on the first figures of a row are believed to stand at its label. */
const ENOUGH = 3

/**
 * Finds rows whose labels stand with their first figures, as many in each, and the runs of all other figures.
 *
 * ```
 * 一、本年新收… 171 81 29 24 56 52       the last column is printed elsewhere: 413 0 29 …
 * 二、上年结转… 0 0 0 0 0 0
 * ```
 *
 * Between two such rows labels may be displaced, where the figures of the rows between are all there.
 */
export function anchorRows(rows: FormRow[], evidence: Evidence[], claimed: Set<FigureEvidence> = new Set()): Anchored {
  const width = rows[0]!.leaves.length
  const figures = evidence.filter((item) => item.kind === 'figure')
  const start: Laying = new Int16Array(rows.length * width).fill(NO_PIECE)
  const taken = new Set<FigureEvidence>(claimed)
  for (const { first, last, columns, own } of chains(rows, evidence)) {
    for (let row = first; row <= last; row++) {
      for (let column = 0; column < columns; column++) {
        const figure = own[(row - first) * columns + column]!
        taken.add(figure)
        start[row * width + column] = figures.indexOf(figure)
      }
    }
  }
  return { figures, start, runs: freeRuns(evidence, taken) }
}

interface Chain {
  first: number
  last: number
  columns: number
  own: FigureEvidence[]
}

interface Labelled {
  row: number
  /** Figures up to the next row label. */
  figures: FigureEvidence[]
  /** Of those, how many stand before other words. */
  before: number
}

function chains(rows: FormRow[], evidence: Evidence[]): Chain[] {
  const labels = labelled(rows, evidence)
  const width = rows[0]!.leaves.length
  const out: Chain[] = []
  for (let at = 0; at < labels.length; ) {
    const chain = longest(labels, at, width, rows.length)
    if (chain) {
      out.push(chain.chain)
      at = chain.next
    } else at++
  }
  const seen = new Set<number>()
  for (const { first, last } of out) {
    for (let row = first; row <= last; row++) {
      if (seen.has(row)) return []
      seen.add(row)
    }
  }
  return out
}

function longest(
  labels: Labelled[],
  at: number,
  width: number,
  count: number,
): { chain: Chain; next: number } | undefined {
  const start = labels[at]!
  const columns = start.figures.length
  if (columns < 1 || columns > width) return undefined
  let own: FigureEvidence[] = []
  let exact = 0
  let sure: { chain: Chain; next: number } | undefined
  for (let index = at; index < labels.length; index++) {
    const { row, figures, before } = labels[index]!
    if (row !== start.row + (index - at) || row >= count) break
    const due = (row - start.row) * columns
    // The last row may have the last column right behind it: its first figures stand at its label all the same.
    if (
      own.length === due &&
      before >= columns &&
      (before === columns || (sure?.chain.last === row - 1 && exact >= ENOUGH))
    ) {
      if (before === columns) exact++
      sure = {
        chain: { first: start.row, last: row, columns, own: [...own, ...figures.slice(0, columns)] },
        next: index + 1,
      }
    }
    if (Math.abs(own.length + figures.length - due - columns) > 2 * columns) break
    own = [...own, ...figures]
  }
  const enough = columns === 1 ? 2 * ENOUGH : ENOUGH
  return sure && exact >= enough && exact * 2 >= sure.chain.last - sure.chain.first + 1 ? sure : undefined
}

function labelled(rows: FormRow[], evidence: Evidence[]): Labelled[] {
  const out: Labelled[] = []
  let isOwn = true
  for (const item of evidence) {
    const last = out[out.length - 1]
    if (item.kind === 'figure') {
      last?.figures.push(item)
      if (last && isOwn) last.before++
    } else if (item.kind === 'word') {
      if (!item.fragment && item.text.length >= 2) isOwn = false
    } else if (item.spot.target.kind === 'stub') {
      const { block, leaf } = item.spot.target
      const row = rows.findIndex((one) => one.block === block && one.row === leaf)
      out.push({ row, figures: [], before: 0 })
      isOwn = true
    } else if (item.spot.target.kind === 'head' || item.spot.target.kind === 'headGroup') isOwn = false
  }
  return out
}

function freeRuns(evidence: Evidence[], taken: Set<FigureEvidence>): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  let id = 0
  let before = -1
  for (const [place, item] of evidence.entries()) {
    if (item.kind === 'figure' && !taken.has(item)) {
      if (!open) {
        open = { pieces: [], isCutBefore: isForeign(evidence[place - 1]), isCutBehind: false }
        runs.push(open)
      }
      open.pieces.push({ id: id++, value: usable(item), gap: item.gap && item.line !== before })
      before = item.line
      continue
    }
    if (open) open.isCutBehind = isForeign(item)
    open = undefined
    if (item.kind === 'figure') id++
  }
  return runs
}

/** Other words, or a heading (总计, 其他), which other forms have too: no row label. */
function isForeign(item: Evidence | undefined): boolean {
  return item?.kind === 'word' || (item?.kind === 'label' && item.spot.target.kind !== 'stub')
}

/** Counts are whole and not negative. */
function usable({ value, state, raw }: FigureEvidence): number | null {
  if (state !== 'number' || value === null || value < 0 || !Number.isInteger(value) || !/^[0-9０-９,，]+$/.test(raw))
    return null
  return value
}
