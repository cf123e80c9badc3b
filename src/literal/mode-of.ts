import type { LiteralOptions } from '../types'

/** What a mode accepts, for every reader. */
export interface ModeRules {
  /** Canonical writing only. */
  strict: boolean
  /** Forms with a dominant reading too. */
  lenient: boolean
}

/** Checks the arguments that all literal functions share and gives the rules of the mode; throws `TypeError`. */
export function modeOf(name: string, text: unknown, { mode = 'normal' }: LiteralOptions = {}): ModeRules {
  if (typeof text !== 'string')
    throw new TypeError(`${name} expects a string, not ${text === null ? text : typeof text}`)
  if (!/^(?:strict|normal|lenient)$/.test(mode)) {
    throw new TypeError(`${name} expects the mode strict, normal or lenient, not ${mode}`)
  }
  return { strict: mode === 'strict', lenient: mode === 'lenient' }
}
