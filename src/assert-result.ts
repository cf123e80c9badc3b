import type { Result } from './types'

/**
 * Accepts what `parseReport` and `parseFile` give.
 *
 * @param name the function that was called, for the message
 * @throws {TypeError} on anything else
 */
export function assertResult(value: unknown, name: string): asserts value is Result {
  const { report, provenance } = (value ?? {}) as Partial<Result>
  if (isObject(report) && isObject(provenance)) return
  throw new TypeError(
    `Expected a result of parseReport() or parseFile(), an object with \`report\` and \`provenance\`, as argument of \`${name}\``,
  )
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
