import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Form, Pointer } from '../../src/types'
import { arbitraryPrint, cleanLayouts, makePrint } from '../arbitraries/arbitrary-case'
import type { Made } from '../arbitraries/case'
import { formOf, leavesOf } from '../arbitraries/form-figures'
import { parseRendering } from '../arbitraries/parse'
import { hold } from './hold'
import './patience'

// No repair: a figure that is wrong in print is reported as printed, and exactly the checks over it fail.

test.each(cleanLayouts)('%s', (layout) => {
  hold(
    fc.property(arbitraryPrint([layout], [{ operator: 'sourceArithmeticError', amount: 2 }]), (print) => {
      const made = makePrint(print)
      const result = parseRendering(made.rendering)
      const failed = result.checks.filter(
        ({ status, ruleId }) => status === 'fail' && /^(requests|disputes)-/.test(ruleId),
      )
      expect(failed.map(({ ruleId, subject }) => `${ruleId} ${subject}`).sort()).toEqual(brokenRules(made).sort())
      for (const { subject } of failed)
        expect(result.diagnostics.some(({ pointers }) => pointers.includes(subject))).toBe(true)
      for (const [pointer, expectation] of made.expected) {
        if (expectation.kind === 'number') expect(valueAt(result.report, pointer), pointer).toBe(expectation.value)
      }
    }),
    8,
  )
})

/** The rules of the forms that the printed figures break, reckoned apart from the library's own checks. */
function brokenRules({ truth, expected }: Made): string[] {
  const value = (pointer: Pointer) => {
    const expectation = expected.get(pointer)
    return expectation && 'value' in expectation ? expectation.value : 0
  }
  const forms: Form[] = [
    formOf('requests', truth.recipe.requestsEdition),
    formOf('disputes', truth.recipe.requestsEdition),
  ]
  return forms.flatMap((form) =>
    form.rules.flatMap(({ ruleId, axis, subject, left, right }) => {
      const others = leavesOf(axis === 'stub' ? form.blocks[0]!.head : form.blocks[0]!.stub)
      return (others.length > 0 ? others.map(({ path }) => path) : ['']).flatMap((other) => {
        const at = (key: string) =>
          `/${[form.name, ...(axis === 'stub' ? [key, other] : [other, key])].filter((part) => part !== '').join('/')}`
        const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + value(at(key)), 0)
        return sum(left) === sum(right) ? [] : [`${ruleId} ${at(subject)}`]
      })
    }),
  )
}

function valueAt(report: unknown, pointer: Pointer): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], report)
}
