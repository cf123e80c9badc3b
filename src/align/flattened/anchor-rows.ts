import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'
import type { Laying, Piece } from './lay-runs'

/** The figures of a table of which some stand at their labels. */
export interface Anchored {
  /** Every figure; pieces name them by their place here. */
  figures: FigureEvidence[]
  /** What labels bind. */
  start: Laying
  /** The other figures, words between two runs. */
  runs: Piece[][]
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
  const ids = new Int16Array(rows.length * width).fill(-1)
  const values = new Float64Array(rows.length * width)
  const taken = new Set<FigureEvidence>(claimed)
  for (const { first, last, columns, own } of chains(rows, evidence)) {
    for (let row = first; row <= last; row++) {
      for (let column = 0; column < columns; column++) {
        const figure = own[(row - first) * columns + column]!
        taken.add(figure)
        ids[row * width + column] = figures.indexOf(figure)
        values[row * width + column] = figure.value ?? 0
      }
    }
  }
  return { figures, start: { ids, values }, runs: freeRuns(evidence, taken) }
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
    if (own.length === due && before >= columns && figures.length >= columns) {
      const isExact = before === columns
      if (isExact) {
        exact++
        sure = {
          chain: { first: start.row, last: row, columns, own: [...own, ...figures.slice(0, columns)] },
          next: index + 1,
        }
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

function freeRuns(evidence: Evidence[], taken: Set<FigureEvidence>): Piece[][] {
  const runs: Piece[][] = []
  let open: Piece[] | undefined
  let id = 0
  for (const item of evidence) {
    if (item.kind !== 'figure' || taken.has(item)) {
      open = undefined
      if (item.kind === 'figure') id++
      continue
    }
    if (!open) {
      open = []
      runs.push(open)
    }
    open.push({ id: id++, value: usable(item) })
  }
  return runs
}

/** Counts are whole and not negative. */
function usable({ value, state, raw }: FigureEvidence): number | null {
  if (state === 'dash') return 0
  if (state !== 'number' || value === null || value < 0 || !Number.isInteger(value) || !/^[0-9０-９,，]+$/.test(raw))
    return null
  return value
}
