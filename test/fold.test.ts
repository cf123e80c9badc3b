import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldKeeping, foldText } from '../src/fold/fold'

describe('fold', () => {
  test('idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldText(foldText(text)) === foldText(text)))
  })

  test('white space and invisible characters never count', () => {
    const space = fc.constantFrom(' ', '\t', '\n', '\u3000', '\u00a0', '\u200b', '\ufeff', '\u00ad', '\u202e')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), space)), (parts) => {
        const spaced = parts.map(([text, blank]) => text + blank).join('')
        expect(foldText(spaced)).toBe(foldText(parts.map(([text]) => text).join('')))
      }),
    )
  })

  test('each folded character leads back to the printed one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text)
        let last = 0
        for (let i = 0; i < folded.text.length; i++) {
          expect(folded.offset(i)).toBeGreaterThanOrEqual(last)
          expect(folded.end(i + 1)).toBe(folded.offset(i) + 1)
          expect(foldText(text.slice(folded.offset(i), folded.end(i + 1)))).toContain(folded.text[i])
          last = folded.offset(i)
        }
        expect(folded.offset(folded.text.length)).toBe(text.length)
      }),
    )
  })

  test('characters that stand for several leave room for all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('㈠', '⒈', '㊿', 'ﷺ', '\ufad0', '公', ' ')), (characters) => {
        const text = characters.join('')
        const folded = fold(text)
        expect(folded.text).toBe(characters.map((character) => foldText(character)).join(''))
        for (let index = 0; index < folded.text.length; index++)
          expect(foldText(text[folded.offset(index)]!)).toContain(folded.text[index])
        expect(foldKeeping((code) => code === 0x516c)(text).text).toBe('公'.repeat(text.split('公').length - 1))
      }),
    )
  })

  test.each([
    ['（一）予以公开', '(一) 予以公开'],
    ['㈠予以公开', '(一)予以公开'],
    ['⒈属于国家秘密', '1.属于国家秘密'],
    ['⼀、本⼈', '一、本人'],
    ['３．其他', '3.其它'],
    ['危及“三安全一稳定”', '危及"三安全一稳定"'],
    ['行政复议、行政诉讼', '行政复议，行政诉讼'],
    ['本年增／减', '本年增/减'],
    ['总　计', '总计'],
  ])('%s is %s', (left, right) => {
    expect(foldText(left)).toBe(foldText(right))
  })
})
