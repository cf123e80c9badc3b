import type { Diagnostic, Pointer, Result } from '../../src/types'
import type { Expectation } from './damage-tools'
import { tableNames } from './form-figures'

/** What became of one cell. */
export type Outcome =
  /** The value that is printed. */
  | 'right'
  /** Right, but a warning or error that blames the reading names it. */
  | 'doubted'
  /** Null where a number is printed unhurt. */
  | 'null'
  /** Null where the damage allows it, or the right value all the same. */
  | 'hurt'
  /** Another number, which a warning or error names. */
  | 'wrongNamed'
  /** Another number, and nothing says so: the outcome that must not occur. */
  | 'wrongSilent'
  /** A number where none is printed. */
  | 'invented'
  /** No number where none is printed, in the right state or another. */
  | 'empty'
  | 'emptyOtherState'
  /** Damage that nothing can show, whatever was read. */
  | 'undetectable'

/** One judged cell. */
export interface Verdict {
  pointer: Pointer
  outcome: Outcome
  expectation: Expectation | null
  got: number | null
}

/** Judges every cell of the three tables, and every number that stands in them besides. */
export function judge(result: Result, expected: ReadonlyMap<Pointer, Expectation>): Verdict[] {
  const report = result.report as unknown as Record<string, unknown>
  const read = new Map(tableNames.flatMap((name) => numbersOf(report[name], `/${name}`)))
  const verdicts: Verdict[] = []
  for (const [pointer, expectation] of expected) {
    const got = read.get(pointer) ?? null
    read.delete(pointer)
    verdicts.push({ pointer, outcome: outcomeOf(result, pointer, expectation, got), expectation, got })
  }
  for (const [pointer, got] of read) verdicts.push({ pointer, outcome: 'invented', expectation: null, got })
  return verdicts
}

/** A warning or error names a cell by its pointer or one above it; the empty pointer names none. */
function isNamed(diagnostics: readonly Diagnostic[], pointer: Pointer): boolean {
  return diagnostics.some(
    ({ severity, pointers }) =>
      severity !== 'info' &&
      pointers.some((named) => named.startsWith('/') && (named === pointer || pointer.startsWith(`${named}/`))),
  )
}

function outcomeOf(result: Result, pointer: Pointer, expectation: Expectation, got: number | null): Outcome {
  if (expectation.kind === 'undetectable') {
    const isOther = got !== null && expectation.printed !== undefined && got !== expectation.printed
    return isOther && got !== expectation.value && !isNamed(result.diagnostics, pointer)
      ? 'wrongSilent'
      : 'undetectable'
  }
  if (expectation.kind === 'lost') return got === null ? 'empty' : 'invented'
  if (expectation.kind !== 'number' && expectation.kind !== 'hurt') {
    if (got !== null) return 'invented'
    return result.provenance[pointer]?.state === expectation.kind ? 'empty' : 'emptyOtherState'
  }
  if (got === null) return expectation.kind === 'hurt' ? 'hurt' : 'null'
  if (got !== expectation.value) return isNamed(result.diagnostics, pointer) ? 'wrongNamed' : 'wrongSilent'
  if (expectation.kind === 'hurt') return 'hurt'
  const misreadings = result.diagnostics.filter(({ blame }) => blame !== 'source')
  return isNamed(misreadings, pointer) ? 'doubted' : 'right'
}

function numbersOf(value: unknown, pointer: Pointer): [Pointer, number][] {
  if (typeof value === 'number') return [[pointer, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, child]) => numbersOf(child, `${pointer}/${key}`))
}
