import { findQuantities } from '../literal/find-quantities'
import type { FoundQuantity } from '../types'

/**
 * The quantities of body text. Of a number in groups that white space parts (1 286件) the last group alone would be a wrong one:
 * there is none. 块 counts boards and screens there, not yuan.
 */
export function proseQuantities(text: string): FoundQuantity[] {
  return findQuantities(text).flatMap((quantity) => {
    if (isLastGroup(text, quantity.start)) return []
    const isPiece = quantity.unit === '元' && /[块塊]$/.test(quantity.raw)
    return [isPiece ? { ...quantity, unit: quantity.raw.slice(-1) } : quantity]
  })
}

/** Three digits, and one to three of them behind one space before. */
function isLastGroup(text: string, start: number): boolean {
  return threeDigits.test(text.slice(start, start + 4)) && groupBefore.test(text.slice(Math.max(0, start - 6), start))
}

const threeDigits = /^\d{3}(?!\d)/
const groupBefore = /(?:^|[^\d.,，．])\d{1,3}[ \u00a0\u2009\u202f]$/
