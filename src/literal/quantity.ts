import type { LiteralOptions, Quantity } from '../types'
import { compact } from './compact'
import { modeOf } from './mode-of'
import { LETTER_ZERO, POINT, symbolAt } from './numeral-symbols'
import { type QuantityReading, readQuantity } from './read-quantity'

/**
 * Reads a whole string as one quantity: `14.65万条`, `约210余条`, `百分之九十`, `人民币3.5亿元`, `3-5万元`, `15个工作日内`, `一个半小时`.
 *
 * Money comes in yuan (`元`), percentages as printed (97.07, `%`). Bound words set `bound` and stay outside `raw`. Undefined for
 * anything else, for dates, and for what a number cannot hold exactly. Throws `TypeError` where `text` is no string.
 */
export function parseQuantity(text: string, options?: LiteralOptions): Quantity | undefined {
  const { strict, lenient } = modeOf('parseQuantity', text, options)
  const compacted = compact(text, lenient)
  if (!compacted) return undefined
  const whole = compacted.text
  const at = firstNumber(whole)
  if (at < 0) return undefined
  const bareUnit = whole[at - 1] === '上' && whole[at] !== '半'
  const read = readQuantity(whole, at, { strict, lenient, pairs: !strict, prose: false, bareUnit })
  if (!('quantity' in read) || read.outerStart > 0 || !isClosed(whole, read) || isYear(whole, read)) return undefined
  return { ...read.quantity, raw: compacted.printed(read.start, read.end) }
}

/** Where the number begins: the first digit, 半, or unit that can lead one; its bound words are short. */
function firstNumber(text: string): number {
  for (let index = 0; index < text.length && index < 24; index++) {
    const kind = symbolAt(text, index) >> 4
    const digit = kind > 0 && kind < POINT && kind !== LETTER_ZERO && !text.startsWith('零下', index)
    if (digit || text[index] === '半') return index
  }
  return -1
}

/** Nothing but closing words stands behind it: 之间, 大 (an age). */
function isClosed(text: string, read: QuantityReading): boolean {
  const rest = text.slice(read.outerEnd)
  return (
    rest === '' ||
    (read.quantity.upper !== null && /^之?[间間]$/.test(rest)) ||
    (read.amount.class === 'time' && rest === '大')
  )
}

/** 2016年, 17年: a year or a number of years; only what can be no year is a quantity. */
function isYear(text: string, { quantity, amount }: QuantityReading): boolean {
  if (amount.unit !== '年') return false
  const printed = text.slice(amount.numeralStart, amount.numeral?.end ?? amount.end)
  return (
    quantity.value >= 1000 ||
    amount.numeral?.spelt === true ||
    (/^[0-9０-９]{2}$/.test(printed) && quantity.bound === 'exact')
  )
}
