import { type WordIndex, wordIndex } from '../phrases/word-index'
import type { ProseRule, WordingRule } from '../types'
import { alternatives } from './alternatives'
import { compilePattern, fillersOf, type Pattern } from './pattern'
import type { PlacedSentence } from './sentences'

/** A rule of a grammar, its words compiled. */
export interface PreparedRule {
  rule: ProseRule
  hasFigure: boolean
  unless: Pattern[]
  needs: RegExp | null
  needsTitle: RegExp | null
  never: RegExp | null
}

interface PreparedPattern {
  pattern: Pattern
  rule: PreparedRule
  /** Its place among all patterns. */
  order: number
}

/** A pattern and where in a sentence it may begin, `[from, to)`. */
export interface Candidate {
  prepared: PreparedPattern
  from: number
  to: number
}

/** Finds the patterns whose words a sentence holds, those of one rule together, in the order of the grammars. */
export type PatternSearch = (sentence: PlacedSentence) => Candidate[][]

/** Compiles the patterns of prose rules; most sentences hold the words of few of them, and one pass over a sentence tells. */
export function patternSearch(rules: ProseRule[], wording: WordingRule): PatternSearch {
  const patterns = preparePatterns(rules, wording)
  const words = anchorsOf(patterns)
  // Most sentences have no figure.
  const bareWords = anchorsOf(patterns.filter(({ rule }) => !rule.hasFigure))
  const free = patterns.filter(({ pattern }) => pattern.anchors.length === 0)
  return ({ frame, figures }) => {
    const hasFigure = figures.length > 0
    const found = new Map<PreparedPattern, Candidate>()
    for (const prepared of free)
      if (hasFigure || !prepared.rule.hasFigure) found.set(prepared, { prepared, from: 0, to: frame.length })
    const index = hasFigure ? words : bareWords
    index.each(frame, (anchored, start) => {
      for (const prepared of anchored) {
        const known = found.get(prepared)
        if (known) known.to = start + 1
        else found.set(prepared, { prepared, from: Math.max(0, start - prepared.pattern.reach), to: start + 1 })
      }
    })
    return byRule(found)
  }
}

function anchorsOf(patterns: PreparedPattern[]): WordIndex<PreparedPattern> {
  return wordIndex(patterns.flatMap((prepared) => prepared.pattern.anchors.map((word) => [word, prepared] as const)))
}

/** The candidates in the order of their patterns, those of one rule together. */
function byRule(found: Map<PreparedPattern, Candidate>): Candidate[][] {
  const rules: Candidate[][] = []
  if (found.size === 0) return rules
  const candidates = [...found.values()].sort((a, b) => a.prepared.order - b.prepared.order)
  for (const [index, candidate] of candidates.entries()) {
    if (candidates[index - 1]?.prepared.rule === candidate.prepared.rule) rules[rules.length - 1]!.push(candidate)
    else rules.push([candidate])
  }
  return rules
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
      patterns.push({ pattern: compilePattern(text, fillers), rule: prepared, order: patterns.length })
  }
  return patterns
}
