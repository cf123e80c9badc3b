import type { AlignedCell } from '../alignment'
import type { DeferredFinding, FormCandidate } from './form-candidate'

/**
 * One reading out of two of the same form, with and without cell borders: a table may be marked up on one page and plain
 * lines on the next. The one that saw more labels counts; the other fills what it lacks. Where both read a number, but not the
 * same one, a finding says so. Nothing is filled in where headings show another order of columns: plain lines have none.
 *
 * ```
 * <tr><td>规章<td>0<td>0        on one page, read by its markup
 * 规范性文件 2 11                on the next, read as a line   →   one form with both rows
 * ```
 */
export function joinCandidates(left: FormCandidate, right: FormCandidate): FormCandidate {
  const [base, other] = right.score > left.score ? [right, left] : [left, right]
  const mayFill = !left.reordered && !right.reordered
  const filled = new Set<string>()
  const differing: AlignedCell[] = []
  const cells = base.cells.map((cell, at) => {
    const rival = other.cells[at]!
    if (mayFill && cell.state === 'absent' && rival.state !== 'absent') filled.add(cell.pointer)
    else if (cell.value !== null && rival.value !== null && cell.value !== rival.value) differing.push(rival)
    return filled.has(cell.pointer) ? rival : cell
  })
  if (filled.size === 0 && differing.length === 0) return base
  const own = other.findings.flatMap((one) => ofCells(one, filled))
  return {
    ...base,
    cells,
    findings: [...base.findings.flatMap((one) => withoutCells(one, filled)), ...own, ...differences(differing)],
    tables: filled.size > 0 ? [...new Set([...base.tables, ...other.tables])] : base.tables,
  }
}

/** A finding of the reading that fills, as far as it concerns what it fills. */
function ofCells({ ruleId, finding }: DeferredFinding, filled: Set<string>): DeferredFinding[] {
  const pointers = finding.pointers?.filter((pointer) => filled.has(pointer)) ?? []
  return pointers.length > 0 ? [{ ruleId, finding: { ...finding, pointers } }] : []
}

/** A finding of the reading that counts, without what the other one filled. */
function withoutCells({ ruleId, finding }: DeferredFinding, filled: Set<string>): DeferredFinding[] {
  if (!finding.pointers?.length) return [{ ruleId, finding }]
  const pointers = finding.pointers.filter((pointer) => !filled.has(pointer))
  return pointers.length > 0 ? [{ ruleId, finding: { ...finding, pointers } }] : []
}

function differences(cells: AlignedCell[]): DeferredFinding[] {
  const [first] = cells
  if (!first) return []
  return [
    {
      ruleId: 'structure-label-duplicate',
      finding: {
        pointers: cells.map(({ pointer }) => pointer),
        position: first.position,
        values: { actual: cells.map(({ raw }) => raw).join(' ') },
      },
    },
  ]
}
