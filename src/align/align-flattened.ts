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
import { lostBlanks } from './flattened/lost-blanks'
import { proseFigures } from './flattened/prose-figures'
import { readLabelledRows } from './flattened/read-labelled-rows'
import { readUnlabelledRow } from './flattened/read-unlabelled-row'
import type { RowOutcome } from './flattened/row-outcome'
import { rowLabel, toCells } from './flattened/to-cells'
import type { DeferredFinding, FormCandidate } from './form-candidate'

/**
 * Reads a form out of tables without cell borders (layout `flattened`): one candidate, from the tables that hold most of it.
 *
 * A cell has a value only where all readings that remain agree; each that has none although figures are there has a finding.
 *
 * @param tables all tables of the document; those of other layouts are left out
 * @param prose  the running text, asked for only where reading orders are left to decide between
 */
export function alignFlattened(
  tables: Table[],
  form: Form,
  context: Context,
  prose: () => string = () => '',
): FormCandidate | undefined {
  const targets = labelTargets(form)
  const blanksLost = () => lostElsewhere(tables, form, context)
  const candidates = groupTables(tables, targets).map((group) =>
    alignGroup(group, form, targets, context, prose, blanksLost),
  )
  return candidates.reduce<FormCandidate | undefined>(
    (best, one) => (one && (!best || one.score > best.score + CLEARLY) ? one : best),
    undefined,
  )
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

function alignGroup(
  tables: Table[],
  form: Form,
  targets: LabelTarget[],
  context: Context,
  prose: () => string,
  blanksLost: () => boolean,
): FormCandidate | undefined {
  const { limits } = context
  const region = regionOf(tables, context.source)
  const findings: DeferredFinding[] = []
  const evidence = withinLimit(collectEvidence(region, targets), limits.tableNumbers, form, findings)
  const rows = formRows(form)
  const { outcomes, repeated, unused, limited } = readLabelledRows(rows, evidence, limits, blanksLost)
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
  const score = scoreOf(outcomes, evidence, targets, left.length)
  return outcomes.every(({ state }) => state === 'absent') ? undefined : { form, cells, score, findings, tables }
}

/** Blank cells of another form vanished, whichever of its editions is printed. */
function lostElsewhere(tables: Table[], form: Form, { grammars, source }: Context): boolean {
  const others = grammars.flatMap(({ forms }) => forms.filter(({ name }) => name !== form.name))
  const lost = others.flatMap((other) => {
    const targets = labelTargets(other)
    const groups = groupTables(tables, targets)
    if (groups.length === 0) return []
    const rows = formRows(other)
    const isLost = groups.some((group) => lostBlanks(rows, collectEvidence(regionOf(group, source), targets)))
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

/**
 * Share of the form's labels that were seen, less words that are none of its labels, figures that no row takes and rows that
 * could not be read: editions differ in their labels first.
 */
function scoreOf(outcomes: RowOutcome[], evidence: Evidence[], targets: LabelTarget[], unused: number): number {
  // Several headings of one wording (结果维持) are one label here: a spot names the first of them.
  const canonical = new Map([...targets].reverse().map((target) => [labelKey(target), target.body]))
  const nameOf = (target: LabelTarget) => canonical.get(labelKey(target))!
  const seen = new Set(evidence.flatMap((item) => (item.kind === 'label' ? [nameOf(item.spot.target)] : [])))
  const wanted = new Set(targets.filter(({ kind }) => kind !== 'note').map(nameOf))
  const order = outcomes.filter(({ state, evidence: kind }) => state === 'read' && kind === 'order').length
  const share = [...wanted].filter((key) => seen.has(key)).length / Math.max(1, wanted.size)
  const foreign = evidence.filter((item) => item.kind === 'word' && !item.fragment && item.text.length >= 4).length
  const figures = Math.max(1, evidence.filter(({ kind }) => kind === 'figure').length)
  const open = outcomes.filter(({ state }) => state === 'unresolved').length
  const against = foreign / (2 * (foreign + seen.size)) + unused / (2 * figures) + open / (4 * outcomes.length)
  return Math.max(0, share - against - order / (100 * outcomes.length))
}
