import { describe, expect, test } from 'vitest'
import { wording } from '../src/diagnose'
import type { CatalogueEntry } from '../src/diagnostics'
import { diagnostics, explanations } from '../src/diagnostics'
import { formatDiagnostic } from '../src/format-diagnostic'
import { messages } from '../src/messages/zh'
import type { Diagnostic } from '../src/types'

const english = new Map<string, { message: string; help?: string }>([
  ...Object.entries<CatalogueEntry>(diagnostics),
  ...Object.entries(explanations).map(([id, message]) => [id, { message }] as const),
])

describe('messages in Chinese', () => {
  test('there is one for every rule and every explanation, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual([...english.keys()].sort())
  })

  test.each([...english])('%s has the placeholders of the English wording', (id, { message, help }) => {
    const other = messages[id]!
    expect(placeholders(other.message)).toEqual(placeholders(message))
    expect(placeholders(other.help)).toEqual(placeholders(help))
    expect(other.message).toMatch(/\p{Script=Han}/u)
  })
})

describe('the English wording', () => {
  test.each(Object.entries<CatalogueEntry>(diagnostics))('of %s says what is unexpected', (_, { message }) => {
    expect(message).toMatch(/^Unexpected .+/)
  })
})

describe('formatDiagnostic', () => {
  const diagnostic: Diagnostic = {
    ruleId: 'disputes-sum',
    severity: 'error',
    message: 'Unexpected total `5`, expected `4`: difference 1',
    values: { actual: 5, expected: 4, difference: 1, explanation: 'explain-culprit', culprit: 3, suggestion: 2 },
    blame: 'source',
    pointers: ['/disputes/reconsideration/total'],
  }

  test('gives the message again in English', () => {
    expect(formatDiagnostic(diagnostic)).toBe(diagnostic.message)
  })

  test('gives message and help in Chinese', () => {
    expect(formatDiagnostic(diagnostic, messages)).toBe('总计为 5，应为 4，相差 1')
    expect(wording(diagnostic, messages).help).toContain('将 3 改为 2')
  })

  test('words the rule of a foreign form', () => {
    const foreign = {
      ...diagnostic,
      ruleId: 'my-rule',
      values: { actual: 5, expected: 4, difference: 1, rule: 'my-rule' },
    }
    expect(formatDiagnostic(foreign)).toBe('Unexpected value `5`, expected `4` by rule my-rule: difference 1')
  })

  test('refuses anything else', () => {
    expect(() => formatDiagnostic(undefined as unknown as Diagnostic)).toThrow(TypeError)
    expect(() => formatDiagnostic({} as Diagnostic)).toThrow('Expected a diagnostic')
  })
})

function placeholders(template: string | undefined): string[] {
  return [...new Set(template?.match(/%[a-z]\w*/gi))].sort()
}
