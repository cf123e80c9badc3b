/**
 * Measures how reports are read that were printed in many layouts and damaged: `npm run accuracy -- [options]`.
 *
 *     --lossless N, --meaning N, --lossy N, --undetectable N   cases of each class (default 1000, 300, 1000, 100)
 *     --seed N          first seed (default 1)
 *     --layout NAME     only cases in layouts whose name begins so
 *     --operator NAME   only cases with this operator
 *     --lines N         replay lines that are printed for each kind of fault (default 20)
 *     --causes          the faults alone, each without the steps that it does not need, grouped by layout and steps
 *     --case LINE       carry out one case, print its text and every cell that was not read right
 *     --write           put the tables into docs/accuracy.md
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Case, drawCase, formatCase, makeCase, parseCase } from '../arbitraries/case'
import type { DamageClass } from '../arbitraries/damage-tools'
import { judge, type Outcome, type Verdict } from '../arbitraries/judge'
import { parseRendering } from '../arbitraries/parse'
import { count, emptyScore, formatGroups, type Score } from './tally'

const { values } = parseArgs({
  options: {
    lossless: { type: 'string', default: '1000' },
    meaning: { type: 'string', default: '300' },
    lossy: { type: 'string', default: '1000' },
    undetectable: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    layout: { type: 'string' },
    operator: { type: 'string' },
    lines: { type: 'string', default: '20' },
    causes: { type: 'boolean', default: false },
    case: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})

if (values.case === undefined) measure()
else replay(parseCase(values.case))

function measure(): void {
  const faults: Fault[] = []
  const scores = (['lossless', 'meaning', 'lossy', 'undetectable'] as const).map((kind) => {
    const score = emptyScore(kind)
    for (const drawn of drawCases(kind, Number(values[kind]))) {
      const verdicts = verdictsOf(drawn)
      count(
        score,
        drawn.layout,
        drawn.steps.map(({ operator }) => operator),
        verdicts,
      )
      for (const outcome of ['wrongSilent', 'invented', 'null', 'wrongNamed', 'doubted'] as const) {
        const found = verdicts.filter((verdict) => verdict.outcome === outcome)
        if (found.length > 0) faults.push(reduce(kind, drawn, outcome, found))
      }
    }
    return score
  })
  printFaults(faults)
  if (values.causes) return
  const report = scores.map(formatScore).join('\n\n')
  console.log(report)
  if (values.write) writeReport(report)
}

/** The first cases of a class that the options ask for, seed by seed. */
function* drawCases(kind: DamageClass, wanted: number): Generator<Case> {
  const first = Number(values.seed)
  for (let seed = first, drawn = 0; drawn < wanted && seed < first + wanted * 400; seed++) {
    const next = drawCase(seed, kind)
    if (values.layout !== undefined && !next.layout.startsWith(values.layout)) continue
    if (values.operator !== undefined && !next.steps.some(({ operator }) => operator === values.operator)) continue
    drawn++
    yield next
  }
}

/** A report that makes the parser throw has every cell wrong in silence: it must not occur at all. */
function verdictsOf(drawn: Case): Verdict[] {
  const { rendering, expected } = makeCase(drawn)
  try {
    return judge(parseRendering(rendering), expected)
  } catch (error) {
    console.log(`threw ${formatCase(drawn)}: ${String(error)}`)
    return [...expected].map(([pointer, expectation]) => ({ pointer, outcome: 'wrongSilent', expectation, got: null }))
  }
}

interface Fault {
  kind: DamageClass
  outcome: Outcome
  smallest: Case
  cells: readonly Verdict[]
}

/** A faulty case without the steps that the fault does not need: none, one alone, or what is left after leaving out. */
function reduce(kind: DamageClass, drawn: Case, outcome: Outcome, found: readonly Verdict[]): Fault {
  const fault: Fault = { kind, outcome, smallest: drawn, cells: found }
  if (!values.causes && outcome !== 'wrongSilent' && outcome !== 'invented') return fault
  for (const steps of [[], ...drawn.steps.map((step) => [step])]) {
    if (steps.length < drawn.steps.length && shrinks(fault, { ...drawn, steps })) return fault
  }
  for (const step of drawn.steps)
    shrinks(fault, { ...fault.smallest, steps: fault.smallest.steps.filter((other) => other !== step) })
  return fault
}

/** Takes the smaller case where the fault still occurs in it. */
function shrinks(fault: Fault, smaller: Case): boolean {
  const cells = verdictsOf(smaller).filter((verdict) => verdict.outcome === fault.outcome)
  if (cells.length > 0) Object.assign(fault, { smallest: smaller, cells })
  return cells.length > 0
}

function printFaults(faults: readonly Fault[]): void {
  for (const outcome of ['wrongSilent', 'invented', 'wrongNamed', 'null', 'doubted'] as const) {
    const found = faults.filter(
      (fault) => fault.outcome === outcome && (fault.kind === 'lossless' || outcome !== 'wrongNamed'),
    )
    const groups = new Map<string, Fault[]>()
    for (const fault of found) groups.set(causeOf(fault), [...(groups.get(causeOf(fault)) ?? []), fault])
    const lines = [...groups.values()]
      .sort((a, b) => b.length - a.length)
      .map(
        (group) =>
          `${values.causes ? `${group.length} × ` : ''}${formatFault(group.reduce((a, b) => (b.cells.length < a.cells.length ? b : a)))}`,
      )
    if (lines.length > 0)
      console.log(`${outcome}: ${found.length} cases\n  ${lines.slice(0, Number(values.lines)).join('\n  ')}\n`)
  }
}

/** What faults are grouped by; without `--causes` each stands alone. */
function causeOf({ kind, smallest }: Fault): string {
  if (!values.causes) return `${kind} ${formatCase(smallest)}`
  return `${kind} ${smallest.layout} ${smallest.steps.map(({ operator }) => operator).join('+')}`
}

function formatFault({ kind, smallest, cells }: Fault): string {
  const shown = cells.slice(0, 3).map(({ pointer, expectation, got }) => `${pointer} ${show(expectation)} got ${got}`)
  return `${kind} ${formatCase(smallest)} (${cells.length} cells: ${shown.join(', ')})`
}

function replay(drawn: Case): void {
  const { rendering, expected } = makeCase(drawn)
  const result = parseRendering(rendering)
  console.log(rendering.items ? rendering.items.map((item) => JSON.stringify(item)).join('\n') : rendering.source)
  for (const { pointer, outcome, expectation, got } of judge(result, expected)) {
    if (outcome !== 'right' && outcome !== 'empty')
      console.log(`${outcome} ${pointer}: ${show(expectation)}, got ${got}`)
  }
  for (const { ruleId, severity, blame, message, pointers } of result.diagnostics) {
    console.log(`${severity} ${ruleId} (${blame}) ${message} ${pointers.slice(0, 3).join(' ')}`)
  }
}

function formatScore(score: Score): string {
  return [`## ${score.kind}`, ...(['table', 'layout', 'operator'] as const).map((by) => formatGroups(score, by))].join(
    '\n\n',
  )
}

function show(expectation: Verdict['expectation']): string {
  if (expectation === null) return 'nothing'
  return 'value' in expectation ? `${expectation.kind} ${expectation.value}` : expectation.kind
}

/** Replaces what stands below the mark in the page. */
function writeReport(report: string): void {
  const page = readFileSync('docs/accuracy.md', 'utf8')
  const mark = '<!-- measured -->'
  writeFileSync('docs/accuracy.md', `${page.slice(0, page.indexOf(mark) + mark.length)}\n\n${report}\n`)
}
