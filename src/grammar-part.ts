import type { Grammar } from './types'

/** What is not of one edition but of all years: one grammar of a call has it. */
type Part = 'metadata' | 'statistics' | 'structure' | 'wording'

/** The part of that name of the first grammar that has it; undefined where none does. */
export function grammarPart<Name extends Part>(grammars: Grammar[], name: Name): Grammar[Name] | undefined {
  return grammars.find((grammar) => grammar[name])?.[name]
}
