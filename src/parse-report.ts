import { align } from './align/align'
import { assertTree } from './assert-tree'
import { check } from './check/check'
import { compile } from './compile/compile'
import { compileIndicators } from './compile/indicators'
import { createContext } from './context'
import { fromText } from './from-text/from-text'
import { readWithinLimit } from './read-within-limit'
import { recover } from './recover/recover'
import { sectionize } from './sectionize/sectionize'
import type { ParseOptions, ReportTree, Result } from './types'

/**
 * Reads one annual report: plain text or a tree. The stages in order: read, recover, align, sectionize, compile, check.
 *
 * Nothing in a report makes it throw: it returns what it could read, and says the rest in `diagnostics`.
 *
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on wrong options
 */
export function parseReport(source: string | ReportTree, options: ParseOptions = {}): Result {
  if (typeof source === 'string') return parseTree(readWithinLimit(source, options, fromText), source, options)
  assertTree(source)
  return parseTree(source, null, options)
}

/**
 * The stages behind the reader.
 *
 * @param text the string that the tree's positions index, or null
 */
export function parseTree(read: ReportTree, text: string | null, options: ParseOptions): Result {
  const context = createContext(text, options)
  const recovered = recover(read, context)
  const alignment = align(recovered, context)
  const tree = sectionize(recovered, context)
  const compiled = compile(tree, alignment, context)
  const checks = check(compiled, alignment, tree, context)
  const report = { ...compiled.report, indicators: compileIndicators(compiled, checks, context) }
  return {
    format: 1,
    grammars: [...new Set(alignment.forms.map(({ grammar }) => grammar))],
    report,
    provenance: compiled.provenance,
    checks,
    diagnostics: [...(read.data?.diagnostics ?? []), ...context.diagnostics],
    source: text,
    ...(options.tree && { tree }),
  }
}
