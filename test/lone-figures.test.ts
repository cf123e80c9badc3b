import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'

// Figures that a line break or a lost label sets beside another row than their own.

const disclosure = [
  ['第二十条第（一）项', '', '', ''],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '1', '0', '12'],
  ['第二十条第（五）项', '', '', ''],
  ['信息内容', '本年处理决定数量', '', ''],
  ['行政许可', '64\n45', '', ''],
  ['第二十条第（六）项', '', '', ''],
  ['信息内容', '本年处理决定数量', '', ''],
  ['行政处罚', '7', '', ''],
  ['行政强制', '0', '', ''],
]
const filled = (rows: string[][]) => rows.map((row) => row.filter((text) => text !== ''))
const pipe = (row: string[]) => `| ${row.join(' | ')} |`

describe('a figure of table 二 broken over two lines is none, and named', () => {
  test.each([
    ['pipes', [pipe(disclosure[0]!), '|---|---|---|---|', ...disclosure.slice(1).map(pipe)].join('\n')],
    ['tabs', disclosure.map((row) => row.join('\t')).join('\n')],
    [
      'tabs, trimmed',
      filled(disclosure)
        .map((row) => row.join('\t'))
        .join('\n'),
    ],
    [
      'spaces',
      filled(disclosure)
        .map((row) => row.join('  '))
        .join('\n'),
    ],
  ])('%s', (_, table) => {
    const { report, diagnostics } = read(`二、主动公开政府信息情况\n\n${table}`)
    expect(report.disclosure).toMatchObject({
      licensing: { decisions: null },
      penalties: { decisions: 7 },
      normativeDocuments: { inForce: 12 },
    })
    expect(diagnostics.flatMap(({ pointers }) => pointers)).toContain('/disclosure/licensing/decisions')
  })
})

test('figures whose label is lost below a blank row are not those of the blank row', () => {
  const label = (text: string, ...figures: string[]) =>
    `<tr>${[text, ...(figures.length > 0 ? figures : Array<string>(7).fill(''))].map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const rows = [
    label('', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'),
    label('一、本年新收政府信息公开申请数量', '5', '', '', '', '', '', '5'),
    label('二、上年结转政府信息公开申请数量'),
    label('三、本年度办理结果', '5', '', '', '', '', '', '5'),
    label('（二）部分公开'),
    label('（七）总计', '5', '', '', '', '', '', '5'),
    label('四、结转下年度继续办理'),
  ]
  const { report } = read(`<p>三、收到和处理政府信息公开申请情况</p><table>${rows.join('')}</table>`)
  expect(report.requests?.received.total).toBe(5)
  expect(Object.values(report.requests!.carriedIn)).toEqual(Array(7).fill(null))
})

function read(body: string) {
  return parseReport(
    `青禾县林业局2022年政府信息公开工作年度报告\n\n${body}\n\n五、存在的主要问题及改进情况\n\n公开不够及时，将改进。\n`,
  )
}

test.each(['五、存在的主要问题及改进情况\n公开不够及时。', ''])(
  'a figure of the last row cut in two leaves one too many: none is dropped in silence (%j)',
  (behind) => {
    const { report, diagnostics } = read(
      [
        '四、政府信息公开行政复议、行政诉讼情况',
        '行政复议 行政诉讼',
        '结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉',
        '结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计',
        // 11 as 1 1: the first fifteen satisfy the sums of two groups of the three.
        '4 0 0 1 5 5 4 2 0 1 1 1 1 0 3 5',
        behind,
      ].join('\n'),
    )
    expect(report.disputes?.litigation.afterReconsideration.total ?? null).toBeNull()
    expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('structure-cell-unresolved')
  },
)
