import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formRows } from '../src/align/flattened/form-rows'
import { splitDigits } from '../src/align/flattened/split-digits'
import type { FigureEvidence } from '../src/evidence/evidence'
import { form2019 } from '../src/grammars/form-2019'
import { form2021 } from '../src/grammars/form-2021'

const rowOf = (name: string, index = 0) => formRows(form2021.forms.find((form) => form.name === name)!).rows[index]!

/** Figures as printed, white space between them. */
function figures(text: string): FigureEvidence[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: raw, index }) => ({
    kind: 'figure',
    raw,
    digits: raw,
    value: Number(raw),
    state: 'number',
    gap: false,
    from: index,
    to: index + raw.length,
    line: 0,
  }))
}

const cut = (text: string, row = rowOf('requests'), limit = 5000) => {
  const { found, forced } = splitDigits(figures(text), row, limit)
  return { found: found.map((cells) => cells.map(({ value }) => value).join(' ')), forced }
}

describe('digits run together', () => {
  test.each([
    ['52 0 00 0 355', ['52 0 0 0 0 3 55']],
    ['832000085', ['83 2 0 0 0 0 85']],
    ['0000000', ['0 0 0 0 0 0 0']],
    ['953000098', ['95 3 0 0 0 0 98']],
  ])('%s', (text, expected) => {
    expect(cut(text).found).toEqual(expected)
  })

  test('keeps every way that the row alone allows', () => {
    expect(cut('220000022').found).toEqual(expect.arrayContaining(['22 0 0 0 0 0 22', '2 20 0 0 0 0 22']))
  })

  test('needs no sum where there are as many digits as cells', () => {
    const row = rowOf('disclosure')
    expect(cut('507', row)).toEqual({ found: ['5 0 7'], forced: true })
    expect(cut('1507', row).forced).toBe(false)
  })

  test('gives a sign to a column that may have one', () => {
    const row = formRows(form2019.forms[0]!).rows[2]!
    expect(cut('41 -70', row)).toEqual({ found: ['41 -7 0'], forced: true })
  })

  test('satisfies three sums at once', () => {
    expect(cut('23401283002501001', rowOf('disputes')).found).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\d+( \d+){14}$/)]),
    )
  })

  test('finds the printed figures among its ways', () => {
    const sparse = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(400)), {
      minLength: 6,
      maxLength: 6,
    })
    fc.assert(
      fc.property(sparse, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (addends, apart) => {
        const row = [...addends, addends.reduce((sum, value) => sum + value, 0)]
        const text = row.map((value, index) => `${value}${apart[index] ? ' ' : ''}`).join('')
        expect(cut(text).found).toContain(row.join(' '))
      }),
      { numRuns: 60 },
    )
  })

  test('says when the bound on its work is met', () => {
    expect(splitDigits(figures('1'.repeat(30)), rowOf('requests'), 1).limited).toBe(true)
  })
})
