import type { AlignedCell } from '../alignment'
import { evaluate } from '../sums/evaluate'
import { formEquations } from '../sums/form-equations'
import type { Form } from '../types'
import type { MergedCells } from './merge-readings'
import type { RowReading } from './read-row'

/**
 * Keeps the cells of a row that was bound without its label only where every sum of the form that has them holds, and at
 * least one does; otherwise they are unresolved, their figures the candidates.
 *
 * ```
 * 1.属于国家秘密   2 0 2
 * (label lost)   30 1 31      kept if the total of the results, 33, says so
 * ```
 */
export function proveGuesses(merged: MergedCells, readings: RowReading[], form: Form): MergedCells {
  const guessed = readings.filter(({ bound }) => bound.guessed)
  if (guessed.length === 0) return merged
  const equations = formEquations(form)
  const read = (pointer: string) => merged.cells.get(pointer)
  const cells = new Map(merged.cells)
  const findings = [...merged.findings]
  for (const { cells: own } of guessed) {
    const pointers = new Set(
      own.filter((cell) => merged.cells.get(cell.pointer) === cell).map(({ pointer }) => pointer),
    )
    const checks = equations
      .filter(({ left, right }) => [...left, ...right].some((pointer) => pointers.has(pointer)))
      .map((equation) => evaluate(equation, read))
    if (checks.length > 0 && checks.every(({ status }) => status === 'pass')) continue
    const open = own.filter(({ pointer, state }) => pointers.has(pointer) && state === 'number')
    for (const cell of open) cells.set(cell.pointer, unresolved(cell))
    if (open.length === 0) continue
    findings.push({
      ruleId: 'structure-cell-unresolved',
      finding: {
        pointers: open.map(({ pointer }) => pointer),
        position: open[0]!.position,
        values: { actual: open.map(({ raw }) => raw).join(' '), expected: 'a row label' },
      },
    })
  }
  return { cells, findings }
}

function unresolved(cell: AlignedCell): AlignedCell {
  return { ...cell, value: null, state: 'unresolved', candidates: cell.value === null ? [] : [cell.value] }
}
