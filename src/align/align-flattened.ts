import type { Context } from '../context'
import { collectEvidence } from '../evidence/collect-evidence'
import type { Evidence } from '../evidence/evidence'
import { type RegionText, regionText } from '../evidence/region-text'
import { oncePer } from '../once-per'
import { type LabelTarget, labelTargets } from '../spot/label-target'
import { labelKey } from '../spot/spot-labels'
import { words } from '../spot/word-stream'
import type { Table } from '../tree'
import type { Form } from '../types'
import { columnUnits } from './flattened/column-units'
import { formRows } from './flattened/form-rows'
import { proseFigures } from './flattened/prose-figures'
import { readLabelledRows } from './flattened/read-labelled-rows'
import { readUnlabelledRow } from './flattened/read-unlabelled-row'
import type { RowOutcome } from './flattened/row-outcome'
import { rowLabel, toCells } from './flattened/to-cells'
import type { DeferredFinding, FormCandidate } from './form-candidate'

/** A form found in tables without cell borders (layout `flattened`): its labels are spotted, its figures not yet read. */
export interface FlattenedBinding {
  form: Form
  /** Its score if every figure has its place: it is never more. */
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
  const prints = groupTables(tables, labelTargets(form)).map((group) => spotPrint(group, form, context))
  return prints.length === 0 ? undefined : { form, prints, most: Math.max(...prints.map(({ seen }) => mostOf(seen))) }
}

/**
 * Reads the figures of a form that was found in tables without cell borders: one candidate, from the tables that hold most of
 * it. A cell has a value only where all readings that remain agree; each that has none although figures are there has a finding.
 *
 * @param prose the running text, asked for only where reading orders are left to decide between
 */
export function readFlattened(
  { form, prints }: FlattenedBinding,
  context: Context,
  prose: () => string,
): FormCandidate | undefined {
  let best: FormCandidate | undefined
  for (const print of prints) {
    if (best && mostOf(print.seen) <= best.score + CLEARLY) continue
    const read = readPrint(print, form, context, prose)
    if (read && (!best || read.score > best.score + CLEARLY)) best = read
  }
  return best
}

/** A table printed again (another year's behind it) is read only where it holds clearly more of the form than the first. */
const CLEARLY = 0.25

/** Tables that hold different rows of the form are pieces of one; tables with the same rows are read one by one. */
function groupTables(tables: Table[], targets: LabelTarget[]): Table[][] {
  const groups: { tables: Table[]; keys: Set<string> }[] = []
  for (const table of tables) {
    if (table.layout !== 'flattened') continue
    const keys = labelsIn(table, targets)
    if (keys.size < 2) continue
    const last = groups[groups.length - 1]
    const shared = last ? [...keys].filter((key) => last.keys.has(key)).length : 0
    if (last && shared <= keys.size / 4) {
      last.tables.push(table)
      for (const key of keys) last.keys.add(key)
    } else groups.push({ tables: [table], keys })
  }
  return groups.map((group) => group.tables)
}

/** The words of a table: the same for all forms that are looked for in it. */
const wordsOf = /* @__PURE__ */ oncePer((table: Table) => words(regionText([table], null).text))

function labelsIn(table: Table, targets: LabelTarget[]): Set<string> {
  const text = wordsOf(table)
  const stubs = targets.filter(({ kind }) => kind === 'stub')
  const searched = stubs.length > 0 ? stubs : targets.filter(({ body }) => body.length >= 3)
  return new Set(searched.flatMap((target) => (text.includes(target.body) ? [labelKey(target)] : [])))
}

/** The text of tables, put together once for all forms. */
function regionOf(tables: Table[], source: string | null): RegionText {
  const [table, ...others] = tables
  if (!table || others.length > 0) return regionText(tables, source)
  const known = regions.get(table)
  if (known && known.source === source) return known.region
  const region = regionText(tables, source)
  regions.set(table, { source, region })
  return region
}

const regions = new WeakMap<Table, { source: string | null; region: RegionText }>()

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
  prose: () => string,
): FormCandidate | undefined {
  const findings = [...found]
  const rows = formRows(form)
  const { outcomes, repeated, unused, limited } = readLabelledRows(rows, evidence, limits)
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
  return outcomes.every(({ state }) => state === 'absent') ? undefined : { form, cells, score, findings, tables }
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

/** What of a form's labels stands in a region, and what else. */
interface SeenLabels {
  /** Share of its labels. */
  share: number
  /** What counts against it: words that are none of its labels, as a part of all words. */
  against: number
  figures: number
}

function seenLabels(evidence: Evidence[], form: Form): SeenLabels {
  const { names, wanted } = labelNames(form)
  const seen = new Set<string>()
  let foreign = 0
  let figures = 0
  for (const item of evidence) {
    if (item.kind === 'label') seen.add(names.get(item.spot.target)!)
    else if (item.kind === 'figure') figures++
    else if (!item.fragment && item.text.length >= 4) foreign++
  }
  let found = 0
  for (const name of seen) if (wanted.has(name)) found++
  return {
    share: found / Math.max(1, wanted.size),
    against: foreign === 0 ? 0 : foreign / (2 * (foreign + seen.size)),
    figures,
  }
}

/** The name of each label: several headings of one wording (结果维持) are one, because a spot names the first of them. */
const labelNames = /* @__PURE__ */ oncePer((form: Form) => {
  const targets = labelTargets(form)
  const canonical = new Map([...targets].reverse().map((target) => [labelKey(target), target.body]))
  const names = new Map(targets.map((target) => [target, canonical.get(labelKey(target))!]))
  return { names, wanted: new Set(targets.flatMap((target) => (target.kind === 'note' ? [] : [names.get(target)!]))) }
})

function mostOf({ share, against }: SeenLabels): number {
  return Math.max(0, share - against)
}

/**
 * Share of the form's labels that were seen, less words that are none of its labels, figures that no row takes and rows that
 * could not be read: editions differ in their labels first.
 */
function scoreOf({ share, against: words, figures }: SeenLabels, outcomes: RowOutcome[], unused: number): number {
  const order = outcomes.filter(({ state, evidence: kind }) => state === 'read' && kind === 'order').length
  const open = outcomes.filter(({ state }) => state === 'unresolved').length
  const against = words + unused / (2 * Math.max(1, figures)) + open / (4 * outcomes.length)
  return Math.max(0, share - against - order / (100 * outcomes.length))
}
