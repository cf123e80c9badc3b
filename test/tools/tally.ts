import type { DamageClass } from '../arbitraries/damage-tools'
import type { Outcome, Verdict } from '../arbitraries/judge'

/** Counts of what became of some cells. */
export interface Tally {
  cases: number
  /** Cells that no damage concerns. */
  unhurt: number
  cells: Record<Outcome, number>
}

/** The figures of one class of damage, as a whole and by what they may be grouped by. */
export interface Score {
  kind: DamageClass
  all: Tally
  groups: Record<'table' | 'layout' | 'operator', Map<string, Tally>>
}

/** An empty score. */
export function emptyScore(kind: DamageClass): Score {
  return { kind, all: emptyTally(), groups: { table: new Map(), layout: new Map(), operator: new Map() } }
}

/** Counts the verdicts of one case. */
export function count(score: Score, layout: string, operators: readonly string[], verdicts: readonly Verdict[]): void {
  add(score.all, verdicts)
  add(group(score, 'layout', layout), verdicts)
  for (const operator of operators.length > 0 ? operators : ['none']) add(group(score, 'operator', operator), verdicts)
  const tables: [string, (verdict: Verdict) => boolean][] = [
    ['disclosure', ({ pointer }) => pointer.startsWith('/disclosure')],
    ['requests', ({ pointer }) => pointer.startsWith('/requests')],
    ['disputes', ({ pointer }) => pointer.startsWith('/disputes')],
    ['totals', ({ pointer }) => pointer.endsWith('/total')],
    ['non-zero', ({ expectation }) => expectation !== null && 'value' in expectation && expectation.value !== 0],
  ]
  for (const [name, belongs] of tables) add(group(score, 'table', name), verdicts.filter(belongs))
}

/** One Markdown table of a grouping: shares of the unhurt cells, then counts. */
export function formatGroups(score: Score, by: keyof Score['groups']): string {
  const rows = [['all', score.all] as const, ...[...score.groups[by]].sort(([a], [b]) => (a < b ? -1 : 1))]
  return [
    `| ${by} | cases | cells | right | null | wrong in silence | invented | wrong, named | right, doubted | hurt | other state |`,
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map(([name, tally]) => `| ${name} | ${formatTally(tally).join(' | ')} |`),
  ].join('\n')
}

function formatTally(tally: Tally): string[] {
  const { cells, unhurt } = tally
  const percent = (part: number) => (unhurt === 0 ? '–' : `${((100 * part) / unhurt).toFixed(2)} %`)
  const counts = [cells.wrongSilent, cells.invented, cells.wrongNamed, cells.doubted, cells.hurt, cells.emptyOtherState]
  return [
    String(tally.cases),
    String(unhurt),
    percent(cells.right + cells.doubted),
    percent(cells.null),
    ...counts.map(String),
  ]
}

function add(tally: Tally, verdicts: readonly Verdict[]): void {
  tally.cases++
  for (const { outcome, expectation } of verdicts) {
    tally.cells[outcome]++
    if (expectation?.kind === 'number') tally.unhurt++
  }
}

function group(score: Score, by: keyof Score['groups'], name: string): Tally {
  const tallies = score.groups[by]
  if (!tallies.has(name)) tallies.set(name, emptyTally())
  return tallies.get(name)!
}

function emptyTally(): Tally {
  const cells = {
    right: 0,
    doubted: 0,
    null: 0,
    hurt: 0,
    wrongNamed: 0,
    wrongSilent: 0,
    invented: 0,
    empty: 0,
    emptyOtherState: 0,
    undetectable: 0,
  }
  return { cases: 0, unhurt: 0, cells }
}
