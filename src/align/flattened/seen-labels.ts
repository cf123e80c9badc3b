import type { Evidence } from '../../evidence/evidence'
import { oncePer } from '../../once-per'
import { labelTargets } from '../../spot/label-target'
import type { Form } from '../../types'
import type { RowOutcome } from './row-outcome'

/** What of a form's labels stands in a region, and what else. */
export interface SeenLabels {
  /** Share of its labels. */
  share: number
  /** What counts against it: words that are none of its labels, as a part of all words. */
  against: number
  figures: number
}

/** Counts the labels of a form, other words and figures among what a region prints. */
export function seenLabels(evidence: Evidence[], form: Form): SeenLabels {
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
  const canonical = new Map([...targets].reverse().map((target) => [target.key, target.body]))
  const names = new Map(targets.map((target) => [target, canonical.get(target.key)!]))
  return { names, wanted: new Set(targets.flatMap((target) => (target.kind === 'note' ? [] : [names.get(target)!]))) }
})

/** The score if every figure has its place. */
export function mostOf({ share, against }: SeenLabels): number {
  return Math.max(0, share - against)
}

/**
 * Share of the form's labels that were seen, less words that are none of its labels, figures that no row takes and rows that
 * could not be read: editions differ in their labels first.
 */
export function scoreOf(
  { share, against: words, figures }: SeenLabels,
  outcomes: RowOutcome[],
  unused: number,
): number {
  const order = outcomes.filter(({ state, evidence: kind }) => state === 'read' && kind === 'order').length
  const open = outcomes.filter(({ state }) => state === 'unresolved').length
  const against = words + unused / (2 * Math.max(1, figures)) + open / (4 * outcomes.length)
  return Math.max(0, share - against - order / (100 * outcomes.length))
}
