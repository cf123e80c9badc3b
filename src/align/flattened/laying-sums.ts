import { type Sum, sumHolds } from './form-rows'
import { type Laying, type LayingTask, NO_PIECE } from './laying'

/** Whether the sums of a form may still hold over the cells that are filled. */
export interface LayingSums {
  /** All of them, rows being filled so far from the left. */
  mayHold: (ids: Laying, filled: ArrayLike<number>) => boolean
  /** Those of a row whose first cells are filled. */
  mayHoldInRow: (valueAt: (column: number) => number, filled: number, to: number) => boolean
  /** Those down a column. */
  mayHoldInColumn: (ids: Laying, column: number, to: number) => boolean
}

/**
 * The sums of a form while it is being filled: no figure is negative, and the one that a sum lacks must be still to come.
 *
 * @param isToCome a figure of this value stands at `to` or behind
 */
export function layingSums(
  { rows, columnSums, values }: LayingTask,
  isToCome: (value: number, to: number) => boolean,
): LayingSums {
  const { leaves, sums } = rows[0]!
  const width = leaves.length
  return { mayHold, mayHoldInRow, mayHoldInColumn }

  function mayHold(ids: Laying, filled: ArrayLike<number>): boolean {
    for (const row of rows.keys()) {
      const valueAt = (column: number) => values[ids[row * width + column]!]!
      if (filled[row] === width && !sums.every((sum) => sumHolds(sum, valueAt))) return false
    }
    return leaves.every((_, column) => mayHoldInColumn(ids, column, 0))
  }

  function mayHoldInRow(valueAt: (column: number) => number, filled: number, to: number): boolean {
    return sums.every(({ left, right }) => {
      const known = (columns: number[]) =>
        columns.reduce((sum, column) => (column < filled ? sum + valueAt(column) : sum), 0)
      const lacking = (columns: number[]) => columns.filter((column) => column >= filled).length
      return isPossible(known(left), lacking(left), known(right), lacking(right), to)
    })
  }

  function mayHoldInColumn(ids: Laying, column: number, to: number): boolean {
    return columnSums.every(({ left, right }: Sum) => {
      const [first, firstLacks] = side(left, column, ids)
      const [second, secondLacks] = side(right, column, ids)
      return isPossible(first, firstLacks, second, secondLacks, to)
    })
  }

  function side(members: number[], column: number, ids: Laying): [sum: number, lacking: number] {
    let sum = 0
    let lacking = 0
    for (const row of members) {
      const id = ids[row * width + column]!
      if (id === NO_PIECE) lacking++
      else sum += values[id]!
    }
    return [sum, lacking]
  }

  function isPossible(left: number, leftLacks: number, right: number, rightLacks: number, to: number): boolean {
    if (leftLacks === 0 && right > left + 1e-6) return false
    if (rightLacks === 0 && left > right + 1e-6) return false
    if (leftLacks + rightLacks !== 1) return true
    return isToCome(leftLacks === 1 ? right - left : left - right, to)
  }
}
