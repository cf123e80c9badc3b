import { grammarPart } from '../grammar-part'
import { oncePer } from '../once-per'
import type { Grammar } from '../types'
import { alternatives } from './alternatives'
import { type CumulativeTest, cumulativeTest } from './cumulative'
import { clauseStart, type Guard, guardOf, type Surroundings } from './guard'
import { type Candidate, patternSearch } from './pattern-search'
import type { ProseFact } from './prose'
import type { SentenceScope } from './scope'
import type { PlacedSentence } from './sentences'

/** What the sentences before say of the one at hand. */
export interface Setting extends Surroundings {
  scope: SentenceScope
  /** The year reported on. */
  year: number | null
}

/** Finds what a sentence states. */
export type FactReader = (sentence: PlacedSentence, setting: Setting) => ProseFact[]

/** Compiles the prose rules of the grammars; null where they have no wording. */
export const factReader: (grammars: Grammar[]) => FactReader | null = /* @__PURE__ */ oncePer((grammars: Grammar[]) => {
  const wording = grammarPart(grammars, 'wording')
  if (!wording) return null
  const search = patternSearch(
    grammars.flatMap(({ prose }) => prose),
    wording,
  )
  const partsOpen = new RegExp(alternatives(wording.partsOpen))
  const guards = {
    isGuarded: guardOf(wording),
    isCumulative: cumulativeTest(wording.cumulative),
    isPart: (words: string) => partsOpen.test(words),
  }
  return (sentence, setting) => {
    const facts: ProseFact[] = []
    for (const candidates of search(sentence)) readFacts(candidates, sentence, setting, guards, facts)
    return facts
  }
})

interface Guards {
  isGuarded: Guard
  isCumulative: CumulativeTest
  /** 行政复议12件，其中涉及政府信息公开2件: what is needed is said of a part only, so that the whole is of other fields too. */
  isPart: (words: string) => boolean
}

/** Adds to `facts` what the sentence states by these patterns of one rule; a figure states one thing at most. */
function readFacts(
  candidates: Candidate[],
  sentence: PlacedSentence,
  setting: Setting,
  guards: Guards,
  facts: ProseFact[],
): void {
  const prepared = candidates[0]!.prepared.rule
  const { rule, hasFigure, needs, needsTitle, never } = prepared
  const { frame } = sentence
  const needed = needs ? frame.search(needs) : 0
  if (needed < 0 && !setting.titles.some((title) => needsTitle?.test(title))) return
  if (never?.test(frame)) return
  /** Marks of figures that state something already. */
  const seen: number[] = []
  for (const { prepared: own, from, to } of candidates) {
    let next = from
    for (let place = own.pattern.next(frame, next, to); place; place = own.pattern.next(frame, next, to)) {
      const { start, end, figure: mark } = place
      next = Math.max(end, start + 1)
      const figure = mark < 0 ? null : (sentence.figures.find(({ at }) => at === mark) ?? null)
      if (hasFigure && (!figure || seen.includes(mark))) continue
      if (figure && rule.units && !rule.units.includes(figure.quantity.unit ?? '')) continue
      const span = { clause: clauseStart(frame, start), start, end: hasFigure ? mark : end, stop: end }
      if (mark >= 0 && needed > mark && guards.isPart(frame.slice(mark, needed))) continue
      if (guards.isGuarded(prepared, frame, span, setting)) continue
      seen.push(mark)
      const { raw, position } = sentence.locate(sentence.offset(start), sentence.offset(end - 1) + 1)
      const isYears = figure === null || !guards.isCumulative(frame.slice(0, mark), setting.year)
      const scope = setting.scope.at(start, span.clause)
      const isOwn = !rule.unsure && isYears && scope !== 'other'
      const isWhole = isOwn && scope === 'whole'
      facts.push({ rule, figure, sentence, start, raw, ...(position && { position }), isOwn, isWhole })
    }
  }
}
