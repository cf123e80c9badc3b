import fc from 'fast-check'
import { createRandom, type Random } from './random'

/** Editions of the statutory form. */
export type Edition = '2019' | '2021'

/** The free choices behind one report: everything else, above all every total, follows from them. */
export interface Recipe {
  year: number
  disclosureEdition: Edition
  requestsEdition: Edition
  /** Which of the invented bodies reports. */
  body: number
  /** Result rows of table 三 in the order of the form, six applicants each; the totals follow. */
  results: number[][]
  /** 上年结转 and 结转下年度, six applicants each; 本年新收 follows. */
  carriedIn: number[]
  carriedOut: number[]
  /** Three blocks of table 四, four outcomes each. */
  disputes: number[][]
  /** Drawn on for the cells of table 二, in order. */
  disclosure: number[]
  /** Tenths of a thousandth: the decimals of the amounts of money. */
  decimals: number
  /** Which sentences stand in the parts of the report, and the figures in them. */
  sentences: number[]
}

/** Result rows of table 三: 19 with the single （六）其他处理 of edition 2019, 21 with its three rows of 2021. */
const resultRows = (edition: Edition): number => (edition === '2019' ? 19 : 21)

/** How the figures of a report are spread. */
type Size = { share: number; rest: number; largest: number }

const sizes: Record<string, Size> = {
  // `share` of the cells of 自然人 is not zero, `rest` of the other applicants'
  empty: { share: 0, rest: 0, largest: 0 },
  sparse: { share: 0.2, rest: 0.02, largest: 30 },
  small: { share: 0.5, rest: 0.1, largest: 40 },
  usual: { share: 0.75, rest: 0.25, largest: 900 },
  dense: { share: 1, rest: 0.9, largest: 400 },
  large: { share: 0.9, rest: 0.5, largest: 1_200_000 },
}

/** Draws a recipe from a seed: editions 2019, 2021 and the mixed one, from wholly empty to dense, up to eight digits. */
export function drawRecipe(seed: number): Recipe {
  const random = createRandom(`recipe ${seed}`)
  const disclosureEdition = random.pick<Edition>(['2019', '2021', '2021'])
  const requestsEdition = disclosureEdition === '2021' && random.chance(0.7) ? '2021' : '2019'
  const size = sizes[random.pick(['empty', 'sparse', 'sparse', 'small', 'small', 'usual', 'usual', 'dense', 'large'])]!
  const applicants = () =>
    [0, 1, 2, 3, 4, 5].map((column) => count(random, size, column === 0 ? size.share : size.rest))
  return {
    year: disclosureEdition === '2019' ? random.integer(2019, 2020) : random.integer(2021, 2025),
    disclosureEdition,
    requestsEdition,
    body: random.integer(0, 5),
    results: Array.from({ length: resultRows(requestsEdition) }, applicants),
    carriedIn: applicants(),
    carriedOut: applicants(),
    disputes: [0, 1, 2].map(() =>
      [0, 1, 2, 3].map(() => count(random, { ...size, largest: Math.min(size.largest, 400) }, size.share)),
    ),
    disclosure: Array.from({ length: 22 }, () => count(random, { ...size, largest: size.largest * 80 }, size.share)),
    decimals: random.pick([0, 0, 5000, 5800, 1234]),
    sentences: Array.from({ length: 24 }, () => random.integer(0, 9999)),
  }
}

/** A recipe whose parts shrink: towards empty tables, edition 2019 and the fewest sentences. */
export function arbitraryRecipe(): fc.Arbitrary<Recipe> {
  const figure = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(40) },
    fc.nat(12_000_000),
  )
  const applicants = fc.array(figure, { minLength: 6, maxLength: 6 })
  return fc
    .constantFrom<[Edition, Edition]>(['2019', '2019'], ['2021', '2021'], ['2021', '2019'])
    .chain(([disclosureEdition, requestsEdition]) =>
      fc.record({
        year:
          disclosureEdition === '2019' ? fc.integer({ min: 2019, max: 2020 }) : fc.integer({ min: 2021, max: 2025 }),
        disclosureEdition: fc.constant(disclosureEdition),
        requestsEdition: fc.constant(requestsEdition),
        body: fc.nat(5),
        results: fc.array(applicants, {
          minLength: resultRows(requestsEdition),
          maxLength: resultRows(requestsEdition),
        }),
        carriedIn: applicants,
        carriedOut: applicants,
        disputes: fc.array(fc.array(fc.nat(400), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
        disclosure: fc.array(figure, { minLength: 22, maxLength: 22 }),
        decimals: fc.constantFrom(0, 5000, 5800, 1234),
        sentences: fc.array(fc.nat(9999), { minLength: 24, maxLength: 24 }),
      }),
    )
}

function count(random: Random, size: Size, share: number): number {
  if (!random.chance(share)) return 0
  // mostly small figures, as in print: the number of digits is drawn before the digits
  const digits = random.integer(1, Math.max(1, String(size.largest).length))
  return random.integer(1, Math.min(size.largest, 10 ** digits - 1))
}
