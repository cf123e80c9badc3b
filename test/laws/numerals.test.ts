import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumeral } from '../../src/literals'
import {
  arbitraryDecimal,
  arbitraryNumeral,
  arbitraryStyle,
  arbitraryWhole,
  formatByHundredMillions,
  formatNumeral,
  styles,
} from '../arbitraries/numeral'

const modes = ['strict', 'normal', 'lenient'] as const

/** A decimal times 10^8, exactly. */
function scaled(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(8, '0'))
}

describe('round trip: a formatted number is read as that number', () => {
  test('up to 10^48, in every writing', () => {
    fc.assert(
      fc.property(arbitraryNumeral, ({ text, digits }) => {
        expect(parseNumeral(text)?.digits).toBe(digits)
      }),
      { numRuns: 2000 },
    )
  })

  test('every number below 11000, in every mode', () => {
    for (let value = 0; value < 11_000; value++) {
      const text = formatNumeral(BigInt(value))
      for (const mode of modes) {
        expect([text, parseNumeral(text, { mode })]).toEqual([
          text,
          { value, digits: String(value), approximate: false },
        ])
      }
    }
  })

  test('with 万 and 亿 alone, in mode strict', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), arbitraryStyle, (value, style) => {
        expect(parseNumeral(formatByHundredMillions(value, style), { mode: 'strict' })?.digits).toBe(String(value))
      }),
      { numRuns: 1000 },
    )
  })

  test('Arabic digits, with separators or in full width', () => {
    fc.assert(
      fc.property(arbitraryDecimal, (digits) => {
        const [whole = '', fraction] = digits.split('.')
        const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '')
        const wide = digits.replace(/[\d.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
        for (const text of [digits, grouped, wide]) expect([text, parseNumeral(text)?.digits]).toEqual([text, digits])
      }),
    )
  })

  test('decimals spoken, and before a scale', () => {
    fc.assert(
      fc.property(arbitraryDecimal, arbitraryStyle, (digits, style) => {
        const [whole = '', fraction = ''] = digits.split('.')
        const spoken = [...fraction].map((digit) => style.digits[Number(digit)]).join('')
        const text = formatNumeral(BigInt(whole), style) + (spoken && `点${spoken}`)
        expect(parseNumeral(text)?.digits).toBe(digits)
        expect(scaled(parseNumeral(`${digits}万`)!.digits)).toBe(scaled(digits) * 10_000n)
      }),
    )
  })
})

test('sign symmetry: a sign negates the number and nothing else', () => {
  fc.assert(
    fc.property(arbitraryNumeral, fc.constantFrom('-', '－', '−', '负', '負'), ({ text, digits }, sign) => {
      expect(parseNumeral(sign + text)?.digits).toBe(digits === '0' ? '0' : `-${digits}`)
    }),
  )
})

test('monotone: of two canonical numerals the greater number is read as greater', () => {
  fc.assert(
    fc.property(arbitraryWhole, arbitraryWhole, (a, b) => {
      const [first, second] = [a, b].map((value) => BigInt(parseNumeral(formatNumeral(value))!.digits))
      expect(first! < second!).toBe(a < b)
    }),
  )
})

test('value: a number wherever a number prints as the digits, and null elsewhere', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryDecimal, arbitraryWhole.map(String)), (digits) => {
      const { value } = parseNumeral(digits)!
      const number = Number(digits)
      const prints = Number.isSafeInteger(number) || !/e/.test(String(number)) ? String(number) === digits : undefined
      if (prints !== undefined) expect(value).toBe(prints ? number : null)
    }),
  )
  expect(parseNumeral('9007199254740993')).toEqual({ value: null, digits: '9007199254740993', approximate: false })
  expect(Object.is(parseNumeral('-0')?.value, 0)).toBe(true)
})

test('modes: what a stricter mode reads, a looser mode reads alike', () => {
  const pieces = [...'一二三五九两十百千万亿零点廿几余多半0125.,', '10', '负', ' ']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), (parts) => {
      const text = parts.join('')
      const [strict, normal, lenient] = modes.map((mode) => parseNumeral(text, { mode }))
      if (strict) expect(normal).toEqual(strict)
      if (normal) expect(lenient).toEqual(normal)
    }),
    { numRuns: 5000 },
  )
})

test('whole: what surrounds a numeral is never dropped silently', () => {
  const foreign = [...'的第元%件abc()（）、。，-—/:~年分半']
  fc.assert(
    fc.property(arbitraryNumeral, fc.constantFrom(...foreign), ({ text }, character) => {
      expect(parseNumeral(text + character)).toBeUndefined()
      if (character !== '-') expect(parseNumeral(character + text)).toBeUndefined()
    }),
  )
})

test('mixed glyphs: zeros, traditional and financial characters change no number', () => {
  fc.assert(
    fc.property(arbitraryWhole, fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }), (value, picks) => {
      const writings = styles.map((style) => [...formatNumeral(value, { ...style, name: 'financial' })])
      const mixed = writings[0]!.map((_, index) => writings[picks[index % picks.length]!]![index]).join('')
      expect(parseNumeral(mixed)?.digits).toBe(String(value))
    }),
  )
})

test('any text: no exception, and only decimals come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...modes), (text, mode) => {
      const read = parseNumeral(text, { mode })
      if (read) expect(read.digits).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/)
    }),
    { numRuns: 1000 },
  )
})
