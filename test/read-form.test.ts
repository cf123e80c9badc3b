import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from '../src/main-entry'
import type { Form } from '../src/types'
import { forestForm, forestRows, forestValues } from './forest-form'

type Rows = string[][]

const filled = (row: string[]) => row.filter((cell) => cell !== '')
const opening = '青溪林场二〇二二年育苗情况\n\n本场全年育苗顺利，现将情况报告如下。\n\n'
const closing = '\n\n青溪林场\n2023年1月5日\n'

/** Every layout that a table reaches people in, as text. */
const layouts: Record<string, (rows: Rows) => string> = {
  pipes: (rows) =>
    rows.map((row, at) => `| ${row.join(' | ')} |${at === 0 ? `\n${'|---'.repeat(row.length)}|` : ''}`).join('\n'),
  'pipes without a rule': (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
  tabs: (rows) => rows.map((row) => row.join('\t')).join('\n'),
  'tabs, ends trimmed': (rows) => rows.map((row) => row.join('\t').trimEnd()).join('\n'),
  'tabs, merged cells dropped': (rows) => rows.map((row) => filled(row).join('\t')).join('\n'),
  'one cell a line with a tab': (rows) => rows.map((row) => row.map((cell) => `\t${cell}`).join('\n')).join('\n\n'),
  'one small table a row': (rows) =>
    rows
      .map(
        (row) =>
          `| ${row.map((_, at) => `栏${at + 1}`).join(' | ')} |\n${'|---'.repeat(row.length)}|\n| ${row.join(' | ')} |`,
      )
      .join('\n\n'),
  html: (rows) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  'one row a line': (rows) => rows.map((row) => filled(row).join('  ')).join('\n'),
  'one cell a line': (rows) => rows.map((row) => filled(row).join('\n')).join('\n'),
}

const print = (layout: string, rows: Rows = forestRows) =>
  layout === 'html'
    ? `<!DOCTYPE html><html><body><p>${opening}</p>${layouts.html!(rows)}<p>${closing}</p></body></html>`
    : opening + layouts[layout]!(rows) + closing

describe('readForm', () => {
  test.each(Object.keys(layouts))('reads a form that it has never seen: %s', (layout) => {
    const { values, checks, diagnostics, provenance } = readForm(print(layout), forestForm)
    expect(values).toEqual(forestValues)
    expect(diagnostics).toEqual([])
    expect(checks.map(({ status }) => status)).toEqual(checks.map(() => 'pass'))
    expect(checks).toHaveLength(6 + 5)
    expect(provenance['/forest/conifer/pine/cost']).toMatchObject({ raw: '1.25', state: 'number' })
  })

  test.each(['pipes', 'tabs', 'one cell a line with a tab', 'html'])('figures change, values follow: %s', (layout) => {
    const figures = fc.array(fc.nat({ max: 99_999 }), { minLength: 15, maxLength: 15 })
    fc.assert(
      fc.property(figures, (numbers) => {
        const rows = forestRows.map((row) => [...row])
        for (let line = 0; line < 5; line++) {
          const own = numbers.slice(line * 3, line * 3 + 3)
          const total = own.reduce((sum, one) => sum + one, 0)
          rows[3 + line]!.splice(2, 4, ...own.map(String), String(total))
        }
        const { values, diagnostics } = readForm(print(layout, rows), forestForm)
        expect(values['/forest/conifer/pine/nursery/private']).toBe(numbers[1])
        expect(values['/forest/conifer/other/imported']).toBe(numbers[8])
        expect(values['/forest/broad/other/imported']).toBe(numbers[14])
        expect(diagnostics.every(({ ruleId }) => ruleId === 'forest-column-sum')).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  test('a wrong sum is reported as printed, under the rule id of the form', () => {
    const rows = forestRows.map((row) => row.map((cell) => (cell === '248' ? '249' : cell)))
    const { values, checks, diagnostics } = readForm(print('tabs', rows), forestForm)
    expect(values['/forest/all/total']).toBe(249)
    expect(checks.filter(({ status }) => status === 'fail')).toHaveLength(2)
    expect(new Set(diagnostics.map(({ ruleId }) => ruleId))).toEqual(new Set(['forest-row-sum', 'forest-column-sum']))
  })

  test('a document without the form: all cells absent, one finding', () => {
    const { values, provenance, checks, diagnostics } = readForm(opening, forestForm)
    expect(Object.values(values).every((value) => value === null)).toBe(true)
    expect(Object.values(provenance).every(({ state }) => state === 'absent')).toBe(true)
    expect(checks).toEqual([])
    expect(diagnostics).toMatchObject([{ ruleId: 'structure-rows', pointers: ['/forest'] }])
  })

  test('a lost row is absent and named, the others stay', () => {
    const rows = forestRows.filter(([, label]) => label !== '2.杉木实生苗')
    const { values, provenance, diagnostics } = readForm(print('pipes', rows), forestForm)
    expect(provenance['/forest/conifer/fir/total']!.state).toBe('absent')
    expect(values['/forest/conifer/pine/total']).toBe(150)
    const lost = diagnostics.filter(({ ruleId }) => ruleId === 'structure-rows')
    expect(lost).toMatchObject([{ pointers: ['/forest/conifer/fir'] }])
  })

  test('the unit in the heading overrides the one of the form', () => {
    const rows = forestRows.map((row) => row.map((cell) => cell.replace('（单位：万元）', '（元）')))
    expect(readForm(print('tabs', rows), forestForm).values['/forest/conifer/pine/cost']).toBe(1.25)
  })

  test('a heading without its unit leaves amounts unresolved, with both readings', () => {
    const rows = forestRows.map((row) => row.map((cell) => cell.replace('（单位：万元）', '')))
    const { values, provenance, diagnostics } = readForm(print('tabs', rows), forestForm)
    expect(values['/forest/conifer/pine/cost']).toBeNull()
    expect(provenance['/forest/conifer/pine/cost']).toMatchObject({ state: 'unresolved', candidates: [1.25, 12500] })
    expect(diagnostics.some(({ pointers }) => pointers.includes('/forest/conifer/pine/cost'))).toBe(true)
  })

  test('wrong arguments throw a TypeError that says what is expected', () => {
    expect(() => readForm(1 as never, forestForm)).toThrow(TypeError)
    expect(() => readForm('', {} as Form)).toThrow(/`id`, `name`, `blocks` and `rules`/)
    const withBlock = (block: object) => ({ ...forestForm, blocks: [block] }) as Form
    expect(() => readForm('', withBlock({ head: [] }))).toThrow(/`head` and `stub` of headings/)
    expect(() => readForm('', withBlock({ head: [], stub: [{ children: [{ key: 'pine' }] }] }))).toThrow(TypeError)
  })
})
