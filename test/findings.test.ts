import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'

// What a report may say without being contradicted, beside what must be found (fixtures/diagnostics has the rest).

const findings = (text: string, rule: string, end = '', body = '青禾县民政局') => {
  const { diagnostics } = parseReport(
    `${body}2021年政府信息公开工作年度报告\n一、总体情况\n${text}\n六、其他需要报告的事项\n无。\n${end}`,
  )
  return diagnostics.filter(({ ruleId }) => ruleId === rule).length
}

describe('parts of a whole', () => {
  test.each([
    ['end where they make it up', '接受咨询56人次，其中现场20人次，电话36人次，网站访问1200人次。', 0],
    ['exceed it', '接受咨询56人次，其中现场20人次，电话76人次。', 1],
    ['behind 纠正 count too', '行政复议11件，其中结果维持2件，结果纠正9件，其他结果3件。', 0],
  ])('%s', (_, sentence, expected) => {
    expect(findings(sentence, 'text-parts-sum')).toBe(expected)
  })
})

describe('bodies in title and signature', () => {
  test.each([
    ['青禾县民政局', '青禾县民政局', 0],
    ['青禾县发展和改革委员会', '青禾县发改委', 0],
    ['青禾县民政局', '青禾县财政局', 1],
  ])('%s, %s', (titled, signed, expected) => {
    expect(findings('全年平稳。', 'metadata-issuer', `${signed}\n2022年1月20日`, titled)).toBe(expected)
  })
})
