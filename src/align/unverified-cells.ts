import type { AlignedCell } from '../alignment'
import { evaluate } from '../check/evaluate'
import { formEquations } from '../check/form-equations'
import type { Form, Pointer } from '../types'
import type { DeferredFinding } from './form-candidate'

/**
 * Figures that stand in a sum with a cell that was lost or could not be read: the sum cannot bear them out any more, so that
 * two figures exchanged, or one misread, would go unseen. Said once for the whole table.
 *
 * A form without such a sum, and a table of which all was read, gives none.
 *
 * @param named cells that other findings name already
 */
export function unverifiedCells(form: Form, cells: AlignedCell[], named: Set<Pointer>): DeferredFinding[] {
  const byPointer = new Map(cells.map((cell) => [cell.pointer, cell]))
  const isOpen = (pointer: Pointer) => ['absent', 'unresolved'].includes(byPointer.get(pointer)?.state ?? '')
  if (!cells.some(({ pointer }) => isOpen(pointer))) return []
  const open = new Set<Pointer>()
  for (const equation of formEquations(form)) {
    const pointers = [...equation.left, ...equation.right]
    if (!pointers.some(isOpen) || evaluate(equation, (pointer) => byPointer.get(pointer)).status !== 'unknown') continue
    for (const pointer of pointers) if (byPointer.get(pointer)?.state === 'number') open.add(pointer)
  }
  const pointers = [...open].filter((pointer) => !named.has(pointer))
  if (pointers.length === 0) return []
  const read = cells.filter(({ pointer }) => !isOpen(pointer)).length
  return [
    {
      ruleId: 'structure-column-unverified',
      finding: { pointers, values: { actual: read, expected: cells.length } },
    },
  ]
}
