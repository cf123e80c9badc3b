import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import type { ProseFact } from '../prose/prose'
import { statisticsFigures } from '../statistics/statistics'
import { compare, evaluate, type Readings } from '../sums/evaluate'
import type { Check, Pointer, Provenance } from '../types'
import { band, precision, relationOf } from './precision'
import { numberAt, related } from './readings'

/**
 * Compares what sentences state with the tables and appendices: every sentence, not the first one, and only figures of the
 * report's own body and year. Of several cells that a figure may mean, one that agrees is enough.
 */
export function checkText(compiled: Compiled, context: Context): Check[] {
  const read = readings(compiled)
  const facts = compiled.prose.facts.filter(({ rule }) => rule.pointers && rule.ruleId)
  const tables = [...compiled.cells.keys()]
  const groups = new Map<string, ProseFact[]>()
  for (const fact of facts) {
    const key = `${fact.rule.ruleId} ${fact.figure?.mention ?? `${fact.rule.pointers}`} ${fact.figure ? '' : fact.sentence.start}`
    append(groups, key, fact)
  }
  const compared = [...groups.values()].flatMap((group) => best(group, compiled, tables, read) ?? [])
  const byCells = groupByCells(compared)
  for (const { check, fact } of compared) if (check.status === 'fail') report(check, fact, byCells, compiled, context)
  checkStaleYears(compiled, context)
  return [...compared.map(({ check }) => check), ...checkStatistics(compiled, context)]
}

interface Compared {
  check: Check
  fact: ProseFact
}

/** The check of the cells that agree, else of the first ones that the edition has. */
function best(group: ProseFact[], compiled: Compiled, tables: Pointer[], read: Readings): Compared | undefined {
  const compared = group.flatMap((fact) => {
    const cells = fact.rule.pointers!.flatMap((pointer) => cellsBelow(pointer, compiled.provenance, tables))
    return cells.length > 0 ? [{ fact, check: compareFact(fact, cells, read) }] : []
  })
  return ['pass', 'unknown', 'fail']
    .map((status) => compared.find(({ check }) => check.status === status))
    .find((found) => found !== undefined)
}

/**
 * The cells that a pointer of a rule stands for; none where the edition lacks them. A group stands for the totals of its
 * rows, and a row whose total is blank for its other cells.
 */
function cellsBelow(pointer: Pointer, provenance: Record<Pointer, Provenance>, cells: Pointer[]): Pointer[] {
  const own = provenance[pointer]
  if (own) return own.state === 'absent' ? [] : [pointer]
  const totals = cells.filter((key) => key.startsWith(`${pointer}/`) && key.endsWith('/total'))
  return totals.flatMap((total) => {
    const { state } = provenance[total]!
    if (state === 'absent') return []
    if (state === 'number') return [total]
    const row = total.slice(0, -'total'.length)
    return cells.filter((key) => key.startsWith(row) && key !== total)
  })
}

function compareFact({ rule, figure, isOwn }: ProseFact, cells: Pointer[], read: Readings): Check {
  const check = evaluate(
    {
      ruleId: rule.ruleId!,
      subject: figure?.mention ?? cells[0]!,
      left: cells,
      relation: figure ? relationOf(figure.quantity) : '=',
      right: figure ? [figure.mention] : [],
      tolerance: figure ? precision(figure.quantity) : 0,
    },
    read,
  )
  if (!isOwn) return { ...check, status: 'unknown', blankAsZero: false, reason: 'scope' }
  // 210余条 is about 210 to 220: far more is no contradiction, and no agreement.
  const far = figure && check.relation !== '=' && check.left.value !== null && check.right.value !== null
  if (check.status === 'pass' && far && !compare(check.left.value!, '=', check.right.value!, band(figure.quantity)))
    return { ...check, status: 'unknown', reason: 'approximate' }
  return check
}

/** So many other sentences on the same cells are told at most. */
const mostOthers = 5

/** Facts by the cells that they are compared with. */
function groupByCells(compared: Compared[]): Map<string, ProseFact[]> {
  const groups = new Map<string, ProseFact[]>()
  for (const { check, fact } of compared) if (fact.figure) append(groups, cellsKey(check), fact)
  return groups
}

function cellsKey({ ruleId, left }: Check): string {
  return `${ruleId} ${left.pointers.join()}`
}

function append(groups: Map<string, ProseFact[]>, key: string, fact: ProseFact): void {
  const group = groups.get(key)
  if (group) group.push(fact)
  else groups.set(key, [fact])
}

function report(
  failed: Check,
  fact: ProseFact,
  byCells: Map<string, ProseFact[]>,
  compiled: Compiled,
  context: Context,
): void {
  const { figure, rule } = fact
  const cells = failed.left.pointers
  const printed = cells.reduce((sum, pointer) => sum + (numberAt(compiled.report, pointer) ?? 0), 0)
  const sure = cells.every((pointer) => !['order', 'solved'].includes(compiled.provenance[pointer]?.evidence ?? ''))
  const others = figure ? (byCells.get(cellsKey(failed)) ?? []).filter((other) => other !== fact) : []
  const position = figure ? compiled.provenance[figure.mention]?.position : fact.position
  diagnose(context, rule.ruleId!, {
    pointers: [...(figure ? [figure.mention] : []), ...cells],
    position,
    values: { actual: figure?.quantity.value ?? fact.raw, expected: printed },
    blame: sure ? 'source' : 'unknown',
    related: [
      ...related(cells, compiled),
      ...others.slice(0, mostOthers).map((other) => ({
        message: `\`${other.raw}\``,
        ...(other.position && { position: other.position }),
        pointer: other.figure!.mention,
      })),
    ],
  })
}

/** Figures of the text that a statistics table prints too. */
function checkStatistics(compiled: Compiled, context: Context): Check[] {
  const figures = statisticsFigures(compiled.report, context.grammars)
  const read = readings(compiled, figures)
  const seen = new Set<string>()
  const compared = compiled.prose.facts.flatMap((fact) => {
    const { figure, rule, isOwn } = fact
    const cells = (rule.indicator && figures.get(rule.indicator)) ?? []
    const [cell] = cells
    if (!figure || !cell || seen.has(figure.mention) || cells.some(({ value }) => value !== cell.value)) return []
    if (cell.said && !cell.said.some((word) => foldText(fact.raw).includes(word))) return []
    seen.add(figure.mention)
    const statement = { ...fact, rule: { ...rule, ruleId: 'text-statistics' } }
    return [{ fact: statement, check: compareFact({ ...statement, isOwn }, [cell.pointer], read) }]
  })
  const byCells = groupByCells(compared)
  for (const { check, fact } of compared) if (check.status === 'fail') report(check, fact, byCells, compiled, context)
  return compared.map(({ check }) => check)
}

/** Table cells, mentions, and the statistics tables' figures in the unit of their indicator. */
function readings({ report, provenance }: Compiled, figures?: ReturnType<typeof statisticsFigures>): Readings {
  const converted = new Map([...(figures?.values() ?? [])].flat().map(({ pointer, value }) => [pointer, value]))
  return (pointer) => {
    const entry = provenance[pointer]
    const value = converted.has(pointer) ? converted.get(pointer)! : numberAt(report, pointer)
    return entry && { value, state: entry.state, raw: entry.raw }
  }
}

/** A figure that the text gives for the year before only, in a sentence that opens with that year: a report copied from last year. */
function checkStaleYears({ report, prose, provenance }: Compiled, context: Context): void {
  const keyOf = ({ rule }: ProseFact) => rule.indicator ?? rule.ruleId
  const current = new Set(prose.facts.map(keyOf))
  const told = new Set<ProseFact['sentence']>()
  for (const fact of prose.otherYears) {
    const { year, sentence, figure } = fact
    const opens = report.year !== null && year === report.year - 1 && sentence.frame.startsWith(`${year}年`)
    if (!opens || !figure || current.has(keyOf(fact)) || told.has(sentence)) continue
    told.add(sentence)
    diagnose(context, 'text-stale-year', {
      pointers: [figure.mention],
      position: provenance[figure.mention]?.position,
      values: { actual: year, expected: report.year! },
    })
  }
}
