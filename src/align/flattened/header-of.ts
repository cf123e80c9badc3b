import type { Evidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'

/** The header of a block: what is printed between the rows of other blocks and the first row of its own. */
export function headerOf(rows: FormRow[], evidence: Evidence[]): Evidence[] {
  const { block } = rows[0]!
  const end = evidence.findIndex((item) => isRowLabel(item) && item.spot.target.block === block)
  const before = evidence.slice(0, Math.max(0, end))
  return before.slice(before.findLastIndex(isRowLabel) + 1)
}

function isRowLabel(item: Evidence): item is Extract<Evidence, { kind: 'label' }> {
  return item.kind === 'label' && item.spot.target.kind === 'stub'
}
