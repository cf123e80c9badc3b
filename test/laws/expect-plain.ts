import { expect } from 'vitest'

/** A result is JSON: it survives both ways of copying unchanged, and holds no `undefined` and no `-0`. */
export function expectPlain(result: unknown): void {
  // toStrictEqual tells undefined from absent and -0 from 0
  expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
  expect(structuredClone(result)).toStrictEqual(result)
}
