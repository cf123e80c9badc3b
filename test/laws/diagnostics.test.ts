import { expect, test } from 'vitest'
import { diagnostics as catalogue } from '../../src/diagnostics'
import { formatDiagnostic } from '../../src/format-diagnostic'
import { messages } from '../../src/messages/zh'
import { cleanLayouts } from '../arbitraries/arbitrary-case'
import { type Case, drawCase, formatCase, makeCase } from '../arbitraries/case'
import { parseRendering } from '../arbitraries/parse'
import './patience'

// Diagnostics: all are in the catalogue, worded in full in both languages, and lie in the source.

test('every finding is in the catalogue, and its values fill the message in both languages', () => {
  for (const drawn of cases(50)) {
    for (const diagnostic of parseRendering(makeCase(drawn).rendering).diagnostics) {
      expect(Object.keys(catalogue), formatCase(drawn)).toContain(diagnostic.ruleId)
      for (const text of [diagnostic.message, formatDiagnostic(diagnostic, messages)])
        expect(text).not.toMatch(/%[a-z]\w*|undefined|NaN/i)
    }
  }
})

test('every place lies in the source', () => {
  for (const drawn of cases(50)) {
    const { diagnostics, source } = parseRendering(makeCase(drawn).rendering)
    for (const { position, related, ruleId } of diagnostics) {
      for (const place of [position, ...(related ?? []).map((other) => other.position)]) {
        if (!place || source === null) continue
        expect(place.start.offset, `${formatCase(drawn)} ${ruleId}`).toBeGreaterThanOrEqual(0)
        expect(place.end.offset).toBeGreaterThanOrEqual(place.start.offset)
        expect(place.end.offset).toBeLessThanOrEqual(source.length)
      }
    }
  }
})

test('every failed check has its finding', () => {
  for (const drawn of cases(50)) {
    const { checks, diagnostics } = parseRendering(makeCase(drawn).rendering)
    for (const { status, ruleId, subject } of checks) {
      if (status !== 'fail') continue
      const found = diagnostics.some(
        (diagnostic) => diagnostic.ruleId === ruleId && diagnostic.pointers.includes(subject),
      )
      expect(found, `${formatCase(drawn)} ${ruleId} ${subject}`).toBe(true)
    }
  }
})

test('a clean input blames nothing on the reading', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const drawn: Case = { seed, layout: cleanLayouts[seed % cleanLayouts.length]!, steps: [] }
    const blamed = parseRendering(makeCase(drawn).rendering).diagnostics.filter(({ blame }) => blame === 'extraction')
    expect(blamed.map(({ ruleId, message }) => `${formatCase(drawn)} ${ruleId} ${message}`)).toEqual([])
  }
})

test('every unresolved cell has a finding that names it, and candidates are numbers, each once', () => {
  for (const drawn of cases(60)) {
    const { provenance, diagnostics } = parseRendering(makeCase(drawn).rendering)
    for (const [pointer, { state, candidates }] of Object.entries(provenance)) {
      if (state !== 'unresolved') continue
      const named = diagnostics.some(({ pointers }) =>
        pointers.some((name) => name !== '' && (pointer === name || pointer.startsWith(`${name}/`))),
      )
      expect(named, `${formatCase(drawn)} ${pointer}`).toBe(true)
      const distinct = new Set((candidates ?? [0]).filter(Number.isFinite))
      expect(distinct.size, `${formatCase(drawn)} ${pointer}`).toBe((candidates ?? [0]).length)
    }
  }
})

function* cases(count: number): Generator<Case> {
  for (let seed = 1; seed <= count; seed++) yield drawCase(seed, (['lossless', 'meaning', 'lossy'] as const)[seed % 3]!)
}
