import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundledGrammars } from '../../src/bundled-grammars'
import { stubLeaves } from '../../src/form/form-leaves'
import { parseReport } from '../../src/main-entry'
import type { AxisRule, Constraint, Form } from '../../src/types'

const families = bundledGrammars.flatMap(({ appendices }) => appendices ?? [])

describe.each(families.map((form) => [form.id, form] as const))('the statistics tables of %s', (_, form) => {
  const rows = form.blocks.flatMap(stubLeaves).map(({ path }) => path.at(-1)!)

  test('every row is recognised, with its depth, unit and indicator', () => {
    const { report } = parseReport(print(rows, () => 0))
    expect(report.appendices).toHaveLength(1)
    expect(report.appendices[0]!.rows.map(({ values }) => values)).toEqual(rows.map(({ unit }) => [unit ? 0 : null]))
    const expected = rows.flatMap(({ indicator }) => indicator ?? [])
    expect(report.indicators.map(({ id }) => id).sort()).toEqual(expected.sort())
  })

  test('any figures fail exactly the rules that they break', () => {
    const figures = fc.array(fc.nat({ max: 2 }), { minLength: rows.length, maxLength: rows.length })
    fc.assert(
      fc.property(figures, (drawn) => {
        const figure = new Map(rows.map(({ key, unit }, index) => [key!, unit ? drawn[index]! : null]))
        const { checks, diagnostics } = parseReport(print(rows, ({ key }) => figure.get(key!)!))
        const broken = form.rules.filter((rule) => breaks(rule, figure)).map(({ ruleId }) => ruleId)
        const failed = checks.filter(({ status, ruleId }) => status === 'fail' && isFamilyRule(form, ruleId))
        expect(failed.map(({ ruleId }) => ruleId).sort()).toEqual(broken.sort())
        expect(
          diagnostics.filter(({ ruleId, severity }) => isFamilyRule(form, ruleId) && severity !== 'info').length,
        ).toBe(broken.filter((id) => id !== 'statistics-responses').length)
      }),
      { numRuns: 6 },
    )
  })
})

describe('layouts without a mark between cells', () => {
  const form = families.find(({ id }) => id === 'appendix-hunan')!
  const rows = form.blocks.flatMap(stubLeaves).map(({ path }) => path.at(-1)!)
  const figures = fc.array(fc.nat({ max: 99_999 }), { minLength: rows.length, maxLength: rows.length })
  const values = (text: string) =>
    parseReport(text).report.appendices.map((table) => table.rows.map((row) => row.values))

  test.each([
    ['spaces', '    ', '\n'],
    ['a cell a line', '\n', '\n'],
  ])('%s', (_, cell, line) => {
    fc.assert(
      fc.property(figures, (drawn) => {
        const text = print(rows, (row) => drawn[rows.indexOf(row)]!, { cell, line })
        expect(values(text)).toEqual([drawn.map((value) => [value])])
      }),
      { numRuns: 5 },
    )
  })

  test('a cell a line, of a group the dashes alone', () => {
    const text = `附表：统计表\n统计指标\n单位\n统计数\n一、主动公开情况\n——\n（一）主动公开政府信息数\n条\n80\n二、依申请公开情况\n——\n（一）收到申请数\n件\n-\n`
    expect(values(text)).toEqual([[[null], [80], [null], [null]]])
    expect(parseReport(text).report.appendices[0]!.rows.map(({ unit }) => unit)).toEqual([null, '条', null, '件'])
  })

  test.each([
    ['one line, cells run together', ''],
    ['one line, cells apart', ' '],
  ])('%s: a table is right or not read at all', (_, cell) => {
    let read = 0
    fc.assert(
      fc.property(figures, (drawn) => {
        const found = values(print(rows, (row) => drawn[rows.indexOf(row)]!, { cell, line: cell }))
        if (found.length > 0) expect(found).toEqual([drawn.map((value) => [value])])
        read += found.length
      }),
      { numRuns: 20 },
    )
    expect(read).toBeGreaterThan(15)
  })
})

describe('labels over several lines, and heads of rows', () => {
  const form = families.find(({ id }) => id === 'statistics-2014')!
  const rows = form.blocks.flatMap(stubLeaves).map(({ path }) => path.at(-1)!)
  const figures = fc.array(fc.nat({ max: 9999 }), { minLength: rows.length, maxLength: rows.length })
  const head = ['统　计　指　标', '单位', '统计数']
  const remark = '（不同渠道和方式公开相同信息计1条）'
  /** The first row with a unit has a remark below its label. */
  const remarked = rows.find(({ unit }) => unit)!

  const layouts: Record<string, (row: AxisRule, value: number | null) => string> = {
    'a cell a line, dashes behind heads': (row, value) =>
      [label(row), ...(row === remarked ? [remark] : []), row.unit ?? '——', value ?? '——'].join('\n'),
    'a cell a line, nothing behind heads': (row, value) =>
      [label(row), ...(row === remarked ? [remark] : []), ...(row.unit ? [row.unit, value] : [])].join('\n'),
    'a row a line, the remark below': (row, value) =>
      `${label(row)}      ${row.unit ?? '——'}      ${value ?? '——'}${row === remarked ? `\n${remark}` : ''}`,
    'a row a line, cells between the lines of a label': (row, value) =>
      row === remarked
        ? `${label(row)}\n          ${row.unit}      ${value}\n${remark}`
        : `${label(row)}      ${row.unit ?? ''}      ${value ?? ''}`,
  }

  test.each(Object.keys(layouts))('%s', (name) => {
    fc.assert(
      fc.property(figures, (drawn) => {
        const lines = rows.map((row, index) => layouts[name]!(row, row.unit ? drawn[index]! : null))
        const text = `某县2016年政府信息公开工作年度报告\n\n一、概述\n全年平稳。\n\n${head.join(name.startsWith('a cell') ? '\n' : '    ')}\n${lines.join('\n')}\n单位负责人：某某`
        const { report } = parseReport(text)
        expect(report.appendices).toHaveLength(1)
        const found = report.appendices[0]!.rows
        expect(found.map((row) => row.values)).toEqual(rows.map(({ unit }, index) => [unit ? drawn[index]! : null]))
        expect(found.find((row) => row.unit !== null)!.label).toContain(remark)
      }),
      { numRuns: 5 },
    )
  })

  function label(row: AxisRule): string {
    return row.labels[0]!.text
  }
})

function isFamilyRule({ rules }: Form, ruleId: string): boolean {
  return ruleId !== 'statistics-of-which' && rules.some((rule) => rule.ruleId === ruleId)
}

function breaks({ ruleId, left, right, relation }: Constraint, figure: Map<string, number | null>): boolean {
  if (ruleId === 'statistics-of-which') return false
  const sum = (keys: string[]) => keys.reduce((total, key) => total + figure.get(key)!, 0)
  return relation === '<=' ? sum(left) > sum(right) : sum(left) !== sum(right)
}

function print(
  rows: AxisRule[],
  figure: (row: AxisRule) => number | null,
  { cell, line } = { cell: '\t', line: '\n' },
): string {
  const lines = rows.map((row) => [row.labels[0]!.text, row.unit ?? '——', row.unit ? figure(row) : ''].join(cell))
  return [
    '青河县2016年政府信息公开工作年度报告\n\n一、概述\n全年工作有序推进，制度逐步健全。\n\n二、数据统计与附表\n附表：政府信息公开情况统计表',
    `${[['统计指标', '单位', '统计数'].join(cell), ...lines].join(line)}\n`,
  ].join('\n')
}
