import { bodyParagraphs } from '../body-paragraphs'
import type { Context } from '../context'
import { findQuantities } from '../literal/find-quantities'
import { proseView } from '../position/prose-view'
import type { Root } from '../tree'
import type { Grammar, Pointer, Position, ProseRule, Report, Section, WordingRule } from '../types'
import { alternatives, fillerExpression, patternExpression } from './pattern'
import { type ScopeReader, scopeReader } from './scope'
import { type Sentence, type SentenceFigure, sentencesOf } from './sentences'

export { type Part, type PartsList, partsLists, type Share, sharesOf } from './parts'
export type { Sentence, SentenceFigure } from './sentences'

/** A sentence with its place in the report. */
export interface PlacedSentence extends Sentence {
  section: Pointer | null
  /** Number of its paragraph in the document. */
  paragraph: number
  locate(start: number, end: number): { raw: string; position?: Position }
}

/** Something that a sentence states, as a prose rule of a grammar has it. */
export interface ProseFact {
  rule: ProseRule
  /** Null for a statement without a figure. */
  figure: SentenceFigure | null
  sentence: PlacedSentence
  /** Where the matched words begin in the sentence's frame. */
  start: number
  /** The matched words, as printed. */
  raw: string
  position?: Position
  /** False where the figure is of a wider or narrower body than the report's, or may mean something else. */
  isOwn: boolean
}

/** The sentences of a report and what they state. */
export interface Prose {
  sentences: PlacedSentence[]
  facts: ProseFact[]
  /** Stated of a year named in the sentence that is not the one reported on. */
  otherYears: (ProseFact & { year: number })[]
}

/** Reads the body text of a tree by the prose rules of all grammars. */
export function readProse(tree: Root, report: Omit<Report, 'indicators'>, context: Context): Prose {
  return readSentences(treeSentences(tree, context), report, context.grammars)
}

/** Reads the text of a report again, without its tree: mentions are found by their order; nothing has a position. */
export function readReportProse(report: Report, grammars: Grammar[]): Prose {
  return readSentences(reportSentences(report), report, grammars)
}

function readSentences(sentences: PlacedSentence[], report: Omit<Report, 'indicators'>, grammars: Grammar[]): Prose {
  const wording = grammars.find((grammar) => grammar.wording)?.wording
  if (!wording) return { sentences, facts: [], otherYears: [] }
  const rules = grammars.flatMap(({ prose }) => prose).map((rule) => prepare(rule, wording))
  const guards = prepareGuards(wording)
  const facts: ProseFact[] = []
  const otherYears: Prose['otherYears'] = []
  let paragraph = -1
  let openScope: (frame: string) => ScopeReader = scopeReader(report.issuer, report.preface, wording)
  let topic: string | undefined
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      openScope = scopeReader(report.issuer, report.preface, wording)
      topic = undefined
    }
    const setting = { scope: openScope(sentence.frame), topic }
    topic = lastTopic(sentence.frame, guards) ?? topic
    if (isNarrow(report.sections, sentence.section, wording)) continue
    for (const rule of rules) {
      if (rule.hasFigure && sentence.figures.length === 0) continue
      for (const fact of factsOf(rule, sentence, setting, guards)) {
        const year = yearBefore(fact.sentence.frame, fact.start)
        if (report.year === null || year === null || year === report.year) facts.push(fact)
        else otherYears.push({ ...fact, year })
      }
    }
  }
  return { sentences, facts, otherYears }
}

function treeSentences(tree: Root, context: Context): PlacedSentence[] {
  const sentences: PlacedSentence[] = []
  let mentions = 0
  let number = 0
  for (const { paragraph, section } of bodyParagraphs(tree)) {
    const view = proseView(paragraph.children, context.source)
    const quantities = findQuantities(view.text)
    for (const sentence of sentencesOf(view.text, quantities, mentions))
      sentences.push({ ...sentence, section, paragraph: number, locate: view.locate })
    mentions += quantities.length
    number++
  }
  return sentences
}

function reportSentences({ preface, sections }: Report): PlacedSentence[] {
  const sentences: PlacedSentence[] = []
  let mentions = 0
  let number = 0
  const add = (text: string, section: Pointer | null) => {
    for (const line of text.split('\n')) {
      const quantities = findQuantities(line)
      const locate = (start: number, end: number) => ({ raw: line.slice(start, end) })
      for (const sentence of sentencesOf(line, quantities, mentions))
        sentences.push({ ...sentence, section, paragraph: number, locate })
      mentions += quantities.length
      number++
    }
  }
  const walk = (list: Section[], above: Pointer) => {
    for (const [index, section] of list.entries()) {
      const pointer = `${above}/sections/${index}`
      add(section.text, pointer)
      walk(section.sections, pointer)
    }
  }
  add(preface ?? '', null)
  walk(sections, '')
  return sentences
}

interface PreparedRule {
  rule: ProseRule
  patterns: RegExp[]
  hasFigure: boolean
  unless: RegExp[]
  needs: RegExp | null
}

function prepare(rule: ProseRule, wording: WordingRule): PreparedRule {
  const fillers = fillerExpression(wording.fillers)
  return {
    rule,
    patterns: rule.patterns.map(({ text }) => patternExpression(text, fillers)),
    hasFigure: rule.patterns.some(({ text }) => text.includes('{n}')),
    unless: (rule.unless ?? []).map((text) => patternExpression(text, fillers)),
    needs: rule.needs ? new RegExp(alternatives(rule.needs)) : null,
  }
}

interface Guards {
  negated: RegExp
  joined: RegExp
  otherYear: RegExp
  topic: RegExp
  topicOf: Map<string, string>
}

function prepareGuards(wording: WordingRule): Guards {
  const words = wording.topics.flatMap(({ name, labels }) => labels.map((label) => [label, name] as const))
  return {
    negated: new RegExp(`(?:${alternatives(wording.negations)})$`),
    joined: new RegExp(`[^#)，,;:.](?:${alternatives(wording.joiners)})$`),
    otherYear: new RegExp(alternatives(wording.otherYears)),
    topic: new RegExp(alternatives(words.map(([label]) => label)), 'g'),
    topicOf: new Map(words),
  }
}

/** What the sentences before say of the one at hand. */
interface Setting {
  scope: ScopeReader
  topic: string | undefined
}

function factsOf(prepared: PreparedRule, sentence: PlacedSentence, setting: Setting, guards: Guards): ProseFact[] {
  const { rule, patterns, hasFigure } = prepared
  const { frame } = sentence
  if (prepared.needs && !prepared.needs.test(frame)) return []
  const seen = new Set<number>()
  return patterns.flatMap((pattern) =>
    [...frame.matchAll(pattern)].flatMap((match) => {
      const start = match.index
      const end = start + match[0].length
      const mark = hasFigure ? start + match[0].indexOf('#') : -1
      const figure = sentence.figures.find(({ at }) => at === mark) ?? null
      if (hasFigure && (!figure || seen.has(mark))) return []
      if (figure && rule.units && !rule.units.includes(figure.quantity.unit ?? '')) return []
      const clause = clauseStart(frame, start)
      const span = { clause, start, end: hasFigure ? mark : end }
      if (isGuarded(prepared, frame, span, guards, setting.topic)) return []
      seen.add(mark)
      const place = sentence.locate(sentence.offset(start), sentence.offset(end - 1) + 1)
      return [
        {
          rule,
          figure,
          sentence,
          start,
          raw: place.raw,
          ...(place.position && { position: place.position }),
          isOwn: !rule.unsure && setting.scope.at(start, clause) === 'own',
        },
      ]
    }),
  )
}

/** Is the figure about something else than the words of the pattern say? */
function isGuarded(
  { rule, unless }: PreparedRule,
  frame: string,
  { clause, start, end }: { clause: number; start: number; end: number },
  guards: Guards,
  givenTopic: string | undefined,
): boolean {
  const before = frame.slice(0, start)
  if (guards.negated.test(before) || guards.joined.test(before)) return true
  const own = frame.slice(clause, clauseEnd(frame, end))
  if (unless.some((pattern) => own.search(pattern) >= 0)) return true
  if (guards.otherYear.test(frame.slice(clause, start))) return true
  if (!rule.topics) return false
  const topic = lastTopic(frame.slice(0, end), guards) ?? givenTopic
  return topic === undefined || !rule.topics.includes(topic)
}

/** A sentence goes on with the topic of the one before it until it names another. */
function lastTopic(frame: string, guards: Guards): string | undefined {
  const named = [...frame.matchAll(guards.topic)].at(-1)
  return named && guards.topicOf.get(named[0])
}

/** The last year named before `index`. */
function yearBefore(frame: string, index: number): number | null {
  const named = [...frame.slice(0, index).matchAll(/(?:19|20)\d\d(?=年)/g)].at(-1)
  return named ? Number(named[0]) : null
}

function clauseStart(frame: string, index: number): number {
  let start = index
  while (start > 0 && !/[,;:.]/.test(frame[start - 1]!)) start--
  return start
}

function clauseEnd(frame: string, index: number): number {
  let end = index
  while (end < frame.length && !/[,;:.]/.test(frame[end]!)) end++
  return end
}

/** Does the sentence stand in a part that tells of plans, or of one field only (重点领域)? */
function isNarrow(sections: Section[], pointer: Pointer | null, { narrowSections }: WordingRule): boolean {
  if (pointer === null) return false
  let list = sections
  for (const index of pointer.split('/sections/').slice(1)) {
    const section = list[Number(index)]
    if (!section) return false
    if (section.role === 'problems' || narrowSections.some((word) => section.title.includes(word))) return true
    list = section.sections
  }
  return false
}
