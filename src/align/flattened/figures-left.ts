import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'
import { permuteBlocks } from './permute-blocks'
import { failedSums, isPlain, rowKey, toCell } from './row-reading'

/** Pieces of a third form that are looked for in several places; every choice of them is tried. */
const MOST_PIECES = 10

/**
 * The figures that a laying of one form leaves for the row of another (table 四), where they can be that row: as many as it has
 * cells, its sums hold. Figures of a third form (table 二) that do not stand at its labels may be among them, in one piece
 * beside one of its labels, or in several that words part from all others.
 *
 * Otherwise a figure that was changed in print would be given to another table, and a 0 of that table be taken in its place.
 *
 * @param used    figures that are laid
 * @param claimed figures of the third form
 * @param labels  labels of the third form
 * @param row     the row of the other form; undefined where it is not printed
 * @param begin   where the other form begins: none of its figures stands before
 * @returns every choice, those with the same figures in the same order as one; none where the laying cannot be
 */
export function figuresLeft(
  used: Set<FigureEvidence>,
  evidence: Evidence[],
  claimed: Set<FigureEvidence>,
  labels: Evidence[],
  row: FormRow | undefined,
  begin: number,
): FigureEvidence[][] {
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
  if (foreign < 0) return []
  const found = new Map<string, FigureEvidence[]>()
  for (const rest of foreign === 0 ? [left] : [...withoutPiece(), ...withoutPieces()]) {
    const key = rowKey(rest.map(toCell))
    if (!found.has(key) && fits(rest)) found.set(key, rest)
  }
  return [...found.values()]

  /** One piece of the third form among the others. */
  function withoutPiece(): FigureEvidence[][] {
    const ways: FigureEvidence[][] = []
    for (let at = 0; at + foreign <= left.length; at++) {
      const piece = left.slice(at, at + foreign)
      if (isTogether(piece) && isBesideLabel(piece)) ways.push([...left.slice(0, at), ...left.slice(at + foreign)])
    }
    return ways
  }

  /** Several of them, each all that is left between words or figures that are laid. */
  function withoutPieces(): FigureEvidence[][] {
    const pieces = segments(left).filter(isBesideLabel)
    if (pieces.length < 2 || pieces.length > MOST_PIECES) return []
    const ways: FigureEvidence[][] = []
    for (let choice = 1; choice < 1 << pieces.length; choice++) {
      const chosen = pieces.filter((_, at) => choice & (1 << at))
      if (chosen.length < 2 || chosen.reduce((sum, { length }) => sum + length, 0) !== foreign) continue
      const taken = new Set(chosen.flat())
      ways.push(left.filter((figure) => !taken.has(figure)))
    }
    return ways
  }

  function isTogether(figures: FigureEvidence[]): boolean {
    return places.get(figures[figures.length - 1]!)! - places.get(figures[0]!)! === figures.length - 1
  }

  function isBesideLabel(figures: FigureEvidence[]): boolean {
    const [first, last] = [places.get(figures[0]!)!, places.get(figures[figures.length - 1]!)!]
    return [evidence[first - 1], evidence[last + 1]].some((item) => {
      if (item === undefined) return false
      if (item.kind === 'figure') return claimed.has(item)
      return item.kind === 'word' && labels.some(({ from, to }) => from < item.to && to > item.from)
    })
  }

  function fits(figures: FigureEvidence[]): boolean {
    if (!row) return figures.length === 0
    if (!isPlain(figures) || figures[0]!.from < begin) return false
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
