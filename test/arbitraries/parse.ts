import { fromPdfText } from '../../src/from-pdf/from-pdf-text'
import { parseReport } from '../../src/main-entry'
import type { Result } from '../../src/types'
import type { Rendering } from './layout'

/** Reads a printed report as a user would: a string, or the tree of positioned items. */
export function parseRendering({ source, items }: Rendering): Result {
  return parseReport(items ? fromPdfText(items) : source)
}
