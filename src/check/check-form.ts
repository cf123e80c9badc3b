import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import type { Check, Diagnostic, Form, Pointer } from '../types'
import { type Equation, evaluate, plain } from './evaluate'
import { explain } from './explain'
import { formEquations } from './form-equations'

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
  const [subject, others] = failed.left.pointers.includes(failed.subject)
    ? [failed.left, failed.right]
    : [failed.right, failed.left]
  const printed = operandSum(subject.pointers, read)
  const expected = operandSum(others.pointers, read)
  diagnose(context, failed.ruleId, {
    pointers: [
      failed.subject,
      ...[...subject.pointers, ...others.pointers].filter((other) => other !== failed.subject),
    ],
    position: read(failed.subject)?.position,
    values: {
      actual: printed,
      expected,
      difference: plain(printed - expected),
      ...values,
      ...(id && { explanation: id }),
    },
    blame,
    ...(severity && { severity }),
    related: relatedCells(
      [...(pointer ? [pointer] : []), ...others.pointers].filter((other) => other !== failed.subject),
      read,
    ),
  })
}

/** Failed with blanks on one side: what is printed of it. */
function operandSum(pointers: Pointer[], read: (pointer: Pointer) => AlignedCell | undefined): number {
  return plain(pointers.reduce((sum, pointer) => sum + (read(pointer)?.value ?? 0), 0))
}

/** The other cells of the sum that print something, each once, worded as printed. */
function relatedCells(
  pointers: Pointer[],
  read: (pointer: Pointer) => AlignedCell | undefined,
): NonNullable<Diagnostic['related']> {
  return [...new Set(pointers)].flatMap((pointer) => {
    const cell = read(pointer)
    const raw = cell?.raw.trim() ?? ''
    return raw === '' ? [] : [{ message: `\`${raw}\``, ...(cell?.position && { position: cell.position }), pointer }]
  })
}
