import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recoverTables } from '../src/main-entry'
import type { Grid } from '../src/types'

const raws = ({ rows }: Grid) => rows.map((row) => row.map((cell) => cell?.raw ?? null))
const values = ({ rows }: Grid) => rows.map((row) => row.map((cell) => cell?.value ?? null))

/** A cell that no delimiter and no reader takes apart. */
const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,6}$/)
const figure = fc.nat({ max: 999_999 }).map(String)
const table = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 6 }))
  .chain(([width, height]) =>
    fc.tuple(
      fc.array(word, { minLength: width, maxLength: width }),
      fc.array(fc.tuple(word, fc.array(figure, { minLength: width - 1, maxLength: width - 1 })), {
        minLength: height,
        maxLength: height,
      }),
    ),
  )
  .map(([head, rows]) => [head, ...rows.map(([label, figures]) => [label, ...figures])])

const layouts: Record<string, (rows: string[][]) => string> = {
  tabs: (rows) => rows.map((row) => row.join('\t')).join('\n'),
  pipes: (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
  'one cell a line': (rows) => rows.map((row) => row.map((cell) => `\t${cell}`).join('\n')).join('\n\n'),
  'one cell a line, blank lines doubled': (rows) =>
    rows.map((row) => row.map((cell) => `\t${cell}`).join('\n\n')).join('\n\n\n'),
}

describe('recoverTables', () => {
  test.each(Object.entries(layouts))('a table printed in %s comes back cell by cell', (_, print) => {
    fc.assert(
      fc.property(table, (rows) => {
        const source = `前文一段。\n\n附表：数量\n${print(rows)}\n\n后文一段，到此为止。\n`
        const grids = recoverTables(source)
        expect(grids).toHaveLength(1)
        expect(raws(grids[0]!)).toEqual(rows)
        expect(values(grids[0]!).slice(1)).toEqual(rows.slice(1).map(([, ...cells]) => [null, ...cells.map(Number)]))
        expect(grids[0]!.caption).toBe('附表：数量')
        for (const cell of grids[0]!.rows.flat())
          expect(source.slice(cell!.position!.start.offset, cell!.position!.end.offset)).toBe(cell!.raw)
      }),
      { numRuns: 30 },
    )
  })

  test('rectangular, whatever the text', () => {
    const line = fc.stringMatching(/^[\t| 甲乙0-9]{0,12}$/)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        for (const { rows } of recoverTables(lines.join('\n')))
          expect(new Set(rows.map(({ length }) => length)).size).toBe(1)
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['the line above', '苗圃数量', '苗圃数量'],
    ['over a unit', '苗圃数量\n单位：件', '苗圃数量'],
    ['over a note in brackets', '苗圃数量\n（2023年度）', '苗圃数量'],
    ['a sentence is none', '全县苗圃数量如下。', null],
    ['nor is a long line', '全县各类苗圃数量'.repeat(8), null],
  ])('a caption: %s', (_, above, caption) => {
    expect(recoverTables(`${above}\n项目\t数量\n国有\t24\n个体\t122\n`)[0]!.caption).toBe(caption)
  })

  test('one cell a line: lost tabs, tabs behind a cell, leading spaces, words broken over lines', () => {
    const source = [
      '附表一 ：苗圃情况',
      ...['\t指  标', '\t单 位', '\t数 量', ''],
      ...['\t育苗总数\t', '\t条', '\t146', ''],
      ...['\t      1.国有苗', '圃育苗', '\t条', '24', ''],
      ...['2.个体育苗', '\t条', '\t122'],
    ].join('\n')
    const [grid] = recoverTables(source)
    expect(grid!.caption).toBe('附表一 ：苗圃情况')
    expect(raws(grid!).map((row) => row.map((cell) => cell?.replace(/\s/g, '')))).toEqual([
      ['指标', '单位', '数量'],
      ['育苗总数', '条', '146'],
      ['1.国有苗圃育苗', '条', '24'],
      ['2.个体育苗', '条', '122'],
    ])
    expect(grid!.rows[2]![2]).toMatchObject({ value: 24, unit: '条', header: false })
    expect(grid!.rows[0]!.every((cell) => cell!.header)).toBe(true)
  })

  test('spans: null where a cell of the row or column before reaches', () => {
    const [grid] = recoverTables(
      '<table><tr><th rowspan=2>树种<th colspan=2>支出（万元）<tr><th>去年<th>今年<tr><td>香樟<td>1.5<td>2</table>',
    )
    expect(grid!.layout).toBe('grid')
    expect(raws(grid!)).toEqual([
      ['树种', '支出（万元）', null],
      [null, '去年', '今年'],
      ['香樟', '1.5', '2'],
    ])
    expect(grid!.rows[0]![0]).toMatchObject({ rowspan: 2, colspan: 1, header: true })
    expect(grid!.rows[2]![1]).toMatchObject({ value: 1.5, unit: '万元', header: false })
  })

  test('pieces parted by a page break are one table, the repeated heading is left out', () => {
    const [grid, ...others] = recoverTables('树种\t株数\n香樟\t1\n- 4 -\n树种\t株数\n杉木\t2\n')
    expect(others).toEqual([])
    expect(raws(grid!).filter(([label]) => label !== '树种')).toEqual([
      ['香樟', '1'],
      ['杉木', '2'],
    ])
  })

  test.each([
    ['a tab before each paragraph', '\t今年春天雨水充足，苗木长势良好。\n\n\t秋天又补种了一批。\n'],
    ['a tab inside a sentence', '本场\t全年育苗二十万株，\n\n比上年有所增加。\n'],
    ['a pipe inside a sentence', '首页 | 政务公开 | 年报\n\n本场全年育苗二十万株。\n'],
    ['nothing', ''],
  ])('no table: %s', (_, source) => {
    expect(recoverTables(source)).toEqual([])
  })

  test('wrong arguments throw a TypeError', () => {
    expect(() => recoverTables(null as never)).toThrow(TypeError)
  })
})
