import { type WordIndex, wordIndex } from '../phrases/word-index'
import type { Grammar, ProseRule, WordingRule } from '../types'
import { type CumulativeTest, cumulativeTest } from './cumulative'
import { alternatives, anchorsOf, fillerExpression, patternExpression } from './pattern'
import type { ProseFact } from './prose'
import type { SentenceScope } from './scope'
import { figureMark, type PlacedSentence } from './sentences'

/** What the sentences before say of the one at hand. */
export interface Setting {
  scope: SentenceScope
  /** The sentences before it in its paragraph. */
  before: PlacedSentence[]
  /** Titles of its sections, from the innermost outwards. */
  titles: string[]
  /** The year reported on. */
  year: number | null
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
    for (const patterns of patternsFor(sentence, anchors)) readFacts(patterns, sentence, setting, guards, facts)
    return facts
  }
  compiled.set(grammars, reader)
  return reader
}

/** The patterns by the words that a sentence must hold for them to match. */
interface Anchors {
  words: WordIndex<PreparedPattern>
  /** Patterns without such a word: tried on every sentence. */
  free: PreparedPattern[]
}

function anchorIndex(patterns: PreparedPattern[]): Anchors {
  return {
    words: wordIndex(patterns.flatMap((pattern) => pattern.anchors.map((word) => [word, pattern] as const))),
    free: patterns.filter(({ anchors }) => anchors.length === 0),
  }
}

/** The patterns whose words the sentence holds, those of one rule together, in the order of the grammars. */
function patternsFor({ frame, figures }: PlacedSentence, { words, free }: Anchors): PreparedPattern[][] {
  const found: PreparedPattern[] = []
  const add = (patterns: readonly PreparedPattern[]) => {
    for (const pattern of patterns) if (figures.length > 0 || !pattern.rule.hasFigure) found.push(pattern)
  }
  add(free)
  words.each(frame, add)
  found.sort((a, b) => a.order - b.order)
  const rules: PreparedPattern[][] = []
  for (const [index, pattern] of found.entries()) {
    const before = found[index - 1]
    if (before === pattern) continue
    if (before?.rule === pattern.rule) rules[rules.length - 1]!.push(pattern)
    else rules.push([pattern])
  }
  return rules
}

interface PreparedPattern {
  expression: RegExp
  anchors: string[]
  rule: PreparedRule
  /** Its place among all patterns. */
  order: number
}

interface PreparedRule {
  rule: ProseRule
  hasFigure: boolean
  unless: RegExp[]
  needs: RegExp | null
  needsTitle: RegExp | null
  never: RegExp | null
}

function preparePatterns(rules: ProseRule[], wording: WordingRule): PreparedPattern[] {
  const fillers = fillerExpression(wording.fillers)
  const patterns: PreparedPattern[] = []
  for (const rule of rules) {
    const prepared: PreparedRule = {
      rule,
      hasFigure: rule.patterns.some(({ text }) => text.includes('{n}')),
      unless: (rule.unless ?? []).map((text) => patternExpression(text, fillers)),
      needs: rule.needs ? new RegExp(alternatives(rule.needs)) : null,
      needsTitle: rule.needsTitle ? new RegExp(alternatives(rule.needsTitle)) : null,
      never: rule.never ? new RegExp(alternatives(rule.never)) : null,
    }
    for (const { text } of rule.patterns)
      patterns.push({
        expression: patternExpression(text, fillers),
        anchors: anchorsOf(text),
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
  patterns: PreparedPattern[],
  sentence: PlacedSentence,
  setting: Setting,
  guards: Guards,
  facts: ProseFact[],
): void {
  const prepared = patterns[0]!.rule
  const { rule, hasFigure, needs, needsTitle, never } = prepared
  const { frame } = sentence
  if (needs && !needs.test(frame) && !setting.titles.some((title) => needsTitle?.test(title))) return
  if (never?.test(frame)) return
  const seen = new Set<number>()
  for (const { expression } of patterns) {
    for (const match of matchesOf(expression, frame)) {
      const start = match.index
      const end = start + match[0].length
      const mark = hasFigure ? start + match[0].indexOf(figureMark) : -1
      const figure = sentence.figures.find(({ at }) => at === mark) ?? null
      if (hasFigure && (!figure || seen.has(mark))) continue
      if (figure && rule.units && !rule.units.includes(figure.quantity.unit ?? '')) continue
      const span = { clause: clauseStart(frame, start), start, end: hasFigure ? mark : end, stop: end }
      if (isGuarded(prepared, frame, span, guards, setting)) continue
      seen.add(mark)
      const { raw, position } = sentence.locate(sentence.offset(start), sentence.offset(end - 1) + 1)
      const isYears = figure === null || !guards.isCumulative(frame.slice(0, mark), setting.year)
      const isOwn = !rule.unsure && isYears && setting.scope.at(start, span.clause) === 'own'
      facts.push({ rule, figure, sentence, start, raw, ...(position && { position }), isOwn })
    }
  }
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
  if (unless.some((pattern) => own.search(pattern) >= 0)) return true
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
