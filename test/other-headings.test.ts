import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'

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
