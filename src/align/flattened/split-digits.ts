import type { FigureEvidence } from '../../evidence/evidence'
import type { FormRow, Sum } from './form-rows'
import type { CellText } from './row-reading'

/** The ways to cut the figures of a row into its cells. */
export interface Splittings {
  /** Those that satisfy the sums of the row. */
  found: CellText[][]
  /** The only way to cut, sums aside: it needs no proof. */
  forced: boolean
  /** The bound on the work was met: `found` may lack some. */
  limited: boolean
}

/** Digits of the longest figure that is tried. */
const MAX_LENGTH = 15
/** Steps that are always tried, however few ways are wanted. */
const MIN_STEPS = 2_000

/**
 * Cuts digits that run together: `31 0 00 0 233` into 31, 0, 0, 0, 0, 2, 33, the only seven numbers with a true sum.
 * White space is always a cut, no number has a leading zero, and a figure with a sign, a point or commas is one cell.
 *
 * A figure with a sign stands in a column that may have one.
 *
 * @param limit ways that are kept; the steps tried are bounded by twenty times as many
 */
export function splitDigits(figures: FigureEvidence[], { leaves, sums }: FormRow, limit: number): Splittings {
  const signed = leaves.map(({ head }) => head.path[head.path.length - 1]!.type === 'signed')
  if (figures.length === 0 || figures.length > leaves.length) return { found: [], forced: false, limited: false }
  const free = enumerate(figures, signed, [], 2)
  if (free.found.length === 1 && !free.limited) return { found: free.found, forced: true, limited: false }
  return { ...enumerate(figures, signed, sums, limit), forced: false }
}

/** Goes from the last cell to the first. */
function enumerate(figures: FigureEvidence[], signed: boolean[], sums: Sum[], limit: number) {
  const width = signed.length
  const found: CellText[][] = []
  const cells = new Array<CellText>(width)
  const checks = Array.from({ length: width }, (_, column) =>
    sums.filter((sum) => Math.min(...sum.left, ...sum.right) <= column),
  )
  // Digits printed before each figure: every cell that is left needs one at least.
  const before: number[] = []
  let digitsBefore = 0
  for (const { digits } of figures) {
    before.push(digitsBefore)
    digitsBefore += Math.max(1, digits.length)
  }
  let steps = 0
  let limited = false

  function place(column: number, index: number, end: number): void {
    if (limited) return
    if (column < 0) {
      if (index >= 0) return
      if (found.length >= limit) limited = true
      else found.push([...cells])
      return
    }
    if (index < 0) return
    if (++steps > Math.max(MIN_STEPS, limit * 20)) {
      limited = true
      return
    }
    const figure = figures[index]!
    const { digits } = figure
    // Each figure before this one needs a cell of its own at least.
    const roomFor = column - index
    if (roomFor < 0) return
    if (digits === '') {
      cells[column] = { from: figure.from, to: figure.to, value: figure.value ?? 0 }
      if (mayHold(column)) place(column - 1, index - 1, figures[index - 1]?.digits.length ?? 0)
      return
    }
    for (let start = end - 1; start >= 0 && before[index]! + start >= column; start--) {
      if (end - start > MAX_LENGTH) break
      const printed = digits.slice(start, end)
      if (!/^(?:0|[1-9]\d*)$/.test(printed) && !(start === 0 && signed[column] && isSigned(printed))) continue
      cells[column] = { from: figure.from + start, to: figure.from + end, value: toValue(printed) }
      if (!mayHold(column)) continue
      if (start === 0) place(column - 1, index - 1, figures[index - 1]?.digits.length ?? 0)
      else place(column - 1, index, start)
    }
  }

  /** Cells from `column` on are set: no part of a sum may exceed its total, and a sum whose cells are all set must hold. */
  function mayHold(column: number): boolean {
    return checks[column]!.every(({ left, right }) => {
      const leftOpen = left.some((at) => at < column)
      const rightOpen = right.some((at) => at < column)
      const leftSum = sumFrom(left, column)
      const rightSum = sumFrom(right, column)
      if (!leftOpen && !rightOpen) return leftSum === rightSum
      return (leftOpen || rightSum <= leftSum) && (rightOpen || leftSum <= rightSum)
    })
  }

  function sumFrom(columns: number[], first: number): number {
    let sum = 0
    for (const at of columns) if (at >= first) sum += cells[at]!.value
    return sum
  }

  // Totals stand behind their parts, so the last cell comes first.
  const last = figures.length - 1
  place(width - 1, last, figures[last]!.digits.length)
  return { found, limited }
}

function isSigned(printed: string): boolean {
  return /^[-+－＋−][1-9]\d*$/.test(printed)
}

function toValue(printed: string): number {
  return /^[-－−]/.test(printed) ? -Number(printed.slice(1)) : Number(printed.replace(/^[+＋]/, ''))
}
