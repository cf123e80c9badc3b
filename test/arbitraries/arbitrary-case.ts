import fc from 'fast-check'
import { type Case, type Made, makeCase } from './case'
import { layouts } from './layouts'
import { arbitraryRecipe, type Recipe } from './recipe'
import { reportOf } from './report'

/** A recipe and how it is printed: shrinks towards empty tables, the first layout and no damage. */
export interface Print extends Case {
  recipe: Recipe
}

/** Layouts whose cells stand by their labels, whatever they hold: nothing in them is in doubt. */
export const cleanLayouts = [
  'html',
  'html-p',
  'html-th',
  'pipe',
  'pipe-bare',
  'tabs',
  'word',
  'cells',
  'cells-gap',
  'lines',
]

/** All layouts that print text. */
export const textLayouts = layouts
  .filter(({ name, family }) => family !== 'positioned' && !name.startsWith('html'))
  .map(({ name }) => name)

/** Prints of arbitrary reports in one of the layouts, each after the same steps. */
export function arbitraryPrint(names: readonly string[], steps: Case['steps'] = []): fc.Arbitrary<Print> {
  return fc.record({
    recipe: arbitraryRecipe(),
    layout: fc.constantFrom(...names),
    seed: fc.nat(999),
    steps: fc.constant(steps),
  })
}

/** Carries a print out. */
export const makePrint = (print: Print): Made => makeCase(print, reportOf(print.recipe))
