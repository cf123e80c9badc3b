import { expect, test } from 'vitest'
import { softBreak } from '../src/position/soft-break'
import type { Text } from '../src/tree'

const text = (value: string, joined = false): Text => ({ type: 'text', value, ...(joined && { data: { joined } }) })

test.each([
  ['nothing between Chinese characters', '稳步推进政务公', '开工作', ''],
  ['nothing between Chinese and Latin', '公开', 'Open', ''],
  ['a space between words', 'Open', 'Data', ' '],
  ['a space between numbers', '2021,', '320', ' '],
  ['nothing in an address that is broken behind its dot', 'zwgk@example.', 'gov.cn', ''],
])('a line break heals to %s', (_, left, right, joint) => {
  expect(softBreak(left, text(right))).toBe(joint)
})

test('texts of one line have nothing between them: fonts part the digits of a year', () => {
  expect(softBreak('20', text('21', true))).toBe('')
  expect(softBreak('20', text('21'))).toBe(' ')
})
