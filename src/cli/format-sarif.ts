import { diagnosticRules } from '../diagnostic-rules'
import { diagnostics as catalogue, type RuleId } from '../diagnostics'
import type { Diagnostic, Position } from '../types'

/** The findings of one report, and whether its positions are places of the file (text) or of a text extracted from it. */
export interface Checked {
  uri: string
  isText: boolean
  diagnostics: Diagnostic[]
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** Findings as SARIF 2.1.0 (OASIS), which editors and CI services show beside the source. Plain data. */
export function formatSarif(reports: Checked[], version: string): object {
  const rules = [...new Set(reports.flatMap(({ diagnostics }) => diagnostics.map(({ ruleId }) => ruleId)))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ogi-report', semanticVersion: version, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        artifacts: reports.map(({ uri }) => ({ location: { uri } })),
        results: reports.flatMap((report, index) =>
          report.diagnostics.map((diagnostic) => toSarifResult(diagnostic, report, index, rules)),
        ),
      },
    ],
  }
}

/** What the rule demands, and which notice does: a rule of a foreign form has its id alone. */
function describeRule(id: string): object {
  if (!Object.hasOwn(catalogue, id)) return { id }
  const { rule, source } = diagnosticRules[id as RuleId]
  return {
    id,
    shortDescription: { text: rule },
    ...(source !== undefined && { fullDescription: { text: `${rule} Source: ${source}.` } }),
    defaultConfiguration: { level: levels[catalogue[id as RuleId].severity] },
  }
}

function toSarifResult(diagnostic: Diagnostic, { uri, isText }: Checked, index: number, rules: string[]): object {
  const { ruleId, severity, message, position, related, help, pointers, values, blame } = diagnostic
  const place = (at: Position | undefined) => ({
    physicalLocation: { artifactLocation: { uri, index }, ...(at && isText && { region: region(at) }) },
  })
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    level: levels[severity],
    message: { text: help === undefined ? message : `${message}\n${help}` },
    locations: [{ ...place(position), ...(pointers.length > 0 && { logicalLocations: pointers.map(logical) }) }],
    ...(related && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...place(other.position),
        message: { text: other.message },
      })),
    }),
    // The same finding in two runs has the same rule and the same pointers.
    partialFingerprints: { 'rule-and-pointers/v1': [ruleId, ...pointers].join(' ') },
    properties: { blame, values },
  }
}

const logical = (pointer: string): object => ({ fullyQualifiedName: pointer, kind: 'member' })

/** Lines and columns count from 1 in both; the end column is behind the last character in both. */
function region({ start, end }: Position): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  }
}
