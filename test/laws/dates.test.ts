import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate, parsePeriod } from '../../src/literals'
import { formatNumeral } from '../arbitraries/numeral'

/** A day from 1000-01-01 to 2999-12-31 as year, month, day. */
const arbitraryDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).split('-').map(Number) as [number, number, number])

const iso = (year: number, month: number, day: number) =>
  [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')

/** Every way to print a year, month and day. */
const writings: Record<string, (year: number, month: number, day: number) => string> = {
  plain: (year, month, day) => `${year}年${month}月${day}日`,
  padded: (year, month, day) => iso(year, month, day).replace(/(.*)-(.*)-(.*)/, '$1年$2月$3日'),
  spaced: (year, month, day) => `${year} 年 ${month} 月 ${day} 日`,
  号: (year, month, day) => `${year}年${month}月${day}号`,
  dashed: iso,
  slashed: (year, month, day) => `${year}/${month}/${day}`,
  dotted: (year, month, day) => `${year}.${month}.${day}`,
  wide: (year, month, day) =>
    `${year}年${month}月${day}日`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  chinese: (year, month, day) => inChinese(year, month, day, '〇'),
  ...Object.fromEntries(
    [...'零○0OＯo'].map((zero) => [zero, (y: number, m: number, d: number) => inChinese(y, m, d, zero)]),
  ),
}

function inChinese(year: number, month: number, day: number, zero: string): string {
  const digits = [...String(year)]
    .map((digit) => (digit === '0' ? zero : '一二三四五六七八九'[Number(digit) - 1]))
    .join('')
  return `${digits}年${formatNumeral(BigInt(month))}月${formatNumeral(BigInt(day))}日`
}

test.each(Object.entries(writings))('round trip: dates written %s', (_, write) => {
  fc.assert(
    fc.property(arbitraryDay, ([year, month, day]) => {
      expect(parseDate(write(year, month, day))).toBe(iso(year, month, day))
    }),
  )
})

test('impossible days are refused in every writing', () => {
  const impossible = fc.constantFrom(
    [2017, 2, 29],
    [2016, 2, 30],
    [1900, 2, 29],
    [2016, 4, 31],
    [2016, 13, 1],
    [2016, 0, 5],
    [2016, 5, 0],
    [2016, 1, 32],
  )
  fc.assert(
    fc.property(
      impossible,
      fc.constantFrom('plain', 'padded', 'dashed', 'slashed', 'wide'),
      ([year = 0, month = 0, day = 0], name) => {
        expect(parseDate(writings[name]!(year, month, day))).toBeUndefined()
      },
    ),
  )
})

test('a period is its two dates, however they are joined', () => {
  const joints = fc.constantFrom(
    ['', '至', ''],
    ['自', '起至', '止'],
    ['从', '到', '止'],
    ['自', '起，至', '止'],
    ['', '—', ''],
    ['', '-', ''],
    ['', '～', ''],
  )
  fc.assert(
    fc.property(
      arbitraryDay,
      arbitraryDay,
      joints,
      fc.constantFrom('plain', 'chinese', 'wide', 'spaced'),
      (a, b, joint, name) => {
        const [start, end] = [iso(...a), iso(...b)]
        const text = joint[0] + writings[name]!(...a) + joint[1] + writings[name]!(...b) + joint[2]
        expect(parsePeriod(text)).toEqual(start <= end ? { start, end } : undefined)
      },
    ),
  )
})

test('the second date takes the year and the month of the first', () => {
  fc.assert(
    fc.property(
      arbitraryDay,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      ([year, month, day], laterMonth, laterDay) => {
        const start = iso(year, month, day)
        const end = iso(year, laterMonth, laterDay)
        expect(parsePeriod(`${year}年${month}月${day}日至${laterMonth}月${laterDay}日`)).toEqual(
          start <= end ? { start, end } : undefined,
        )
        const sameMonth = iso(year, month, laterDay)
        expect(parsePeriod(`${year}年${month}月${day}日至${laterDay}日`)).toEqual(
          start <= sameMonth ? { start, end: sameMonth } : undefined,
        )
      },
    ),
  )
})

test('a span is its first to its last day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 2999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      (year, month, quarter) => {
        const last = (of: number) => new Date(Date.UTC(year, of, 0)).getUTCDate()
        const span = (from: number, to: number) => ({ start: iso(year, from, 1), end: iso(year, to, last(to)) })
        expect(parsePeriod(`${year}年`)).toEqual(span(1, 12))
        expect(parsePeriod(`${year}年度`)).toEqual(span(1, 12))
        expect(parsePeriod(`${year}年${month}月`)).toEqual(span(month, month))
        expect(parsePeriod(`${year}年上半年`)).toEqual(span(1, 6))
        expect(parsePeriod(`${year}年第${'一二三四'[quarter - 1]}季度`)).toEqual(span(quarter * 3 - 2, quarter * 3))
        expect(parsePeriod(`${year}年`, { mode: 'strict' })).toBeUndefined()
      },
    ),
  )
})

test('a count is no year, and no century is guessed', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.constantFrom('', '条', '件'), (count, unit) => {
      expect(parseDate(`${count}${unit}`)).toBeUndefined()
      expect(parsePeriod(`${count}${unit}`)).toBeUndefined()
    }),
  )
  for (let year = 0; year < 100; year++) {
    expect(parseDate(`${year}年`)).toBeUndefined()
    expect(parseDate(`${String(year).padStart(2, '0')}年3月1日`)).toBeUndefined()
  }
})
