import { describe, expect, test } from 'vitest'
import { compileAppendices } from '../src/compile/appendices'
import { createContext } from '../src/context'
import { statistics2014 } from '../src/grammars/statistics-2014'
import type { Paragraph, Root, Table, TableCell } from '../src/tree'
import type { Provenance } from '../src/types'

describe('statistics tables before 2019', () => {
  test('the national table: groups, parts and numbers give the depth', () => {
    const { appendices } = read(
      ['政府信息公开情况统计表（2016年度）'],
      [
        ['统计指标', '单位', '统计数'],
        ['一、主动公开情况', '——', '——'],
        ['（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条', '1,204'],
        ['其中：主动公开规范性文件数', '条', '12'],
        ['制发规范性文件总数', '件', '9'],
        ['（二）通过不同渠道和方式公开政府信息的情况', '——', ''],
        ['1.政府公报公开政府信息数', '条', '０'],
        ['七、依申请公开信息收取的费用', '万元', '0.35'],
      ],
    )
    expect(appendices).toEqual([
      {
        title: '政府信息公开情况统计表（2016年度）',
        columns: ['统计数'],
        rows: [
          row('主动公开情况', null, 0, null),
          row('主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条', 1, 1204),
          row('主动公开规范性文件数', '条', 2, 12),
          row('制发规范性文件总数', '件', 2, 9),
          row('通过不同渠道和方式公开政府信息的情况', null, 1, null),
          row('政府公报公开政府信息数', '条', 2, 0),
          row('依申请公开信息收取的费用', '万元', 0, 0.35),
        ],
      },
    ])
  })

  test('tables one below the other, each with its title and headings', () => {
    const { appendices } = read(
      ['附表一：主动公开情况统计'],
      [
        ['指标', '单位', '数量'],
        ['主动公开信息数', '条', '80'],
        ['附表二：依申请公开情况统计'],
        ['指标', '单位', '数量'],
        ['申请总数', '条', '9'],
      ],
    )
    expect(appendices.map(({ title, rows }) => [title, rows.map(({ label }) => label)])).toEqual([
      ['附表一：主动公开情况统计', ['主动公开信息数']],
      ['附表二：依申请公开情况统计', ['申请总数']],
    ])
  })

  test('codes, letters of the columns and two value columns', () => {
    const { appendices, provenance } = read(
      ['定期报表', '填报单位：青河县'],
      [
        ['指标名称', '计量单位', '代码', '本期实际', '本年累计'],
        ['甲', '乙', '丙', '1', '2'],
        ['申请总数', '条', '10', '7', '9'],
        ['其中：1.当面申请数', '条', '11', '3', '4'],
        ['2.传真申请数', '条', '12', '4', '5'],
        ['对申请的答复总数', '条', '17', '/', '9'],
        ['其中：3.否决公开答复总数', '条', '20', '1', '1'],
        ['其中：(1)“信息不存在”数', '条', '22', '1', '1'],
        ['行政复议数', '件', '32', '0', '无'],
      ],
    )
    const [first] = appendices
    expect(first!.title).toBe('定期报表')
    expect(first!.columns).toEqual(['本期实际', '本年累计'])
    expect(first!.rows.map(({ label, code, depth, values }) => [label, code, depth, ...values])).toEqual([
      ['申请总数', '10', 0, 7, 9],
      ['当面申请数', '11', 1, 3, 4],
      ['传真申请数', '12', 1, 4, 5],
      ['对申请的答复总数', '17', 0, null, 9],
      ['否决公开答复总数', '20', 1, 1, 1],
      ['“信息不存在”数', '22', 2, 1, 1],
      ['行政复议数', '32', 0, 0, null],
    ])
    expect(provenance['/appendices/0/rows/3/values/0']).toMatchObject({ state: 'dash', raw: '/' })
    expect(provenance['/appendices/0/rows/6/values/1']).toMatchObject({ state: 'text', raw: '无' })
    expect(provenance['/appendices/0/rows/0/values/0']).toMatchObject({ state: 'number', raw: '7', evidence: 'label' })
  })

  test('two lists side by side, circled numbers, a unit inside the cell', () => {
    const { appendices } = read(
      [],
      [
        ['指标', '数量', '指标', '数量'],
        ['信息公开申请数', '6', '工作人员数', '3人'],
        ['①当面', '4', '收取费用', '0.2万元'],
        ['②信函及传真', '2', '', ''],
      ],
    )
    expect(appendices[0]!.rows.map(({ label, unit, depth, values }) => [label, unit, depth, ...values])).toEqual([
      ['信息公开申请数', null, 0, 6],
      ['当面', null, 1, 4],
      ['信函及传真', null, 1, 2],
      ['工作人员数', '人', 0, 3],
      ['收取费用', '万元', 0, 0.2],
    ])
  })

  test('a group over the whole width, a remark column, headings again and a table that goes on', () => {
    const { appendices } = read(
      [],
      [
        ['序号', '指标', '单位', '数量', '备注'],
        ['1', '主动公开信息数', '条', '80', '含部门'],
        ['序号', '指标', '单位', '数量', '备注'],
        ['2', '申请总数', '件', '4', ''],
      ],
      2016,
      [['3', '行政复议数', '件', '1', '']],
    )
    expect(appendices).toEqual([
      {
        title: null,
        columns: ['数量'],
        rows: [row('主动公开信息数', '条', 0, 80), row('申请总数', '件', 0, 4), row('行政复议数', '件', 0, 1)],
      },
    ])
  })

  test('a broken figure is no number, and is told', () => {
    const { appendices, context } = read(
      [],
      [
        ['指标', '单位', '数量'],
        ['主动公开信息数', '条', '1O24'],
      ],
    )
    expect(appendices[0]!.rows[0]!.values).toEqual([null])
    expect(context.diagnostics).toMatchObject([
      { ruleId: 'structure-cell-unresolved', pointers: ['/appendices/0/rows/0/values/0'] },
    ])
  })

  test.each([
    [
      'another table',
      [
        ['姓名', '职务', '电话'],
        ['张三', '局长', '83601234'],
      ],
      2016,
    ],
    [
      'a table of a report since 2019',
      [
        ['指标', '单位', '数量'],
        ['主动公开信息数', '条', '1'],
      ],
      2019,
    ],
  ])('%s is no appendix', (_, rows, year) => {
    expect(read(['附表'], rows, year).appendices).toEqual([])
  })
})

function row(label: string, unit: string | null, depth: number, value: number | null) {
  return { label, code: null, unit, depth, values: [value] }
}

function read(above: string[], rows: string[][], year: number | null = 2016, next: string[][] = []) {
  const tables = [rows, next].filter((lines) => lines.length > 0).map(table)
  const tree: Root = { type: 'root', children: [...above.map(paragraph), ...tables] }
  const context = createContext(null, { grammars: [statistics2014] })
  const provenance: Record<string, Provenance> = {}
  return { ...compileAppendices(tree, { forms: [] }, year, provenance, context), provenance, context }
}

function table(rows: string[][]): Table {
  const children = rows.map((cells) => ({ type: 'tableRow' as const, children: cells.map(cell) }))
  return { type: 'table', layout: 'grid', children }
}

function cell(value: string): TableCell {
  return { type: 'tableCell', children: [{ type: 'text', value }] }
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}
