import { describe, expect, test } from 'vitest'
import type { AlignedCell } from '../src/alignment'
import { checkForm } from '../src/check/check-form'
import { createContext } from '../src/context'
import { formLeaves } from '../src/form/form-leaves'
import { form2021 } from '../src/grammars/form-2021'
import { evaluate, type Reading } from '../src/sums/evaluate'
import type { Check, Form } from '../src/types'

/** Cells by letter: a number, '' for a blank, other text as it is. */
function compare(left: (number | string)[], relation: Check['relation'], right: (number | string)[], signed = false) {
  const cells = new Map<string, Reading>()
  const add = (side: string) => (value: number | string, index: number) => {
    const pointer = `/${side}${index}`
    cells.set(pointer, reading(value))
    return pointer
  }
  const equation = {
    ruleId: 'x',
    subject: '/l0',
    left: left.map(add('l')),
    relation,
    right: right.map(add('r')),
    signed,
  }
  const { status, blankAsZero, reason } = evaluate(equation, (pointer) => cells.get(pointer))
  return [status, blankAsZero, reason]
}

function reading(value: number | string): Reading {
  if (typeof value === 'number') return { value, state: 'number', raw: String(value) }
  const state = value === '' ? 'blank' : value === '—' ? 'dash' : value === '?' ? 'unresolved' : 'text'
  return { value: null, state, raw: value }
}

describe('evaluate', () => {
  test.each([
    [[5], '=', [2, 3], 'pass', false, null],
    [[5], '=', [2, 4], 'fail', false, null],
    [[5], '=', [5, ''], 'pass', true, null],
    [[5], '=', [5, '—', '无'], 'pass', true, null],
    [[5], '=', [2, ''], 'unknown', false, 'blank'],
    [[5], '=', [6, ''], 'fail', false, null],
    [[''], '=', [2, 3], 'unknown', false, 'blank'],
    [[''], '=', [0, 0], 'pass', true, null],
    [[''], '=', ['', ''], 'pass', true, null],
    [[5], '=', [5, '?'], 'unknown', false, 'unresolved'],
    [[5], '=', [5, '不适用'], 'unknown', false, 'unresolved'],
    [[5], '=', [6, '?'], 'fail', false, null],
    [[5, '?'], '=', [6], 'unknown', false, 'unresolved'],
    [[5, '?'], '=', [6, ''], 'unknown', false, 'unresolved'],
    [[5, '?'], '<=', [4], 'fail', false, null],
    [[3], '<=', [5], 'pass', false, null],
    [[6], '<=', [5], 'fail', false, null],
    [[6, ''], '<=', [5], 'fail', false, null],
    [[6], '<=', [5, ''], 'unknown', false, 'blank'],
    [[6], '>=', [5], 'pass', false, null],
    [[4], '>=', [5, ''], 'fail', false, null],
    [[0.3], '=', [0.1, 0.2], 'pass', false, null],
    [[0.4], '=', [0.1, 0.2], 'fail', false, null],
  ] as const)('%j %s %j: %s', (left, relation, right, ...expected) => {
    expect(compare([...left], relation, [...right])).toEqual(expected)
  })

  test('a signed cell may be anything where it is blank', () => {
    expect(compare([5], '=', [6, ''], true)).toEqual(['unknown', false, 'blank'])
  })

  test('sums of decimals carry no binary dust', () => {
    const cells: Record<string, Reading> = { '/a': reading(0.1), '/b': reading(0.2), '/c': reading(0.3) }
    const check = evaluate(
      { ruleId: 'x', subject: '/c', left: ['/c'], right: ['/a', '/b'] },
      (pointer) => cells[pointer],
    )
    expect(check.right.value).toBe(0.3)
  })
})

describe('explanations of a failed sum', () => {
  const form = form2021.forms.find(({ name }) => name === 'requests')!

  test('digits cut in two, in cells bound by their order alone', () => {
    expect(explained('granted', [2, 0, 3, 0, 0, 0, 23], 'order')).toMatchObject({
      blame: 'extraction',
      values: { explanation: 'explain-split', culprit: '2 0', suggestion: 20 },
    })
  })

  test('a row moved by one column', () => {
    expect(explained('granted', [3, 4, 0, 0, 0, 7, 0], 'order')).toMatchObject({
      blame: 'extraction',
      values: { explanation: 'explain-shift' },
    })
  })

  test('a total printed as 0', () => {
    expect(explained('granted', [6, 2, 0, 1, 0, 0, 0], 'label')).toMatchObject({
      blame: 'source',
      values: { actual: 0, expected: 9, difference: -9 },
    })
  })

  test('cells bound by their labels are never said to be misread', () => {
    for (const row of [
      [2, 0, 3, 0, 0, 0, 23],
      [3, 4, 0, 0, 0, 7, 0],
    ])
      expect(explained('granted', row, 'label').blame).toBe('source')
  })

  test('nobody is blamed where a figure beside it could not be read', () => {
    expect(explained('granted', [6, 2, null, 1, 0, 0, 5], 'label').blame).toBe('unknown')
  })

  function explained(key: string, row: (number | null)[], evidence: 'order' | 'label') {
    const context = createContext(null)
    checkForm(form, cellsOf(form, key, row, evidence), context)
    return context.diagnostics.find(
      ({ ruleId, pointers }) => ruleId === 'requests-row-sum' && pointers[0] === `/requests/${key}/total`,
    )!
  }
})

test('a rule of a foreign form is checked and worded under its own id', () => {
  const labels = (text: string) => [{ text, seen: 'test' }]
  const form: Form = {
    id: 'quarter',
    name: 'quarter',
    blocks: [
      {
        head: [{ key: 'n', labels: labels('件数') }],
        stub: ['a', 'b', 'sum'].map((key) => ({ key, labels: labels(key) })),
      },
    ],
    rules: [{ ruleId: 'quarter-sum', axis: 'stub', subject: 'sum', left: ['sum'], right: ['a', 'b'] }],
  }
  const context = createContext(null)
  const values: Record<string, number> = { '/quarter/a/n': 1, '/quarter/b/n': 2, '/quarter/sum/n': 4 }
  const cells = Object.entries(values).map(
    ([pointer, value]): AlignedCell => ({ pointer, value, raw: String(value), state: 'number', evidence: 'label' }),
  )
  expect(checkForm(form, cells, context)).toMatchObject([
    { ruleId: 'quarter-sum', status: 'fail', subject: '/quarter/sum/n' },
  ])
  expect(context.diagnostics).toMatchObject([
    { ruleId: 'quarter-sum', message: 'Unexpected value `4`, expected `3` by rule quarter-sum: difference 1' },
  ])
})

/** Cells of 0 but for one row; null is a figure that could not be read. */
function cellsOf(form: Form, key: string, row: (number | null)[], evidence: 'order' | 'label'): AlignedCell[] {
  return formLeaves(form).map(({ pointer, stub, column }) => {
    const value = stub?.key === key ? row[column]! : 0
    return {
      pointer,
      value,
      raw: value === null ? '?' : String(value),
      state: value === null ? 'unresolved' : 'number',
      evidence,
    }
  })
}
