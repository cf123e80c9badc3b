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
    ['end where their brackets close', '访谈4次（其中负责人参加1次），发布解读稿件15篇，微博回应37次。', 0],
    ['are none of a change', '收到申请28件，较上年增加11件。其中，网上20件、信函8件。', 0],
    ['end behind ; where a verb follows', '访谈4次，其中负责人参加1次；发布解读稿件15篇，微博回应37次。', 0],
  ])('%s', (_, sentence, expected) => {
    expect(findings(sentence, 'text-parts-sum')).toBe(expected)
  })
})

describe('the list of parts in a preface', () => {
  const title = '青禾县民政局2016年政府信息公开工作年度报告\n'
  const parts = '一、概述\n平稳。\n二、主动公开政府信息情况\n平稳。\n三、存在的主要问题\n无。\n'
  test.each([
    ['names before the number', '全文由概述、主动公开政府信息情况、存在的主要问题三个部分组成。', 0],
    ['names behind it', '报告由三个部分组成，包括概述、主动公开政府信息情况、存在的主要问题。', 0],
    ['the number alone', '全文共分三个部分。', 0],
    ['another number', '全文共分四个部分。', 1],
    ['another name', '全文由概述、主动公开政府信息情况、收费情况三个部分组成。', 1],
  ])('%s', (_, sentence, expected) => {
    const { diagnostics } = parseReport(`${title}${sentence}\n${parts}`)
    expect(diagnostics.filter(({ ruleId }) => ruleId === 'structure-parts-listed')).toHaveLength(expected)
  })
})

describe('rules (规章) in table 二', () => {
  const named = (body: string, rules: string) =>
    parseReport(
      `${body}2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n` +
        `信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t${rules}\n行政规范性文件\t1\t0\t2\n`,
    ).diagnostics.some(({ ruleId }) => ruleId === 'disclosure-rules-authority')
  test.each([
    ['of the government of a city', '青禾市人民政府', false],
    ['of its office', '青禾市人民政府办公室', false],
    ['of a ministry', '国家青禾总局', false],
    ['of the bureau of a city', '青禾市民政局', true],
    ['of the government of a county', '青禾县人民政府', true],
  ])('%s', (_, body, expected) => {
    expect(named(body, '1\t0\t2')).toBe(expected)
    expect(named(body, '0\t0\t0')).toBe(false)
  })
})

describe('a period that is no calendar year', () => {
  const years = (preface: string) =>
    parseReport(`青禾县民政局2019年政府信息公开工作年度报告\n${preface}\n一、概述\n平稳。\n`)
      .diagnostics.filter(({ ruleId }) => ruleId === 'metadata-year')
      .map(({ pointers }) => pointers[0])
  const period = '统计期限自2019年3月1日起至2019年12月31日止。'
  test('is a contradiction, unless the preface says why', () => {
    expect(years(period)).toEqual(['/period/start'])
    expect(years(`因机构改革，我局于3月挂牌。${period}`)).toEqual([])
  })
})

describe('a report that follows rules of its own', () => {
  const rules = (title: string) =>
    parseReport(`${title}\n一、基本情况\n平稳。\n二、其他事项\n无。\n青禾供水公司\n2022年2月26日\n`).diagnostics.map(
      ({ ruleId }) => ruleId,
    )
  test.each([
    ['青禾供水公司2021年信息公开年度报告', false],
    ['青禾供水公司2021年政府信息公开工作年度报告', true],
  ])('%s', (title, expected) => {
    expect(rules(title).includes('structure-table-missing')).toBe(expected)
    expect(rules(title).includes('metadata-published-late')).toBe(expected)
  })
})

describe('the day by which a report is published', () => {
  test.each([
    ['the last one of a department', '青禾县民政局', '2022年1月31日', 0],
    ['a day later', '青禾县民政局', '2022年2月1日', 1],
    ['the last one of a government', '青禾县人民政府', '2022年3月31日', 0],
    ['a day later, too', '青禾县人民政府', '2022年4月1日', 1],
  ])('%s', (_, body, day, expected) => {
    expect(findings('全年平稳。', 'metadata-published-late', `${body}\n${day}`, body)).toBe(expected)
  })
})

describe('bodies in title and signature', () => {
  test.each([
    ['青禾县民政局', '青禾县民政局', 0],
    ['青禾县发展和改革委员会', '青禾县发改委', 0],
    ['青禾县民政局', '青禾县财政局', 1],
    ['关于', '青禾县民政局', 0],
  ])('%s, %s', (titled, signed, expected) => {
    expect(findings('全年平稳。', 'metadata-issuer', `${signed}\n2022年1月20日`, titled)).toBe(expected)
  })
})
