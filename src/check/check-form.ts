import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { type Equation, evaluate } from '../sums/evaluate'
import { formEquations } from '../sums/form-equations'
import type { Check, Diagnostic, Form, Pointer } from '../types'
import { explain } from './explain'
import { failedSum } from './failed-sum'

/**
 * Evaluates the rules of one form over its cells, whatever form it is; every failed check is diagnosed under its rule id,
 * naming all cells of the sum.
 */
export function checkForm(form: Form, cells: AlignedCell[], context: Context): Check[] {
  const byPointer = new Map(cells.map((cell) => [cell.pointer, cell]))
  const read = (pointer: Pointer) => byPointer.get(pointer)
  const equations = formEquations(form)
  const checks = equations.map((equation) => evaluate(equation, read))
  for (const [index, failed] of checks.entries())
    if (failed.status === 'fail') report(failed, equations[index]!, checks, read, context)
  return checks
}

function report(
  failed: Check,
  { severity }: Equation,
  checks: Check[],
  read: (pointer: Pointer) => AlignedCell | undefined,
  context: Context,
): void {
  const { id, blame, values, pointer } = explain(failed, checks, read)
  const sum = failedSum(failed, (other) => read(other)?.value ?? null)
  const others = new Set([...(pointer ? [pointer] : []), ...sum.others])
  others.delete(failed.subject)
  diagnose(context, failed.ruleId, {
    pointers: sum.pointers,
    position: read(failed.subject)?.position,
    values: { ...sum.values, ...values, ...(id && { explanation: id }) },
    blame,
    ...(severity && { severity }),
    related: relatedCells(others, read),
  })
}

/** The other cells of the sum that print something, worded as printed. */
function relatedCells(
  pointers: Set<Pointer>,
  read: (pointer: Pointer) => AlignedCell | undefined,
): NonNullable<Diagnostic['related']> {
  return [...pointers].flatMap((pointer) => {
    const cell = read(pointer)
    const raw = cell?.raw.trim() ?? ''
    return raw === '' ? [] : [{ message: `\`${raw}\``, ...(cell?.position && { position: cell.position }), pointer }]
  })
}
