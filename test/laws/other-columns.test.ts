import { describe, expect, test } from 'vitest'
import { makeCase, parseCase } from '../arbitraries/case'
import { columnOperators } from '../arbitraries/damage-columns'
import { judge } from '../arbitraries/judge'
import { parseRendering } from '../arbitraries/parse'
import './patience'

// Headings in another order than the form's, or of another year beside its own, say what each figure is. Where cells have borders a
// figure goes with its heading, wherever that stands; without borders it is read so or not at all.

const seeds = [3, 17, 40]
const bordered = ['html', 'pipe', 'pipe-index', 'html-th']
const unbordered = ['tabs-trimmed', 'word', 'cells', 'lines', 'items', 'page', 'html-paragraphs']

describe.each(columnOperators.map(({ name }) => name))('%s', (operator) => {
  test.each(bordered)('%s: every figure goes with its heading', (layout) => {
    for (const seed of seeds) expect(faults(layout, operator, seed), `report ${seed}`).toEqual([])
  })

  test.each(unbordered)('%s: no figure goes with another heading', (layout) => {
    for (const seed of seeds) {
      const wrong = faults(layout, operator, seed).filter(({ got }) => got !== null)
      expect(wrong, `report ${seed}`).toEqual([])
    }
  })
})

/** Cells that do not have the figure under their heading. */
function faults(layout: string, operator: string, seed: number): { pointer: string; got: number | null }[] {
  const { rendering, expected } = makeCase(parseCase(`seed=${seed} layout=${layout} ops=${operator}(1)`))
  return judge(parseRendering(rendering), expected).flatMap(({ pointer, got }) => {
    const wanted = expected.get(pointer)
    return wanted && 'value' in wanted && wanted.value !== got ? [{ pointer, got }] : []
  })
}
