import type { ExplanationId } from '../diagnostics'
import { compare, plain, type Readings } from '../sums/evaluate'
import type { Blame, Check, Pointer, Provenance } from '../types'

/** A cell as a rule sees it: what is printed, and how it was bound to its place. */
export type CheckedCell = Provenance & { value: number | null }

/** Why a sum fails: said in the help of its diagnostic, never put into a value. */
export interface Explanation {
  id?: ExplanationId
  blame: Blame
  values: Record<string, string | number>
  /** The cell that it points at. */
  pointer?: Pointer
}

/**
 * Looks for what makes a failed sum fail: a digit cut in two, a shifted row, one wrong cell, a total printed as 0.
 *
 * Cells bound by their labels or coordinates are where the source prints them, so their contradictions are the source's;
 * only cells bound by order or by sums can have been misread.
 *
 * @param checks all checks of the form: an explanation must not break those that hold
 */
export function explain(
  failed: Check,
  checks: Check[],
  read: (pointer: Pointer) => CheckedCell | undefined,
): Explanation {
  const cells = operands(failed).map(read)
  // Where a figure could not be read, what was read beside it may be misread as well.
  if (cells.some((cell) => cell?.state === 'unresolved')) return { blame: 'unknown', values: {} }
  const sure = cells.every(isSure)
  const misreading = sure ? undefined : (splitDigits(failed, read) ?? shiftedRow(failed, read))
  if (misreading) return misreading
  const blame = sure ? 'source' : 'unknown'
  return culprit(failed, checks, read, blame) ?? zeroTotal(failed, read) ?? { blame, values: {} }
}

/** The printed place of the cell is certain, or nothing is printed. */
function isSure(cell: CheckedCell | undefined): boolean {
  return cell?.evidence === undefined || cell.evidence === 'label' || cell.evidence === 'geometry'
}

/**
 * ```
 * 2 0 0 1 | 21    two neighbouring digits, joined to 20, satisfy the sum
 * ```
 */
function splitDigits(failed: Check, read: Readings): Explanation | undefined {
  for (const [index, pointer] of failed.right.pointers.entries()) {
    const next = failed.right.pointers[index + 1]
    const [tens, ones] = [digit(read(pointer)), next === undefined ? null : digit(read(next))]
    if (!tens || ones === null || failed.left.value === null || failed.right.value === null) continue
    if (compare(failed.left.value, failed.relation, failed.right.value + tens * 9, failed.tolerance))
      return {
        id: 'explain-split',
        blame: 'extraction',
        values: { culprit: `${tens} ${ones}`, suggestion: tens * 10 + ones },
        pointer,
      }
  }
  return undefined
}

/** The cell's value where it is one digit. */
function digit(cell: { value: number | null } | undefined): number | null {
  const value = cell?.value ?? null
  return value !== null && Number.isInteger(value) && value >= 0 && value < 10 ? value : null
}

/**
 * ```
 * a  b  c | total       a  b  c | total
 * 3  4  7 |   0         0  3  4 |   7      everything stands one column too far left
 * ```
 */
function shiftedRow(failed: Check, read: Readings): Explanation | undefined {
  const [total] = failed.left.pointers
  if (failed.left.pointers.length !== 1 || total === undefined || failed.relation !== '=') return undefined
  const row = [...failed.right.pointers, total].map((pointer) => read(pointer)?.value ?? 0)
  for (const step of [1, -1]) {
    const moved = row.map((_, index) => row[index - step] ?? 0)
    const dropped = step === 1 ? row[row.length - 1] : row[0]
    const sum = moved.slice(0, -1).reduce((all, value) => all + value, 0)
    if (dropped === 0 && sum > 0 && sum === moved[moved.length - 1])
      return { id: 'explain-shift', blame: 'extraction', values: { suggestion: step > 0 ? '→' : '←' } }
  }
  return undefined
}

/** The one cell whose change would satisfy every failed sum and break none that holds. */
function culprit(failed: Check, checks: Check[], read: Readings, blame: Blame): Explanation | undefined {
  const involved = checks.filter((check) => check.status === 'fail' && check.relation === '=')
  if (involved.length < 2) return undefined
  const holding = checks.filter((check) => check.status === 'pass' && check.relation === '=')
  const found = operands(failed).flatMap((pointer) => {
    const value = read(pointer)?.value ?? null
    const wanted = involved.map((check) => wantedValue(check, pointer, value))
    const [first] = wanted
    if (first === null || first === undefined || first < 0 || wanted.some((other) => other !== first)) return []
    return holding.some((check) => operands(check).includes(pointer)) ? [] : [{ pointer, value, wanted: first }]
  })
  const [only] = found
  if (found.length !== 1 || !only || only.value === null) return undefined
  return {
    id: 'explain-culprit',
    blame,
    values: { culprit: only.value, suggestion: only.wanted },
    pointer: only.pointer,
  }
}

/** What the cell would have to be for the sum to hold; null where the cell is no part of it. */
function wantedValue(check: Check, pointer: Pointer, value: number | null): number | null {
  if (value === null || check.left.value === null || check.right.value === null) return null
  const difference = check.left.value - check.right.value
  const onLeft = check.left.pointers.includes(pointer)
  if (onLeft === check.right.pointers.includes(pointer)) return null
  return plain(onLeft ? value - difference : value + difference)
}

function zeroTotal(failed: Check, read: Readings): Explanation | undefined {
  const zero = read(failed.subject)?.value === 0 && (failed.right.value ?? 0) > 0
  return zero ? { id: 'explain-zero-total', blame: 'source', values: {} } : undefined
}

function operands(check: Check): Pointer[] {
  return [...check.left.pointers, ...check.right.pointers]
}
