import { assertOptions } from './assert-options'
import { bundledGrammars } from './bundled-grammars'
import { createContext } from './context'
import { parseReport as parseCore, parseTree } from './parse-report'
import { parseSource } from './parse-source'
import { readForm as readCore, readFormTree } from './read-form'
import { readWithinLimit } from './read-within-limit'
import { recoverTables as recoverCore, recoverGrids } from './recover-tables'
import { splitSections as splitCore } from './split-sections'
import type { Form, FormResult, Grammar, Grid, ParseOptions, ReportTree, Result, Section } from './types'

/**
 * Reads one annual report: a tree, or plain text, Markdown or HTML, which are recognised by content unless `options.format` says
 * what it is. Grammars are the bundled ones unless `options.grammars` gives others.
 *
 * Nothing in a report makes it throw: it returns what it could read, and says the rest in `diagnostics`.
 *
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on wrong options
 */
export function parseReport(source: string | ReportTree, options: ParseOptions = {}): Result {
  const bound = withBundled(options)
  return typeof source === 'string' ? parseTree(readBound(source, bound), source, bound) : parseCore(source, bound)
}

/**
 * Splits a document into its sections by the numbering of its headings, like the function of `ogi-report/sections`; Markdown and
 * HTML are recognised too, and the titles of annual reports are known.
 *
 * @throws {TypeError} on anything but a string or a `ReportTree`
 */
export function splitSections(source: string | ReportTree, options: { grammars?: Grammar[] } = {}): Section[] {
  const bound = withBundled(options)
  return splitCore(typeof source === 'string' ? readBound(source, bound) : source, bound)
}

/**
 * Every table of a document as a rectangular grid, like the function of `ogi-report/tables`; Markdown and HTML are recognised
 * too, and the forms of the bundled grammars are found in running text.
 *
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on wrong options
 */
export function recoverTables(source: string | ReportTree, options: ParseOptions = {}): Grid[] {
  const bound = withBundled(options)
  if (typeof source !== 'string') return recoverCore(source, bound)
  return recoverGrids(readBound(source, bound), createContext(source, bound))
}

/**
 * Finds any form, given as data, in a document, like the function of `ogi-report/tables`; Markdown and HTML are recognised too.
 *
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on what is no form
 */
export function readForm(source: string | ReportTree, form: Form, options: ParseOptions = {}): FormResult {
  assertOptions(options)
  if (typeof source !== 'string') return readCore(source, form, options)
  return readFormTree(readBound(source, options), source, form, options)
}

/** The options with the bundled grammars where they name none. */
function withBundled<Options extends { grammars?: Grammar[] }>(options: Options): Options & { grammars: Grammar[] } {
  assertOptions(options)
  return { ...options, grammars: options.grammars ?? bundledGrammars }
}

/** The tree of a string, as far as the limit of characters goes. */
function readBound(source: string, options: ParseOptions): ReportTree {
  return readWithinLimit(source, options, (text) => parseSource(text, options))
}
