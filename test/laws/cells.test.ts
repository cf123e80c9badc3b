import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCell } from '../../src/literal/cell'
import { formatNumeral } from '../arbitraries/numeral'

const padding = fc.stringMatching(/^[ \t\u00a0\u3000]{0,3}$/)

test('a count is read however it is printed', () => {
  const writings = [
    (value: number) => String(value),
    (value: number) => value.toLocaleString('en-US'),
    (value: number) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ]
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...writings), padding, padding, (value, write, left, right) => {
      expect(parseCell(left + write(value) + right)).toEqual({ state: 'number', value, unit: null })
    }),
  )
})

test('changes keep their sign', () => {
  fc.assert(
    fc.property(
      fc.nat(99_999),
      fc.constantFrom('+', '＋', '增', '增加', '↑', '增 '),
      fc.constantFrom('-', '－', '减', '减少', '↓', '减 '),
      (value, up, down) => {
        expect(parseCell(`${up}${value}`, { type: 'signed' }).value).toBe(value)
        expect(parseCell(`${down}${value}`, { type: 'signed' }).value).toBe(value === 0 ? 0 : -value)
        expect(parseCell(`${down}${value}`).state).toBe(value === 0 && !/减|↓/.test(down) ? 'number' : 'unresolved')
      },
    ),
  )
})

test('money is shifted by its digits, whether the unit stands in the cell or in the column', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom('元', '万元', '亿元'), (hundredths, unit) => {
      const printed = (hundredths / 100).toFixed(2)
      const value = unit === '元' ? hundredths / 100 : hundredths * (unit === '万元' ? 100 : 1_000_000)
      expect(parseCell(printed + unit, { type: 'money' })).toEqual({ state: 'number', value, unit })
      expect(parseCell(printed, { type: 'money', unit })).toEqual({ state: 'number', value, unit: null })
      expect(parseCell(printed, { type: 'money' })).toEqual({
        state: 'unresolved',
        value: null,
        unit: null,
        candidates: [hundredths / 100, hundredths * 100],
      })
    }),
  )
})

test('blank, dash and words are no numbers', () => {
  fc.assert(
    fc.property(
      padding,
      fc.constantFrom('/', '-', '—', '——', '－', '／', '- -'),
      fc.constantFrom('无', '不适用', '见附件', 'N/A'),
      (blank, dash, words) => {
        expect(parseCell(blank)).toEqual({ state: 'blank', value: null, unit: null })
        expect(parseCell(blank + dash + blank)).toEqual({ state: 'dash', value: null, unit: null })
        expect(parseCell(blank + words + blank)).toEqual({ state: 'text', value: null, unit: null })
      },
    ),
  )
})

test('what looks damaged is unresolved, never a number', () => {
  const damaged = [
    '1O5',
    'l2',
    '1I',
    '1 288',
    '00',
    '007',
    '1,2345',
    '3.5',
    '一',
    '12（注）',
    '5 3',
    '1..2',
    '3件2',
    '约500',
    '9007199254740993',
  ]
  for (const raw of damaged) expect([raw, parseCell(raw).state]).toEqual([raw, 'unresolved'])
  expect(parseCell('1 288', { joinDigits: true })).toEqual({ state: 'number', value: 1288, unit: null })
  expect(parseCell('251000元', { type: 'money', unit: '万元' })).toMatchObject({ state: 'unresolved', value: null })
})

test('any text: a state, and a value exactly where the state is number', () => {
  const printed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.stringMatching(/^[-+0-9,.，万亿元件无/— 增减一二三OlI]{0,8}$/),
    fc.nat(9999).map((value) => formatNumeral(BigInt(value))),
  )
  fc.assert(
    fc.property(printed, fc.constantFrom('count', 'signed', 'decimal', 'money'), (raw, type) => {
      const cell = parseCell(raw, { type })
      expect(cell.value !== null).toBe(cell.state === 'number')
      if (cell.state === 'text' || cell.state === 'dash' || cell.state === 'blank')
        expect(raw).not.toMatch(/[0-9０-９]/)
      expect(JSON.parse(JSON.stringify(cell))).toEqual(cell)
    }),
    { numRuns: 2000 },
  )
})
