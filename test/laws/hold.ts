import fc from 'fast-check'

/**
 * Asserts a law on some draws. A counterexample is not shrunk unless `SHRINK=1` is set: each step reads a whole report, and
 * the draw that failed can be replayed by its seed.
 *
 * @param runs how many draws
 */
export function hold<Drawn extends [unknown, ...unknown[]]>(property: fc.IProperty<Drawn>, runs: number): void {
  fc.assert(property, { numRuns: runs, endOnFailure: process.env.SHRINK === undefined })
}
