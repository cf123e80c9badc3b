import type { AlignedCell } from '../alignment'
import { evaluate } from '../check/evaluate'
import { formEquations } from '../check/form-equations'
import type { Form, Pointer } from '../types'
import type { DeferredFinding } from './form-candidate'

/**
 * Figures that stand in a sum with a cell that was lost or could not be read: the sum cannot bear them out any more, so that
 * a misread one would go unseen. Said once for the whole table.
 *
 * A figure that its label or its place binds and that another sum bears out is left in peace; so is a form without such a
 * sum, and a table of which all was read. A sum over a cell that fails in another bears out nothing: two figures of a row that
 * were exchanged leave its total true.
 *
 * @param named cells that other findings name already
 */
export function unverifiedCells(form: Form, cells: AlignedCell[], named: Set<Pointer>): DeferredFinding[] {
  const byPointer = new Map(cells.map((cell) => [cell.pointer, cell]))
  const isOpen = (pointer: Pointer) => ['absent', 'unresolved'].includes(byPointer.get(pointer)?.state ?? '')
  if (!cells.some(({ pointer }) => isOpen(pointer))) return []
  const sums = formEquations(form).map((equation) => {
    const { status, left, right } = evaluate(equation, (pointer) => byPointer.get(pointer))
    return {
      pointers: [...equation.left, ...equation.right],
      status,
      difference: Math.abs((left.value ?? 0) - (right.value ?? 0)),
    }
  })
  const failing = sums.filter(({ status }) => status === 'fail')
  const open = new Set<Pointer>()
  const borneOut = new Set<Pointer>()
  for (const { pointers, status } of sums) {
    if (status === 'pass') {
      const rivals = failing.flatMap(({ pointers: others, difference }) =>
        others.filter((pointer) => pointers.includes(pointer)).map((pointer) => ({ pointer, difference })),
      )
      for (const pointer of pointers)
        if (
          !rivals.some((rival) => isExchanged(byPointer.get(pointer), byPointer.get(rival.pointer), rival.difference))
        )
          borneOut.add(pointer)
    }
    if (status !== 'unknown' || !pointers.some(isOpen)) continue
    for (const pointer of pointers) if (byPointer.get(pointer)?.state === 'number') open.add(pointer)
  }
  const isBound = (pointer: Pointer) => ['label', 'geometry'].includes(byPointer.get(pointer)?.evidence ?? '')
  const pointers = [...open].filter((pointer) => !named.has(pointer) && !(borneOut.has(pointer) && isBound(pointer)))
  if (pointers.length === 0) return []
  const read = cells.filter(({ pointer }) => !isOpen(pointer)).length
  return [
    {
      ruleId: 'structure-column-unverified',
      finding: { pointers, values: { actual: read, expected: cells.length } },
    },
  ]
}

/** Another cell, in a sum that fails by `difference`: with the first one's figure the sum would hold. */
function isExchanged(cell: AlignedCell | undefined, rival: AlignedCell | undefined, difference: number): boolean {
  if (!cell || !rival || cell === rival) return false
  return Math.abs(Math.abs((cell.value ?? 0) - (rival.value ?? 0)) - difference) < 1e-6
}
