import type { Alignment } from '../alignment'
import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import { grammarPart } from '../grammar-part'
import { formGrid, type GridSlot } from '../grid/form-grid'
import { parseCell } from '../literal/cell'
import { evaluate } from '../sums/evaluate'
import type { Table, TableCell } from '../tree'
import type { Check, Pointer, Position } from '../types'
import { organisationColumns } from './applicant-columns'
import { readingsOf } from './readings'

/**
 * Checks the column 小计 for 法人或其他组织, which some tables 三 print although no edition has it. It is stored nowhere; its figures
 * are compared with the sums of the five columns that it stands for.
 */
export function checkSubtotals(compiled: Compiled, { forms }: Alignment, context: Context): Check[] {
  const words = grammarPart(context.grammars, 'structure')?.subtotals ?? []
  const tables = forms.find(({ form }) => form.name === 'requests')?.tables ?? []
  return tables.flatMap((table) => {
    if (!printsAny(table, words)) return []
    const { rows } = formGrid(table, context.limits)
    const totals = totalsOf(compiled)
    const column = rows
      .map((row) => row.findIndex((slot) => slot && words.includes(textOf(slot.cell))))
      .find((index) => index >= 0)
    if (column === undefined) return []
    return rows.flatMap((row) => {
      const total = totalIn(row, totals, compiled)
      const slot = row[column]
      const subtotal = slot ? parseCell(textOf(slot.cell)).value : null
      return total && subtotal !== null ? [compareRow(total, subtotal, slot!.cell.position, compiled, context)] : []
    })
  })
}

/** Most tables have no such column: told before their spans are worked out. */
function printsAny({ children }: Table, words: string[]): boolean {
  return children.some(
    (row) =>
      row.type === 'tableRow' && row.children.some((cell) => cell.type === 'tableCell' && words.includes(textOf(cell))),
  )
}

function totalsOf({ cells }: Compiled): Pointer[] {
  return [...cells.keys()].filter((pointer) => pointer.startsWith('/requests/') && pointer.endsWith('/total'))
}

/** The total whose cell stands in the row. */
function totalIn(row: (GridSlot | null)[], totals: Pointer[], { provenance }: Compiled): Pointer | undefined {
  const spans = row.flatMap((slot) => (slot?.anchor && slot.cell.position ? [slot.cell.position] : []))
  return totals.find((pointer) => {
    const offset = provenance[pointer]!.position?.start.offset
    return offset !== undefined && spans.some(({ start, end }) => start.offset <= offset && offset < end.offset)
  })
}

function compareRow(
  total: Pointer,
  subtotal: number,
  position: Position | undefined,
  compiled: Compiled,
  context: Context,
): Check {
  const row = total.slice(0, -'total'.length)
  const cells = organisationColumns.map((key) => `${row}${key}`)
  const here: Pointer = ''
  const read = readingsOf(compiled)
  const printed = { value: subtotal, state: 'number' as const, raw: String(subtotal) }
  const check = evaluate({ ruleId: 'requests-subtotal', subject: total, left: [here], right: cells }, (pointer) =>
    pointer === here ? printed : read(pointer),
  )
  const sum = cells.reduce((all, pointer) => all + (read(pointer)?.value ?? 0), 0)
  if (check.status === 'fail')
    diagnose(context, 'requests-subtotal', {
      pointers: cells,
      position,
      values: { actual: subtotal, expected: sum, difference: subtotal - sum },
    })
  return { ...check, left: { pointers: [], value: subtotal } }
}

function textOf({ children }: TableCell): string {
  return foldText(children.map(({ value }) => value).join(''))
}
