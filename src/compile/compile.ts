import type { Alignment } from '../alignment'
import type { Context } from '../context'
import { bodyParagraphs } from '../prose/body-paragraphs'
import { type Prose, readProse } from '../prose/prose'
import type { Root } from '../tree'
import type { Pointer, Provenance, Report } from '../types'
import { compileAppendices } from './appendices'
import { compileMentions } from './mentions'
import { compileOutline } from './outline'
import { compileTables, type TableCells } from './tables'

/** A report and, beside it, where each of its values comes from. */
export interface Compiled {
  report: Report
  provenance: Record<string, Provenance>
  cells: TableCells
  /** Rows of appendices that open a list of parts: 其中. */
  openers: ReadonlySet<Pointer>
  /** The sentences of the body and what they state, for checks and indicators. */
  prose: Prose
}

/** Writes the report: metadata and outline from the sectionized tree, tables from the alignment, mentions from the prose. */
export function compile(tree: Root, alignment: Alignment, context: Context): Compiled {
  const provenance: Record<string, Provenance> = {}
  const outline = compileOutline(tree, provenance, context)
  const { tables, cells } = compileTables(alignment, provenance)
  const { appendices, openers } = compileAppendices(tree, alignment, outline.year, provenance, context)
  const paragraphs = bodyParagraphs(tree, context)
  const mentions = compileMentions(paragraphs, provenance)
  const report = { ...outline, ...tables, appendices, mentions, indicators: [] }
  return { report, provenance, cells, openers, prose: readProse(paragraphs, report, context.grammars) }
}
