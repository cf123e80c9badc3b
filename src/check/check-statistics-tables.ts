import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { grammarPart } from '../grammar-part'
import { parseUnit } from '../literal/unit'
import { columnCovers, matchStatistics, type StatisticsMatch } from '../statistics/statistics'
import { type Equation, evaluate, plain } from '../sums/evaluate'
import type { Appendix, Check, Pointer, StatisticsRule } from '../types'
import { failedSum } from './failed-sum'
import { numberAt, readingsOf, related } from './readings'

/** Checks the statistics tables before 2019: the sums of their family, lists of parts, columns, units. */
export function checkStatisticsTables(compiled: Compiled, context: Context): Check[] {
  const read = readingsOf(compiled)
  const rule = grammarPart(context.grammars, 'statistics')
  return compiled.report.appendices.flatMap((appendix, index) => {
    const at = (row: number, column: number): Pointer => `/appendices/${index}/rows/${row}/values/${column}`
    const match = matchStatistics(appendix, context.grammars)
    checkMoney(appendix, at, compiled, context)
    const family = familyEquations(appendix, match, at)
    const equations = [
      ...family,
      ...partsEquations(appendix, family, (row) => compiled.openers.has(`/appendices/${index}/rows/${row}`), at),
      ...(rule ? columnEquations(appendix, rule, at) : []),
    ]
    return equations.map((equation) => {
      const check = evaluate(equation, read)
      if (check.status === 'fail') report(check, equation, compiled, context)
      else noteRest(check, compiled, context)
      return check
    })
  })
}

type At = (row: number, column: number) => Pointer

/** The rules of the family whose rows are all in the table, once for each value column. */
function familyEquations(appendix: Appendix, match: StatisticsMatch | null, at: At): Equation[] {
  if (!match) return []
  const rowOf = new Map(match.rows.flatMap((row, index) => (row?.key ? [[row.key, index] as const] : [])))
  return match.form.rules.flatMap(({ ruleId, subject, left, relation, right, severity }) => {
    if (![subject, ...left, ...right].every((key) => rowOf.has(key))) return []
    const more =
      relation === undefined && left.length === 1
        ? rowsAdded(
            appendix,
            match,
            right.map((key) => rowOf.get(key)!),
          )
        : []
    return appendix.columns.map((_, column) => {
      const pointer = (key: string) => at(rowOf.get(key)!, column)
      return {
        ruleId,
        subject: pointer(subject),
        left: left.map(pointer),
        ...(relation && { relation }),
        right: [...right.map(pointer), ...more.map((row) => at(row, column))],
        ...(severity && { severity }),
      }
    })
  })
}

/** Rows behind the parts of a sum that the family does not know and a sheet has added to them: 4.其他类型答复数. */
function rowsAdded({ rows }: Appendix, match: StatisticsMatch, parts: number[]): number[] {
  const last = Math.max(...parts)
  const { depth, unit } = rows[last]!
  const added: number[] = []
  for (let row = last + 1; row < rows.length && rows[row]!.depth >= depth; row++)
    if (rows[row]!.depth === depth && rows[row]!.unit === unit && !match.rows[row]) added.push(row)
  return added
}

/** A list of parts that no rule of the family knows: it need not be complete, but may not exceed its whole. */
function partsEquations(
  { rows, columns }: Appendix,
  family: Equation[],
  opensParts: (row: number) => boolean,
  at: At,
): Equation[] {
  const ruled = new Set(family.flatMap(({ left, right }) => [...left, ...right]))
  return rows.flatMap((whole, index) => {
    if (ruled.has(at(index, 0)) || !opensParts(index + 1)) return []
    const end = rows.findIndex(({ depth }, other) => other > index && depth <= whole.depth)
    const parts = rows.flatMap(({ depth, unit }, other) =>
      other > index && (end < 0 || other < end) && depth === whole.depth + 1 && unit === whole.unit ? [other] : [],
    )
    if (parts.length === 0 || whole.values.every((value) => value === null)) return []
    return columns.map(
      (_, column): Equation => ({
        ruleId: 'statistics-of-which',
        subject: at(index, column),
        left: parts.map((part) => at(part, column)),
        relation: '<=',
        right: [at(index, column)],
      }),
    )
  })
}

/** A period is part of the year, the year part of all years. */
function columnEquations({ rows, columns }: Appendix, rule: StatisticsRule, at: At): Equation[] {
  const covers = columns.map((heading) => columnCovers(heading, rule))
  const pairs = [
    [covers.indexOf('period'), covers.indexOf('year')],
    [covers.indexOf('year'), covers.indexOf('cumulative')],
  ] as const
  return pairs.flatMap(([part, whole]) => {
    if (part < 0 || whole < 0) return []
    return rows.flatMap(({ values }, row): Equation[] =>
      values[part] === null || values[whole] === null
        ? []
        : [
            {
              ruleId: 'statistics-cumulative',
              subject: at(row, part),
              left: [at(row, part)],
              relation: '<=',
              right: [at(row, whole)],
            },
          ],
    )
  })
}

/** Amounts in 万元 that look like yuan. */
function checkMoney({ rows }: Appendix, at: At, compiled: Compiled, context: Context): void {
  for (const [row, { unit, values }] of rows.entries()) {
    const measure = unit === null ? undefined : parseUnit(unit)
    if (measure?.unit !== '元' || measure.factor !== '10000') continue
    for (const [column, value] of values.entries()) {
      if (value === null || !Number.isInteger(value) || value <= mostTenThousands) continue
      const pointer = at(row, column)
      diagnose(context, 'statistics-money-unit', {
        pointers: [pointer],
        position: compiled.provenance[pointer]?.position,
        values: { actual: value },
      })
    }
  }
}

/** 100 million yuan for fees or for the work of publishing. */
const mostTenThousands = 10_000

function report(failed: Check, { severity }: Equation, compiled: Compiled, context: Context): void {
  const { subject, left, relation } = failed
  const { pointers, others, values } = failedSum(failed, (pointer) => numberAt(compiled.report, pointer))
  diagnose(context, failed.ruleId, {
    ...(severity && { severity }),
    pointers,
    position: compiled.provenance[subject]?.position,
    values: { ...values, relation: left.pointers.includes(subject) ? relation : mirrored[relation] },
    related: related(others, compiled),
  })
}

/** How the right side stands to the left one. */
const mirrored = { '=': '=', '<=': '>=', '>=': '<=' } as const

/** Parts that make up less than their whole are worth a note: the list may be incomplete, or a figure wrong. */
function noteRest({ ruleId, status, left, right, subject }: Check, compiled: Compiled, context: Context): void {
  if (ruleId !== 'statistics-of-which' || status !== 'pass' || left.pointers.length < 2) return
  if (left.value === null || right.value === null || left.value === right.value) return
  diagnose(context, 'statistics-of-which', {
    severity: 'info',
    pointers: [subject, ...left.pointers],
    position: compiled.provenance[subject]?.position,
    values: { actual: right.value, expected: left.value, difference: plain(right.value - left.value) },
    related: related(left.pointers, compiled),
  })
}
