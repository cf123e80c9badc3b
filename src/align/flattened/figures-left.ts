import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'
import { permuteBlocks } from './permute-blocks'
import { failedSums, isPlain, toCell } from './row-reading'

/**
 * The figures that a laying of one form leaves for the row of another (table 四), where they can be that row: as many as it has
 * cells, its sums hold. Figures of a third form (table 二) that do not stand at its labels may be among them, in one piece
 * beside one of its labels.
 *
 * Otherwise a figure that was changed in print would be given to another table, and a 0 of that table be taken in its place.
 *
 * @param used    figures that are laid
 * @param claimed figures at labels of the third form
 * @param labels  labels of the third form
 * @param row     the row of the other form; undefined where it is not printed
 */
export function figuresLeft(
  used: Set<FigureEvidence>,
  evidence: Evidence[],
  claimed: Set<FigureEvidence>,
  labels: Evidence[],
  row: FormRow | undefined,
): FigureEvidence[] | undefined {
  const left: FigureEvidence[] = []
  const places = new Map<FigureEvidence, number>()
  for (const [place, item] of evidence.entries()) {
    if (item.kind !== 'figure') continue
    if (!used.has(item) && !claimed.has(item)) {
      left.push(item)
      places.set(item, place)
    }
  }
  const foreign = left.length - (row?.leaves.length ?? 0)
  if (foreign < 0) return undefined
  if (foreign === 0) return fits(left) ? left : undefined
  const isBeside = (item: Evidence | undefined): boolean => {
    if (item === undefined) return false
    if (item.kind === 'figure') return claimed.has(item)
    return item.kind === 'word' && labels.some(({ from, to }) => from < item.to && to > item.from)
  }
  for (let at = 0; at + foreign <= left.length; at++) {
    const first = places.get(left[at]!)!
    const last = places.get(left[at + foreign - 1]!)!
    if (last - first !== foreign - 1 || !(isBeside(evidence[first - 1]) || isBeside(evidence[last + 1]))) continue
    const rest = [...left.slice(0, at), ...left.slice(at + foreign)]
    if (fits(rest)) return rest
  }
  return undefined

  function fits(figures: FigureEvidence[]): boolean {
    if (!row) return figures.length === 0
    if (!isPlain(figures)) return false
    if (failedSums(figures.map(toCell), row.sums) === 0) return true
    return figures.every(isOfWholeRun) && permuteBlocks(figures, row, segments(figures)).length > 0
  }

  /** The figures beside it are left too: blocks in another order are whole runs. */
  function isOfWholeRun(figure: FigureEvidence): boolean {
    const place = places.get(figure)!
    return [evidence[place - 1], evidence[place + 1]].every((item) => item?.kind !== 'figure' || places.has(item))
  }

  function segments(figures: FigureEvidence[]): FigureEvidence[][] {
    const out: FigureEvidence[][] = []
    let before = Number.NaN
    for (const figure of figures) {
      const place = places.get(figure)!
      if (place === before + 1) out[out.length - 1]!.push(figure)
      else out.push([figure])
      before = place
    }
    return out
  }
}
