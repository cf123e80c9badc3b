import fc from 'fast-check'
import type { AlignedCell } from '../../src/alignment'
import { formLeaves } from '../../src/form/form-leaves'
import { form2019 } from '../../src/grammars/form-2019'
import { form2021 } from '../../src/grammars/form-2021'
import type { Form } from '../../src/types'

/** A form and its cells. */
export interface FilledForm {
  form: Form
  cells: AlignedCell[]
}

/** Table 三 of either edition with figures that satisfy all of its sums. */
export const filledRequests: fc.Arbitrary<FilledForm> = fc
  .tuple(
    fc.constantFrom(form2019, form2021),
    fc.array(fc.nat({ max: 40 }), { minLength: 6 * 23, maxLength: 6 * 23 }),
    fc.array(fc.nat({ max: 9 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([grammar, figures, carriedIn]) => {
    const form = grammar.forms.find(({ name }) => name === 'requests')!
    const next = figures[Symbol.iterator]()
    const rows = new Map<string, number[]>()
    const results = [...new Set(formLeaves(form).map(({ stub }) => stub?.key ?? ''))].filter(
      (key) => !['received', 'carriedIn', 'completed', 'carriedOut'].includes(key),
    )
    const draw = () => Array.from({ length: 6 }, () => next.next().value ?? 0)
    for (const key of [...results, 'carriedOut']) rows.set(key, draw())
    const sumOf = (keys: string[]) =>
      carriedIn.map((_, column) => keys.reduce((sum, key) => sum + rows.get(key)![column]!, 0))
    rows.set('completed', sumOf(results))
    const due = sumOf(['completed', 'carriedOut'])
    rows.set(
      'carriedIn',
      carriedIn.map((figure, column) => Math.min(figure, due[column]!)),
    )
    rows.set(
      'received',
      due.map((figure, column) => figure - rows.get('carriedIn')![column]!),
    )
    return { form, cells: cellsOf(form, (row, column) => withTotal(rows.get(row)!)[column]!) }
  })

/** Table 四 with figures that satisfy its three sums. */
export const filledDisputes: fc.Arbitrary<FilledForm> = fc
  .array(fc.nat({ max: 60 }), { minLength: 12, maxLength: 12 })
  .map((figures) => {
    const form = form2021.forms.find(({ name }) => name === 'disputes')!
    const blocks = [0, 4, 8].flatMap((start) => withTotal(figures.slice(start, start + 4)))
    return { form, cells: cellsOf(form, (_, column) => blocks[column]!) }
  })

function withTotal(figures: number[]): number[] {
  return [...figures, figures.reduce((sum, figure) => sum + figure, 0)]
}

function cellsOf(form: Form, figure: (row: string, column: number) => number): AlignedCell[] {
  return formLeaves(form).map(({ pointer, stub, column }) => {
    const value = figure(stub?.key ?? '', column)
    return { pointer, value, raw: String(value), state: 'number', evidence: 'label' }
  })
}
