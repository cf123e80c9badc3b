import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findQuantities, parseNumeral, parseQuantity } from '../src/literals'

/** A case from the test suite of another project. */
interface Case {
  input: string
  mode: 'whole' | 'scan'
  kind: string
  level?: string
  expected: { value?: string | null }[]
  skip?: boolean
  debatable?: boolean
  cantonese?: boolean
}

const folder = '../shared/corpus/literals'
const present = existsSync(folder)
if (!present) console.warn(`${folder} is missing: the literal cases of other projects are not tried`)

const cases = present
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name): Case[] => JSON.parse(readFileSync(join(folder, name), 'utf8')).cases)
      .filter(({ skip, debatable, cantonese }) => !skip && !debatable && !cantonese)
  : []

test.runIf(present)('numerals of other suites are read as they say, or refused', () => {
  const numerals = cases.filter(({ mode, kind, input }) => {
    return mode === 'whole' && (kind === 'integer' || kind === 'decimal') && !/[个個半]$/.test(input)
  })
  const wrong: string[] = []
  let right = 0
  for (const { input, level, expected } of numerals) {
    const value = expected[0]?.value
    if (typeof value !== 'string') continue
    const read = parseNumeral(input) ?? (level === 'smart' ? parseNumeral(input, { mode: 'lenient' }) : undefined)
    if (read?.digits === parseNumeral(value)?.digits) right++
    else if (read) wrong.push(`${input} is ${value}, not ${read.digits}`)
  }
  expect(wrong).toEqual([])
  expect(right / numerals.length).toBeGreaterThan(0.995)
})

test.runIf(present)('what other suites refuse is refused', () => {
  const junk = cases.filter(({ mode, kind }) => mode === 'whole' && kind === 'invalid')
  expect(junk.filter(({ input }) => parseNumeral(input) ?? parseQuantity(input)).map(({ input }) => input)).toEqual([])
})

test.runIf(present)('sentences without any number hold no quantity', () => {
  const clean = cases.filter(
    ({ mode, expected, input }) => mode === 'scan' && expected.length === 0 && !/[0-9]/.test(input),
  )
  const found = clean.flatMap(({ input }) => findQuantities(input).filter(({ unit }) => unit === '元' || unit === '%'))
  expect(found).toEqual([])
})
