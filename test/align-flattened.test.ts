import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from '../src/tables'
import type { FormResult } from '../src/types'
import { type FilledForm, filledDisputes, filledRequests } from './arbitraries/filled-form'
import { disputesHeader, type PrintedRow, printedRows, requestsHeader } from './arbitraries/print-form'

const runs = { numRuns: 25 }

/** Every row that has a value has the true one. */
function expectTrue(result: FormResult, { cells }: FilledForm): void {
  for (const { pointer, value } of cells) {
    const read = result.values[pointer] ?? null
    if (read !== null) expect([pointer, read]).toEqual([pointer, value])
  }
}

function expectAll(result: FormResult, { cells }: FilledForm): void {
  expect(result.values).toEqual(Object.fromEntries(cells.map(({ pointer, value }) => [pointer, value])))
  expect(result.diagnostics.filter(({ blame }) => blame !== 'source')).toEqual([])
}

const lines = (rows: PrintedRow[]) => rows.map(({ label, figures }) => `${label} ${figures.join(' ')}`)
const table = (rows: string[]) => [requestsHeader, ...rows].join('\n')

/** Rows in groups of `height`, the columns of each group as blocks of lines between blank lines, the labels before. */
function columnBlocks(rows: PrintedRow[], height: number): string {
  const parts: string[] = [requestsHeader]
  for (let at = 0; at < rows.length; at += height) {
    const group = rows.slice(at, at + height)
    parts.push(...group.map(({ label }) => label))
    for (let column = 0; column < 7; column++) parts.push(group.map(({ figures }) => figures[column]!).join('\n'))
  }
  return parts.join('\n\n')
}

describe('a table without cell borders', () => {
  test('is read from one row a line, one cell a line, and one line', () => {
    fc.assert(
      fc.property(filledRequests, (filled) => {
        const rows = printedRows(filled)
        expectAll(readForm(table(lines(rows)), filled.form), filled)
        expectAll(readForm(table(lines(rows)).replaceAll(' ', '\n'), filled.form), filled)
        expectAll(readForm(table(lines(rows)).replaceAll('\n', ' '), filled.form), filled)
      }),
      runs,
    )
  })

  test('keeps its values where white space is added', () => {
    fc.assert(
      fc.property(filledRequests, fc.constantFrom('  ', '　', '\u00a0', '\n', '\n\n'), (filled, space) => {
        const text = table(lines(printedRows(filled)))
        expect(readForm(text.replaceAll(' ', space), filled.form).values).toEqual(readForm(text, filled.form).values)
      }),
      runs,
    )
  })

  test('is read by the names of the columns where each row prints them, in whatever order', () => {
    const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 })
    fc.assert(
      fc.property(filledRequests, orders, (filled, order) => {
        const rows = printedRows(filled).map(
          ({ label, figures }) => `${label}：${order.map((column) => `${names[column]}${figures[column]}`).join('，')}`,
        )
        const result = readForm(rows.join('\n'), filled.form)
        expectTrue(result, filled)
        // 法律服务机构3，其他0 looks like the row 3.其他.
        if (!rows.some((row) => /3，其他/.test(row))) expectAll(result, filled)
      }),
      runs,
    )
  })

  test('has no value where the headings of its one row stand in another order', () => {
    const groups = ['行政复议', '行政诉讼未经复议直接起诉', '行政诉讼复议后起诉']
    const names = ['结果纠正', '结果维持', '其他结果', '尚未审结', '总计']
    const rows = groups.map((group) => `${group}：${names.map((name, at) => name + [1, 2, 0, 0, 3][at]).join('，')}`)
    const { values } = readForm(rows.join('\n'), fc.sample(filledDisputes, { numRuns: 1, seed: 1 })[0]!.form)
    expect(Object.values(values).filter((value) => value !== null)).toEqual([])
  })

  test('is read from groups printed column by column, whatever their height', () => {
    fc.assert(
      fc.property(filledRequests, fc.integer({ min: 1, max: 25 }), (filled, height) => {
        const result = readForm(columnBlocks(printedRows(filled), height), filled.form)
        expectTrue(result, filled)
        expect(Object.values(result.values).filter((value) => value === null).length).toBeLessThan(20)
      }),
      runs,
    )
  })

  test('loses no more than a row where a figure is lost', () => {
    fc.assert(
      fc.property(filledRequests, fc.nat(22), fc.nat(6), (filled, row, column) => {
        const rows = printedRows(filled)
        rows[row]!.figures.splice(column, 1)
        const result = readForm(table(lines(rows)), filled.form)
        expectTrue(result, filled)
        expect(Object.values(result.values).filter((value) => value === null)).toHaveLength(7)
      }),
      runs,
    )
  })

  test('gives a printed total as it is printed, however wrong', () => {
    fc.assert(
      fc.property(filledRequests, fc.integer({ min: 3, max: 18 }), (filled, row) => {
        const rows = printedRows(filled)
        rows[row]!.figures[6] = String(Number(rows[row]!.figures[6]) + 7)
        const result = readForm(table(lines(rows)), filled.form)
        const printed = filled.cells[row * 7 + 6]!
        expect(result.values[printed.pointer]).toBe(printed.value! + 7)
        expect(result.checks.filter(({ status }) => status === 'fail').map(({ subject }) => subject)).toContain(
          printed.pointer,
        )
      }),
      runs,
    )
  })

  test('cuts digits run together into the printed figures or not at all, and says how', () => {
    fc.assert(
      fc.property(filledRequests, (filled) => {
        const rows = printedRows(filled)
        const text =
          requestsHeader.replaceAll(' ', '') + rows.map(({ label, figures }) => label + figures.join('')).join('')
        const result = readForm(text, filled.form)
        for (const { figures } of rows.filter((row) => row.figures.join('').length === 7))
          expect(figures).toHaveLength(7)
        const separated = rows.map(({ label }, row) => {
          const cells = filled.cells.slice(row * 7, row * 7 + 7)
          const cut = cells.every(({ pointer }) => result.values[pointer] !== null)
          return cut ? `${label} ${cells.map(({ pointer }) => result.provenance[pointer]!.raw).join(' ')}` : undefined
        })
        const again = readForm(table(separated.filter((line) => line !== undefined)), filled.form)
        for (const [pointer, value] of Object.entries(again.values)) {
          if (value === null) continue
          expect([pointer, value]).toEqual([pointer, result.values[pointer]])
          expect(again.provenance[pointer]!.evidence).toBe('label')
        }
      }),
      runs,
    )
  })
})

describe('a row without labels', () => {
  test('is read in the order of the form', () => {
    fc.assert(
      fc.property(filledDisputes, (filled) => {
        expectAll(readForm(`${disputesHeader}\n${printedRows(filled)[0]!.figures.join(' ')}`, filled.form), filled)
      }),
      runs,
    )
  })

  test('scattered in blocks it keeps only what all orders share', () => {
    fc.assert(
      fc.property(filledDisputes, fc.constantFrom([0, 1, 2], [2, 0, 1], [1, 2, 0]), (filled, order) => {
        const { figures } = printedRows(filled)[0]!
        const blocks = order.map((block) => figures.slice(block * 5, block * 5 + 5))
        const scattered = blocks.map(([a, b, c, d, total]) => `${a} ${b} ${c} ${d}\n总计\n${total}`).join('\n维持\n')
        expectTrue(readForm(`${disputesHeader}\n${scattered}`, filled.form), filled)
      }),
      runs,
    )
  })

  test('is settled by a sentence that states a whole group', () => {
    const form = filledDisputes
    fc.assert(
      fc.property(form, (filled) => {
        const { figures } = printedRows(filled)[0]!
        const [a, b, c, d, total] = figures
        const sentence = `全年行政复议${total}件，其中结果维持${a}件，结果纠正${b}件，其他结果${c}件，尚未审结${d}件。`
        const blocks = [10, 0, 5].map((start) => figures.slice(start, start + 5))
        const scattered = blocks.map((block) => `${block.slice(0, 4).join(' ')}\n总计\n${block[4]}`).join('\n维持\n')
        const result = readForm(`${sentence}\n\n${disputesHeader}\n${scattered}`, filled.form)
        expectTrue(result, filled)
        expect(filled.cells.slice(0, 5).map(({ pointer }) => result.values[pointer])).toEqual(
          figures.slice(0, 5).map(Number),
        )
      }),
      runs,
    )
  })
})

describe('labels', () => {
  const [filled] = fc.sample(filledRequests, { numRuns: 1, seed: 7 }) as [FilledForm]
  const rows = printedRows(filled)

  test('hold the figures of their row on their middle line', () => {
    const printed = rows.map(({ label, figures }) =>
      label.length > 12
        ? `${label.slice(0, 5)}\n${label.slice(5, 10)}   ${figures.join('  ')}\n${label.slice(10)}`
        : `${label}   ${figures.join('  ')}`,
    )
    expectAll(readForm(table(printed), filled.form), filled)
  })

  test('are found damaged, spaced out, cut by a page, with ordinals of another style', () => {
    const change = (label: string) =>
      label
        .replace('第三方合法', '第三法')
        .replace('1.', '1、')
        .replace('予以公开', '予 以 公 开')
        .replace('没有现成信息', '没有现成\n- 4 -\n信息')
    expectAll(readForm(table(rows.map((row) => `${change(row.label)} ${row.figures.join(' ')}`)), filled.form), filled)
  })

  test('lost between two others leave their row to the order of the form', () => {
    const printed = rows.map((row, index) => `${index === 5 ? '' : row.label} ${row.figures.join(' ')}`)
    const { provenance, values } = readForm(table(printed), filled.form)
    const lost = filled.cells.slice(35, 42)
    expect(lost.map(({ pointer }) => values[pointer])).toEqual(lost.map(({ value }) => value))
    expect(provenance[lost[0]!.pointer]!.evidence).toBe('order')
  })

  test('of another edition leave no row to this one', () => {
    const printed = rows.map((row) => `${row.label.replace('予以公开', '批准办理')} ${row.figures.join(' ')}`)
    expect(readForm(table(printed), filled.form).diagnostics).not.toEqual([])
  })
})
