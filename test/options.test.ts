import { describe, expect, it } from 'vitest'
import { createContext } from '../src/context'
import { form2021 } from '../src/grammars/form-2021'
import { defaultLimits } from '../src/limits'
import { parseReport } from '../src/main-entry'

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
