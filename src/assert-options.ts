import { defaultLimits } from './limits'

/**
 * Accepts the options that every stage shares; `undefined` counts as left out.
 *
 * @throws {TypeError} on anything else, with the option's name and what it takes
 */
export function assertOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`Expected an object of options, not ${describe(options)}`)
  const { grammars, messages, limits } = options as Record<string, unknown>
  if (grammars !== undefined && !(Array.isArray(grammars) && grammars.every(isGrammar)))
    throw new TypeError('Expected an array of grammars as `options.grammars`, such as those of `ogi-report/grammars/*`')
  if (messages !== undefined && !isRecord(messages))
    throw new TypeError('Expected wordings by rule id as `options.messages`, such as those of `ogi-report/messages/zh`')
  if (limits !== undefined) assertLimits(limits)
}

function assertLimits(limits: unknown): void {
  if (!isRecord(limits)) throw new TypeError(`Expected an object as \`options.limits\`, not ${describe(limits)}`)
  for (const [name, limit] of Object.entries(limits)) {
    if (!(name in defaultLimits)) {
      const names = Object.keys(defaultLimits).join(', ')
      throw new TypeError(`Expected one of ${names} in \`options.limits\`, not '${name}'`)
    }
    if (typeof limit !== 'number' || !(limit > 0))
      throw new TypeError(`Expected a number above 0 as \`options.limits.${name}\`, not ${describe(limit)}`)
  }
}

function isGrammar(value: unknown): boolean {
  return isRecord(value) && value.format === 1 && Array.isArray(value.forms) && Array.isArray(value.sections)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `${typeof value} ${String(value)}`
}
