import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fixtureFiles } from '../../src/cli/fixture-files'
import { compareReports, parseFile } from '../../src/index'
import type { Diagnostic, FileOptions, Result } from '../../src/types'

/** What a fixture of fixtures/diagnostics gives, and the text that its positions index. */
export type Findings = Pick<Result, 'diagnostics' | 'source'>

/** Reads `input.*`, or compares `older.*` with `newer.*`; `options.json` holds options of `parseFile`. */
export async function findingsOf(folder: string): Promise<Findings> {
  const options: FileOptions = readJson(join(folder, 'options.json')) ?? {}
  const files = readdirSync(folder)
  const parse = (name: string) => {
    const file = files.find((other) => other.startsWith(`${name}.`))
    return file ? parseFile(new Uint8Array(readFileSync(join(folder, file))), options) : undefined
  }
  const [older, newer] = [await parse('older'), await parse('newer')]
  if (older && newer) return { diagnostics: compareReports(older, newer).diagnostics, source: newer.source }
  return (await parse('input'))!
}

/** Writes findings as the fixtures do: place, severity, blame, rule and message, the printed line with carets. */
export function findingsText({ diagnostics, source }: Findings): string {
  return fixtureFiles({ diagnostics, source } as Result)['diagnostics.txt']
}

/** The findings of one rule. */
export function ofRule({ diagnostics, source }: Findings, ruleId: string): Findings {
  return { diagnostics: diagnostics.filter((diagnostic: Diagnostic) => diagnostic.ruleId === ruleId), source }
}

function readJson(path: string): FileOptions | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
