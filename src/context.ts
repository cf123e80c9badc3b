import { assertOptions } from './assert-options'
import { defaultLimits } from './limits'
import type { Diagnostic, Grammar, Limits, Messages } from './types'

/** What one call of `parseReport` carries through the stages. */
export interface Context {
  /** The string that positions index; null where a tree was given. */
  source: string | null
  grammars: Grammar[]
  /** Wording of the diagnostics by rule id; what is missing here is worded in English. */
  messages: Messages
  limits: Limits
  /** Collected in the order found; only `diagnose` appends. */
  diagnostics: Diagnostic[]
}

/**
 * Makes the context of one call.
 *
 * @throws {TypeError} on wrong options
 */
export function createContext(
  source: string | null,
  options: { grammars?: Grammar[]; messages?: Messages; limits?: Partial<Limits> } = {},
): Context {
  assertOptions(options)
  return {
    source,
    grammars: options.grammars ?? [],
    messages: options.messages ?? {},
    limits: { ...defaultLimits, ...options.limits },
    diagnostics: [],
  }
}
