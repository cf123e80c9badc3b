import type { LiteralOptions, Numeral } from '../types'
import { compact } from './compact'
import { negate, toNumber } from './decimal'
import { modeOf } from './mode-of'
import { readNumeral } from './read-numeral'

/**
 * Reads a whole string as one numeral, Arabic or Chinese: `1,234,567`, `二百零三`, `14.65万`, `二〇一六`, `负壹佰`.
 *
 * `digits` is always the exact decimal, `value` the number that prints as it, or null where none does. `approximate` marks
 * 余, 多 and 几 (十几万: the lower end). Anything else gives undefined: `''`, words, malformed groups, two readings.
 * Policies: docs/literals.md. Throws `TypeError` where `text` is no string.
 */
export function parseNumeral(text: string, options?: LiteralOptions): Numeral | undefined {
  const { strict, lenient } = modeOf('parseNumeral', text, options)
  const whole = compact(text, lenient)?.text
  if (!whole) return undefined
  const negative = /^[-－−负負]/.test(whole)
  const plus = /^[+＋]/.test(whole)
  const read = readNumeral(whole, negative || plus ? 1 : 0, { lenient, pairs: false, prose: false })
  if (read.digits === '' || read.end < whole.length) return undefined
  if (strict && (read.loose || plus || whole !== text)) return undefined
  const digits = negative ? negate(read.digits) : read.digits
  return { value: toNumber(digits), digits, approximate: read.approximate }
}
