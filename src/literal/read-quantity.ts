import type { Bound, Quantity } from '../types'
import { compareDecimals, negate, shiftDecimal, toNumber } from './decimal'
import { readBoundAfter, readPrefixes } from './quantity-context'
import { type Amount, type AmountRules, isNumeralStart, type NoAmount, readAmount } from './read-amount'
import { skipSpaces } from './space'

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
  if (!('unit' in first)) return { end: first.end }
  const range = readRange(text, first, rules)
  const amount = range?.right ?? first
  const prefixes = readPrefixes(text, at, amount, rules)
  const after = readBoundAfter(text, range?.end ?? amount.end, amount)
  const unit = prefixes.unit ?? amount.unit
  const sign = prefixes.negative ? negate : (digits: string) => digits
  const low = toNumber(sign(range?.low ?? amount.digits))
  const upperDigits = range?.high ?? amount.upper
  const high = upperDigits === null ? null : toNumber(upperDigits)
  if (low === null || (upperDigits !== null && (high === null || prefixes.negative))) return { end: amount.end }
  const inner: Bound | null = amount.numeral?.approximate ? 'over' : null
  const outer = prefixes.bound ?? after.bound
  const bound = inner ?? (amount.upper !== null ? 'about' : outer) ?? 'exact'
  const end = after.unitEnd ?? range?.end ?? amount.end
  return {
    quantity: { raw: text.slice(prefixes.rawStart, end), value: low, upper: high, unit, bound },
    start: prefixes.rawStart,
    end,
    outerStart: prefixes.start,
    outerEnd: Math.max(after.end, end),
    amount,
  }
}

interface Range {
  low: string
  high: string
  right: Amount
  end: number
}

/** 3-5万元, 15至20个工作日, 百分之三十到四十一, 20和30之间: two ends that go up and share a unit. */
function readRange(text: string, left: Amount, rules: AmountRules): Range | undefined {
  if (left.upper !== null || left.numeral?.approximate || left.numeral === null) return undefined
  const connector = readConnector(text, skipSpaces(text, left.end))
  if (!connector) return undefined
  const at = skipSpaces(text, connector.end)
  if (!isNumeralStart(text, at) && !text.startsWith('分之', at + 1)) return undefined
  const right: Amount | NoAmount = readAmount(text, at, rules)
  if (!('unit' in right) || right.upper !== null || right.numeral === null || right.numeral.approximate)
    return undefined
  const code = isCode(text, left) || isCode(text, right)
  const closing = /^\s*(?:之[间間]|[间間])/.exec(text.slice(right.end, right.end + 6))?.[0].length ?? 0
  if (code || (connector.word && closing === 0)) return undefined
  if (left.class === 'rate' && right.unit === null) {
    right.unit = left.unit
    right.class = left.class
  }
  const bare = left.unit === null
  if (!bare && right.unit !== null && left.unit !== right.unit) return undefined
  if (!bare && right.unit === null) {
    if (rules.prose && !right.numeral.scaled) return undefined
    right.unit = left.unit
    right.class = left.class
  }
  if (connector.dash && right.unit === null && !right.numeral.scaled) return undefined
  const low = bare ? shareScale(left, right, rules) : left.digits
  if (low === undefined || low.length + right.digits.length > 600 || compareDecimals(low, right.digits) >= 0)
    return undefined
  return { low, high: right.digits, right, end: right.end }
}

/** The left end without a unit takes scale and unit of the right end; undefined where that is not settled. */
function shareScale(left: Amount, right: Amount, rules: AmountRules): string | undefined {
  const from = left.numeral!
  const to = right.numeral!
  const money = right.class === 'yuan' && to.digits !== right.digits
  if (from.scaled || money) return left.digits
  const single = from.digits.length === 1 && from.unit === 0
  if (to.scale > 0) {
    if (to.unit > 0 && single && !to.arabic) {
      return rules.lenient ? shiftDecimal(left.digits, to.scale + to.unit) : undefined
    }
    return shareWhereSmaller(left.digits, to.scale, right.digits)
  }
  return single && to.unit > 0 ? shareWhereSmaller(left.digits, to.unit, right.digits) : left.digits
}

function shareWhereSmaller(digits: string, power: number, limit: string): string {
  const shifted = shiftDecimal(digits, power)
  return compareDecimals(shifted, limit) <= 0 ? shifted : digits
}

/** A number that begins with 0 is a phone or a code. */
function isCode(text: string, amount: Amount): boolean {
  return /^[0０][0-9０-９]/.test(text.slice(amount.numeralStart, amount.numeralStart + 2))
}

/** - – — ~ 至 到; 和 and 与 need 之间. */
function readConnector(text: string, at: number): { end: number; dash: boolean; word: boolean } | undefined {
  const found = /^(?:[-－–—―~～]{1,2}|至|到)/.exec(text.slice(at, at + 2))?.[0]
  if (found) return { end: at + found.length, dash: !/[至到~～]/.test(found), word: false }
  return /^[和与與]/.test(text.slice(at, at + 1)) ? { end: at + 1, dash: false, word: true } : undefined
}
