import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'

// Figures of the text against those of the statistics table: only what both count is compared.

const rows = (items: number) => ['指标\t单位\t数量', `主动公开政府信息数\t条\t${items}`].join('\n')

const shanghai = (denied: number) =>
  [
    '指标名称（甲）\t计量单位（乙）\t代码（丙）\t本年累计',
    `对申请的答复总数\t条\t17\t${denied + 60}`,
    '其中：1.同意公开答复数\t条\t18\t50',
    '2.同意部分公开答复数\t条\t19\t10',
    `3.否决公开答复总数\t条\t20\t${denied}`,
    `其中：（1）“非《规定》所指政府信息”数\t条\t21\t${denied}`,
  ].join('\n')

function statusOf(sentence: string, table: string): string[] {
  const source = `青河县2016年政府信息公开工作年度报告\n\n一、总体情况\n${sentence}\n\n二、数据统计与附表\n附表：统计表\n${table}\n`
  const { checks, diagnostics } = parseReport(source)
  const found = checks.filter(({ ruleId }) => ruleId === 'text-statistics')
  expect(diagnostics.filter(({ ruleId }) => ruleId === 'text-statistics')).toHaveLength(
    found.filter(({ status }) => status === 'fail').length,
  )
  return found.map(({ status, reason }) => reason ?? status)
}

describe('a figure of all years so far', () => {
  test.each([
    '截至2016年底，累计主动公开政府信息5200条。',
    '截止12月31日，全县累计主动公开政府信息5200条。',
    '自2008年《条例》施行以来，截至2016年底，累计主动公开政府信息5200条。',
    '自《条例》施行以来，全县主动公开政府信息5200条。',
  ])('is not compared with that of the year: %s', (sentence) => {
    expect(statusOf(sentence, rows(1320)).filter((status) => status !== 'scope')).toEqual([])
  })

  test.each([
    '截至2016年底，共主动公开政府信息5200条。',
    '全年累计主动公开政府信息5200条。',
    '今年以来，主动公开政府信息5200条。',
    '截至2016年底，累计建成网站3个，全年主动公开政府信息5200条。',
  ])('unlike one of the year: %s', (sentence) => {
    expect(statusOf(sentence, rows(1320))).toEqual(['fail'])
    expect(statusOf(sentence, rows(5200))).toEqual(['pass'])
  })
})

describe('a row that counts more than the words of a sentence', () => {
  test('is compared with its own words alone', () => {
    expect(statusOf('全年办理公开申请，不予公开3件。', shanghai(12))).toEqual([])
    expect(statusOf('全年办理公开申请，否决公开答复3件。', shanghai(12))).toEqual(['fail'])
    expect(statusOf('全年办理公开申请，否决公开答复12件。', shanghai(12))).toEqual(['pass'])
  })
})
