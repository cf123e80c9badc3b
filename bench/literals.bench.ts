/**
 * Literals against the packages that others read Chinese numerals with: `npm run bench` prints the ratios, and before them
 * the table of docs/literals.md: how many numerals each package reads right, wrong without saying so, and not at all.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { zh2num } from '@lazy-cjk/zh2num'
import recognizers from '@microsoft/recognizers-text-number'
import ChineseNumber from 'chinese-numbers-converter'
import { chinese_parseInt } from 'chinese-parseint2'
import { build } from 'esbuild'
import nzh from 'nzh'
import { bench, describe } from 'vitest'
import type * as Literals from '../src/literals'
import { formatNumeral, styles } from '../test/arbitraries/numeral'

/** The entry as users get it: one file, like the packages that it is compared with. */
const bundle = await build({
  entryPoints: ['src/literals.ts'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  write: false,
})
const { findQuantities, parseNumeral }: typeof Literals = await import(
  `data:text/javascript,${encodeURIComponent(bundle.outputFiles[0]!.text)}`
)

type Read = (text: string) => unknown

/** Each package as a function from a numeral to what it takes it for. */
const readers: Record<string, Read> = {
  'ogi-report/literals': (text) => parseNumeral(text)?.digits,
  '@microsoft/recognizers-text-number': (text) => {
    const [found, ...more] = recognizers.recognizeNumber(text, recognizers.Culture.Chinese)
    return more.length === 0 && found?.text === text ? found.resolution.value : undefined
  },
  nzh: (text) => nzh.cn.decodeS(text),
  'chinese-parseint2': (text) => chinese_parseInt(text),
  '@lazy-cjk/zh2num': (text) => zh2num(text),
  'chinese-numbers-converter': (text) => new ChineseNumber(text).toInteger(),
}

/** Numbers of all lengths up to 10^15, without randomness, in three writings: canonical numerals. */
const canonical = Array.from({ length: 900 }, (_, index) => {
  const value = (BigInt(index + 1) * 2_654_435_761_987n) % 10n ** BigInt(1 + (index % 15))
  return { text: formatNumeral(value, styles[index % 3]), digits: String(value) }
}).filter(({ text }) => !/[兆]/.test(text))

/** The cases of the fixtures: what the policies read, and what they refuse. */
const fixtures = readFileSync('fixtures/literals/numerals.txt', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, text, digits] = /^([^#].*?) ==> (\S+)$/.exec(line) ?? []
    return text === undefined ? [] : [{ text, digits: digits! }]
  })

const groups = {
  canonical,
  'other forms': fixtures.filter(({ digits }) => digits !== 'refused'),
  'no numeral': fixtures.filter(({ digits }) => digits === 'refused'),
}

/** How many of the cases a package reads right, wrong, and not at all, as `right / wrong / refused`. */
function score(read: Read, cases: { text: string; digits: string }[]): string {
  const verdicts = cases.map(({ text, digits }) => {
    const value = attempt(read, text)
    if (value === undefined || value === null || Number.isNaN(value)) return digits === 'refused' ? 'right' : 'refused'
    return String(value) === digits ? 'right' : 'wrong'
  })
  return ['right', 'wrong', 'refused'].map((verdict) => verdicts.filter((each) => each === verdict).length).join(' / ')
}

function attempt(read: Read, text: string): unknown {
  try {
    return read(text)
  } catch {
    return undefined
  }
}

console.table(
  Object.fromEntries(
    Object.entries(readers).map(([name, read]) => [
      name,
      Object.fromEntries(
        Object.entries(groups).map(([group, cases]) => [`${group} (${cases.length})`, score(read, cases)]),
      ),
    ]),
  ),
)

describe('numerals, 900 canonical ones a round', () => {
  for (const [name, read] of Object.entries(readers)) {
    bench(name, () => {
      for (const { text } of canonical) attempt(read, text)
    })
  }
})

describe('running text: every quantity of the fixture reports', () => {
  const prose = readdirSync('fixtures/reports')
    .flatMap((name) => {
      try {
        return [readFileSync(`fixtures/reports/${name}/input.txt`, 'utf8')]
      } catch {
        return []
      }
    })
    .join('\n')
  bench(`findQuantities, ${(Buffer.byteLength(prose) / 1e6).toFixed(3)} MB`, () => {
    findQuantities(prose)
  })
  bench('recognizeNumber of @microsoft/recognizers-text-number', () => {
    recognizers.recognizeNumber(prose, recognizers.Culture.Chinese)
  })
})

describe('hostile text of 30 000 characters', () => {
  for (const piece of ['1,', '1万', '二百', '百分之', '第']) {
    const text = piece.repeat(30_000 / piece.length)
    bench(`findQuantities: ${piece}`, () => {
      findQuantities(text)
    })
  }
})
