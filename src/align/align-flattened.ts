import type { Context } from '../context'
import { collectEvidence } from '../evidence/collect-evidence'
import type { Evidence } from '../evidence/evidence'
import type { RegionText } from '../evidence/region-text'
import { twinForms } from '../form/twin-forms'
import { labelTargets } from '../spot/label-target'
import type { Table } from '../tree'
import type { Form } from '../types'
import { columnUnits } from './flattened/column-units'
import { formRows } from './flattened/form-rows'
import { groupTables, regionOf } from './flattened/group-tables'
import { lostBlanks } from './flattened/lost-blanks'
import { type ProseSentence, proseFigures } from './flattened/prose-figures'
import { readLabelledRows } from './flattened/read-labelled-rows'
import { readUnlabelledRow } from './flattened/read-unlabelled-row'
import { mostOf, type SeenLabels, scoreOf, seenLabels } from './flattened/seen-labels'
import { rowLabel, toCells } from './flattened/to-cells'
import type { DeferredFinding, FormCandidate } from './form-candidate'

/** A form found in tables without cell borders (layout `flattened`): its labels are spotted, its figures not yet read. */
export interface FlattenedBinding {
  form: Form
  /** All tables of the document. */
  tables: Table[]
  /** The highest score that it can reach: the one if every figure finds its place. */
  most: number
  /** Pieces of one print each; a table printed twice is found twice. */
  prints: Print[]
}

/** Tables that print the form once. */
interface Print {
  tables: Table[]
  region: RegionText
  evidence: Evidence[]
  seen: SeenLabels
  findings: DeferredFinding[]
}

/**
 * Spots the labels of a form in tables without cell borders.
 *
 * @param tables all tables of the document; those of other layouts are left out
 * @returns undefined where no table holds labels of it
 */
export function bindFlattened(tables: Table[], form: Form, context: Context): FlattenedBinding | undefined {
  const prints = groupTables(tables, form, context).map((group) => spotPrint(group, form, context))
  if (prints.length === 0) return undefined
  return { form, tables, prints, most: Math.max(...prints.map(({ seen }) => mostOf(seen))) }
}

/**
 * Reads the figures of a form that was found in tables without cell borders: one candidate, from the tables that hold most of
 * it. A cell has a value only where all readings that remain agree; each that has none although figures are there has a finding.
 *
 * @param prose the running text, asked for only where reading orders are left to decide between
 */
export function readFlattened(
  { form, tables, prints }: FlattenedBinding,
  context: Context,
  prose: () => ProseSentence[],
): FormCandidate | undefined {
  const blanksLost = () => lostElsewhere(tables, form, context)
  let best: FormCandidate | undefined
  for (const print of prints) {
    if (best && mostOf(print.seen) <= best.score + CLEARLY) continue
    const read = readPrint(print, form, context, prose, blanksLost)
    if (read && (!best || read.score > best.score + CLEARLY)) best = read
  }
  return best
}

/** A table printed again (another year's behind it) is read only where it holds clearly more of the form than the first. */
const CLEARLY = 0.25

function spotPrint(tables: Table[], form: Form, context: Context): Print {
  const region = regionOf(tables, context.source)
  const findings: DeferredFinding[] = []
  const all = collectEvidence(region, labelTargets(form))
  const evidence = withinLimit(all, context.limits.tableNumbers, form, findings)
  return { tables, region, evidence, seen: seenLabels(evidence, form), findings }
}

function readPrint(
  { tables, region, evidence, seen, findings: found }: Print,
  form: Form,
  { limits }: Context,
  prose: () => ProseSentence[],
  blanksLost: () => boolean,
): FormCandidate | undefined {
  const findings = [...found]
  const rows = formRows(form)
  const { outcomes, repeated, unused, limited, foreign } = readLabelledRows(rows, evidence, limits, blanksLost)
  const settled = new Map<number, Set<number>>()
  const bounded = [...limited]
  let left = unused
  for (const row of rows.rows.filter(({ labelled }) => !labelled)) {
    const own = rows.rows.length === 1 ? evidence : evidenceOfBlock(evidence, row.block)
    const asked = () => proseFigures(form, prose())
    const read = readUnlabelledRow(row, own, asked, limits)
    outcomes[row.index] = read.outcome
    settled.set(row.index, read.settled)
    if (read.limited) bounded.push(row)
    left = left.filter((figure) => !own.includes(figure))
  }
  if (bounded.length > 0)
    findings.push({
      ruleId: 'structure-limit',
      finding: {
        pointers: bounded.flatMap(({ leaves }) => leaves.map(({ pointer }) => pointer)),
        values: {
          what: 'the readings of a table without cell borders',
          actual: `more than ${limits.candidates}`,
          expected: limits.candidates,
        },
      },
    })
  const units = columnUnits(form, evidence, region)
  const cells = toCells(rows, outcomes, settled, units, region, findings)
  for (const figure of left)
    findings.push({
      ruleId: 'structure-number-unused',
      finding: { values: { actual: figure.raw }, position: region.locate(figure.from, figure.to).position },
    })
  for (const { row, figures } of repeated) {
    const first = outcomes[row.index]!.options[0]
    if (
      figures.length === 0 ||
      (first && figures.length === first.length && figures.every(({ value }, at) => value === first[at]!.value))
    )
      continue
    findings.push({
      ruleId: 'structure-label-duplicate',
      finding: { pointers: row.leaves.map(({ pointer }) => pointer), values: { actual: rowLabel(row) } },
    })
  }
  const score = scoreOf(seen, outcomes, left.length)
  const placed = rows.rows.flatMap(({ index, leaves }) =>
    outcomes[index]!.isPlaced ? leaves.map(({ pointer }) => pointer) : [],
  )
  return outcomes.every(({ state }) => state === 'absent')
    ? undefined
    : { form, cells, score, findings, tables, placed: new Set(placed), reordered: foreign }
}

/** Blank cells of another form vanished, whichever of its editions is printed. */
function lostElsewhere(tables: Table[], form: Form, context: Context): boolean {
  const others = [...new Set(twinForms(context.grammars).values())].filter(({ name }) => name !== form.name)
  const lost = others.flatMap((other) => {
    const groups = groupTables(tables, other, context)
    if (groups.length === 0) return []
    const rows = formRows(other)
    const targets = labelTargets(other)
    const isLost = groups.some((group) => lostBlanks(rows, collectEvidence(regionOf(group, context.source), targets)))
    return [{ name: other.name, isLost }]
  })
  return lost.some(({ name }) => lost.every((one) => one.name !== name || one.isLost))
}

/** Evidence of one block without row labels, among others: from its first heading on to the next row of another block. */
function evidenceOfBlock(evidence: Evidence[], block: number): Evidence[] {
  const isOwn = (item: Evidence) => item.kind === 'label' && item.spot.target.block === block
  const start = evidence.findIndex(isOwn)
  if (start < 0) return []
  const end = evidence.findIndex(
    (item, index) => index > start && item.kind === 'label' && item.spot.target.block >= 0 && !isOwn(item),
  )
  return evidence.slice(start, end < 0 ? undefined : end)
}

function withinLimit(evidence: Evidence[], limit: number, form: Form, findings: DeferredFinding[]): Evidence[] {
  let figures = 0
  const end = evidence.findIndex(({ kind }) => kind === 'figure' && ++figures > limit)
  if (end < 0) return evidence
  const actual = evidence.filter(({ kind }) => kind === 'figure').length
  findings.push({
    ruleId: 'structure-limit',
    finding: { pointers: [`/${form.name}`], values: { what: 'a table in figures', actual, expected: limit } },
  })
  return evidence.slice(0, end)
}
