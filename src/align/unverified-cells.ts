import type { AlignedCell } from '../alignment'
import { type Equation, evaluate } from '../sums/evaluate'
import { formEquations } from '../sums/form-equations'
import type { Form, Pointer } from '../types'
import type { DeferredFinding } from './form-candidate'

/**
 * Finds the figures that stand in a sum with a cell that was lost or could not be read: the sum no longer confirms them, so that
 * a misread one would go unnoticed. One finding names them for the whole table.
 *
 * A figure that its label or its place binds and that another sum confirms is not doubted; nor is a form without such a sum, or a
 * table that was read completely. A sum does not confirm a figure that may have been exchanged with one whose own sum fails,
 * since its total stays true. Where a sum fails with the only candidates of the cells that could not be read, all its figures
 * are in doubt.
 *
 * @param named  cells that other findings name already
 * @param placed cells that could not be read, but whose only candidate has its place there
 */
export function unverifiedCells(
  form: Form,
  cells: AlignedCell[],
  named: Set<Pointer>,
  placed: ReadonlySet<Pointer> = new Set(),
): DeferredFinding[] {
  const byPointer = new Map(cells.map((cell) => [cell.pointer, cell]))
  const isOpen = (pointer: Pointer) => ['absent', 'unresolved'].includes(byPointer.get(pointer)?.state ?? '')
  if (!cells.some(({ pointer }) => isOpen(pointer))) return []
  const read = (pointer: Pointer) => byPointer.get(pointer)
  const equations = formEquations(form)
  const joined = onlyCandidates(equations, read)
  for (const pointer of placed) {
    const cell = withOnlyCandidate(read(pointer))
    if (cell) joined.set(pointer, cell)
  }
  const sums = equations.map((equation) => ({
    pointers: [...equation.left, ...equation.right],
    status: evaluate(equation, read).status,
    fails: evaluate(equation, (pointer) => joined.get(pointer) ?? read(pointer)).status === 'fail',
  }))
  const inFailing = new Set(sums.flatMap(({ pointers, fails }) => (fails ? pointers : [])))
  const open = new Set<Pointer>()
  const borneOut = new Set<Pointer>()
  const exchanged = new Set<Pointer>()
  for (const { pointers, status } of sums) {
    const suspects = pointers.filter((pointer) => inFailing.has(pointer))
    const mayBeExchanged = (pointer: Pointer) =>
      suspects.some((other) => other !== pointer && read(other)?.value !== read(pointer)?.value)
    if (status === 'pass') for (const pointer of pointers) (mayBeExchanged(pointer) ? exchanged : borneOut).add(pointer)
    if (status !== 'unknown' || !pointers.some(isOpen)) continue
    for (const pointer of pointers) if (read(pointer)?.state === 'number') open.add(pointer)
  }
  const isCertain = (pointer: Pointer) =>
    borneOut.has(pointer) &&
    !exchanged.has(pointer) &&
    !inFailing.has(pointer) &&
    ['label', 'geometry'].includes(byPointer.get(pointer)?.evidence ?? '')
  const pointers = [...open].filter((pointer) => !named.has(pointer) && !isCertain(pointer))
  if (pointers.length === 0) return []
  return [
    {
      ruleId: 'structure-column-unverified',
      finding: {
        pointers,
        values: { actual: cells.filter(({ pointer }) => !isOpen(pointer)).length, expected: cells.length },
      },
    },
  ]
}

/** The cells that could not be read with the only figure that each may hold, where these satisfy a sum among themselves. */
function onlyCandidates(
  equations: readonly Equation[],
  read: (pointer: Pointer) => AlignedCell | undefined,
): Map<Pointer, AlignedCell> {
  const known = new Map<Pointer, AlignedCell>()
  for (const equation of equations) {
    const cells = [...equation.left, ...equation.right].map((pointer) => withOnlyCandidate(read(pointer)))
    if (!cells.every((cell) => cell !== undefined) || !cells.some((cell) => read(cell.pointer) !== cell)) continue
    const own = new Map(cells.map((cell) => [cell.pointer, cell]))
    if (evaluate(equation, (pointer) => own.get(pointer)).status !== 'pass') continue
    for (const [pointer, cell] of own) if (read(pointer) !== cell) known.set(pointer, cell)
  }
  return known
}

/** A cell that could not be read, as if it held the only figure that it may hold. */
function withOnlyCandidate(cell: AlignedCell | undefined): AlignedCell | undefined {
  const [only, ...others] = cell?.state === 'unresolved' ? (cell.candidates ?? []) : []
  return cell && only !== undefined && only >= 0 && others.length === 0
    ? { ...cell, value: only, state: 'number' }
    : cell
}
