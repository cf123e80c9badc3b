import type { LiteralOptions, Unit } from '../types'
import { compact } from './compact'
import { modeOf } from './mode-of'
import { SCALE, symbolAt, UNIT } from './numeral-symbols'
import { readUnit } from './read-unit'

/**
 * Reads a unit printed alone: `单位：万元`, `（亿元）`, `条`, `人次`, `千元`. The factor is a decimal string; money comes as 元.
 * 千 of 千米 and 兆 of 兆瓦 are no factors. Undefined for anything else. Throws `TypeError` where `text` is no string.
 */
export function parseUnit(text: string, options?: LiteralOptions): Unit | undefined {
  modeOf('parseUnit', text, options)
  const inner = /^[(（]?(?:(?:计量)?[单單]位[:：]?)?([^()（）]*)[)）]?$/.exec(compact(text)?.text ?? '')?.[1]
  if (!inner) return undefined
  let power = 0
  for (let start = 0; ; start++) {
    const found = readUnit(inner, start)
    if (found?.end === inner.length) {
      return { unit: found.class === 'yuan' ? '元' : inner.slice(start), factor: `1${'0'.repeat(power)}` }
    }
    const symbol = symbolAt(inner, start)
    const scale = symbol >> 4 === SCALE
    if (!scale && symbol >> 4 !== UNIT) return undefined
    power += (symbol & 15) * (scale ? 4 : 1)
  }
}
