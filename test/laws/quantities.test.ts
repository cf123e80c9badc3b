import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuantities, parseDate, parsePeriod, parseQuantity, parseUnit } from '../../src/literals'
import { arbitraryDecimal, formatNumeral } from '../arbitraries/numeral'

const units = ['件', '条', '人次', '个工作日', '元', '%', '个百分点', '公里']
const before = { exact: '', about: '约', over: '超过', under: '不足', atLeast: '不少于', atMost: '不超过' }
const scales = { '': 0, 万: 4, 亿: 8 }

/** A decimal that a number holds, with at most two places. */
const arbitraryAmount = fc
  .tuple(fc.nat(999_999), fc.constantFrom('', '.5', '.25', '.01'))
  .map(([whole, fraction]) => `${whole}${fraction}`)

/** A quantity in words with what it means. */
const arbitraryQuantity = fc
  .record({
    amount: arbitraryAmount,
    scale: fc.constantFrom(...(Object.keys(scales) as (keyof typeof scales)[])),
    unit: fc.constantFrom(...units),
    bound: fc.constantFrom(...(Object.keys(before) as (keyof typeof before)[])),
  })
  .map(({ amount, scale, unit, bound }) => {
    const counted = !amount.includes('.') || scale !== '' ? unit : '元'
    const raw = `${amount}${scale}${counted}`
    // Scaled in whole hundredths, so that no float is involved
    const value = (Math.round(Number(amount) * 100) * 10 ** scales[scale]) / 100
    return { text: before[bound] + raw, quantity: { raw, value, upper: null, unit: counted, bound } }
  })

test('a quantity in words is read with value, unit and bound', () => {
  fc.assert(
    fc.property(arbitraryQuantity, ({ text, quantity }) => {
      expect(parseQuantity(text)).toEqual(quantity)
    }),
    { numRuns: 500 },
  )
})

test('in prose exactly the quantities that were written are found, in order, at their offsets', () => {
  const filling = [
    '我市主动公开政府信息',
    '；第三方机构受理',
    '，统一部署',
    '。2016年12月31日，',
    '（国办发〔2016〕8号）',
    '电话0353—2297565，收到',
  ]
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...filling), arbitraryQuantity), { maxLength: 8 }), (pieces) => {
      const text = pieces.map(([words, { text }]) => words + text).join('')
      const found = findQuantities(text)
      expect(found.map(({ start, end, ...quantity }) => quantity)).toEqual(pieces.map(([, { quantity }]) => quantity))
      for (const { start, end, raw } of found) expect(text.slice(start, end)).toBe(raw)
    }),
    { numRuns: 500 },
  )
})

test('what is found in prose is read alike when it stands alone', () => {
  fc.assert(
    fc.property(fc.array(arbitraryQuantity, { minLength: 1, maxLength: 3 }), (pieces) => {
      for (const { start, end, bound, ...quantity } of findQuantities(pieces.map(({ text }) => text).join('，'))) {
        expect(parseQuantity(quantity.raw)).toMatchObject(quantity)
      }
    }),
  )
})

test('money is shifted to yuan exactly', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.constantFrom('万元', '亿元'), (hundredths, unit) => {
      const printed = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}${unit}`
      expect(parseQuantity(printed)?.value).toBe(hundredths * (unit === '万元' ? 100 : 1_000_000))
    }),
  )
})

test('financial capitals give yuan, jiao and fen', () => {
  fc.assert(
    fc.property(
      fc.nat(999_999_999),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (yuan, jiao, fen) => {
        const financial = { name: '', digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', scales: '万亿' }
        const text = `人民币${formatNumeral(BigInt(yuan), financial)}元${financial.digits[jiao]}角${financial.digits[fen]}分`
        const read = parseQuantity(text)
        expect([read?.value, read?.unit]).toEqual([Number(`${yuan}.${jiao}${fen}`), '元'])
      },
    ),
  )
})

test('ranges keep both ends, and a range that goes down is none', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(9999), fc.constantFrom('至', '~', '到'), (first, second, word) => {
      const read = parseQuantity(`${first}${word}${second}件`)
      expect(read && [read.value, read.upper]).toEqual(first < second ? [first, second] : undefined)
    }),
  )
})

test('any text: no exception, true offsets, no overlap, plain JSON', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom(...'零一二两十百千万亿几余多半第约近至-—~.,，%件条个元角分年月日内0123456789（ \n¥a@'), {
        maxLength: 40,
      })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('strict', 'normal', 'lenient'), (source, mode) => {
      let from = 0
      const found = findQuantities(source, { mode })
      for (const { start, end, raw } of found) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(source.slice(start, end)).toBe(raw)
        from = end
      }
      for (const read of [parseQuantity, parseDate, parsePeriod, parseUnit]) {
        const result = read(source, { mode }) ?? null
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    }),
    { numRuns: 3000 },
  )
})

test('exact amounts survive: a decimal with a unit is that decimal, or refused where no number holds it', () => {
  fc.assert(
    fc.property(arbitraryDecimal, (digits) => {
      const read = parseQuantity(`${digits}元`)
      if (read) expect(read.value).toBe(Number(digits))
      else expect(digits.replace('.', '').length).toBeGreaterThan(15)
    }),
  )
})
