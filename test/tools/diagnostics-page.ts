import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnosticRules } from '../../src/diagnostic-rules'
import { type CatalogueEntry, diagnostics, explanations, type RuleId } from '../../src/diagnostics'
import { messages } from '../../src/messages/zh'

/** Writes docs/diagnostics.md: the catalogue, with an example of each rule out of its fixture. */
export function diagnosticsPage(folder: string): string {
  const ids = Object.keys(diagnostics) as RuleId[]
  const groups = [...new Set(ids.map(groupOf))]
  return [
    '# Diagnostics',
    '',
    'Every finding that `ogi-report` can report. Generated from the catalogue (`src/diagnostics.ts`, `src/diagnostic-rules.ts`,',
    '`src/messages/zh.ts`) and from `fixtures/diagnostics`, whose folders run as tests: `UPDATE=1 npm test` writes this page.',
    '',
    'Severity: an *error* contradicts the document itself, a *warning* is a probable error or a doubt, an *info* is a note.',
    'Blame: *source* is the printed report, *extraction* our reading of it, *unknown* either. A finding may carry another severity or',
    'blame than its rule where the circumstances say so. A printed figure is never changed, whatever a rule says of it.',
    '',
    ...groups.map(
      (group) =>
        `- [${titles[group] ?? group}](#${anchor(titles[group] ?? group)}): ${ids
          .filter((id) => groupOf(id) === group)
          .map((id) => `[\`${id}\`](#${id})`)
          .join(' ')}`,
    ),
    '',
    ...groups.flatMap((group) => [
      `## ${titles[group] ?? group}`,
      '',
      ...ids.filter((id) => groupOf(id) === group).flatMap((id) => entry(id, folder)),
    ]),
    '## Explanations',
    '',
    'Why a sum may fail, told in the `help` of its finding and never put into a value.',
    '',
    '| id | wording |',
    '|---|---|',
    ...Object.entries(explanations).map(([id, text]) => `| \`${id}\` | ${text}<br>${messages[id]!.message} |`),
    '',
  ].join('\n')
}

const titles: Record<string, string> = {
  structure: 'Structure and reading',
  disclosure: 'Table 二: disclosure',
  requests: 'Table 三: requests',
  disputes: 'Table 四: disputes',
  form: 'Other forms',
  'carry-over': 'Across years',
  text: 'Text against tables',
  metadata: 'Metadata',
  statistics: 'Statistics tables before 2019',
  file: 'Files',
}

function groupOf(id: string): string {
  return id.startsWith('carry-over') ? 'carry-over' : id.split('-')[0]!
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\d -]/gu, '')
    .replaceAll(' ', '-')
}

function entry(id: RuleId, folder: string): string[] {
  const { severity, blame, message, help }: CatalogueEntry = diagnostics[id]
  const { rule, source } = diagnosticRules[id]
  return [
    `### ${id}`,
    '',
    `${rule}${source ? ` Source: ${source}.` : ''}`,
    '',
    `- ${severity}, blame ${blame}`,
    `- ${message}${help ? ` (${help})` : ''}`,
    `- ${messages[id]!.message}${messages[id]!.help ? `（${messages[id]!.help}）` : ''}`,
    ...(existsSync(join(folder, id)) ? [`- Example: [fixtures/diagnostics/${id}](../fixtures/diagnostics/${id})`] : []),
    '',
    ...example(id, join(folder, id)),
  ]
}

/** The finding in its fixture, as the tests have it. */
function example(id: string, folder: string): string[] {
  const path = join(folder, 'diagnostics.txt')
  if (!existsSync(path)) return []
  const findings = readFileSync(path, 'utf8').split(/\n\n(?=\S)/)
  const own = findings.find((finding) => finding.split('\n')[0]!.includes(` ${id}: `))
  return own ? ['```text', own.trimEnd(), '```', ''] : []
}
