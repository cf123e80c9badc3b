import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawCase, formatCase, makeCase, parseCase } from './arbitraries/case'
import { operatorOf, operators } from './arbitraries/damage'
import { formOf, leavesOf, tableNames } from './arbitraries/form-figures'
import { layouts } from './arbitraries/layouts'
import { createRandom } from './arbitraries/random'
import { arbitraryRecipe } from './arbitraries/recipe'
import { drawReport, reportOf, type Truth } from './arbitraries/report'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const plainFigure = /(?<![\d.])-?\d+(?:\.\d+)?(?![\d.])/g

describe('reports', () => {
  test('every sum rule of the forms holds', () => {
    fc.assert(
      fc.property(arbitraryRecipe(), (recipe) => {
        expect(brokenSums(reportOf(recipe))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('every cell of the edition is filled', () => {
    for (const [disclosure, requests, cells] of [
      ['2019', '2019', 198],
      ['2021', '2021', 200],
      ['2021', '2019', 186],
    ] as const) {
      const seed = Array.from({ length: 200 }, (_, index) => index).find((candidate) => {
        const { recipe } = drawReport(candidate)
        return recipe.disclosureEdition === disclosure && recipe.requestsEdition === requests
      })
      expect(drawReport(seed!).figures.size).toBe(cells)
    }
  })
})

describe('layouts', () => {
  // an independent reader: the figures of table 三 stand in the text in the order of the form
  const ordered = layouts.filter(
    ({ family, name }) => family === 'delimited' || (family === 'stream' && !/^(page|html)/.test(name)),
  )
  test.each(ordered.filter(({ name }) => !/index|filled|rows/.test(name)).map(({ name }) => name))(
    '%s prints the figures in order',
    (name) => {
      for (let seed = 0; seed < 20; seed++) {
        const { truth, rendering } = makeCase({ seed, layout: name, steps: [] })
        const printed =
          rendering.source
            .slice(rendering.source.lastIndexOf('申请人情况'))
            .replace(/\d+[.、]|\d{4}年.*/g, '')
            .match(plainFigure) ?? []
        const rows = [...truth.figures]
          .filter(([pointer]) => /^\/(requests|disputes)/.test(pointer))
          .map(([, { raw }]) => raw)
        expect(printed.slice(0, rows.length)).toEqual(rows)
      }
    },
  )

  test('every layout prints every figure of table 三', () => {
    for (const layout of layouts.filter(({ name }) => !/stripped|shattered|entities/.test(name))) {
      const { truth, rendering } = makeCase({ seed: 12, layout: layout.name, steps: [] })
      const printed = rendering.items?.map(({ str }) => str) ?? rendering.source.match(/\d+/g) ?? []
      for (const [pointer, { raw }] of truth.figures)
        if (pointer.startsWith('/requests')) expect(printed).toContain(raw)
    }
  })
})

describe('cases', () => {
  test('a log line replays its case', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('lossless', 'meaning', 'lossy', 'undetectable' as const), (seed, kind) => {
        const drawn = drawCase(seed, kind)
        const replayed = parseCase(formatCase(drawn))
        expect(replayed).toEqual(drawn)
        expect(makeCase(replayed).rendering).toEqual(makeCase(drawn).rendering)
      }),
      { numRuns: 60 },
    )
  })

  test('every operator changes something in some layout that it fits', () => {
    for (const operator of operators) {
      const changed = layouts.some((layout) => {
        if (!operator.fits(layout)) return false
        return [3, 8, 21, 34].some((seed) => {
          const steps = [{ operator: operator.name, amount: operator.amounts.at(-1)! }]
          const [plain, damaged] = [
            makeCase({ seed, layout: layout.name, steps: [] }),
            makeCase({ seed, layout: layout.name, steps }),
          ]
          return JSON.stringify(plain.rendering) !== JSON.stringify(damaged.rendering)
        })
      })
      expect(changed, operator.name).toBe(true)
    }
  })

  test('lossless operators leave every expectation as it was', () => {
    for (const operator of operators.filter((candidate) => candidate.class === 'lossless')) {
      for (const layout of layouts.filter(
        (candidate) =>
          operator.fits(candidate) &&
          ['html-p', 'pipe', 'tabs', 'word', 'lines', 'cells', 'items'].includes(candidate.name),
      )) {
        const made = makeCase({
          seed: 8,
          layout: layout.name,
          steps: [{ operator: operator.name, amount: operator.amounts.at(-1)! }],
        })
        for (const [pointer, { value }] of made.truth.figures)
          expect(made.expected.get(pointer)).toEqual({ kind: 'number', value })
      }
    }
  })

  test('unknown names are refused', () => {
    expect(() => operatorOf('nothing')).toThrow(TypeError)
    expect(() => parseCase('seed=1')).toThrow(TypeError)
  })

  test('a seed always draws the same', () => {
    const random = createRandom('always')
    expect([random.integer(0, 99), random.integer(0, 99), random.pick(['a', 'b', 'c'])]).toMatchInlineSnapshot(`
      [
        66,
        16,
        "c",
      ]
    `)
  })
})

/** Sum rules that the figures of a report break, row by row and column by column. */
function brokenSums(truth: Truth): string[] {
  const value = (pointer: string) => truth.figures.get(pointer)?.value ?? 0
  return tableNames.flatMap((name) => {
    const form = formOf(name, name === 'disclosure' ? truth.recipe.disclosureEdition : truth.recipe.requestsEdition)
    return form.rules.flatMap(({ ruleId, axis, left, right }) => {
      const block = form.blocks[0]!
      const others = leavesOf(axis === 'stub' ? block.head : block.stub).map(({ path }) => path)
      return (others.length > 0 ? others : ['']).flatMap((other) => {
        const total = (keys: readonly string[]) =>
          keys.reduce(
            (sum, key) =>
              sum +
              value(
                `/${[name, ...(axis === 'stub' ? [key, other] : [other, key])].filter((part) => part !== '').join('/')}`,
              ),
            0,
          )
        return total(left) === total(right) ? [] : [`${ruleId} ${other}`]
      })
    })
  })
}
