import { afterArabic, notOneAfter, ordinals, vague } from '../../grammars/literals.json'
import { isOneOf } from './characters'
import { foldWord } from './fold-unit'
import * as symbols from './numeral-symbols'
import { symbolAt } from './numeral-symbols'
import type { AmountRules } from './read-amount'
import { isCode, type QuantityReading } from './read-quantity'

/** Whether what reads like a quantity is something else in running text: an ordinal, a date, part of a word, a list marker. */
export function isGated(text: string, at: number, read: QuantityReading, rules: AmountRules): boolean {
  const { amount } = read
  const { numeral } = amount
  if (numeral === null) return isOneOf(text, at - 1, '上下前后後大多过夜一') || isOneOf(text, at + 1, '年')
  if (amount.class === 'rate') return isRateGated(text, at, read)
  // 数十万, 几十个: no digit is printed
  if (isOneOf(text, at - 1, vague) && symbolAt(text, at) >> 4 === symbols.UNIT) return true
  if (numeral.arabic) return isArabicGated(text, at, read)
  if (isOneOf(text, at - 1, ordinals)) return true
  if (isOneOf(text, at, '一') && isOneOf(text, at - 1, notOneAfter)) return true
  const length = numeral.end - amount.numeralStart
  const kind = symbolAt(text, at) >> 4
  if (length === 1 && (kind === symbols.FINANCIAL || kind === symbols.FINANCIAL_UNIT)) return amount.class !== 'yuan'
  if (numeral.spelt && !numeral.scaled) return true
  switch (amount.class) {
    case 'alone':
      return !isSpan(text, read)
    case 'jiao':
    case 'fen':
    case 'li':
      return true
    case 'count':
      if (length > 1 || read.quantity.upper !== null) return false
      if (isArabicOnly(amount.unit)) return true
      return !rules.lenient && (numeral.digits === '1' || numeral.digits === '2')
    case 'measure':
    case 'currency':
      return length === 1 && isArabicOnly(amount.unit)
  }
  return false
}

/** 一成 and 五折 stand alone; 1%, 百分之五 always count. */
function isRateGated(text: string, at: number, read: QuantityReading): boolean {
  const { unit } = read.amount
  if (unit !== '成' && unit !== '折') return false
  return isOneOf(text, at - 1, ordinals)
}

/** A count of things is whole (2.3本项目 is a list marker); 15日 is a date unless it is a span; 95分 are points. */
function isArabicGated(text: string, at: number, read: QuantityReading): boolean {
  const { amount } = read
  const numeral = amount.numeral!
  if (isCode(text, amount.numeralStart)) return true
  switch (amount.class) {
    case 'count':
      return numeral.digits.includes('.') && !numeral.scaled
    case 'alone':
      return !isSpan(text, read)
    case 'fen':
      return numeral.digits.length === 1
    case 'jiao':
    case 'li':
      return true
  }
  return isOneOf(text, at - 1, '〔[【') && amount.class === null
}

/** 15日内, 5年以上, 10余年: of the units that are dates too, only spans count. */
function isSpan(text: string, { amount, quantity, end }: QuantityReading): boolean {
  if (amount.unit !== '日' && amount.unit !== '年') return false
  if (quantity.value >= 200) return false
  if (amount.numeral?.approximate) return true
  return /^(?:[以之]?内|以[上下])/.test(text.slice(end, end + 2)) && !isOneOf(text, amount.numeralStart - 1, '月年')
}

/** 八方, 三股: with a Chinese digit these are words. */
function isArabicOnly(unit: string | null): boolean {
  return unit?.length === 1 && afterArabic.includes(foldWord(unit))
}
