import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pointer, Result } from '../../src/types'
import { arbitraryPrint, makePrint } from '../arbitraries/arbitrary-case'
import { drawCase, formatCase, makeCase } from '../arbitraries/case'
import type { Figure } from '../arbitraries/form-figures'
import { formOf } from '../arbitraries/form-figures'
import { layoutOf } from '../arbitraries/layouts'
import { parseRendering } from '../arbitraries/parse'
import { createRandom } from '../arbitraries/random'
import type { Block } from '../arbitraries/report'
import { sheetOf } from '../arbitraries/sheet'
import { hold } from './hold'
import './patience'

// Idempotence: what was read, printed again and read again, is the same; and reading twice gives the same bytes.

test.each(['html', 'pipe', 'tabs', 'word', 'lines', 'cells'])('%s', (layout) => {
  hold(
    fc.property(arbitraryPrint([layout]), (print) => {
      const made = makePrint(print)
      const first = parseRendering(made.rendering)
      const again = reprint(made.truth.blocks, first)
      const second = parseRendering(layoutOf(layout).render(again, createRandom('again')))
      expect(second.report).toEqual(first.report)
    }),
    6,
  )
})

test('the same input gives the same output', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const drawn = drawCase(seed, 'lossy')
    const { rendering } = makeCase(drawn)
    expect(JSON.stringify(parseRendering(rendering)), formatCase(drawn)).toBe(JSON.stringify(parseRendering(rendering)))
  }
})

/** The blocks of a report with its tables printed from what was read. */
function reprint(blocks: readonly Block[], { report, provenance }: Result): Block[] {
  const figures = new Map<Pointer, Figure>()
  for (const [pointer, { raw, state }] of Object.entries(provenance))
    if (state === 'number') figures.set(pointer, { raw, value: 0 })
  return blocks.map((block) => {
    if (block.type !== 'sheet') return block
    const edition = (block.sheet.name === 'disclosure' ? report.disclosure : report.requests)?.edition ?? '2021'
    return { type: 'sheet', sheet: sheetOf(formOf(block.sheet.name as 'requests', edition), figures) }
  })
}
