import { decimalsOf } from '../sums/evaluate'
import type { Check, Quantity } from '../types'

/** How a figure of a table stands to a figure of the text: 210余 holds for 210 and more. */
export function relationOf({ bound }: Quantity): Check['relation'] {
  if (bound === 'over' || bound === 'atLeast') return '>='
  return bound === 'under' || bound === 'atMost' ? '<=' : '='
}

/**
 * How far an exact figure may be from the one that it rounds: half a unit of the last printed digit where a scale follows
 * (14.65万 is 146450 to 146550), nothing where all digits are printed. 约 gives the band below.
 */
export function precision(quantity: Quantity): number {
  if (quantity.bound === 'about') return band(quantity)
  const [digits = ''] = /[\d.,]+/.exec(quantity.raw.normalize('NFKC')) ?? []
  const printed = Number(digits.replaceAll(',', ''))
  if (digits === '' || printed === 0 || quantity.unit === '%') return 0
  const scale = Math.round(quantity.value / printed)
  return scale > 1 ? (scale * 10 ** -decimalsOf(printed)) / 2 : 0
}

/** One unit of the last digit that is not 0: 210余 is 210 to 220, 5500余 is 5500 to 5600. */
export function band({ value }: Quantity): number {
  const digits = String(Math.abs(value))
  const decimals = decimalsOf(value)
  if (decimals > 0) return 10 ** -decimals
  return 10 ** (digits.length - digits.replace(/0+$/, '').length)
}
