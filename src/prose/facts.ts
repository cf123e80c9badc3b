import { type WordIndex, wordIndex } from '../phrases/word-index'
import type { Grammar, ProseRule, WordingRule } from '../types'
import { alternatives } from './alternatives'
import { type CumulativeTest, cumulativeTest } from './cumulative'
import { compilePattern, fillersOf, type Pattern, type PatternMatch } from './pattern'
import type { ProseFact } from './prose'
import type { SentenceScope } from './scope'
import type { PlacedSentence } from './sentences'

/** What the sentences before say of the one at hand. */
export interface Setting {
  scope: SentenceScope
  /** The sentences before it in its paragraph. */
  before: PlacedSentence[]
  /** Titles of its sections, from the innermost outwards. */
  titles: string[]
}

/** Finds what a sentence states. */
export type FactReader = (sentence: PlacedSentence, setting: Setting) => ProseFact[]

/** Compiled once for a set of grammars: what a pattern means does not depend on the document. */
const compiled = new WeakMap<Grammar[], FactReader>()

/** Compiles the prose rules of the grammars. */
export function proseRules(grammars: Grammar[], wording: WordingRule): FactReader {
  const known = compiled.get(grammars)
  if (known) return known
  const rules = grammars.flatMap(({ prose }) => prose)
  const guards = prepareGuards(wording)
  const anchors = anchorIndex(preparePatterns(rules, wording))
  const reader: FactReader = (sentence, setting) => {
    const facts: ProseFact[] = []
    for (const candidates of patternsFor(sentence, anchors)) readFacts(candidates, sentence, setting, guards, facts)
    return facts
  }
  compiled.set(grammars, reader)
  return reader
}

/** The patterns by the words that a sentence must hold for them to match. */
interface Anchors {
  words: WordIndex<PreparedPattern>
  /** The same of the rules without a figure: most sentences have none. */
  bareWords: WordIndex<PreparedPattern>
  /** Patterns without such a word: tried on every sentence. */
  free: PreparedPattern[]
}

function anchorIndex(patterns: PreparedPattern[]): Anchors {
  const index = (kept: PreparedPattern[]) =>
    wordIndex(kept.flatMap((prepared) => prepared.pattern.anchors.map((word) => [word, prepared] as const)))
  return {
    words: index(patterns),
    bareWords: index(patterns.filter(({ rule }) => !rule.hasFigure)),
    free: patterns.filter(({ pattern }) => pattern.anchors.length === 0),
  }
}

/** A pattern and where in a sentence it may begin, `[from, to)`. */
interface Candidate {
  prepared: PreparedPattern
  from: number
  to: number
}

/** The patterns whose words the sentence holds, those of one rule together, in the order of the grammars. */
function patternsFor({ frame, figures }: PlacedSentence, { words, bareWords, free }: Anchors): Candidate[][] {
  const hasFigure = figures.length > 0
  const found = free
    .filter(({ rule }) => hasFigure || !rule.hasFigure)
    .map((prepared): Candidate => ({ prepared, from: 0, to: frame.length }))
  const index = hasFigure ? words : bareWords
  index.each(frame, (patterns, start) => {
    for (const prepared of patterns)
      found.push({ prepared, from: Math.max(0, start - prepared.pattern.reach), to: start + 1 })
  })
  found.sort((a, b) => a.prepared.order - b.prepared.order)
  const rules: Candidate[][] = []
  let before: Candidate | undefined
  for (const candidate of found) {
    // The same word stands in the sentence again.
    if (before?.prepared === candidate.prepared) {
      before.to = candidate.to
      continue
    }
    if (before?.prepared.rule === candidate.prepared.rule) rules[rules.length - 1]!.push(candidate)
    else rules.push([candidate])
    before = candidate
  }
  return rules
}

interface PreparedPattern {
  pattern: Pattern
  rule: PreparedRule
  /** Its place among all patterns. */
  order: number
}

interface PreparedRule {
  rule: ProseRule
  hasFigure: boolean
  unless: Pattern[]
  needs: RegExp | null
  needsTitle: RegExp | null
  never: RegExp | null
}

function preparePatterns(rules: ProseRule[], wording: WordingRule): PreparedPattern[] {
  const fillers = fillersOf(wording.fillers)
  const patterns: PreparedPattern[] = []
  for (const rule of rules) {
    const prepared: PreparedRule = {
      rule,
      hasFigure: rule.patterns.some(({ text }) => text.includes('{n}')),
      unless: (rule.unless ?? []).map((text) => compilePattern(text, fillers)),
      needs: rule.needs ? new RegExp(alternatives(rule.needs)) : null,
      needsTitle: rule.needsTitle ? new RegExp(alternatives(rule.needsTitle)) : null,
      never: rule.never ? new RegExp(alternatives(rule.never)) : null,
    }
    for (const { text } of rule.patterns)
      patterns.push({
        pattern: compilePattern(text, fillers),
        rule: prepared,
        order: patterns.length,
      })
  }
  return patterns
}

interface Guards {
  negated: RegExp
  joined: RegExp
  /** Characters that `negated` and `joined` look back at most. */
  reach: number
  otherYear: RegExp
  isCumulative: CumulativeTest
  topic: RegExp
  topicOf: Map<string, string>
}

function prepareGuards(wording: WordingRule): Guards {
  const words = wording.topics.flatMap(({ name, labels }) => labels.map((label) => [label, name] as const))
  return {
    negated: new RegExp(`(?:${alternatives(wording.negations)})$`),
    joined: new RegExp(`[^#),;:.](?:${alternatives(wording.joiners)})$`),
    reach: 1 + Math.max(0, ...[...wording.negations, ...wording.joiners].map(({ length }) => length)),
    otherYear: new RegExp(alternatives(wording.otherYears)),
    isCumulative: cumulativeTest(wording.cumulative),
    topic: new RegExp(alternatives(words.map(([label]) => label)), 'g'),
    topicOf: new Map(words),
  }
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
  if (needs && !needs.test(frame) && !setting.titles.some((title) => needsTitle?.test(title))) return
  if (never?.test(frame)) return
  const seen = new Set<number>()
  for (const candidate of candidates) {
    for (const { start, end, figure: mark } of placesOf(candidate, frame)) {
      const figure = mark < 0 ? null : (sentence.figures.find(({ at }) => at === mark) ?? null)
      if (hasFigure && (!figure || seen.has(mark))) continue
      if (figure && rule.units && !rule.units.includes(figure.quantity.unit ?? '')) continue
      const span = { clause: clauseStart(frame, start), start, end: hasFigure ? mark : end, stop: end }
      if (isGuarded(prepared, frame, span, guards, setting)) continue
      seen.add(mark)
      const { raw, position } = sentence.locate(sentence.offset(start), sentence.offset(end - 1) + 1)
      const isYears = figure === null || !guards.isCumulative(frame.slice(0, mark))
      const isOwn = !rule.unsure && isYears && setting.scope.at(start, span.clause) === 'own'
      facts.push({ rule, figure, sentence, start, raw, ...(position && { position }), isOwn })
    }
  }
}

/** All places of a pattern, without overlap. */
function placesOf({ prepared: { pattern }, from, to }: Candidate, frame: string): PatternMatch[] {
  const places: PatternMatch[] = []
  for (let place = pattern.next(frame, from, to); place; ) {
    places.push(place)
    place = pattern.next(frame, Math.max(place.end, place.start + 1), to)
  }
  return places
}

/** What `matchAll` gives, without the copy of the expression that it makes. */
function matchesOf(expression: RegExp, text: string): RegExpExecArray[] {
  const out: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    out.push(match)
    if (match[0] === '') expression.lastIndex++
  }
  return out
}

/** Is the figure about something else than the words of the pattern say? */
function isGuarded(
  { rule, unless }: PreparedRule,
  frame: string,
  { clause, start, end, stop }: { clause: number; start: number; end: number; stop: number },
  guards: Guards,
  { before, titles }: Setting,
): boolean {
  const words = frame.slice(Math.max(0, start - guards.reach), start)
  if (guards.negated.test(words) || guards.joined.test(words)) return true
  const own = frame.slice(clause, clauseEnd(frame, end))
  if (unless.some((pattern) => pattern.next(own) !== null)) return true
  if (guards.otherYear.test(frame.slice(clause, start))) return true
  if (!rule.topics) return false
  const frames = [...before.map((sentence) => sentence.frame), frame.slice(0, stop)]
  const topic = lastTopic(frames, guards) ?? titleTopic(titles, guards)
  return topic === undefined || !rule.topics.includes(topic)
}

/** A sentence goes on with the topic of the one before it until it names another. */
function lastTopic(frames: string[], guards: Guards): string | undefined {
  for (const frame of frames.reverse()) {
    const named = matchesOf(guards.topic, frame).at(-1)
    if (named) return guards.topicOf.get(named[0])
  }
  return undefined
}

/** The one topic that the innermost title with any names; 行政复议和行政诉讼情况 names two and tells nothing. */
function titleTopic(titles: string[], guards: Guards): string | undefined {
  for (const title of titles) {
    const named = new Set(matchesOf(guards.topic, title).map(([word]) => guards.topicOf.get(word)))
    if (named.size > 0) return named.size === 1 ? [...named][0] : undefined
  }
  return undefined
}

const clauseMarks = ',;:.'

function clauseStart(frame: string, index: number): number {
  let start = index
  while (start > 0 && !clauseMarks.includes(frame[start - 1]!)) start--
  return start
}

function clauseEnd(frame: string, index: number): number {
  let end = index
  while (end < frame.length && !clauseMarks.includes(frame[end]!)) end++
  return end
}
