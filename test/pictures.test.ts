import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'

// A table that is pasted as a picture cannot be read: the finding says where the picture stands.

const page = (inside: string) => {
  const title = '松原镇2022年政府信息公开工作年度报告'
  const parts = [
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
  ]
  return `<h1>${title}</h1><p>一、总体情况</p><p><img src="logo.png" width="800"></p><p>工作平稳。</p><p>${parts[0]}</p><p>见表。</p><p>${parts[1]}</p>${inside}<p>${parts[2]}</p><p>没有。</p><p>五、存在的主要问题及改进情况</p>`
}

const missing = (html: string) => {
  const { diagnostics } = parseReport(html)
  return diagnostics
    .filter(({ ruleId }) => ruleId === 'structure-table-missing')
    .map(({ pointers: [pointer], position, blame, help }) => ({
      pointer,
      place: html.slice(position!.start.offset, position!.end.offset),
      told: blame === 'source' && /picture/.test(help ?? ''),
    }))
}

describe('a table pasted as a picture', () => {
  const picture = '<img src="table3.png" width="600">'

  test('is named by its place', () => {
    const found = missing(page(`<p align="center">${picture}</p>`))
    expect(found.map(({ pointer, told }) => [pointer, told])).toEqual([
      ['/disclosure', false],
      ['/requests', true],
      ['/disputes', false],
    ])
    expect(found[1]!.place).toBe(picture)
  })

  test.each(['', '<p><img src="line.gif" width="600" height="2"></p>', '<p hidden><img src="t.png"></p>'])(
    'not without one: %s',
    (inside) => {
      expect(missing(page(inside)).map(({ told }) => told)).toEqual([false, false, false])
    },
  )
})
