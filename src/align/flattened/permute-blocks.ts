import type { FigureEvidence } from '../../evidence/evidence'
import { type FormRow, type Sum, sumHolds } from './form-rows'
import { type CellText, rowKey, toCell } from './row-reading'

/** More blocks have more orders than are worth trying. */
const MAX_SUMS = 4

/**
 * Text drawn from a PDF scatters a row without labels in blocks: the parts of each sum stay together, so does each total.
 *
 * ```
 * 72 64 178 37 … 12 1 1 6 … 351 … 13 4 8 1 26 … 20
 * ```
 *
 * Gives every assignment of the printed blocks to the sums of the form that satisfies all of them; those with the same values
 * as one. None where the form's sums do not divide its columns so.
 *
 * @param segments the figures as printed, words between two segments
 */
export function permuteBlocks(figures: FigureEvidence[], row: FormRow, segments: FigureEvidence[][]): CellText[][] {
  const blocks = sumBlocks(row)
  if (!blocks || blocks.length > MAX_SUMS) return []
  const size = blocks[0]!.right.length
  const arrangements = orders(Array.from(blocks.keys()))
  const found = new Map<string, CellText[]>()
  for (const { runs, totals } of cuts(segments, size, blocks.length)) {
    // Which run adds up to which total: most orders need not be laid out.
    const adds = runs.map((run) => totals.map((total) => addsUp(run, total)))
    for (const runOrder of arrangements) {
      for (const totalOrder of arrangements) {
        if (!blocks.every((_, index) => adds[runOrder[index]!]![totalOrder[index]!])) continue
        const cells = new Array<CellText>(figures.length)
        for (const [index, { left, right }] of blocks.entries()) {
          cells[left[0]!] = toCell(totals[totalOrder[index]!]!)
          for (const [part, column] of right.entries()) cells[column] = toCell(runs[runOrder[index]!]![part]!)
        }
        const key = rowKey(cells)
        if (!found.has(key)) found.set(key, cells)
      }
    }
  }
  return [...found.values()]
}

function addsUp(run: FigureEvidence[], total: FigureEvidence): boolean {
  return sumHolds({ left: [run.length], right: [...run.keys()] }, (at) => (run[at] ?? total).value ?? 0)
}

/** The sums of the row, where each column is in exactly one of them, totals are single and all have as many parts. */
function sumBlocks({ sums, leaves }: FormRow): Sum[] | undefined {
  const columns = sums.flatMap(({ left, right }) => [...left, ...right])
  const isPartition = columns.length === leaves.length && new Set(columns).size === leaves.length
  const areAlike = sums.every(({ left, right }) => left.length === 1 && right.length === sums[0]!.right.length)
  return isPartition && areAlike ? sums : undefined
}

interface Cut {
  runs: FigureEvidence[][]
  totals: FigureEvidence[]
}

/** The ways to cut segments into runs of `size` figures and single ones, as many of each as there are sums. */
function cuts(segments: FigureEvidence[][], size: number, count: number): Cut[] {
  let open: Cut[] = [{ runs: [], totals: [] }]
  for (const segment of segments) {
    open = open.flatMap((cut) => cutSegment(segment, size, count, cut))
  }
  return open.filter(({ runs, totals }) => runs.length === count && totals.length === count)
}

function cutSegment(segment: FigureEvidence[], size: number, count: number, before: Cut): Cut[] {
  if (segment.length === 0) return [before]
  const { runs, totals } = before
  const ways: Cut[] = []
  if (segment.length >= size && runs.length < count)
    ways.push(...cutSegment(segment.slice(size), size, count, { runs: [...runs, segment.slice(0, size)], totals }))
  if (totals.length < count)
    ways.push(...cutSegment(segment.slice(1), size, count, { runs, totals: [...totals, segment[0]!] }))
  return ways
}

function orders<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, index) => orders(items.filter((_, at) => at !== index)).map((rest) => [item, ...rest]))
}
