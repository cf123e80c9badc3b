import { findQuantities } from '../literal/find-quantities'
import type { FoundQuantity } from '../types'

/**
 * The quantities of body text. Of a number in groups that white space parts (1 286件) the last group alone would be a wrong one:
 * there is none. 块 counts boards and screens there, not yuan.
 */
export function proseQuantities(text: string): FoundQuantity[] {
  const found = findQuantities(text).filter(({ start }) => !isLastGroup(text, start))
  for (const quantity of found)
    if (quantity.unit === '元' && /[块塊]$/.test(quantity.raw)) quantity.unit = quantity.raw.slice(-1)
  return found
}

/** Three digits, and one to three of them behind one space before. */
function isLastGroup(text: string, start: number): boolean {
  if (start === 0 || !groupSpaces.includes(text.charAt(start - 1))) return false
  return threeDigits.test(text.slice(start, start + 4)) && groupBefore.test(text.slice(Math.max(0, start - 6), start))
}

/** What parts the groups: looked for first, for few numbers stand behind white space. */
const groupSpaces = ' \u00a0\u2009\u202f'
const threeDigits = /^\d{3}(?!\d)/
const groupBefore = /(?:^|[^\d.,，．])\d{1,3}.$/
