import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReport, readForm } from '../src/main-entry'
import { filledRequests } from './arbitraries/filled-form'
import { printedRows } from './arbitraries/print-form'

/** The columns of the first block of table 二, and how a comparison of years heads columns that resemble them. */
const columns = { issued: '本年制发件数', repealed: '本年废止件数', inForce: '现行有效件数' }
const years = ['本年', '上年', '上一年度', '去年', '2021年', '2022年']

type Column = keyof typeof columns

/** A heading of the form, or one of another year in its place. */
interface Heading {
  column: Column
  text: string
}

const headings: fc.Arbitrary<Heading[]> = fc
  .tuple(
    fc.shuffledSubarray(Object.keys(columns) as Column[], { minLength: 3 }),
    fc.array(fc.constantFrom(...years), { minLength: 3, maxLength: 3 }),
  )
  .map(([order, said]) => order.map((column, at) => ({ column, text: columns[column].replace('本年', said[at]!) })))

const figures = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 6, maxLength: 6 })

const layouts: Record<string, (rows: string[][]) => string> = {
  'cells of a page': (rows) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  tabs: (rows) => rows.map((row) => row.join('\t')).join('\n'),
  spaces: (rows) => rows.map((row) => row.join(' ')).join('\n'),
  'a cell a line': (rows) => rows.flat().join('\n'),
  'one line': (rows) => rows.flat().join(' '),
}

test.each(Object.entries(layouts))(
  'law: a figure is never read for a column of another year or place (%s)',
  (_, print) => {
    fc.assert(
      fc.property(headings, figures, fc.constantFrom('信息内容', '项目', '类别'), (heads, values, stub) => {
        const rows = [
          [stub, ...heads.map(({ text }) => text)],
          ['规章', ...values.slice(0, 3).map(String)],
          ['行政规范性文件', ...values.slice(3).map(String)],
        ]
        const { report } = parseReport(
          `云岭县档案局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n${print(rows)}`,
        )
        for (const [row, at] of [
          ['rules', 0],
          ['normativeDocuments', 3],
        ] as const) {
          const read = report.disclosure?.[row] as Record<Column, number | null> | null | undefined
          for (const [place, { column, text }] of heads.entries()) {
            const value = read?.[column] ?? null
            if (value !== null) expect([text, column, value]).toEqual([columns[column], column, values[at + place]])
          }
        }
      }),
      { numRuns: 60 },
    )
  },
)

test('the same columns in the order of the form are read in every layout', () => {
  const rows = [
    ['信息内容', ...Object.values(columns)],
    ['规章', '1', '2', '3'],
    ['行政规范性文件', '4', '5', '6'],
  ]
  for (const print of Object.values(layouts)) {
    const { report } = parseReport(
      `云岭县档案局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n${print(rows)}`,
    )
    expect(report.disclosure?.normativeDocuments).toMatchObject({ issued: 4, repealed: 5, inForce: 6 })
  }
})

/** Blocks of table 二 with one column, the second under a heading of its own. */
function oneColumnBlocks(heading: string): string {
  return [
    '云岭县档案局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n',
    '第二十条第（五）项',
    '信息内容 本年处理决定数量',
    '行政许可 15',
    '第二十条第（六）项',
    `信息内容 ${heading}`,
    '行政处罚 27',
    '行政强制 2',
  ].join('\n')
}

test.each(['上年处理决定数量', '往年处理决定数量', '累计处理决定数量'])(
  'a heading of another year over one block, %s, is not taken for the one that stands over its neighbours',
  (heading) => {
    const { report, diagnostics } = parseReport(oneColumnBlocks(heading))
    expect(report.disclosure?.licensing).toMatchObject({ decisions: 15 })
    expect(report.disclosure?.penalties).toMatchObject({ decisions: null })
    expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('structure-cell-unresolved')
    const same = parseReport(oneColumnBlocks('本年处理决定数量')).report.disclosure
    expect(same).toMatchObject({
      licensing: { decisions: 15 },
      penalties: { decisions: 27 },
      coercion: { decisions: 2 },
    })
  },
)

test('so many digits behind a label that they may be of two columns are read for neither', () => {
  const text = `云岭县档案局2022年政府信息公开工作年度报告

二、主动公开政府信息情况第二十条第（五）项信息内容本年处理决定数量行政许可7612476131第二十条第（六）项信息内容本年处理决定数量行政处罚12行政强制0`
  const { report, provenance } = parseReport(text)
  expect(report.disclosure).toMatchObject({ penalties: { decisions: 12 }, coercion: { decisions: 0 } })
  expect(provenance['/disclosure/licensing/decisions']?.state).toBe('unresolved')
})

test('two headings of table 三 exchanged: no figure is read for a column that it does not stand in, but with a finding', () => {
  const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const [filled] = fc.sample(filledRequests, { numRuns: 1, seed: 11 })
  const rows = printedRows(filled!)
  const silent: string[] = []
  for (const [left, right] of pairs(names.length)) {
    const order = [...names.keys()].map((at) => (at === left ? right : at === right ? left : at))
    const table = [
      ['项目', ...order.map((at) => names[at]!)],
      ...rows.map(({ label, figures }) => [label, ...order.map((at) => String(figures[at]))]),
    ]
    for (const print of Object.values(layouts)) {
      const { values, diagnostics } = readForm(print(table), filled!.form)
      const named = new Set(diagnostics.flatMap(({ pointers }) => pointers ?? []))
      for (const { pointer, value } of filled!.cells) {
        const read = values[pointer] ?? null
        if (read !== null && read !== value && !named.has(pointer)) silent.push(`${order}: ${pointer}`)
      }
    }
  }
  expect(silent).toEqual([])
})

function pairs(count: number): [number, number][] {
  return Array.from({ length: count }, (_, left) => left).flatMap((left) =>
    Array.from({ length: count - left - 1 }, (_, at): [number, number] => [left, left + 1 + at]),
  )
}

test('two groups of table 四 exchanged, the heading of one broken over lines: no figure is read for the other', () => {
  const { report, diagnostics } = parseReport(
    [
      '云岭县档案局2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况',
      '行政复\n议\t行政诉讼',
      '结果维持\t结果纠\n正\t其他结果\t尚未审结\t总计\t复\n议后起诉\t未经复议直接起诉',
      '结果维持\t结果纠正\t其他\n结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
      '84\t0\t9\t5\t98\t0\t2\t5\t9\t16\t7\t1\t9\t5\t22',
    ].join('\n'),
  )
  expect([16, null]).toContain(report.disputes?.litigation.afterReconsideration.total ?? null)
  expect([22, null]).toContain(report.disputes?.litigation.direct.total ?? null)
  expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('structure-cell-unresolved')
})
