import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReport } from '../../src/main-entry'
import { arbitraryPrint, makePrint, textLayouts } from '../arbitraries/arbitrary-case'
import { expectPlain } from './expect-plain'
import { hold } from './hold'
import './patience'

// Total: any string gives a result that is plain data, and nothing throws.

const fragments = fc.constantFrom(
  '一、',
  '（一）',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '规章',
  '行政许可',
  '申请人情况',
  '自然人',
  '总计',
  '一、本年新收政府信息公开申请数量',
  '（七）总计',
  '四、结转下年度继续办理',
  '行政复议',
  '未经复议直接起诉',
  '0',
  '00',
  '12',
  '96171.6',
  '1,234',
  '|',
  '\t',
  '\n',
  '\n\n',
  ' ',
  '-',
  '—',
  '/',
  '|---|',
  '<table>',
  '<tr><td>',
  '</table>',
  '- 4 -',
  '\f',
  '2023年',
  '万元',
  '\u200b',
  '\ufeff',
  '\ud800',
  '𠀀',
)

test('any string', () => {
  hold(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 })),
      (source) => {
        expectPlain(parseReport(source))
      },
    ),
    120,
  )
})

test('any heap of the words of a report', () => {
  hold(
    fc.property(fc.array(fragments, { maxLength: 120 }), (words) => {
      expectPlain(parseReport(words.join('')))
    }),
    120,
  )
})

test('any piece of a report', () => {
  hold(
    fc.property(arbitraryPrint(textLayouts), fc.nat(6000), fc.nat(3000), (print, start, length) => {
      const { rendering } = makePrint(print)
      expectPlain(parseReport(rendering.source.slice(start, start + length)))
    }),
    60,
  )
})

test('a report with any character between', () => {
  hold(
    fc.property(
      arbitraryPrint(textLayouts),
      fc.nat(6000),
      fc.string({ unit: 'binary', maxLength: 12 }),
      (print, at, noise) => {
        const { source } = makePrint(print).rendering
        expectPlain(parseReport(source.slice(0, at) + noise + source.slice(at)))
      },
    ),
    60,
  )
})

test('the empty string', () => {
  expect(parseReport('').report.sections).toEqual([])
})
