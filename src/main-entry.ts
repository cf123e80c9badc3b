import { bundledGrammars } from './bundled-grammars'
import { parseReport as parseCore } from './parse-report'
import type { Comparison, FileOptions, ParseOptions, ReportTree, Result } from './types'

/** `parseReport` of the core with the bundled grammars. */
export function parseReport(source: string | ReportTree, options: ParseOptions = {}): Result {
  return parseCore(source, { grammars: bundledGrammars, ...options })
}

/** Reads the bytes of a report. */
export async function parseFile(file: Uint8Array, options: FileOptions = {}): Promise<Result> {
  return parseReport(new TextDecoder(options.encoding, { ignoreBOM: true }).decode(file), options)
}

/** Compares two years. */
export function compareReports(_older: Result, _newer: Result): Comparison {
  return { checks: [], diagnostics: [], changes: [] }
}
