import { expect, test } from 'vitest'
import { drawCase, formatCase, makeCase } from '../arbitraries/case'
import type { DamageClass } from '../arbitraries/damage-tools'
import { judge, type Outcome } from '../arbitraries/judge'
import { parseRendering } from '../arbitraries/parse'
import './patience'

// Honesty: no damage makes a wrong value that no warning or error names, and none makes a value that is not printed.
// A failure prints replay lines for `npm run accuracy -- --case LINE`.

test('lossless damage: nothing wrong, not even with a diagnostic', () => {
  expect(replayLines('lossless', 80, ['wrongNamed', 'wrongSilent', 'invented'])).toEqual([])
})

test.each(['meaning', 'lossy'] as const)('%s damage: nothing wrong in silence, nothing invented', (kind) => {
  expect(replayLines(kind, 80, ['wrongSilent', 'invented'])).toEqual([])
})

test('undetectable damage invents nothing', () => {
  expect(replayLines('undetectable', 30, ['wrongSilent', 'invented'])).toEqual([])
})

/** The cases among the first seeds of a class in which a cell came out so. */
function replayLines(kind: DamageClass, count: number, outcomes: readonly Outcome[]): string[] {
  return Array.from({ length: count }, (_, index) => drawCase(50_000 + index, kind)).flatMap((drawn) => {
    const { rendering, expected } = makeCase(drawn)
    const found = judge(parseRendering(rendering), expected).filter(({ outcome }) => outcomes.includes(outcome))
    return found.length > 0
      ? [`${formatCase(drawn)}: ${found.map(({ pointer, got }) => `${pointer} = ${got}`).join(', ')}`]
      : []
  })
}
