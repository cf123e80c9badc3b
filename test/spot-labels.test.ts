import { describe, expect, test } from 'vitest'
import { form2019 } from '../src/grammars/form-2019'
import { form2021 } from '../src/grammars/form-2021'
import { labelTargets } from '../src/spot/label-target'
import { spotLabels } from '../src/spot/spot-labels'
import { wordStream } from '../src/spot/word-stream'
import type { Form } from '../src/types'

const requests = form2021.forms.find(({ name }) => name === 'requests')!

function spot(text: string, form: Form = requests): string[] {
  return spotLabels(wordStream(text), text, labelTargets(form)).map(
    ({ target, from, to }) => `${target.kind} ${target.body} [${text.slice(from, to)}]`,
  )
}

describe('label spotting', () => {
  test.each([
    [
      'spaces inside',
      '一、本年新 收政府信息 公开申请数量 3',
      'stub 本年新收政府信息公开申请数量 [一、本年新 收政府信息 公开申请数量]',
    ],
    [
      'a figure on the middle line',
      '5.要求行政机关确认\n或重新 7\n出具已获取信息',
      'stub 要求行政机关确认或重新出具已获取信息',
    ],
    ['a page mark inside', '2.没有现成\n- 4 -\n信息需要另行制作', 'stub 没有现成信息需要另行制作'],
    ['characters lost in print', '4.保护第三法权益', 'stub 保护第三方合法权益 [4.保护第三法权益]'],
    ['font radicals', '⼀、本年新收政府信息公开申请数量', 'stub 本年新收政府信息公开申请数量'],
    ['another style of ordinal', '(1) 属于国家秘密', 'stub 属于国家秘密'],
  ])('%s', (_, text, expected) => {
    expect(spot(text)).toEqual([expect.stringContaining(expected)])
  })

  test('takes the ordinal out of digits that touch it', () => {
    expect(spot('0 0 0 0 0 002.其他法律行政法规禁止公开')).toEqual([
      'stub 其他法律行政法规禁止公开 [2.其他法律行政法规禁止公开]',
    ])
  })

  test('leaves the last figure of a row to it where the ordinal of the next is lost', () => {
    expect(spot('0 0 0 0 0 0 1\n属于国家秘密')).toEqual(['stub 属于国家秘密 [属于国家秘密]'])
  })

  test('tells labels of equal words by their ordinals', () => {
    expect(spot('其他\n3.其他\n总计\n（七）总计')).toEqual([
      'head 其他 [其他]',
      'stub 其他 [3.其他]',
      'head 总计 [总计]',
      expect.stringMatching(/^stub 总计 /),
    ])
  })

  test('keeps 予以公开 apart from 不予公开', () => {
    expect(spot('（一）予以公开 1 （三）不予公开')).toEqual([
      expect.stringContaining('stub 予以公开'),
      expect.stringContaining('stubGroup 不予公开'),
    ])
  })

  test('finds digits that are part of a label, and leaves the figures beside them', () => {
    const form: Form = {
      id: 'ages',
      name: 'ages',
      blocks: [
        {
          head: [{ key: 'count', labels: [{ text: '人数', seen: '' }] }],
          stub: [{ key: 'old', labels: [{ text: '60岁以上老人', seen: '' }] }],
        },
      ],
      rules: [],
    }
    const text = '60岁以上老人 12'
    const [found] = spotLabels(wordStream(text), text, labelTargets(form))
    expect(found!.ownDigits).toEqual([[0, 2]])
  })

  test('labels of the other edition are found too', () => {
    expect(spot('（六）其他处理', form2019.forms[1]!)).toEqual([expect.stringContaining('stub 其他处理')])
  })
})
