import { grammarPart } from '../grammar-part'
import type { Grammar, Pointer, Position, ProseRule, Report, Section, WordingRule } from '../types'
import type { BodyParagraph } from './body-paragraphs'
import { factReader } from './fact-reader'
import { proseQuantities } from './prose-quantities'
import { scopeReader } from './scope'
import { type PlacedSentence, remembered, type SentenceFigure, sentencesOf } from './sentences'

export { type PartsList, partsLists, type Share, sharesOf } from './parts'
export type { PlacedSentence, SentenceFigure } from './sentences'

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
  /** The sentence says that the figure is of the whole place (全市), so that it goes before those of its government alone. */
  isWhole: boolean
}

/** The sentences of a report and what they state. */
export interface Prose {
  sentences: PlacedSentence[]
  facts: ProseFact[]
  /** Stated of a year named in the sentence that is not the one reported on. */
  otherYears: (ProseFact & { year: number })[]
}

/** Reads the body text by the prose rules of all grammars. */
export function readProse(paragraphs: BodyParagraph[], report: Omit<Report, 'indicators'>, grammars: Grammar[]): Prose {
  return readSentences(bodySentences(paragraphs), report, grammars)
}

/** Reads the text of a report again, without its tree: mentions are found by their order; nothing has a position. */
export function readReportProse(report: Report, grammars: Grammar[]): Prose {
  return readSentences(reportSentences(report), report, grammars)
}

function readSentences(sentences: PlacedSentence[], report: Omit<Report, 'indicators'>, grammars: Grammar[]): Prose {
  const prose: Prose = { sentences, facts: [], otherYears: [] }
  const wording = grammarPart(grammars, 'wording')
  const readFacts = factReader(grammars)
  if (!wording || !readFacts) return prose
  const openScope = scopeReader(report, wording)
  const place = sectionPlaces(report.sections, wording)
  let paragraph = -1
  let scope = openScope()
  let before: PlacedSentence[] = []
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      scope = openScope()
      before = []
    }
    const { isNarrow, titles } = place(sentence.section)
    const setting = { scope: scope(sentence.frame), before: before.slice(-remembered), titles, year: report.year }
    before.push(sentence)
    if (isNarrow) continue
    for (const fact of readFacts(sentence, setting)) {
      const year = yearBefore(sentence.frame, fact.figure?.at ?? fact.start)
      if (report.year === null || year === null || year === report.year) prose.facts.push(fact)
      else prose.otherYears.push({ ...fact, year })
    }
  }
  return prose
}

/** The last year named before `index`; one in brackets counts in them only: 收到申请23件（2016年31件），办结22件. */
function yearBefore(frame: string, index: number): number | null {
  for (let end = frame.lastIndexOf('年', index - 1); end >= 4; end = frame.lastIndexOf('年', end - 1)) {
    const close = frame.indexOf(')', end)
    if (close >= 0 && close < index && frame.lastIndexOf('(', end) > frame.lastIndexOf(')', end)) continue
    const digits = frame.slice(end - 4, end)
    if (/^(?:19|20)\d\d$/.test(digits)) return Number(digits)
  }
  return null
}

function bodySentences(paragraphs: BodyParagraph[]): PlacedSentence[] {
  const sentences: PlacedSentence[] = []
  let mentions = 0
  for (const [paragraph, { view, section, quantities }] of paragraphs.entries()) {
    const place = { section, paragraph, locate: view.locate }
    for (const sentence of sentencesOf(view.text, quantities, mentions, place)) sentences.push(sentence)
    mentions += quantities.length
  }
  return sentences
}

function reportSentences({ preface, sections }: Report): PlacedSentence[] {
  const sentences: PlacedSentence[] = []
  let mentions = 0
  let number = 0
  const add = (text: string, section: Pointer | null) => {
    for (const line of text.split('\n')) {
      const quantities = proseQuantities(line)
      const locate = (start: number, end: number) => ({ raw: line.slice(start, end) })
      const place = { section, paragraph: number, locate }
      for (const sentence of sentencesOf(line, quantities, mentions, place)) sentences.push(sentence)
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

/** What the section of a sentence tells of it. */
interface SectionPlace {
  /** It tells of plans, or of one field only (重点领域). */
  isNarrow: boolean
  /** Titles from its section outwards. */
  titles: string[]
}

function sectionPlaces(sections: Section[], wording: WordingRule): (pointer: Pointer | null) => SectionPlace {
  const known = new Map<Pointer | null, SectionPlace>()
  return (pointer) => {
    const place = known.get(pointer) ?? readPlace(sections, pointer, wording)
    known.set(pointer, place)
    return place
  }
}

function readPlace(sections: Section[], pointer: Pointer | null, { narrowSections }: WordingRule): SectionPlace {
  const place: SectionPlace = { isNarrow: false, titles: [] }
  let list = sections
  for (const index of pointer?.split('/sections/').slice(1) ?? []) {
    const section = list[Number(index)]
    if (!section) break
    place.isNarrow ||= section.role === 'problems' || narrowSections.some((word) => section.title.includes(word))
    place.titles.unshift(section.title)
    list = section.sections
  }
  return place
}
