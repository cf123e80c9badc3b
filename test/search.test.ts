import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldText } from '../src/fold/fold'
import { matchesOf } from '../src/matches-of'
import { phrases } from '../src/phrases/phrases'
import { wordIndex } from '../src/phrases/word-index'

// What is made for speed gives what the plain way gives.

const characters = fc.constantFrom(
  '公',
  '开',
  '信',
  '息',
  '（',
  '(',
  '１',
  '1',
  '㈠',
  '\ufad0',
  ' ',
  '\u200b',
  'Ａ',
  '',
)
const texts = fc.array(characters, { maxLength: 14 }).map((list) => list.join(''))
const words = fc.array(
  fc.array(fc.constantFrom('公', '开', '信', '息'), { minLength: 1, maxLength: 4 }).map((list) => list.join('')),
  { minLength: 1, maxLength: 6 },
)

test('the folded text alone is that of the fold with its way back', () => {
  fc.assert(fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => foldText(text) === fold(text).text))
})

test('an index of words finds each word wherever it stands, with all its entries', () => {
  fc.assert(
    fc.property(words, texts, (list, text) => {
      const entries = list.map((word, at) => [word, at] as const)
      const found: string[] = []
      wordIndex(entries).each(text, (own, start, end) => {
        for (const at of own) found.push(`${at} ${start} ${end}`)
      })
      const plain = entries.flatMap(([word, at]) =>
        Array.from({ length: text.length }, (_, start) => start)
          .filter((start) => text.startsWith(word, start))
          .map((start) => `${at} ${start} ${start + word.length}`),
      )
      expect(found.sort()).toEqual(plain.sort())
    }),
  )
})

describe('phrases', () => {
  const known = (list: string[]) => phrases(list.map((text) => ({ text, seen: '' })))

  test('the longest one at a place, as folded', () => {
    fc.assert(
      fc.property(words, texts, (list, text) => {
        const length = known(list).at(text, 0)
        const standing = list.filter((word) => foldText(text).startsWith(word)).sort((a, b) => b.length - a.length)
        // White space may part the characters of one, up to three times its length.
        if (length > 0) expect(foldText(text.slice(0, length))).toBe(standing[0])
        if (!/\s|\u200b/.test(text)) expect(length > 0).toBe(standing.length > 0)
      }),
    )
  })

  test('the first place is the first visible character where one stands', () => {
    fc.assert(
      fc.property(words, texts, fc.nat(6), (list, text, from) => {
        const set = known(list)
        const places = Array.from({ length: text.length }, (_, at) => at).filter(
          (at) => at >= from && foldText(text[at]!) !== '' && set.at(text, at) > 0,
        )
        expect(set.next(text, from)).toBe(places[0] ?? -1)
      }),
    )
  })

  test('begins: one of them begins with the text', () => {
    fc.assert(
      fc.property(words, texts, (list, text) => {
        const head = foldText(text)
        expect(known(list).begins(text)).toBe(head !== '' && list.some((word) => word.startsWith(head)))
      }),
    )
  })
})

test('all matches are those of matchAll', () => {
  const expressions = fc.constantFrom('\\d+', '公开?', '', '(?<year>\\d)年', '.{2}').map((own) => new RegExp(own, 'g'))
  fc.assert(
    fc.property(expressions, fc.string({ unit: fc.constantFrom('1', '2', '年', '公', '开') }), (expression, text) => {
      expect(matchesOf(expression, text)).toEqual([...text.matchAll(expression)])
    }),
  )
})
