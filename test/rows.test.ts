import { describe, expect, test } from 'vitest'
import { bundledGrammars } from '../src/bundled-grammars'
import { labelOf } from '../src/label-of'
import { toRows } from '../src/to-rows'
import type { Applicants, AxisRule, Provenance, Result } from '../src/types'

describe('labelOf', () => {
  test('gives the official labels from table to cell', () => {
    expect(labelOf('/requests/denied/stateSecret/total', '2021')).toEqual([
      '收到和处理政府信息公开申请情况',
      '三、本年度办理结果',
      '（三）不予公开',
      '1.属于国家秘密',
      '申请人情况',
      '总计',
    ])
    expect(labelOf('/disclosure/rules/issued', '2021')).toEqual([
      '主动公开政府信息情况',
      '第二十条第（一）项',
      '规章',
      '本年制发件数',
    ])
    expect(labelOf('/disputes/litigation/direct/upheld', null)).toEqual([
      '政府信息公开行政复议、行政诉讼情况',
      '行政诉讼',
      '未经复议直接起诉',
      '结果维持',
    ])
  })

  test('gives the labels of a prefix', () => {
    expect(labelOf('/requests', '2019')).toEqual(['收到和处理政府信息公开申请情况'])
    expect(labelOf('/requests/denied', '2019').at(-1)).toBe('（三）不予公开')
    expect(labelOf('/requests/otherHandling/undivided', '2019').at(-1)).toBe('（六）其他处理')
  })

  test('keeps the editions apart', () => {
    expect(labelOf('/disclosure/rules/made', '2019').at(-1)).toBe('本年新制作数量')
    expect(labelOf('/disclosure/rules/made', '2021')).toEqual([])
    expect(labelOf('/requests/otherHandling/undivided/total', '2021')).toEqual([])
  })

  test('gives nothing for what is no place of a form', () => {
    for (const pointer of ['', '/', 'requests', '/title', '/requests/nothing', '/requests/received/total/more']) {
      expect(labelOf(pointer, null)).toEqual([])
    }
  })

  test('tells all cells of a form apart', () => {
    for (const grammar of bundledGrammars) {
      for (const form of grammar.forms) {
        const pointers = form.blocks.flatMap(({ stub, head }) =>
          leaves(stub).flatMap((row) =>
            leaves(head).map((column) => [`/${form.name}`, row, column].filter(Boolean).join('/')),
          ),
        )
        const labels = pointers.map((pointer) => labelOf(pointer, form.edition ?? null).join(' > '))
        expect(labels).not.toContain('')
        expect(new Set(labels).size).toBe(pointers.length)
      }
    }
  })
})

describe('toRows', () => {
  const position = { start: { line: 7, column: 3, offset: 90 }, end: { line: 7, column: 5, offset: 92 } }
  const cells: Record<string, Provenance> = {
    '/title': { raw: '某报告', state: 'text', evidence: 'text' },
    '/requests/received/total': { raw: '12', state: 'number', evidence: 'label', position },
    '/requests/received/other': { raw: '', state: 'blank' },
    '/requests/otherHandling/undivided/total': { raw: '', state: 'absent' },
    '/requests/otherHandling/feeUnpaid/total': { raw: '', state: 'absent' },
    '/disclosure/fees/amount': { raw: '1.5', state: 'number', evidence: 'label', position },
    '/disputes/reconsideration/total': { raw: '3', state: 'number', evidence: 'label', position },
    '/appendices/0/rows/0/values/1': { raw: '8.2', state: 'number', evidence: 'label', position },
  }
  const rows = toRows(result(cells))

  test('gives a row a value of the tables, in order', () => {
    expect(rows.map(({ pointer }) => pointer)).toEqual([
      '/requests/received/total',
      '/requests/received/other',
      '/requests/otherHandling/feeUnpaid/total',
      '/disclosure/fees/amount',
      '/disputes/reconsideration/total',
      '/appendices/0/rows/0/values/1',
    ])
  })

  test('writes labels, unit, state and line', () => {
    expect(rows[0]).toEqual({
      issuer: '云岭县人民政府',
      year: 2023,
      table: 'requests',
      edition: '2021',
      pointer: '/requests/received/total',
      row: '一、本年新收政府信息公开申请数量',
      column: '总计',
      value: 12,
      unit: '件',
      state: 'number',
      raw: '12',
      line: 7,
    })
    expect(rows[1]).toMatchObject({ column: '其他', value: null, state: 'blank', line: null })
    expect(rows[3]).toMatchObject({ row: '行政事业性收费', value: 15000, unit: '元', raw: '1.5' })
    expect(rows[4]).toMatchObject({ edition: null, row: '行政复议', column: '总计', value: 3, unit: '件' })
    expect(rows[5]).toMatchObject({ table: 'appendices', row: '公开条数', column: '累计', value: 8.2, unit: '万条' })
  })
})

/** Key paths of the leaves below some headings; [''] for a form without row headings. */
function leaves(rules: AxisRule[], prefix = ''): string[] {
  if (rules.length === 0) return ['']
  return rules.flatMap(({ key, children }) => {
    const path = [prefix, key].filter(Boolean).join('/')
    return children ? leaves(children, path) : [path]
  })
}

function result(provenance: Result['provenance']): Result {
  const row = { total: 12, other: null } as Applicants
  const report = {
    issuer: '云岭县人民政府',
    year: 2023,
    requests: { edition: '2021', received: row, otherHandling: { undivided: {}, feeUnpaid: {} } },
    disclosure: { edition: '2021', fees: { amount: 15000 } },
    disputes: { reconsideration: { total: 3 } },
    appendices: [
      {
        title: null,
        columns: ['本年', '累计'],
        rows: [{ label: '公开条数', code: null, unit: '万条', depth: 0, values: [1, 8.2] }],
      },
    ],
  } as unknown as Result['report']
  return { format: 1, grammars: [], report, provenance, checks: [], diagnostics: [], source: '' }
}
