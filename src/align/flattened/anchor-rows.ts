import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'
import { type Laying, NO_PIECE, type Run } from './laying'
import { failedSums, rowKey, toCell } from './row-reading'

/** The figures of a table of which some stand at their labels. */
export interface Anchored {
  /** Every figure; pieces name them by their place here. */
  figures: FigureEvidence[]
  /** What labels bind: more than one way where some rows are printed in blocks of their own. */
  starts: Laying[]
  /** The other figures, words between two runs. */
  runs: Run[]
}

/** Rows in sequence, from which on the first figures of a row are believed to stand at its label. */
const ENOUGH = 3

/** The same for the rows from those of another such sequence on to the end of the form. */
const ENOUGH_AT_END = 2

/** Rows whose figures may be printed before or behind their own, between two labels. */
const MOST_OWED = 6

/** Ways to bind figures to labels that are looked at. */
const MOST_STARTS = 64

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
  const places = new Map(figures.map((figure, place) => [figure, place]))
  const taken = new Set<FigureEvidence>(claimed)
  let starts: Laying[] = [new Int16Array(rows.length * width).fill(NO_PIECE)]
  const bound = chains(rows, evidence, claimed)
  if (!bound) return { figures, starts: [], runs: [] }
  for (const { first, columns, stretches } of bound) {
    let row = first
    for (const stretch of stretches) {
      for (const { figures: own } of stretch) for (const figure of own) taken.add(figure)
      const top = row
      row += stretch.length
      starts = layWays(stretch, columns, rows[0]!).flatMap((way) =>
        starts.map((start) => {
          const laying = start.slice()
          for (const [at, figure] of way.entries())
            laying[(top + Math.floor(at / columns)) * width + (at % columns)] = places.get(figure)!
          return laying
        }),
      )
      if (starts.length > MOST_STARTS) return { figures, starts: [], runs: [] }
    }
  }
  return { figures, starts, runs: freeRuns(evidence, taken, claimed, (figure) => roomOf(figure, bound, rows)) }
}

/** The rows that a figure before or behind sequences of whole rows may be of. */
function roomOf({ from }: FigureEvidence, chains: Chain[], rows: FormRow[]): [number, number] {
  let room: [number, number] = [0, rows.length]
  for (const { first, last, columns, stretches } of chains) {
    if (columns < rows[0]!.leaves.length) continue
    const begin = stretches[0]!.flatMap(({ figures }) => figures)[0]!.from
    room = from < begin ? [room[0], Math.min(room[1], first)] : [Math.max(room[0], last + 1), room[1]]
  }
  return room
}

/**
 * The ways to read rows that have together as many figures as cells, by row: one after the other; or the first of each at its
 * label, the others one after the other or column by column. Those with the same values as one; whole rows keep their sums.
 *
 *     （一）予以公开 313 （二）部分公开 569 0 0 0 313 588 0 0 1157      →  313 0 0 0 313, 569 588 0 0 1157
 */
function layWays(stretch: Labelled[], columns: number, { leaves, sums }: FormRow): FigureEvidence[][] {
  const height = stretch.length
  if (height === 1) return [stretch[0]!.figures]
  const all = stretch.flatMap(({ figures }) => figures)
  const found = new Map<string, FigureEvidence[]>()
  for (let own = 0; own < columns; own++) {
    if (stretch.some(({ before }) => before < own)) break
    const heads = stretch.map(({ figures }) => figures.slice(0, own))
    const atLabels = new Set(heads.flat())
    const others = all.filter((figure) => !atLabels.has(figure))
    const each = columns - own
    for (const byColumns of [false, true]) {
      const lines = heads.map((head, row) => [
        ...head,
        ...Array.from(
          { length: each },
          (_, column) => others[byColumns ? column * height + row : row * each + column]!,
        ),
      ])
      const isWrong = columns === leaves.length && lines.some((line) => failedSums(line.map(toCell), sums) > 0)
      const key = rowKey(lines.flat().map(toCell))
      if (!isWrong && !found.has(key)) found.set(key, lines.flat())
    }
  }
  return [...found.values()]
}

/** Rows whose labels have just their figures right behind them, and the sums of a row hold over these. */
export function wholeRows(rows: FormRow[], evidence: Evidence[]): Map<number, FigureEvidence[]> {
  const whole = new Map<number, FigureEvidence[]>()
  for (const { row, figures, before } of labelled(rows, evidence)) {
    const own = rows[row]
    if (!own || before !== figures.length || before !== own.leaves.length) continue
    if (failedSums(figures.map(toCell), own.sums) === 0) whole.set(row, figures)
  }
  return whole
}

interface Chain {
  first: number
  last: number
  columns: number
  /** Its rows, in groups that have as many figures as cells. */
  stretches: Labelled[][]
}

interface Labelled {
  row: number
  /** Figures up to the next row label. */
  figures: FigureEvidence[]
  /** Of those, how many stand before other words. */
  before: number
}

/** Undefined where figures are lost between whole rows. */
function chains(rows: FormRow[], evidence: Evidence[], claimed: Set<FigureEvidence>): Chain[] | undefined {
  const labels = labelled(rows, evidence)
  const width = rows[0]!.leaves.length
  const out: Chain[] = []
  let spare: FigureEvidence[] = []
  let end = 0
  for (let at = 0; at < labels.length; ) {
    const previous = out[out.length - 1]
    const widths = [...new Set([labels[at]!.figures.length, previous?.columns ?? 0])].filter(
      (one) => one > 0 && one <= width,
    )
    const found = widths.flatMap((columns) => longest(labels, at, columns, rows.length, previous) ?? [])
    const longestOne = found.sort((a, b) => b.next - a.next)[0]
    if (longestOne) {
      const { chain, next } = longestOne
      // Between two sequences of whole rows stand just those of the rows between.
      const between = labels.slice(end, at).flatMap(({ figures }) => figures)
      const loose = [...spare, ...between].filter((figure) => !claimed.has(figure)).length
      const lost = previous ? (chain.first - previous.last - 1) * width : 0
      if (previous?.columns === width && chain.columns === width && lost > 0 && loose !== lost) return undefined
      out.push(chain)
      spare = labels[next - 1]!.figures.slice(chain.columns)
      at = next
      end = next
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
  columns: number,
  count: number,
  previous: Chain | undefined,
): { chain: Chain; next: number } | undefined {
  const start = labels[at]!
  let due = 0
  let printed = 0
  let exact = 0
  let sure: { chain: Chain; next: number } | undefined
  const stretches: Labelled[][] = []
  let open: Labelled[] = []
  for (let index = at; index < labels.length; index++) {
    const label = labels[index]!
    const { row, figures, before } = label
    if (row !== start.row + (index - at) || row >= count) break
    // The last row may have the last column right behind it: its first figures stand at its label all the same.
    if (
      printed === due &&
      before >= columns &&
      (before === columns || (sure?.chain.last === row - 1 && exact >= ENOUGH))
    ) {
      if (before === columns) exact++
      const last: Labelled = { ...label, figures: figures.slice(0, columns) }
      sure = {
        chain: { first: start.row, last: row, columns, stretches: [...stretches, [last]] },
        next: index + 1,
      }
    }
    due += columns
    printed += figures.length
    if (Math.abs(printed - due) > MOST_OWED * columns) break
    open.push(label)
    if (printed !== due) continue
    stretches.push(open)
    open = []
  }
  if (!sure) return undefined
  const { first, last } = sure.chain
  const isEnd = previous?.last === first - 1 && last === count - 1
  const enough = columns === 1 ? 2 * ENOUGH : ENOUGH
  return exact >= (isEnd ? ENOUGH_AT_END : enough) && exact * 2 >= last - first + 1 ? sure : undefined
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

function freeRuns(
  evidence: Evidence[],
  taken: Set<FigureEvidence>,
  claimed: Set<FigureEvidence>,
  roomOf: (figure: FigureEvidence) => [number, number],
): Run[] {
  const isForeign = (item: Evidence | undefined) =>
    item !== undefined && (isOtherWord(item) || (item.kind === 'figure' && claimed.has(item)))
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
      open.pieces.push({ id: id++, value: usable(item), gap: item.gap && item.line !== before, room: roomOf(item) })
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
function isOtherWord(item: Evidence): boolean {
  return item.kind === 'word' || (item.kind === 'label' && item.spot.target.kind !== 'stub')
}

/** Counts are whole and not negative. */
function usable({ value, state, raw }: FigureEvidence): number | null {
  if (state !== 'number' || value === null || value < 0 || !Number.isInteger(value) || !/^[0-9０-９,，]+$/.test(raw))
    return null
  return value
}
