import { expect, test } from 'vitest'
import { type Case, drawCase, formatCase, makeCase } from '../arbitraries/case'
import { judge } from '../arbitraries/judge'
import { layoutOf } from '../arbitraries/layouts'
import { parseRendering } from '../arbitraries/parse'

// Coordinates: every figure of an undamaged page is bound, and no damage makes a wrong one that nothing names.

test.each(['items', 'items-shattered', 'html-positioned'])('%s', (layout) => {
  for (let seed = 0; seed < 12; seed++) {
    const { rendering, expected } = makeCase({ seed, layout, steps: [] })
    const wrong = judge(parseRendering(rendering), expected).filter(
      ({ outcome }) => outcome !== 'right' && outcome !== 'empty',
    )
    expect(wrong, `seed ${seed}`).toEqual([])
  }
})

test.each(['lossless', 'meaning', 'lossy'] as const)('%s damage', (kind) => {
  const cases = [...Array(250).keys()].map((seed) => drawCase(seed, kind)).filter(isPositioned)
  expect(cases.length).toBeGreaterThan(10)
  for (const drawn of cases) {
    const { rendering, expected } = makeCase(drawn)
    const silent = judge(parseRendering(rendering), expected).filter(
      ({ outcome }) => outcome === 'wrongSilent' || outcome === 'invented',
    )
    expect(silent, formatCase(drawn)).toEqual([])
  }
})

function isPositioned({ layout }: Case): boolean {
  return layoutOf(layout).family === 'positioned'
}
