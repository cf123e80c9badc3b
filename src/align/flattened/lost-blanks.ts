import type { Evidence } from '../../evidence/evidence'
import { bindLabels } from './bind-labels'
import { divideByCaptions } from './divide-by-captions'
import type { FormRows } from './form-rows'
import { isShort } from './read-runs'

/** Short rows that show lost blanks; a single one may have lost a figure. */
const SHORT_ROWS = 2

/**
 * Whether printed rows of a form have fewer digits than cells: where blank cells of one table vanished, they vanished from all
 * tables of the document.
 *
 * ```
 * 规范性文件303      3, 0, 3, unless
 * （一）予以公开0000   shows that blanks were lost
 * ```
 *
 * @param evidence of that form in the document, as `collectEvidence` keeps it
 */
export function lostBlanks(form: FormRows, evidence: Evidence[]): boolean {
  let lost = known.get(evidence)
  if (lost === undefined) {
    lost = hasShortRows(form, evidence)
    known.set(evidence, lost)
  }
  return lost
}

/** Each other form of the document asks, and each of its editions. */
const known = new WeakMap<Evidence[], boolean>()

function hasShortRows(form: FormRows, evidence: Evidence[]): boolean {
  const [first] = form.rows
  if (first && !first.labelled) {
    const figures = evidence.filter((item) => item.kind === 'figure')
    return figures.length > 0 && isShort({ row: first, figures })
  }
  const bound = divideByCaptions(form, evidence).flatMap(({ rows, own }) => bindLabels(own, rows).rows)
  return bound.filter((row) => row.figures.length > 0 && isShort(row)).length >= SHORT_ROWS
}
