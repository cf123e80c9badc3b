import type { Pointer } from '../../src/types'
import { operatorOf, operators } from './damage'
import type { Damage, DamageClass, Expectation } from './damage-tools'
import type { Rendering } from './layout'
import { drawLayout, layoutOf } from './layouts'
import { markUndetectable } from './mark-undetectable'
import { createRandom } from './random'
import { drawReport, type Truth } from './report'

/** A report of a seed, printed in a layout after some damage: one line says it all. */
export interface Case {
  seed: number
  layout: string
  steps: { operator: string; amount: number }[]
}

/** A case carried out. */
export interface Made {
  truth: Truth
  rendering: Rendering
  expected: Map<Pointer, Expectation>
}

/** `seed=17 layout=pipe ops=pageBreak(2)+zeroToDash(0.5)`: `parseCase` reads it back. */
export function formatCase({ seed, layout, steps }: Case): string {
  const ops = steps.map(({ operator, amount }) => `${operator}(${amount})`).join('+')
  return `seed=${seed} layout=${layout} ops=${ops === '' ? 'none' : ops}`
}

/** Reads a line of `formatCase`; what stands around it is passed over. */
export function parseCase(line: string): Case {
  const parts = /seed=(\d+) layout=(\S+) ops=(\S+)/.exec(line)
  if (!parts) throw new TypeError(`Unexpected case ${line}, expected seed=N layout=NAME ops=NAME(AMOUNT)+…`)
  const steps = [...parts[3]!.matchAll(/(\w+)\(([\d.]+)\)/g)].map(([, operator, amount]) => ({
    operator: operator!,
    amount: Number(amount),
  }))
  return { seed: Number(parts[1]), layout: parts[2]!, steps }
}

/** Draws a case: `lossless` and `meaning` have up to three harmless steps beside, `lossy` at least one that takes something away. */
export function drawCase(seed: number, kind: DamageClass): Case {
  const random = createRandom(`case ${kind} ${seed}`)
  const layout = drawLayout(random)
  const fitting = operators.filter((operator) => operator.fits(layout))
  const draw = (wanted: DamageClass, count: number) =>
    random
      .shuffle(fitting.filter((operator) => operator.class === wanted))
      .slice(0, count)
      .map((operator) => ({ operator: operator.name, amount: random.pick(operator.amounts) }))
  const harmless = draw('lossless', random.pick(kind === 'lossless' ? [0, 1, 1, 2, 3, 4] : [0, 0, 0, 1, 2]))
  const steps = kind === 'lossless' ? harmless : [...draw(kind, random.pick([1, 1, 2])), ...harmless]
  return { seed, layout: layout.name, steps }
}

/**
 * Carries a case out: the same case gives the same text on every machine.
 *
 * @param truth the report; by default that of the seed
 */
export function makeCase({ seed, layout: name, steps }: Case, truth: Truth = drawReport(seed)): Made {
  const layout = layoutOf(name)
  const expected = new Map<Pointer, Expectation>()
  for (const [pointer, { value }] of truth.figures) expected.set(pointer, { kind: 'number', value })
  const damage: Damage = { layout, blocks: structuredClone(truth.blocks), expected, edits: [] }
  // every step has its own stream, so that leaving one out changes no other
  for (const { operator, amount } of steps)
    operatorOf(operator).apply(damage, amount, createRandom(`${seed} ${operator}`))
  const rendering = layout.render(damage.blocks, createRandom(`${seed} layout`))
  for (const pointer of rendering.unproved) {
    const before = expected.get(pointer)
    if (before?.kind === 'number') expected.set(pointer, { kind: 'hurt', value: before.value })
  }
  markUndetectable(damage, truth, new Set(rendering.unproved))
  const edit = createRandom(`${seed} edits`)
  const source = damage.edits.reduce((text, change) => change(text, edit), rendering.source)
  return { truth, rendering: { ...rendering, source }, expected }
}
