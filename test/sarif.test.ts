import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { formatSarif } from '../src/cli/format-sarif'
import { formatDiagnostic, parseReport } from '../src/index'
import { messages } from '../src/messages/zh'
import type { Diagnostic } from '../src/types'

// What SARIF 2.1.0 (OASIS standard, sections 3.13 to 3.52) allows in the objects that we write, and nothing else.
const message = z.strictObject({ text: z.string().check(z.minLength(1)) })
const level = z.enum(['none', 'note', 'warning', 'error'])
const uri = z.string().check(z.regex(/^(?:[\w.!~*'()/-]|%[0-9A-F]{2})+$/))
const positive = z.int().check(z.positive())
const region = z.strictObject({
  startLine: positive,
  startColumn: positive,
  endLine: positive,
  endColumn: positive,
  charOffset: z.int().check(z.nonnegative()),
  charLength: z.int().check(z.nonnegative()),
})
const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri, index: z.int().check(z.nonnegative()) }),
  region: z.exactOptional(region),
})
const logicalLocation = z.strictObject({ fullyQualifiedName: z.string(), kind: z.string() })
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().check(z.nonnegative()),
  level,
  message,
  locations: z.array(z.strictObject({ physicalLocation, logicalLocations: z.exactOptional(z.array(logicalLocation)) })),
  relatedLocations: z.exactOptional(
    z.array(z.strictObject({ id: z.int().check(z.nonnegative()), physicalLocation, message })),
  ),
  partialFingerprints: z.record(z.string(), z.string()),
  properties: z.record(z.string(), z.unknown()),
})
const rule = z.strictObject({
  id: z.string(),
  shortDescription: z.exactOptional(message),
  fullDescription: z.exactOptional(message),
  defaultConfiguration: z.exactOptional(z.strictObject({ level })),
})
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({ name: z.string(), semanticVersion: z.string(), rules: z.array(rule) }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      artifacts: z.array(z.strictObject({ location: z.strictObject({ uri }) })),
      results: z.array(result),
    }),
  ),
})

const position = { start: { line: 2, column: 3, offset: 10 }, end: { line: 2, column: 5, offset: 12 } }
const finding: Diagnostic = {
  ruleId: 'requests-row-sum',
  severity: 'error',
  message: 'Unexpected total `58`, expected `51`',
  values: { actual: 58, expected: 51 },
  blame: 'source',
  pointers: ['/requests/received/total'],
  position,
  related: [
    { message: 'naturalPerson', position, pointer: '/requests/received/naturalPerson' },
    { message: 'elsewhere' },
  ],
  help: 'Compare with the printed addends.',
}
const bare: Diagnostic = {
  ruleId: 'structure-limit',
  severity: 'info',
  message: 'm',
  values: {},
  blame: 'unknown',
  pointers: [],
}

describe('SARIF', () => {
  const sarif = formatSarif(
    [
      { uri: 'a%20b/report.txt', isText: true, diagnostics: [finding, bare] },
      { uri: 'report.pdf', isText: false, diagnostics: [finding] },
    ],
    '1.2.3',
  )
  const { runs } = z.parse(log, sarif)
  const [first, second, third] = runs[0]!.results

  test('is valid', () => {
    expect(z.safeParse(log, sarif).error?.issues ?? []).toEqual([])
    expect(z.safeParse(log, formatSarif([], '1.2.3')).success).toBe(true)
  })

  test('names rules and files by their index', () => {
    const { tool, artifacts, results } = runs[0]!
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId)
      const { index, uri } = locations[0]!.physicalLocation.artifactLocation
      expect(artifacts[index]!.location.uri).toBe(uri)
    }
  })

  test('says what a rule demands, without the places of its message that a finding fills', () => {
    for (const { shortDescription } of runs[0]!.tool.driver.rules) expect(shortDescription!.text).toMatch(/^[^%]{20,}$/)
    const [foreign] = z.parse(
      log,
      formatSarif([{ uri: '-', isText: true, diagnostics: [{ ...bare, ruleId: 'own' }] }], '1'),
    ).runs[0]!.tool.driver.rules
    expect(foreign).toEqual({ id: 'own' })
  })

  test('points into text, but not into a file whose text was extracted', () => {
    expect(first!.locations[0]!.physicalLocation.region).toMatchObject({ startLine: 2, startColumn: 3, charLength: 2 })
    expect(second!.locations[0]!.physicalLocation).not.toHaveProperty('region')
    expect(third!.locations[0]!.physicalLocation).not.toHaveProperty('region')
  })

  test('tells equal findings of two runs by rule and pointers', () => {
    expect(first!.partialFingerprints).toEqual(third!.partialFingerprints)
    expect(first!.partialFingerprints).not.toEqual(second!.partialFingerprints)
  })

  test('maps severities', () => {
    expect(runs[0]!.results.map(({ level }) => level)).toEqual(['error', 'note', 'error'])
  })
})

test('a real report gives valid SARIF', () => {
  const { diagnostics } = parseReport('政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n')
  expect(z.safeParse(log, formatSarif([{ uri: '-', isText: true, diagnostics }], '1.0.0')).success).toBe(true)
  for (const diagnostic of diagnostics) expect(formatDiagnostic(diagnostic, messages)).toMatch(/\p{Script=Han}/u)
})
