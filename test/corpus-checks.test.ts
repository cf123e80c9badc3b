import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseFile } from '../src/index'
import type { Result } from '../src/types'

const corpus = '../shared/corpus'
const isThere = existsSync(corpus)
if (!isThere) console.warn(`${corpus} is missing: the checks are not compared with real reports`)

/** What is known by eye of one real report. */
interface Gold {
  indicators: Record<string, number>
  optionalIndicators?: string[]
  appendices: unknown[]
  failingChecks: { ruleId: string; subject: string }[]
}

const slugs = isThere ? readdirSync(corpus).filter((slug) => existsSync(join(corpus, slug, 'gold.json'))) : []

describe.runIf(isThere).each(slugs)('%s', (slug) => {
  const gold: Gold = JSON.parse(readFileSync(join(corpus, slug, 'gold.json'), 'utf8'))

  test('gives the indicators known by eye, and no others', async () => {
    const { report } = await read(slug)
    const optional = new Set(gold.optionalIndicators)
    const found = Object.fromEntries(report.indicators.map(({ id, value }) => [id, value]))
    for (const id of optional) if (!(id in gold.indicators)) delete found[id]
    expect(found).toEqual(gold.indicators)
  })

  test('gives the appendices known by eye', async () => {
    expect((await read(slug)).report.appendices).toEqual(gold.appendices)
  })

  test('fails the sums known to fail, and no others', async () => {
    const { checks } = await read(slug)
    const sums = checks.filter(({ ruleId, status }) => status === 'fail' && /^(?:requests|disputes)-/.test(ruleId))
    expect(sums.map(({ ruleId, subject }) => ({ ruleId, subject }))).toEqual(gold.failingChecks)
  })
})

/** What else is wrong in each report, as warnings and errors. */
const findings: Record<string, string[]> = {
  'furong-2017': ['text-parts-sum', 'text-parts-sum'],
  'hangzhou-style-2025': [],
  'huaian-2024': [],
  'jili-2019': [],
  'liuyang-2016': [],
  'pingtan-finance-2021': ['structure-section-missing', 'metadata-issuer', 'text-share'],
  'shanghai-office-2019': ['text-category', 'text-category', 'text-all-upheld', 'text-all-upheld', 'text-share'],
  'xiangxiang-2019': ['disclosure-rules-authority'],
  'yangquan-2016': [],
}

test.runIf(isThere).each(Object.entries(findings))('%s: findings %j', async (slug, expected) => {
  const { diagnostics } = await read(slug)
  expect(diagnostics.filter(({ severity }) => severity !== 'info').map(({ ruleId }) => ruleId)).toEqual(expected)
})

const results = new Map<string, Promise<Result>>()

function read(slug: string): Promise<Result> {
  const file = readdirSync(join(corpus, slug)).find((name) => name.startsWith('source.'))!
  const known = results.get(slug) ?? parseFile(new Uint8Array(readFileSync(join(corpus, slug, file))))
  results.set(slug, known)
  return known
}
