import type { AlignedCell } from '../alignment'
import type { DeferredFinding } from './form-candidate'
import type { RowReading } from './read-row'

/** The cells of a form by pointer, with what is to be said of them. */
export interface MergedCells {
  cells: Map<string, AlignedCell>
  findings: DeferredFinding[]
}

/**
 * Puts the readings of a form's rows together. Tables with different rows are pieces of one. A table that prints most of the
 * same rows again (the report twice, the year before) is another print: it fills nothing, and where its figures differ, that
 * is a finding.
 *
 * ```
 * 规章 2        规章 2
 * 文件 1        文件 1
 * 许可 5    →   许可 5
 * 规章 3        and a finding: 规章 stands twice, with 2 and 3
 * 许可 5
 * ```
 */
export function mergeReadings(readings: RowReading[]): MergedCells {
  const prints = inOrderOfWeight(splitPrints(readings))
  const rows = new Map<string, RowReading>()
  const cells = new Map<string, AlignedCell>()
  const findings: DeferredFinding[] = []
  for (const print of prints) {
    const shared = print.filter((reading) => rows.has(keyOf(reading)))
    const isAgain = shared.length * 2 > print.length
    for (const reading of print) {
      const known = rows.get(keyOf(reading))
      if (known) {
        if (!reading.bound.guessed) for (const finding of differences(known, reading)) findings.push(finding)
      } else if (!isAgain) {
        rows.set(keyOf(reading), reading)
        for (const cell of reading.cells) cells.set(cell.pointer, cell)
        for (const finding of reading.findings) findings.push(finding)
      }
    }
  }
  return { cells, findings }
}

function keyOf({ bound }: RowReading): string {
  return `${bound.block}/${bound.row}`
}

/**
 * Rows of one table, and of the tables behind it that go on where it ends; where an earlier row comes again, another print
 * begins.
 */
function splitPrints(readings: RowReading[]): RowReading[][] {
  const prints: RowReading[][] = []
  let seen = new Set<string>()
  let last: RowReading | undefined
  for (const reading of readings) {
    const sameTable = last?.bound.source.source.table === reading.bound.source.source.table
    const isAgain = seen.has(keyOf(reading))
    const goesBack = last !== undefined && isEarlier(reading, last)
    if (sameTable ? isAgain && goesBack : isAgain || goesBack || last === undefined) {
      prints.push([])
      seen = new Set()
    }
    prints[prints.length - 1]!.push(reading)
    seen.add(keyOf(reading))
    last = reading
  }
  return prints
}

function isEarlier({ bound }: RowReading, last: RowReading): boolean {
  return bound.block < last.bound.block || (bound.block === last.bound.block && bound.row < last.bound.row)
}

/** Share of the largest print's rows that the first one must have to go before it. */
const ENOUGH = 0.6

/**
 * The first print that is about as large as any goes first, then the others as they stand; rows without a figure come last,
 * for a label alone may be a contents page.
 */
function inOrderOfWeight(prints: RowReading[][]): RowReading[][] {
  const filled = prints.map((print) => print.filter(isFilled)).filter((print) => print.length > 0)
  const empty = prints.map((print) => print.filter((reading) => !isFilled(reading))).filter((print) => print.length > 0)
  const most = filled.reduce((size, { length }) => Math.max(size, length), 0)
  const first = filled.find(({ length }) => length >= ENOUGH * most)
  return first ? [first, ...filled.filter((print) => print !== first), ...empty] : empty
}

function isFilled({ bound, cells }: RowReading): boolean {
  return !bound.guessed && cells.some(({ state }) => state !== 'blank')
}

function differences(first: RowReading, other: RowReading): DeferredFinding[] {
  const own = new Map(first.cells.map((cell) => [cell.pointer, cell]))
  const differing = other.cells.filter(({ pointer, value }) => {
    const cell = own.get(pointer)
    return value !== null && cell !== undefined && cell.value !== value
  })
  const [one] = differing
  if (!one) return []
  return [
    {
      ruleId: 'structure-label-duplicate',
      finding: {
        pointers: differing.map(({ pointer }) => pointer),
        position: one.position,
        values: { actual: other.bound.source.labels.at(-1)?.view.text.replace(/\s+/g, '') ?? '' },
        related: differing.flatMap(({ pointer }) => {
          const cell = own.get(pointer)!
          return cell.position ? [{ message: `\`${cell.raw}\``, position: cell.position, pointer }] : []
        }),
      },
    },
  ]
}
