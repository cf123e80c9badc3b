import { bundledGrammars } from '../../src/bundled-grammars'
import { fromHtml } from '../../src/from-html/from-html'
import { parseReport, parseTree } from '../../src/parse-report'
import type { Result } from '../../src/types'
import type { Rendering } from './layout'

/** Reads a printed report as a user would: a string, or the tree of positioned items. */
export function parseRendering({ source }: Rendering): Result {
  const options = { grammars: bundledGrammars }
  if (source.includes('<!DOCTYPE')) return parseTree(fromHtml(source), source, options)
  return parseReport(source, options)
}
