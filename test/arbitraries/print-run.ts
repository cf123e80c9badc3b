import type { Pointer } from '../../src/types'
import type { Rows } from './print-delimited'
import type { Random } from './random'
import { type Cell, cellsOf, isHeadRow } from './sheet'

/** A table whose tags were stripped, with the cells that nothing in it proves any more. */
export interface Run {
  text: string
  unproved: Pointer[]
}

/**
 * A table as archives keep it that drop the tags and put nothing in their place:
 *
 *     <td>规章</td><td>3</td><td>0</td><td>3</td>   ⇒   规章303
 *
 * `apart` is the share of the borders between two numbers that leave a space.
 */
export function printRun(rows: Rows, random: Random, apart: number): Run {
  const seen = new Set<Cell>()
  const unproved: Pointer[] = []
  const zeros = rows.flat().some(({ role, text }) => role === 'value' && text === '0')
  let text = ''
  for (const row of rows) {
    const cells = cellsOf(row).filter((cell) => !seen.has(cell))
    for (const cell of cells) seen.add(cell)
    for (const cell of cells) if (cell.role !== 'value') text += cell.text
    const values = cells.filter(({ role }) => role === 'value')
    if (values.length === 0 || isHeadRow(row)) continue
    const runs: Cell[][] = []
    for (const [index, cell] of values.entries()) {
      if (index === 0 || random.chance(apart)) runs.push([cell])
      else runs.at(-1)!.push(cell)
    }
    text += runs.map((run) => run.map((cell) => cell.text).join('')).join(' ')
    const certain = values.length === 15 ? isFixed(runs) : values.length === 7 ? zeros && isProved(runs) : isFixed(runs)
    if (!certain) unproved.push(...values.flatMap(({ pointer }) => pointer ?? []))
  }
  return { text, unproved }
}

/** As many digits as cells in every run, or one cell in it: the cut needs no sum. */
function isFixed(runs: readonly (readonly Cell[])[]): boolean {
  return runs.every((run) => run.length === 1 || run.every(({ text }) => /^\d$/.test(text)))
}

/** Exactly one cut of the runs of a row into seven numbers has its sum. */
function isProved(runs: readonly (readonly Cell[])[]): boolean {
  if (runs.some((run) => run.some(({ text }) => !/^\d+$/.test(text)))) return false
  const digits = runs.map((run) => run.map(({ text }) => text).join(''))
  // longer runs have too many cuts to try here: null is right for them
  if (digits.some((word, index) => runs[index]!.length > 1 && word.length > 18)) return false
  const cells = runs.reduce((count, run) => count + run.length, 0)
  let found = 0
  const cut = (run: number, at: number, values: number[]): void => {
    if (found > 1 || values.length > cells) return
    const word = digits[run]
    if (word === undefined) {
      if (values.length === cells && values.slice(0, -1).reduce((sum, value) => sum + value, 0) === values.at(-1))
        found++
      return
    }
    if (at === word.length) {
      cut(run + 1, 0, values)
      return
    }
    for (let end = at + 1; end <= (word[at] === '0' ? at + 1 : word.length); end++)
      cut(run, end, [...values, Number(word.slice(at, end))])
  }
  cut(0, 0, [])
  return found === 1
}
