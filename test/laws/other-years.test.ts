import { describe, expect, test } from 'vitest'
import { judge, type Verdict } from '../arbitraries/judge'
import { layoutOf } from '../arbitraries/layouts'
import { parseRendering } from '../arbitraries/parse'
import { createRandom } from '../arbitraries/random'
import { type Block, drawReport, type Truth } from '../arbitraries/report'
import './patience'

// A table of another year beside the report's own: its caption and the title of the report say which is which. Where they do
// not, what is read is in doubt.

const name = '收到和处理政府信息公开申请情况'
const seeds = [3, 4, 6]

describe.each(['html', 'pipe', 'tabs', 'word', 'items'])('%s', (layout) => {
  test.each([
    ['上一年度', () => `附：上一年度${name}`],
    ['the year before', ({ year }: Truth) => `${year - 1}年度${name}`],
  ])('behind it, captioned with %s: every figure right and undoubted', (_, caption) => {
    for (const seed of seeds) {
      const outcomes = outcomesOf(seed, layout, (truth, own, other) => [own, paragraph(caption(truth)), other])
      expect(outcomes, `report ${seed}`).toEqual(new Set(['right']))
    }
  })

  test('before it, captioned with its year: every figure right and undoubted', () => {
    for (const seed of seeds) {
      const outcomes = outcomesOf(seed, layout, ({ year }, own, other) => [
        paragraph(`${year - 1}年度${name}`),
        other,
        paragraph(`${year}年度${name}`),
        own,
      ])
      expect(outcomes, `report ${seed}`).toEqual(new Set(['right']))
    }
  })

  test('captioned with the same year: in doubt', () => {
    for (const seed of seeds) {
      const outcomes = outcomesOf(seed, layout, ({ year }, own, other) => [own, paragraph(`${year}年度${name}`), other])
      expect(outcomes, `report ${seed}`).toContain('doubted')
    }
  })
})

test('requests carried over from the year before are those of the report', () => {
  for (const seed of seeds) {
    const outcomes = outcomesOf(seed, 'html', (_, own) => [paragraph('上年结转申请的办理情况表'), own])
    expect(outcomes, `report ${seed}`).toEqual(new Set(['right']))
  }
})

/** What becomes of the figures of table 三 in a report that prints it with another one of other figures. */
function outcomesOf(
  seed: number,
  layout: string,
  lay: (truth: Truth, own: Block, other: Block) => Block[],
): Set<Verdict['outcome']> {
  const truth = drawReport(seed)
  const at = truth.blocks.findIndex((block) => block.type === 'sheet' && block.sheet.name === 'requests')
  const own = truth.blocks[at]!
  const blocks = [...truth.blocks]
  blocks.splice(at, 1, ...lay(truth, own, otherFigures(own)))
  const result = parseRendering(layoutOf(layout).render(blocks, createRandom(`${seed} layout`)))
  const expected = new Map(
    [...truth.figures].map(([pointer, { value }]) => [pointer, { kind: 'number', value }] as const),
  )
  return new Set(
    judge(result, expected).flatMap(({ pointer, outcome }) => (pointer.startsWith('/requests/') ? outcome : [])),
  )
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text }
}

/** The same table with figures of its own. */
function otherFigures(block: Block): Block {
  const other = structuredClone(block)
  for (const cell of new Set(other.type === 'sheet' ? other.sheet.rows.flat() : [])) {
    if (!/^\d+$/.test(cell.text)) continue
    delete cell.pointer
    cell.text = String(Number(cell.text) * 2 + 1)
  }
  return other
}
