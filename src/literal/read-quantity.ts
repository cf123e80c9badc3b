import type { Bound, Quantity } from '../types'
import { isOneOf, skipSpaces } from './characters'
import { compareDecimals, negate, shiftDecimal, toNumber } from './decimal'
import { ARABIC, symbolAt } from './numeral-symbols'
import { readBoundAfter, readPrefixes } from './quantity-context'
import { type Amount, type AmountRules, isNumeralStart, readAmount } from './read-amount'

/** A quantity at a place of a text. */
export interface QuantityReading {
  quantity: Quantity
  /** Of `raw`. */
  start: number
  end: number
  /** With its bound words and what else belongs to it. */
  outerStart: number
  outerEnd: number
  /** The amount that it is, or the right end of the range. */
  amount: Amount
}

/** Reads the quantity whose number begins at `at`; where there is none, `end` says where to go on. */
export function readQuantity(text: string, at: number, rules: AmountRules): QuantityReading | { end: number } {
  const first = readAmount(text, at, rules)
  if (!('unit' in first)) return first
  const range = readRange(text, first, rules)
  const amount = range?.right ?? first
  if (range?.low === '') return { end: amount.end }
  const { end } = amount
  const prefixes = readPrefixes(text, at, amount, rules)
  const after = readBoundAfter(text, end, amount)
  const { rawStart, negative } = prefixes
  const low = range?.low ?? amount.digits
  const high = range?.high ?? amount.upper
  const value = toNumber(negative ? negate(low) : low)
  const upper = high === null ? null : toNumber(high)
  if (value === null || (high !== null && (upper === null || negative))) return { end }
  const inner: Bound | null = amount.numeral?.approximate ? 'over' : amount.upper === null ? null : 'about'
  const bound = inner ?? prefixes.bound ?? after.bound ?? 'exact'
  const unit = prefixes.unit ?? amount.unit
  const quantity = { raw: text.slice(rawStart, end), value, upper, unit, bound }
  return { quantity, start: rawStart, end, outerStart: prefixes.start, outerEnd: after.end, amount }
}

interface Range {
  low: string
  high: string
  right: Amount
}

/** 3-5万元, 15至20个工作日, 百分之三十到四十一, 20和30之间: two ends that go up and share a unit. */
function readRange(text: string, left: Amount, rules: AmountRules): Range | undefined {
  if (!isEnd(text, left)) return undefined
  const start = skipSpaces(text, left.end)
  if (!isOneOf(text, start, '-－–—―~～至到和与與')) return undefined
  const between = isOneOf(text, start, '和与與')
  const dash = isOneOf(text, start, '-－–—―')
  const at = skipSpaces(text, dash && isOneOf(text, start + 1, '—') ? start + 2 : start + 1)
  if (!isNumeralStart(text, at) && !text.startsWith('分之', at + 1)) return undefined
  const found = readAmount(text, at, rules)
  if (!('unit' in found) || !isEnd(text, found)) return undefined
  const right = { ...found }
  if (between && !/^\s?之?[间間]/.test(text.slice(right.end, right.end + 3))) return undefined
  const { scaled } = right.numeral!
  if (right.unit === null) {
    if (left.unit === null ? dash && !scaled : rules.prose && !scaled && left.class !== 'rate') return undefined
    right.unit = left.unit
    right.class = left.class
  }
  if (left.unit !== null && left.unit !== right.unit) return undefined
  const low = left.unit === null ? shareScale(left, right, rules) : left.digits
  const high = right.digits
  const fits = low.length + high.length < 600 && (low === '' || compareDecimals(low, high) < 0)
  return fits ? { low, high, right } : undefined
}

/** Whether an amount can be an end of a range: one plain number, no phone or code (0353). */
function isEnd(text: string, { numeral, numeralStart, upper }: Amount): boolean {
  return numeral !== null && upper === null && !numeral.approximate && !isCode(text, numeralStart)
}

/** The left end without a unit takes scale and unit of the right end; '' where that is not settled. */
function shareScale(left: Amount, right: Amount, rules: AmountRules): string {
  const { digits, scaled, unit } = left.numeral!
  const to = right.numeral!
  if (scaled) return digits
  const single = digits.length === 1 && unit === 0
  const ambiguous = single && to.scale > 0 && to.unit > 0 && !to.arabic
  // 三到四百万: 3 or 3000000
  if (ambiguous && !rules.lenient) return ''
  const shared = shiftDecimal(digits, (to.scale || !single ? to.scale : to.unit) + (ambiguous ? to.unit : 0))
  return compareDecimals(shared, right.digits) <= 0 ? shared : digits
}

/** Whether a number begins with a superfluous 0: a phone or a code. */
export function isCode(text: string, start: number): boolean {
  return isOneOf(text, start, '0０') && symbolAt(text, start + 1) >> 4 === ARABIC
}
