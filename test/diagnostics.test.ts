import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnosticRules } from '../src/diagnostic-rules'
import { diagnostics } from '../src/diagnostics'
import { diagnosticsPage } from './tools/diagnostics-page'
import { findingsOf, findingsText } from './tools/findings-of'

const folder = 'fixtures/diagnostics'

describe('every rule has a fixture, and every fixture a rule', () => {
  test('by name', () => {
    // `form-rule` words the rules of foreign forms, whose findings carry the ids that those forms give them.
    const ids = Object.keys(diagnostics).filter((id) => id !== 'form-rule')
    expect(readdirSync(folder).sort()).toEqual(ids.sort())
  })

  test('and a statement', () => {
    expect(Object.keys(diagnosticRules).sort()).toEqual(Object.keys(diagnostics).sort())
  })
})

describe.each(readdirSync(folder).sort())('fixtures/diagnostics/%s', (ruleId) => {
  test('gives the finding that it is named after, and what is written there (UPDATE=1 npm test writes it)', async () => {
    const findings = await findingsOf(join(folder, ruleId))
    const expected = join(folder, ruleId, 'diagnostics.txt')
    if (process.env.UPDATE) writeFileSync(expected, findingsText(findings))
    expect(findings.diagnostics.map((diagnostic) => diagnostic.ruleId)).toContain(ruleId)
    expect(existsSync(expected), `${expected} is missing`).toBe(true)
    expect(findingsText(findings)).toBe(readFileSync(expected, 'utf8'))
  })

  test('its message leaves no placeholder open', async () => {
    const { diagnostics: found } = await findingsOf(join(folder, ruleId))
    for (const { message, help = '' } of found) expect(`${message} ${help}`).not.toMatch(/%[a-z]/i)
  })
})

test('docs/diagnostics.md is current (UPDATE=1 npm test writes it)', () => {
  const page = diagnosticsPage(folder)
  if (process.env.UPDATE) writeFileSync('docs/diagnostics.md', page)
  expect(readFileSync('docs/diagnostics.md', 'utf8')).toBe(page)
})
