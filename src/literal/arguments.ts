import type { LiteralMode, LiteralOptions } from '../types'

/** Checks the arguments that all literal functions share and gives the mode; throws `TypeError`. */
export function modeOf(name: string, text: unknown, options: LiteralOptions = {}): LiteralMode {
  if (typeof text !== 'string')
    throw new TypeError(`${name} expects a string, not ${text === null ? 'null' : typeof text}`)
  const mode = options.mode ?? 'normal'
  if (mode !== 'strict' && mode !== 'normal' && mode !== 'lenient') {
    throw new TypeError(`${name} expects the mode strict, normal or lenient, not ${String(mode)}`)
  }
  return mode
}
