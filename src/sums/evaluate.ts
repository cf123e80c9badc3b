import type { CellState, Check, CheckReason, Operand, Pointer, Severity } from '../types'
import { zeroWords } from './sum-symbols'

/** What is printed for one operand of a rule. */
export interface Reading {
  value: number | null
  state: CellState
  raw: string
}

/** Looks up a cell; undefined where the document has none. */
export type Readings = (pointer: Pointer) => Reading | undefined

/** One rule at one place: the sum of the left cells stands in a relation to the sum of the right ones. */
export interface Equation {
  ruleId: string
  subject: Pointer
  left: Pointer[]
  /** Default `=`. */
  relation?: Check['relation']
  right: Pointer[]
  /** Default: half a unit of the last decimal printed, 0 for counts. */
  tolerance?: number
  /** Of its finding; default: the catalogue's. */
  severity?: Severity
  /** A cell may be negative (本年增/减), so that a blank proves nothing; default false. */
  signed?: boolean
}

/**
 * Compares the two sides of a rule, in two passes: strictly, then with blanks counted as zero.
 *
 * ```
 * total  a  b  c
 *   5    5  _  _    pass, blankAsZero
 *   5    2  _  _    unknown (blank): the blanks may hold the other 3
 *   5    6  _  _    fail: what is printed exceeds the total already
 *   5    2  ?  _    unknown (unresolved): a figure that could not be read may be anything but negative
 *   5    6  ?  _    fail
 * ```
 */
export function evaluate(equation: Equation, read: Readings): Check {
  const relation = equation.relation ?? '='
  const left = side(equation.left, read)
  const right = side(equation.right, read)
  const tolerance = equation.tolerance ?? printedTolerance(Math.max(left.decimals, right.decimals))
  const holds = compare(left.sum, relation, right.sum, tolerance)
  const check = (status: Check['status'], reason: CheckReason | null, blankAsZero = false): Check => ({
    ruleId: equation.ruleId,
    status,
    subject: equation.subject,
    relation,
    left: operand(equation.left, left, blankAsZero),
    right: operand(equation.right, right, blankAsZero),
    tolerance,
    blankAsZero,
    reason,
  })
  const fails = !equation.signed && contradicts(left, relation, right, tolerance)
  if (left.open || right.open) return fails ? check('fail', null) : check('unknown', 'unresolved')
  if (!left.blank && !right.blank) return check(holds ? 'pass' : 'fail', null)
  if (equation.signed) return check('unknown', 'blank')
  if (holds) return check('pass', null, true)
  return fails ? check('fail', null) : check('unknown', 'blank')
}

/** Does `left relation right` hold within the tolerance? */
export function compare(left: number, relation: Check['relation'], right: number, tolerance: number): boolean {
  // Sums of printed decimals carry binary dust, which must not decide.
  const slack = tolerance + 1e-9 * Math.max(1, Math.abs(left), Math.abs(right))
  if (relation === '<=') return left <= right + slack
  if (relation === '>=') return left + slack >= right
  return Math.abs(left - right) <= slack
}

interface Side {
  sum: number
  /** The most that a figure of it prints. */
  decimals: number
  /** Some cell is blank, a dash or 无. */
  blank: boolean
  /** Some cell is neither a number nor as good as blank. */
  open: boolean
}

function side(pointers: Pointer[], read: Readings): Side {
  const out: Side = { sum: 0, decimals: 0, blank: false, open: false }
  for (const pointer of pointers) {
    const reading = read(pointer)
    if (reading?.state === 'number' && reading.value !== null) {
      out.sum += reading.value
      out.decimals = Math.max(out.decimals, decimalsOf(reading.value))
    } else if (reading && countsAsZero(reading)) out.blank = true
    else out.open = true
  }
  return out
}

/** Blank, a dash, or the word 无: nothing is printed that could be a figure. */
function countsAsZero({ state, raw }: Reading): boolean {
  return state === 'blank' || state === 'dash' || (state === 'text' && zeroWords.has(raw.replace(/\s/g, '')))
}

/** With blanks or open cells on a side its sum can only grow: the printed part contradicts the rule where growth cannot mend it. */
function contradicts(left: Side, relation: Check['relation'], right: Side, tolerance: number): boolean {
  const mayGrow = ({ blank, open }: Side) => blank || open
  const leftTooBig = !mayGrow(right) && !compare(left.sum, '<=', right.sum, tolerance)
  const rightTooBig = !mayGrow(left) && !compare(left.sum, '>=', right.sum, tolerance)
  if (relation === '<=') return leftTooBig
  if (relation === '>=') return rightTooBig
  return leftTooBig || rightTooBig
}

function operand(pointers: Pointer[], { sum, blank, open }: Side, blankAsZero: boolean): Operand {
  return { pointers: [...pointers], value: open || (blank && !blankAsZero) ? null : plain(sum) }
}

/** Half a unit of the last decimal that any of the figures prints; counts are exact. */
function printedTolerance(decimals: number): number {
  return decimals === 0 ? 0 : 0.5 * 10 ** -decimals
}

/** 0.57 has two decimals. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0
  const [, fraction = ''] = String(value).split('.')
  return /^\d+$/.test(fraction) ? fraction.length : 0
}

/** Takes the binary dust off a sum of decimals (0.1 + 0.2), and the sign off zero. */
export function plain(sum: number): number {
  return Number(sum.toPrecision(15)) + 0
}
