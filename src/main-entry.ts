import { bundledGrammars } from './bundled-grammars'
import { parseReport as parseCore, parseTree } from './parse-report'
import { readSource } from './parse-source'
import type { Comparison, ParseOptions, ReportTree, Result } from './types'

/** `parseReport` of the core with the bundled grammars and the readers of Markdown and HTML, told apart by content. */
export function parseReport(source: string | ReportTree, options: ParseOptions = {}): Result {
  const bound = { grammars: bundledGrammars, ...options }
  return typeof source === 'string' ? parseTree(readSource(source, bound), source, bound) : parseCore(source, bound)
}

/** Compares two years. */
export function compareReports(_older: Result, _newer: Result): Comparison {
  return { checks: [], diagnostics: [], changes: [] }
}
