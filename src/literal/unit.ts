import type { LiteralOptions, Unit } from '../types'
import { modeOf } from './arguments'
import { compact } from './compact'
import * as symbols from './numeral-symbols'
import { symbolAt } from './numeral-symbols'
import { readUnit } from './read-unit'

/**
 * Reads a unit printed alone: `单位：万元`, `（亿元）`, `条`, `人次`, `千元`. The factor is a decimal string; money comes as 元.
 * Undefined for anything else. Throws `TypeError` where `text` is no string.
 */
export function parseUnit(text: string, options?: LiteralOptions): Unit | undefined {
  modeOf('parseUnit', text, options)
  const compacted = compact(text)
  const inner = /^[(（［[【]?(?:(?:计量)?(?:单位|單位)[:：]?)?([^()（）]*?)[)）］\]】]?$/.exec(
    compacted?.text ?? '',
  )?.[1]
  if (!inner) return undefined
  const { factor, start } = readFactor(inner)
  const found = readUnit(inner, start)
  if (found && found.end === inner.length) {
    const printed = inner.slice(start)
    return { unit: found.class === 'yuan' ? '元' : printed, factor: `1${'0'.repeat(factor)}` }
  }
  const whole = readUnit(inner, 0)
  return whole?.end === inner.length ? { unit: inner, factor: '1' } : undefined
}

/** The power of ten before a unit: 8 in 亿元, 6 in 百万元, 3 in 千元. 千 of 千米 and 兆 of 兆瓦 are no factors. */
export function readFactor(text: string): { factor: number; start: number } {
  let factor = 0
  let start = 0
  const whole = readUnit(text, 0)
  if (whole?.end === text.length) return { factor, start }
  for (; ; start++) {
    const symbol = symbolAt(text, start)
    const kind = symbol >> 4
    if (kind === symbols.UNIT) factor += symbol & 15
    else if (kind === symbols.SCALE && (symbol & 15) < 4) factor += 4 * (symbol & 15)
    else return { factor, start }
  }
}
