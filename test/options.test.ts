import { describe, expect, it } from 'vitest'
import { createContext } from '../src/context'
import { form2021 } from '../src/grammars/form-2021'
import { defaultLimits } from '../src/limits'
import { parseReport, readForm, recoverTables } from '../src/main-entry'
import { parseFile } from '../src/parse-file'
import { parseReport as parseCore } from '../src/parse-report'

describe('wrong options', () => {
  const wrong: [unknown, RegExp][] = [
    [null, /object of options, not null/],
    ['text', /object of options, not string text/],
    [[], /object of options, not an array/],
    [{ grammars: form2021 }, /array of grammars/],
    [{ grammars: [{}] }, /array of grammars/],
    [{ messages: 'zh' }, /ogi-report\/messages\/zh/],
    [{ limits: 5 }, /`options.limits`, not number 5/],
    [{ limits: { page: 3 } }, /one of characters, .*, not 'page'/],
    [{ limits: { pages: 0 } }, /above 0 as `options.limits.pages`, not number 0/],
    [{ limits: { pages: '3' } }, /`options.limits.pages`, not string 3/],
  ]
  it.each(wrong)('%j: a TypeError with a sentence that helps', (options, sentence) => {
    expect(() => createContext('', options as object)).toThrow(TypeError)
    expect(() => createContext('', options as object)).toThrow(sentence)
    expect(() => parseReport('', options as object)).toThrow(TypeError)
  })

  it('takes left-out options as the defaults', () => {
    const left = { grammars: undefined, limits: undefined, messages: undefined } as object
    expect(createContext('', left)).toEqual(createContext(''))
    expect(createContext('', { limits: { pages: 3 } }).limits).toEqual({ ...defaultLimits, pages: 3 })
    expect(parseReport('', left).grammars).toEqual(parseReport('').grammars)
  })
})

describe('the limit of characters', () => {
  const first = '云岭县档案局2023年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n'
  const source = `${first}二、其他\n培训3次。`
  const announced = { what: 'the source in characters', actual: source.length, expected: first.length }

  it('is announced, and what stands before it is read', async () => {
    const limits = { characters: first.length }
    const results = [
      parseReport(source, { limits }),
      parseCore(source, { limits }),
      await parseFile(new TextEncoder().encode(source), { limits }),
    ]
    for (const { report, diagnostics, source: whole } of results) {
      expect(diagnostics[0]).toMatchObject({ ruleId: 'structure-limit', values: announced })
      expect(report.sections).toHaveLength(1)
      expect(report.mentions.map(({ raw }) => raw)).toEqual(['12条'])
      expect(whole).toBe(source)
    }
  })

  it('bounds the single stages too, and is announced where they have room for it', () => {
    const table = '事项\t数量\n甲\t1\n乙\t2\n'
    const printed = `${first}${table}二、其他\n${table}`
    const limits = { characters: first.length + table.length }
    expect(recoverTables(printed)).toHaveLength(2)
    expect(recoverTables(printed, { limits })).toHaveLength(1)
    const { diagnostics } = readForm(printed, form2021.forms[0]!, { limits })
    expect(diagnostics[0]).toMatchObject({ ruleId: 'structure-limit', values: { actual: printed.length } })
  })

  it('is silent where the source keeps it', () => {
    const { diagnostics } = parseReport(source, { limits: { characters: source.length } })
    expect(diagnostics.filter(({ ruleId }) => ruleId === 'structure-limit')).toEqual([])
  })
})
