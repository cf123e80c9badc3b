import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'

// Statistics sheets before 2019 as copies of pages and of printed files leave them.

const rows = [
  ['主动公开信息数', '条', '01', '120', '860'],
  ['其中：全文电子化的主动公开信息数', '条', '02', '118', '801'],
  ['申请总数', '条', '10', '7', '33'],
  ['其中：1.当面申请数', '条', '11', '3', '12'],
  ['2.网上申请数', '条', '14', '4', '21'],
]
const head = ['指标名称', '计量单位', '代码', '本期实际', '本年累计']
const letters = ['甲', '乙', '丙', '1', '2']

describe('letters of the columns below their headings', () => {
  test.each([
    ['a cell a line', [...head, ...letters, ...rows.flat()].join('\n')],
    ['a cell a line, with gaps', [...head, ...letters, ...rows.flat()].join('\n\n')],
    ['spaces', [head, letters, ...rows].map((row) => row.join('  ')).join('\n')],
    ['tabs', [head, letters, ...rows].map((row) => row.join('\t')).join('\n')],
  ])('%s', (_, sheet) => {
    const [table] = appendices(sheet)
    expect(table!.columns).toEqual(['本期实际', '本年累计'])
    expect(table!.rows.map(({ code, values }) => [code, ...values])).toEqual(
      rows.map(([, , code, ...values]) => [code, ...values.map(Number)]),
    )
  })
})

test('a blank figure among cells a line is blank, and the rows behind it go on', () => {
  const [table] = appendices(
    '指标\n单位\n数量\n1.政务微博公开数\n条\n2.政务微信公开数\n条\n74\n3.其他方式公开数\n条\n0',
  )
  expect(table!.rows.map(({ values }) => values)).toEqual([[null], [74], [0]])
})

describe('digits alone between two rows: the rest of a figure, or the number of a page', () => {
  test.each([
    ['tabs', '指标\t单位\t数量\n主动公开信息数\t条\t12\n345\n申请总数\t件\t9\n答复总数\t件\t9'],
    ['spaces', '指标 单位 数量\n主动公开信息数 条 12\n345\n申请总数 件 9\n答复总数 件 9'],
  ])('%s', (_, sheet) => {
    const { report, diagnostics } = parseReport(document(sheet))
    expect(report.appendices[0]!.rows.map(({ values }) => values)).toEqual([[null], [9], [9]])
    expect(diagnostics.flatMap(({ ruleId, pointers }) => [ruleId, ...pointers])).toEqual([
      'structure-cell-unresolved',
      '/appendices/0/rows/0/values/0',
    ])
  })
})

test('a figure on two lines of a marked up cell is one or two', () => {
  const cells = [
    ['指标', '单位', '数量'],
    ['主动公开信息数', '条', '24<br>63'],
    ['申请总数', '件', '9'],
  ]
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  const { report, provenance } = parseReport(
    `<p>青河县2012年政府信息公开工作年度报告</p><table>${rows.join('')}</table>`,
  )
  expect(report.appendices[0]!.rows.map(({ values }) => values)).toEqual([[null], [9]])
  expect(provenance['/appendices/0/rows/0/values/0']).toMatchObject({ state: 'unresolved', candidates: [2463] })
})

test('a unit in brackets behind the heading of the figures', () => {
  const [table] = appendices(
    '| 指标 | 数量（条） |\n| --- | --- |\n| 主动公开信息数 | 386 |\n| 其中：网站公开数 | 300 |',
  )
  expect(table!.rows.map(({ unit, values }) => [unit, ...values])).toEqual([
    ['条', 386],
    ['条', 300],
  ])
})

describe('the column of the year reported on feeds the indicators', () => {
  test.each([
    ['two years', ['2011年', '2012年'], ['9', '12'], 12],
    ['the year before, named by a word', ['上年', '本年度'], ['9', '12'], 12],
    ['a change beside it', ['2012年', '比上年增减'], ['12', '3'], 12],
    ['the year before alone', ['2011年'], ['9'], undefined],
  ])('%s', (_, columns, figures, expected) => {
    const { report } = parseReport(document(`指标\t单位\t${columns.join('\t')}\n申请总数\t件\t${figures.join('\t')}`))
    expect(report.appendices[0]!.rows[0]!.values).toEqual(figures.map(Number))
    expect(report.indicators.find(({ id }) => id === 'requests.received')?.value).toBe(expected)
  })
})

describe('damage: no figure stands under the label of another, unless a diagnostic names it', () => {
  const labels = [
    '（一）收到申请数',
    '1.当面申请数',
    '2.传真申请数',
    '3.网络申请数',
    '4.信函申请数',
    '（二）申请办结数',
  ]
  const others = ['其中：主动公开规范性文件数', '制发规范性文件总数', '四、行政复议数量', '（一）被依法纠错数']
  type Row = [label: string, unit: string, figure: string]
  /** What becomes of a row. */
  const damages: Record<string, (row: Row) => Row[]> = {
    'a figure is lost': ([label, unit]) => [[label, unit, '']],
    'a label is lost': ([, unit, figure]) => [['', unit, figure]],
    'a unit is lost': ([label, , figure]) => [[label, '', figure]],
    'a row is lost': () => [],
    'a space in a figure': ([label, unit, figure]) => [[label, unit, figure.replace(/(?<=^\d)/, ' ')]],
    'a line break in a figure': ([label, unit, figure]) => [[label, unit, figure.replace(/(?<=^\d)/, '\n')]],
    'a letter for a digit': ([label, unit, figure]) => [[label, unit, figure.replace(/[01]/, 'O')]],
    'unit and figure exchanged': ([label, unit, figure]) => [[label, figure, unit]],
    'the number of a page': ([label, unit, figure]) => [[`\n3\n${label}`, unit, figure]],
  }
  const prints: Record<string, (list: string[][]) => string> = {
    tabs: (list) => list.map((row) => row.join('\t')).join('\n'),
    spaces: (list) => list.map((row) => row.join('   ')).join('\n'),
    'a cell a line': (list) => list.flat().join('\n'),
    'one line': (list) => list.flat().join(' '),
    'one run': (list) => list.flat().join(''),
  }
  const cases = fc.record({
    figures: fc.array(fc.nat({ max: 4000 }), { minLength: 10, maxLength: 10 }),
    at: fc.nat({ max: 9 }),
    damage: fc.constantFrom(...Object.keys(damages)),
  })

  test.each(Object.entries(prints))('%s', (_, print) => {
    fc.assert(
      fc.property(cases, ({ figures, at, damage }) => {
        const sheet = [...labels, ...others].map((label, index): Row => [label, '件', String(figures[index])])
        const truth = new Map(
          sheet.map(([label, , figure]) => [label.replace(/^.{1,3}[、.）：]/u, ''), Number(figure)]),
        )
        sheet.splice(at, 1, ...damages[damage]!(sheet[at]!))
        const { report, diagnostics } = parseReport(document(print([['指标', '单位', '数量'], ...sheet])))
        const named = new Set(diagnostics.flatMap(({ pointers }) => pointers))
        const wrong = report.appendices.flatMap((table, index) =>
          table.rows.filter(
            ({ label, values: [value] }, row) =>
              typeof value === 'number' &&
              value !== truth.get(label) &&
              !named.has(`/appendices/${index}/rows/${row}/values/0`),
          ),
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

function appendices(sheet: string) {
  return parseReport(document(sheet)).report.appendices
}

function document(sheet: string): string {
  return `青河县林业局2012年政府信息公开工作年度报告\n\n一、概述\n全年工作有序推进。\n\n二、附表\n附表：依申请公开情况统计\n${sheet}\n\n青河县林业局\n2013年3月20日\n`
}
