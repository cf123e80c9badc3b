import {
  afterArabic,
  decimalAfter,
  notHalfAfter,
  notOneAfter,
  ordinals,
  timeOfDay,
  vague,
} from '../../grammars/literals.json'
import { isLatin, isOneOf } from './characters'
import { foldWord } from './fold-unit'
import { DIGIT, FINANCIAL, FINANCIAL_UNIT, SCALE, symbolAt, UNIT } from './numeral-symbols'
import type { AmountRules } from './read-amount'
import { isCode, type QuantityReading } from './read-quantity'

/** Whether what reads like a quantity is something else in running text: an ordinal, a date, part of a word, a list marker. */
export function isGated(text: string, at: number, read: QuantityReading, rules: AmountRules): boolean {
  const { numeral, numeralStart, class: kind, unit } = read.amount
  if (numeral === null) return isOneOf(text, at - 1, notHalfAfter) || isOneOf(text, at + 1, '年')
  if (kind === 'rate' && unit !== '成' && unit !== '折') return false
  // PM2.5, A4
  if (isLatin(text, read.start - 1)) return true
  const symbol = symbolAt(text, at) >> 4
  // 京, 载, 正 and the other great scales are words here: 刊载12篇, 纠正5件
  const behind = symbolAt(text, at - 1)
  const before = behind >> 4 === SCALE && (behind & 15) > 3 ? 0 : behind >> 4
  // 数十万, 几十个: no digit is printed; 百八十个, 六、七万元: not the whole number
  if (symbol === UNIT && isOneOf(text, at - 1, vague)) return true
  if (before === UNIT || before === SCALE || (isOneOf(text, at - 1, '、') && symbolAt(text, at - 2) >> 4 === DIGIT))
    return true
  const { arabic, digits } = numeral
  if (kind === 'alone') return !isSpan(text, read)
  // 95分 are points, 五角 a shape
  if (
    kind === 'jiao' ||
    kind === 'li' ||
    (kind === 'fen' && (!arabic || digits.length === 1 || isOneOf(text, at - 1, timeOfDay)))
  )
    return true
  if (arabic) {
    // A count of things is whole, but for averages: in 3541.07万元2.3本项目 2.3 is a list marker
    const marker = kind === 'count' && digits.includes('.') && !numeral.scaled
    return isCode(text, numeralStart) || (marker && !isOneOf(text, at - 1, decimalAfter))
  }
  if (isOneOf(text, at - 1, ordinals) || (isOneOf(text, at, '一') && isOneOf(text, at - 1, notOneAfter))) return true
  if (numeral.spelt && !numeral.scaled) return true
  if (numeral.end - numeralStart > 1 || read.quantity.upper !== null) return false
  if (symbol === FINANCIAL || symbol === FINANCIAL_UNIT) return kind !== 'yuan'
  // 八方, 三股: with a Chinese digit these are words; 一条, 两个 mostly too
  if (unit?.length === 1 && afterArabic.includes(foldWord(unit))) return true
  return kind === 'count' && !rules.lenient && '012'.includes(digits)
}

/** 15日内, 5年以上, 10余年: of the units that are dates too, only spans count. */
function isSpan(text: string, { amount, quantity, end }: QuantityReading): boolean {
  if (amount.unit !== '日' && amount.unit !== '年') return false
  if (quantity.value >= 200) return false
  if (amount.numeral?.approximate) return true
  return /^(?:[以之]?内|以[上下])/.test(text.slice(end, end + 2)) && !isOneOf(text, amount.numeralStart - 1, '月年')
}
