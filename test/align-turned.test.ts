import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'
import type { Disputes, Outcomes } from '../src/types'

// Table 四 with its groups as rows, or on its side.

const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const keys = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
const groups = ['行政复议', '未经复议直接起诉', '复议后起诉']

const layouts: Record<string, (figures: string[][]) => string[][]> = {
  'groups as rows': (figures) => [['类别', ...outcomes], ...figures.map((row, group) => [groups[group]!, ...row])],
  'groups as rows, under one more': (figures) => [
    ['类别', '', ...outcomes],
    ...figures.map((row, group) => [['行政复议', '行政诉讼', ''][group]!, groups[group]!, ...row]),
  ],
  'groups as rows, with the one above in the same cell': (figures) => [
    ['类别', ...outcomes],
    ...figures.map((row, group) => [group === 0 ? '行政复议' : `行政诉讼（${groups[group]}）`, ...row]),
  ],
  'on its side': (figures) => [
    ['', ...groups],
    ...outcomes.map((name, at) => [name, ...figures.map((row) => row[at]!)]),
  ],
  'a figure a row': (figures) =>
    figures.flatMap((row, group) => row.map((figure, at) => [groups[group]!, outcomes[at]!, figure])),
}
const prints: Record<string, (rows: string[][]) => string> = {
  html: (rows) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  pipes: (rows) =>
    [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  tabs: (rows) => rows.map((row) => row.join('\t')).join('\n'),
}
const figures = fc.array(fc.array(fc.nat({ max: 99 }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 })

describe.each(Object.entries(layouts))('%s', (_, lay) => {
  test.each(Object.entries(prints))('%s: each figure by its labels', (_, print) => {
    fc.assert(
      fc.property(figures, (drawn) => {
        const blocks = drawn.map((row) => [...row, row.reduce((sum, figure) => sum + figure, 0)])
        const { report, provenance } = read(print(lay(blocks.map((row) => row.map(String)))))
        expect(report.disputes).toEqual(disputes(blocks))
        expect(provenance['/disputes/litigation/direct/total']).toMatchObject({ evidence: 'label', state: 'number' })
      }),
      { numRuns: 5 },
    )
  })
})

test('a label that names no group, or two, leaves the table unread', () => {
  for (const label of ['行政诉讼', '行政复议及复议后起诉', '其他']) {
    const rows = layouts['groups as rows']!([1, 2, 3].map((figure) => Array<string>(5).fill(String(figure))))
    rows[2]![0] = label
    const { report, diagnostics } = read(prints.html!(rows))
    expect(numbersOf(report.disputes)).toEqual([])
    expect(diagnostics.some(({ pointers }) => pointers.includes('/disputes'))).toBe(true)
  }
})

function read(table: string) {
  return parseReport(
    `青禾县林业局2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n${table}\n\n五、存在的主要问题及改进情况\n\n公开不够及时，将改进。\n`,
    { format: table.startsWith('<') ? 'html' : table.startsWith('|') ? 'markdown' : 'text' },
  )
}

function disputes([reconsideration, direct, afterReconsideration]: number[][]): Disputes {
  const block = (row: number[] = []) =>
    Object.fromEntries(keys.map((key, at) => [key, row[at]!])) as unknown as Outcomes
  return {
    reconsideration: block(reconsideration),
    litigation: { direct: block(direct), afterReconsideration: block(afterReconsideration) },
  }
}

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(numbersOf) : []
}
