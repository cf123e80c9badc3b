import { type Sum, sumHolds } from './form-rows'
import type { CellText } from './row-reading'

/** What the sums down the columns leave of the readings of each row. */
export interface ColumnSolution {
  /** By row: the readings that stand in some solution. Rows without readings stay without. */
  readings: CellText[][][]
  /** Some choice of one reading a row satisfies every sum that can be evaluated. */
  solvable: boolean
  /** By row: it takes part in a sum that could be evaluated, in each column. */
  verified: boolean[]
  /** The bound on the work was met: nothing is proved. */
  limited: boolean
}

/**
 * Chooses one reading for each row so that the sums down all columns hold; keeps every reading that stands in some solution.
 * Rows with one reading come first, then those with few; a partial choice that can no longer reach a sum is given up.
 *
 * @param readings by row of the form; a row that has none makes the sums it stands in unusable
 * @param steps    partial choices that are tried
 */
export function solveColumns(readings: CellText[][][], sums: Sum[], steps: number): ColumnSolution {
  const usable = sums.filter(({ left, right }) => [...left, ...right].every((row) => (readings[row]?.length ?? 0) > 0))
  const verified = readings.map((_, row) => usable.some(({ left, right }) => left.includes(row) || right.includes(row)))
  const open = readings.flatMap((list, row) => (list.length > 1 && verified[row] ? [row] : []))
  open.sort((a, b) => readings[a]!.length - readings[b]!.length)
  const chosen = readings.map((list) => list[0])
  const chosenIndex = readings.map(() => 0)
  const kept = readings.map((list, row) => new Set<number>(open.includes(row) ? [] : list.keys()))
  const bounds = readings.map(columnBounds)
  const isOpen = new Set(open)
  let tried = 0
  let solvable = false
  let limited = false

  function choose(at: number): void {
    if (limited) return
    if (++tried > steps) {
      limited = true
      return
    }
    if (!usable.every((sum) => mayHold(sum))) return
    const row = open[at]
    if (row === undefined) {
      solvable = true
      for (const one of open) kept[one]!.add(chosenIndex[one]!)
      return
    }
    isOpen.delete(row)
    for (const [index, reading] of readings[row]!.entries()) {
      chosen[row] = reading
      chosenIndex[row] = index
      choose(at + 1)
    }
    isOpen.add(row)
  }

  /** Open rows lie between the least and the greatest of their readings. */
  function mayHold(sum: Sum): boolean {
    const width = Math.max(...[...sum.left, ...sum.right].map((row) => chosen[row]!.length))
    for (let column = 0; column < width; column++) {
      const left = range(sum.left, column)
      const right = range(sum.right, column)
      if (left.least > right.most + 1e-6 || right.least > left.most + 1e-6) return false
    }
    return true
  }

  function range(rows: number[], column: number): { least: number; most: number } {
    let least = 0
    let most = 0
    for (const row of rows) {
      const bound = isOpen.has(row) ? bounds[row]![column] : undefined
      const value = chosen[row]![column]?.value ?? 0
      least += bound?.least ?? value
      most += bound?.most ?? value
    }
    return { least, most }
  }

  choose(0)
  const result = readings.map((list, row) => list.filter((_, index) => kept[row]!.has(index)))
  return { readings: result, solvable, verified, limited }
}

/** How many of the sums fail over rows of which each has one reading, counted by column; sums with a row that has none do not count. */
export function failedColumns(rows: (readonly CellText[] | undefined)[], sums: Sum[]): number {
  let failed = 0
  for (const sum of sums) {
    const members = [...sum.left, ...sum.right]
    if (members.some((row) => rows[row] === undefined)) continue
    const width = Math.max(...members.map((row) => rows[row]!.length))
    for (let column = 0; column < width; column++) {
      if (!sumHolds(sum, (row) => rows[row]![column]?.value ?? 0)) failed++
    }
  }
  return failed
}

function columnBounds(readings: CellText[][]): { least: number; most: number }[] {
  const width = readings[0]?.length ?? 0
  return Array.from({ length: width }, (_, column) => {
    const values = readings.map((cells) => cells[column]!.value)
    return { least: values.reduce((a, b) => Math.min(a, b)), most: values.reduce((a, b) => Math.max(a, b)) }
  })
}
