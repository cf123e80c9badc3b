import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareReports, parseReport } from '../src/index'
import { messages } from '../src/messages/zh'
import type { Result } from '../src/types'

/** The pairs of the catalogue's fixtures, each with one planted contradiction. */
function pair(ruleId: string): [Result, Result] {
  const read = (name: string) => parseReport(readFileSync(join('fixtures/diagnostics', ruleId, name), 'utf8'))
  return [read('older.txt'), read('newer.txt')]
}

describe('compareReports', () => {
  test('what was carried out is carried in, column by column', () => {
    const { checks } = compareReports(...pair('carry-over-requests'))
    const own = checks.filter(({ ruleId }) => ruleId === 'carry-over-requests')
    expect(own).toHaveLength(7)
    expect(own.filter(({ status }) => status === 'fail').map(({ subject }) => subject)).toEqual([
      '/newer/requests/carriedIn/naturalPerson',
      '/newer/requests/carriedIn/total',
    ])
    expect(own.at(-1)).toMatchObject({
      relation: '=',
      left: { pointers: ['/newer/requests/carriedIn/total'], value: 0 },
      right: { pointers: ['/older/requests/carriedOut/total'], value: 1 },
    })
  })

  test('a pair that agrees has no failing check and no finding', () => {
    const [older] = pair('carry-over-jump')
    const same = { ...older, report: { ...older.report, year: older.report.year! + 1, sections: [] } }
    const { checks, diagnostics, changes } = compareReports(older, same)
    expect(checks.filter(({ status }) => status !== 'pass')).toEqual([])
    expect(diagnostics).toEqual([])
    expect(changes).toEqual([])
  })

  test('changed cells are listed with difference and ratio', () => {
    const { changes } = compareReports(...pair('carry-over-jump'))
    expect(changes).toContainEqual({
      pointer: '/requests/received/total',
      older: 12,
      newer: 90,
      difference: 78,
      ratio: 6.5,
    })
    expect(changes.every(({ older, newer }) => older !== newer)).toBe(true)
  })

  test.each([
    ['20%', 'pass'],
    ['20.0%', 'pass'],
    ['19.9%', 'fail'],
    ['21%', 'fail'],
    ['约21%', 'pass'],
    ['约27%', 'fail'],
    ['18%以上', 'pass'],
    ['25%以上', 'unknown'],
  ])('growth stated as %s, of 10 requests to 12: %s', (stated, status) => {
    const read = (name: string) => readFileSync(join('fixtures/diagnostics/text-growth', name), 'utf8')
    const newer = parseReport(read('newer.txt').replace('30%', stated))
    const { checks, diagnostics } = compareReports(parseReport(read('older.txt')), newer)
    expect(checks.find(({ ruleId }) => ruleId === 'text-growth')?.status).toBe(status)
    expect(diagnostics.some(({ ruleId }) => ruleId === 'text-growth')).toBe(status === 'fail')
  })

  test('two editions of table 二 are never mapped onto each other', () => {
    const [older] = pair('carry-over-items')
    const [newer] = pair('carry-over-gap')
    const { checks, changes } = compareReports({ ...older, report: { ...older.report, year: 2020 } }, newer)
    expect(changes.filter(({ pointer }) => pointer.startsWith('/disclosure/'))).toEqual([])
    expect(checks.filter(({ ruleId }) => ruleId === 'carry-over-documents')).toMatchObject([
      { status: 'unknown', reason: 'edition' },
      { status: 'unknown', reason: 'edition' },
    ])
    expect(checks.filter(({ ruleId }) => ruleId === 'carry-over-items')).toEqual([])
  })

  test('a missing year or another body leaves the rules unknown, and one note says why', () => {
    const gap = compareReports(...pair('carry-over-gap'))
    expect(new Set(gap.checks.map(({ reason }) => reason))).toEqual(new Set(['missing-year']))
    expect(gap.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['carry-over-gap'])
    const [older, newer] = pair('carry-over-jump')
    const other = compareReports(older, { ...newer, report: { ...newer.report, issuer: '白沙市财政局' } })
    expect(new Set(other.checks.map(({ reason }) => reason))).toEqual(new Set(['scope']))
    expect(other.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['carry-over-gap'])
  })

  test('a body is the same with and without its places and its office', () => {
    const [older, newer] = pair('carry-over-jump')
    const renamed = { ...newer, report: { ...newer.report, issuer: '白沙市青河县人民政府办公室' } }
    expect(compareReports(older, renamed).diagnostics.map(({ ruleId }) => ruleId)).not.toContain('carry-over-gap')
  })

  test('growth is compared at printed precision, a decrease as one', () => {
    const [older, newer] = pair('text-growth')
    expect(compareReports(older, newer).checks.find(({ ruleId }) => ruleId === 'text-growth')).toMatchObject({
      status: 'fail',
      left: { value: 20 },
      right: { value: 30 },
    })
    const swap = (from: string, to: string) =>
      parseReport(readFileSync('fixtures/diagnostics/text-growth/newer.txt', 'utf8').replace(from, to))
    const growth = (result: Result) =>
      compareReports(older, result).checks.find(({ ruleId }) => ruleId === 'text-growth')
    expect(growth(swap('增长30%', '增长20%'))).toMatchObject({ status: 'pass' })
    expect(growth(swap('增长30%', '下降20%'))).toMatchObject({ status: 'fail', right: { value: -20 } })
    expect(growth(swap('增长30%', '增长近两成'))).toBeUndefined()
  })

  test('findings are worded in the language asked for', () => {
    const { diagnostics } = compareReports(...pair('carry-over-items'), { messages })
    expect(diagnostics[0]!.message).toBe('上一年项目数量 7 项，按上一年度报告应为 6 项，相差 1')
  })

  test('is plain JSON', () => {
    const comparison = compareReports(...pair('text-repeated'))
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison)
  })

  test('refuses anything but results', () => {
    const [older] = pair('carry-over-gap')
    expect(() => compareReports(older, undefined as unknown as Result)).toThrow(TypeError)
    expect(() => compareReports({} as Result, older)).toThrow('Expected a result of parseReport()')
  })
})
