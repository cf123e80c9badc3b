import { describe, expect, test } from 'vitest'
import { type Case, drawCase, formatCase, makeCase, parseCase } from '../arbitraries/case'
import { operatorOf } from '../arbitraries/damage'
import { judge } from '../arbitraries/judge'
import { layoutOf, layouts } from '../arbitraries/layouts'
import { parseRendering } from '../arbitraries/parse'
import './patience'

// Reports as text tools print a PDF: columns of a table stand behind the heading of the next one. Its sums tell where they
// belong, or nothing is read. A failure prints replay lines for `npm run accuracy -- --case LINE`.

const scattered = layouts.map(({ name }) => name).filter((name) => name.startsWith('scattered-'))

describe.each(scattered)('%s', (layout) => {
  test('undamaged: nothing wrong, and most of table 三 read', () => {
    let right = 0
    let cells = 0
    for (let seed = 60_000; seed < 60_008; seed++) {
      const verdicts = verdictsOf({ seed, layout, steps: [] })
      expect(verdicts.filter(isBad)).toEqual([])
      const own = verdicts.filter(({ pointer }) => pointer.startsWith('/requests/'))
      cells += own.length
      right += own.filter(({ got }) => got !== null).length
    }
    expect(right / cells).toBeGreaterThan(0.3)
  })

  test.each(['meaning', 'lossy'] as const)('%s damage: nothing wrong in silence, nothing invented', (kind) => {
    const bad = Array.from({ length: 10 }, (_, index) => {
      const drawn = drawCase(60_100 + index, kind)
      const steps = drawn.steps.filter(({ operator }) => operatorOf(operator).fits(layoutOf(layout)))
      return { seed: drawn.seed, layout, steps }
    }).filter((one) => verdictsOf(one).some(isBad))
    expect(bad.map(formatCase)).toEqual([])
  })
})

// Each was read wrong once.
test.each([
  // zeros of table 三 behind the headings of table 四 were taken for table 四
  'seed=118 layout=scattered-pages ops=none',
  // the same with a cell of table 四 lost
  'seed=503035 layout=scattered-columns ops=emptyCell(5)',
  // words for zeros: no sum tells 0 from 无
  'seed=506016 layout=scattered-totals-pages ops=zeroToWords(0.5)',
  'seed=505005 layout=scattered-totals ops=sourceArithmeticError(1)+zeroToWords(0.5)',
  'seed=518001 layout=scattered-totals ops=zeroToWords(0.5)+headingsMissing(1)',
])('%s', (line) => {
  expect(verdictsOf(parseCase(line)).filter(isBad)).toEqual([])
})

function verdictsOf(one: Case) {
  const { rendering, expected } = makeCase(one)
  return judge(parseRendering(rendering), expected)
}

function isBad({ outcome }: { outcome: string }): boolean {
  return outcome === 'wrongSilent' || outcome === 'invented'
}
