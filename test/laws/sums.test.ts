import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AlignedCell } from '../../src/alignment'
import { checkForm } from '../../src/check/check-form'
import { createContext } from '../../src/context'
import type { Check } from '../../src/types'
import { filledDisputes, filledRequests } from '../arbitraries/filled-form'

const filled = fc.oneof(filledRequests, filledDisputes)
const runs = { numRuns: 40 }

describe('sums of the statutory tables', () => {
  test('figures that agree pass every check and give no finding', () => {
    fc.assert(
      fc.property(filled, ({ form, cells }) => {
        const context = createContext(null)
        const checks = checkForm(form, cells, context)
        expect(checks.length).toBe(form.name === 'requests' ? 14 + cells.length / 7 : 3)
        expect(checks.filter(({ status, blankAsZero }) => status !== 'pass' || blankAsZero)).toEqual([])
        expect(context.diagnostics).toEqual([])
      }),
      runs,
    )
  })

  test('one changed cell fails exactly the checks that sum it, each with its finding', () => {
    fc.assert(
      fc.property(filled, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ form, cells }, at, more) => {
        const changed = cells[at % cells.length]!
        const context = createContext(null)
        const checks = checkForm(form, replace(cells, { ...changed, value: changed.value! + more }), context)
        const failed = checks.filter(({ status }) => status === 'fail')
        expect(failed).toEqual(checks.filter((check) => concerns(check, changed.pointer)))
        expect(context.diagnostics.map(({ ruleId, pointers: [subject] }) => [ruleId, subject])).toEqual(
          failed.map(({ ruleId, subject }) => [ruleId, subject]),
        )
        for (const { pointers, blame } of context.diagnostics) {
          expect(pointers).toContain(changed.pointer)
          expect(blame).toBe('source')
        }
        // Other places are named beside the subject, never the subject once more.
        for (const { pointers, related } of context.diagnostics)
          expect((related ?? []).map(({ pointer }) => pointer)).not.toContain(pointers[0])
      }),
      runs,
    )
  })

  test('a changed addend is named as the one cell that explains its failing sums', () => {
    fc.assert(
      fc.property(
        filledRequests,
        fc.nat({ max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        ({ form, cells }, column, more) => {
          const granted = cells.filter(({ pointer }) => pointer.startsWith('/requests/granted/'))[column]!
          const context = createContext(null)
          checkForm(form, replace(cells, { ...granted, value: granted.value! + more }), context)
          expect(context.diagnostics.map(({ values }) => [values.culprit, values.suggestion])).toEqual([
            [granted.value! + more, granted.value!],
            [granted.value! + more, granted.value!],
          ])
        },
      ),
      runs,
    )
  })

  test('a blank instead of a zero passes with blanks as zero; instead of a figure it never fails', () => {
    fc.assert(
      fc.property(filled, fc.nat(), ({ form, cells }, at) => {
        const blanked = cells[at % cells.length]!
        const context = createContext(null)
        const blank: AlignedCell = { pointer: blanked.pointer, value: null, raw: '', state: 'blank' }
        const checks = checkForm(form, replace(cells, blank), context)
        const expected = blanked.value === 0 ? 'pass' : 'unknown'
        for (const check of checks)
          expect(check).toMatchObject(
            concerns(check, blanked.pointer)
              ? { status: expected, blankAsZero: expected === 'pass' }
              : { status: 'pass', blankAsZero: false },
          )
        expect(context.diagnostics).toEqual([])
      }),
      runs,
    )
  })

  test('a cell that is not certain leaves its checks unknown', () => {
    fc.assert(
      fc.property(filled, fc.nat(), fc.constantFrom('unresolved', 'absent', 'text'), ({ form, cells }, at, state) => {
        const lost = cells[at % cells.length]!
        const checks = checkForm(
          form,
          replace(cells, { pointer: lost.pointer, value: null, raw: '?', state: state as 'text' }),
          createContext(null),
        )
        for (const check of checks)
          if (concerns(check, lost.pointer)) expect(check).toMatchObject({ status: 'unknown', reason: 'unresolved' })
      }),
      runs,
    )
  })
})

function replace(cells: AlignedCell[], changed: AlignedCell): AlignedCell[] {
  return cells.map((cell) => (cell.pointer === changed.pointer ? changed : cell))
}

function concerns({ left, right }: Check, pointer: string): boolean {
  return [...left.pointers, ...right.pointers].includes(pointer)
}
