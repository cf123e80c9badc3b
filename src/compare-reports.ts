import { assertResult } from './assert-result'
import { bundledGrammars } from './bundled-grammars'
import { compareYears } from './check/check'
import { createContext } from './context'
import type { Change, Comparison, Messages, Pointer, Provenance, Report, Result } from './types'
import { valueAt } from './value-at'

/**
 * Compares two reports of one body in consecutive years: what was carried over, stocks and flows, sections printed again, and
 * every cell that changed. Pointers lead into `{ older, newer }`. A longer series is this function over neighbours.
 *
 * @param options `messages`: wording of the diagnostics; default English
 * @throws {TypeError} on anything but two results
 */
export function compareReports(older: Result, newer: Result, options: { messages?: Messages } = {}): Comparison {
  for (const result of [older, newer]) assertResult(result, 'compareReports')
  const context = createContext(null, { grammars: bundledGrammars, ...options })
  const checks = compareYears(older, newer, context)
  return { checks, diagnostics: context.diagnostics, changes: changesOf(older, newer) }
}

/** Every cell of the tables that differs; cells of one pointer are compared, never of two editions of table 二. */
function changesOf(older: Result, newer: Result): Change[] {
  const tables = ['disclosure', 'requests', 'disputes'].filter((table) => comparable(table, older.report, newer.report))
  const pointers = Object.keys(newer.provenance).filter((pointer) =>
    tables.some((table) => pointer.startsWith(`/${table}/`)),
  )
  return pointers.flatMap((pointer) => {
    const [before, now] = [numberOf(older, pointer), numberOf(newer, pointer)]
    const isPrinted = ![older.provenance, newer.provenance].some((entries) => isAbsent(entries[pointer]))
    if (before === now || !isPrinted) return []
    const both = before !== null && now !== null
    return [
      {
        pointer,
        older: before,
        newer: now,
        difference: both ? now - before : null,
        ratio: both && before !== 0 ? now / before - 1 : null,
      },
    ]
  })
}

/** The editions of table 二 count different things; those of table 三 differ in the rows of 其他处理 alone, which have keys of their own. */
function comparable(table: string, older: Report, newer: Report): boolean {
  return table !== 'disclosure' || older.disclosure?.edition === newer.disclosure?.edition
}

function isAbsent(entry: Provenance | undefined): boolean {
  return !entry || entry.state === 'absent'
}

function numberOf({ report }: Result, pointer: Pointer): number | null {
  const value = valueAt(report, pointer)
  return typeof value === 'number' ? value : null
}
