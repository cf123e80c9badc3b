import { describe, expect, test } from 'vitest'
import { stubLeaves } from '../src/form/form-leaves'
import { form2021 } from '../src/grammars/form-2021'
import { parseReport } from '../src/index'
import type { Pointer, Result } from '../src/types'

// Layouts of text drawn from a PDF whose columns stand apart from their labels. The report is invented; what each test changes is
// how it is printed.

const columns = ['naturalPerson', 'business', 'research', 'publicWelfare', 'legalService', 'other', 'total']
const rows = stubLeaves(form2021.forms.find(({ name }) => name === 'requests')!.blocks[0]!)
const labels = rows.map(({ path }) => path[path.length - 1]!.labels[0]!.text)
const completed = labels.length - 2

/** Table 三: some outcomes, the columns of received and completed add up. */
const table = fill({ 2: [4, 1, 0, 0, 0, 2], 5: [0, 3, 0, 0, 1, 0], 9: [6, 0, 0, 2, 0, 0], 17: [0, 0, 5, 0, 0, 0] })

const captions = ['第二十条第（一）项', '第二十条第（五）项', '第二十条第（六）项', '第二十条第（八）项']
const stubs =
  '信息内容\n规章\n行政规范性文件\n信息内容\n行政许可\n信息内容\n行政处罚\n行政强制\n信息内容\n行政事业性收费'
const rest = [
  `${captions[1]}\n本年处理决定数量\n31`,
  `${captions[2]}\n本年处理决定数量\n47\n52`,
  `${captions[3]}\n本年收费金额（单位：万元）\n63.5`,
].join('\n')
const second = `${stubs}\n\n${captions[0]}\n本年制发件数\n本年废止件数\n7\n8\n9\n6\n${rest}\n\n现行有效件数\n15\n16`
const fourth =
  '行政复议\n行政诉讼\n\n未经复议直接起诉\n复议后起诉\n结果维持 结果纠正 其他结果 尚未审结 总计\n1\n0\n2\n0\n3\n0\n1\n0\n0\n1\n4\n0\n0\n1\n5'
const documents = { '/disclosure/rules': [7, 8, 15], '/disclosure/normativeDocuments': [9, 6, 16] }

/** All rows with six figures at their labels, the totals apart. */
const atLabels = `${lines(table.map((row, at) => `${labels[at]}\n${row.slice(0, 6).join('\n')}`))}\n\n总计\n${lines(table.map((row) => row[6]!))}`

describe('table 二, printed by columns', () => {
  const read = ({ report }: Result, pointer: string) => {
    const { issued, repealed, inForce } = at(report, pointer) as Record<string, number | null>
    return [issued, repealed, inForce]
  }

  test('figures below several headings are rows, where blank lines part what is printed apart', () => {
    const result = parseReport(print(second, atLabels))
    for (const [pointer, figures] of Object.entries(documents)) expect(read(result, pointer)).toEqual(figures)
  })

  test('without blank lines they may be columns: what both say is read, the rest has two candidates', () => {
    const result = parseReport(print(second, atLabels).replace(/\s+/g, ' '))
    expect(read(result, '/disclosure/rules')).toEqual([7, null, 15])
    expect(read(result, '/disclosure/normativeDocuments')).toEqual([null, 6, 16])
    expect(result.provenance['/disclosure/rules/repealed']).toMatchObject({ state: 'unresolved', candidates: [8, 9] })
    expect(findingsAt(result, '/disclosure/rules/repealed')).toEqual(['structure-order-ambiguous'])
  })

  test('headings may stand there in pieces', () => {
    const pieces = second.replace('本年制发件数\n本年废止件数', '本年制发 本年废止\n件数\n件数')
    const result = parseReport(print(pieces, atLabels))
    for (const [pointer, figures] of Object.entries(documents)) expect(read(result, pointer)).toEqual(figures)
  })

  test('the column whose heading has no figures has those that are left', () => {
    const displaced = second.replace('\n15\n16', '\n\n15\n16')
    const result = parseReport(print(displaced, atLabels))
    for (const [pointer, figures] of Object.entries(documents)) expect(read(result, pointer)).toEqual(figures)
  })

  test('two columns without figures at their headings stay open', () => {
    const displaced = second
      .replace('\n15\n16', '\n\n15\n16')
      .replace('本年处理决定数量\n47\n52', '本年处理决定数量\n\n47\n52\n\n')
    const result = parseReport(print(displaced, atLabels))
    expect(read(result, '/disclosure/rules')[2]).toBeNull()
    expect(at(result.report, '/disclosure/penalties/decisions')).toBeNull()
  })
})

describe('table 三, columns apart from their labels', () => {
  test('first figures at the labels of some rows, their others behind', () => {
    const whole = (from: number, to?: number) =>
      table.slice(from, to).map((row, one) => `${labels[from + one]}\n${row.join('\n')}`)
    const first = table.slice(2, 6).map((row, one) => `${labels[2 + one]} ${row[0]}`)
    const others = table.slice(2, 6).map((row) => row.slice(1).join('\n'))
    const printed = [...whole(0, 2), ...first, ...others, ...whole(6)]
    expectRead(parseReport(print(second, printed.join('\n\n'))))
  })

  test('behind a page the first column at the labels, the other ones column by column', () => {
    const page = 20
    const top = table.slice(0, page).map((row, one) => `${labels[one]}\n${row.slice(0, 6).join('\n')}`)
    const bottom = table.slice(page).map((row, one) => `${labels[page + one]}\n${row[0]}`)
    const others = [1, 2, 3, 4, 5, 6].map((column) => lines(table.slice(page).map((row) => row[column]!)))
    const printed = [
      lines(top),
      lines(['总计', ...table.slice(0, page).map((row) => row[6]!)]),
      lines(bottom),
      ...others,
    ]
    expectRead(parseReport(print(second, printed.join('\n\n'))))
  })

  test('all labels first, then the columns, those of the second page apart', () => {
    const page = 13
    const column = (index: number, from: number, to?: number) => lines(table.slice(from, to).map((row) => row[index]!))
    const printed = [
      lines(labels),
      column(0, 0),
      lines(table.slice(0, page).map((row) => row.slice(1, 6).join('\n'))),
      ...[1, 2, 3].map((index) => column(index, page)),
      `总计\n${column(6, 0, page)}`,
      ...[4, 5, 6].map((index) => column(index, page)),
    ]
    expectRead(parseReport(print(second, printed.join('\n\n'))))
  })

  test('amounts of table 二 stand anywhere', () => {
    const apart = second.replace('\n63.5', '')
    expectRead(parseReport(print(apart, `63.5\n\n${atLabels}`)))
  })
})

describe('a zero that is printed elsewhere, the count of figures being right', () => {
  const whole = (from: number, to?: number) =>
    table.slice(from, to).map((row, one) => `${labels[from + one]}\n${row.join('\n')}`)
  const last = table.slice(20).map((row) => row.join('\n'))
  const page = `${lines(labels.slice(20))}\n\n${last.join('\n\n')}`
  const lost = (text: string) => text.slice(0, text.lastIndexOf('\n0'))

  test.each([
    // Two labels, then the figures of both rows: one is lost, the last row of the table has one more.
    [
      'between whole rows',
      [
        ...whole(0, 10),
        lines(labels.slice(10, 12)),
        lost(table.slice(10, 12).flat().join('\n')),
        ...whole(12, 20),
        `${page}\n0`,
      ],
    ],
    // The second page has a zero of the first one: no row before whole rows has figures behind them.
    [
      'before whole rows',
      [lines(labels.slice(0, 2)), lost(table.slice(0, 2).flat().join('\n')), ...whole(2, 20), `0\n${page}`],
    ],
    // A whole row at its label, the next one with a zero more.
    ['behind a whole row', [...whole(0, 2), `${whole(2, 3)}\n0`, ...whole(3, 20), lost(page)]],
  ])('%s: no wrong figure in silence', (_, printed) => {
    const source = print(second, printed.join('\n\n'))
    for (const text of [source, source.replace(/\s+/g, ' ')]) expect(wrongIn(parseReport(text), table)).toEqual([])
  })
})

describe('what sums cannot tell', () => {
  const zeros = fill({ 14: [3, 2, 0, 0, 0, 0] })
  const block = (from: number, to?: number) =>
    columns.map((_, index) => lines(zeros.slice(from, to).map((row) => row[index]!)))
  const printed = [lines(labels), ...block(0, 3), ...block(3, 4), ...block(4, 19), ...block(19, 20), ...block(20)]

  test('rows of zeros that may stand before or behind a block leave its rows open', () => {
    const result = parseReport(print(second, printed.join('\n\n')).replace(/\s+/g, ' '))
    expect(wrongIn(result, zeros)).toEqual([])
  })

  test('blank lines tell', () => {
    const result = parseReport(print(second, printed.join('\n\n')))
    expect(wrongIn(result, zeros)).toEqual([])
    expect(at(result.report, pointerOf(14, 0))).toBe(3)
  })

  test('a figure before the heading of table 四 is not of it, though the count is right', () => {
    const at3 = printed.map((text, index) => (index === 1 ? `${text}\n0` : text))
    const last = at3[at3.length - 1]!
    const shifted = [...at3.slice(0, -1), last.slice(0, last.lastIndexOf('\n'))]
    for (const source of [
      print(second, shifted.join('\n\n')),
      print(second, shifted.join('\n\n')).replace(/\s+/g, ' '),
    ])
      expect(wrongIn(parseReport(source), zeros)).toEqual([])
  })
})

function fill(outcomes: Record<number, number[]>): number[][] {
  const own = labels.map((_, row) => outcomes[row] ?? [0, 0, 0, 0, 0, 0])
  const sums = [0, 1, 2, 3, 4, 5].map((column) => own.reduce((sum, row) => sum + row[column]!, 0))
  return own
    .map((row, index) => (index === 0 || index === completed ? sums : row))
    .map((row) => [...row, row.reduce((sum, value) => sum + value, 0)])
}

function lines(items: (string | number)[]): string {
  return items.join('\n')
}

function print(two: string, three: string): string {
  return [
    '望云县2023年政府信息公开工作年度报告',
    '一、总体情况\n本年度按时更新栏目。',
    `二、主动公开政府信息情况\n\n${two}`,
    `三、收到和处理政府信息公开申请情况\n\n申请人情况\n法人或其他组织\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他\n${three}`,
    `四、政府信息公开行政复议、行政诉讼情况\n${fourth}`,
    '五、存在的主要问题及改进情况\n有的栏目更新较慢，下一步将改进。',
    '六、其他需要报告的事项\n无。',
  ].join('\n\n')
}

function expectRead(result: Result): void {
  const read = table.map((_, row) => columns.map((_, column) => at(result.report, pointerOf(row, column))))
  expect(read).toEqual(table)
  expect(findingsAt(result, '/requests')).toEqual([])
}

/** Cells with a wrong figure that no finding names. */
function wrongIn(result: Result, truth: number[][]): Pointer[] {
  return truth.flatMap((row, index) =>
    columns.flatMap((_, column) => {
      const pointer = pointerOf(index, column)
      const value = at(result.report, pointer)
      return value === null || value === row[column] || findingsAt(result, pointer).length > 0 ? [] : [pointer]
    }),
  )
}

function pointerOf(row: number, column: number): Pointer {
  return `/requests/${rows[row]!.key}/${columns[column]}`
}

function findingsAt({ diagnostics }: Result, pointer: Pointer): string[] {
  return diagnostics.flatMap(({ ruleId, severity, pointers }) =>
    severity !== 'info' && pointers.some((one) => one === pointer || pointer.startsWith(`${one}/`)) ? [ruleId] : [],
  )
}

function at(report: Result['report'], pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((above, key) => (above as Record<string, unknown> | null)?.[key] ?? null, report)
}
