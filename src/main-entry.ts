import { assertOptions } from './assert-options'
import { bundledGrammars } from './bundled-grammars'
import { parseReport as parseCore, parseTree } from './parse-report'
import { parseSource } from './parse-source'
import { splitSections as splitCore } from './split-sections'
import type { Grammar, ParseOptions, ReportTree, Result, Section } from './types'

/**
 * Reads one annual report: plain text, Markdown or HTML, told apart by content unless `options.format` says, or a tree.
 * Grammars are the bundled ones unless `options.grammars` gives others.
 *
 * Nothing in a report makes it throw: what could be read is returned, the rest is said in `diagnostics`.
 *
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on wrong options
 */
export function parseReport(source: string | ReportTree, options: ParseOptions = {}): Result {
  const bound = withBundled(options)
  return typeof source === 'string' ? parseTree(parseSource(source, bound), source, bound) : parseCore(source, bound)
}

/**
 * Splits a document into its sections by the numbering of its headings, as that of `ogi-report/sections`; Markdown and HTML
 * are told from plain text, and the titles of annual reports are known.
 *
 * @throws {TypeError} on anything but a string or a `ReportTree`
 */
export function splitSections(source: string | ReportTree, options: { grammars?: Grammar[] } = {}): Section[] {
  return splitCore(readIfString(source, options), withBundled(options))
}

/** The options with the bundled grammars where they name none. */
function withBundled<Options extends { grammars?: Grammar[] }>(options: Options): Options & { grammars: Grammar[] } {
  assertOptions(options)
  return { ...options, grammars: options.grammars ?? bundledGrammars }
}

function readIfString(source: string | ReportTree, options: ParseOptions): ReportTree {
  return typeof source === 'string' ? parseSource(source, options) : source
}
