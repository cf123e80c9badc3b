import { oncePer } from '../once-per'
import { type Phrases, phrases } from '../phrases/phrases'
import type { ContactField, Grammar, Vocabulary } from '../types'

/** The words around a report, ready for comparing. */
export interface MetadataWords {
  titles: Phrases
  /** Words of a title that are part of no name. */
  titleWords: Phrases
  bodies: Phrases
  period: Phrases
  inquiries: Phrases
  carriers: Phrases
  /** 发布时间 and the like, one by one: the first that stands on the page wins. */
  published: Phrases[]
  /** 由{body}编制 as what stands before and behind the name. */
  authors: { before: string; after: string }[]
  contact: { field: ContactField; words: Phrases }[]
  /** All of them together. */
  contactLabels: Phrases
}

/** Compiles the words of all grammars of a call, once for each list of grammars. */
export const metadataWords: (grammars: Grammar[]) => MetadataWords = /* @__PURE__ */ oncePer(compile)

function compile(grammars: Grammar[]): MetadataWords {
  const vocabularies = grammars.flatMap(({ vocabulary }) => vocabulary ?? [])
  const labels = (key: Exclude<keyof Vocabulary, 'contact'>) =>
    vocabularies.flatMap((vocabulary) => vocabulary[key] ?? [])
  const contact = vocabularies.flatMap((vocabulary) => vocabulary.contact ?? [])
  return {
    titles: phrases(labels('titles')),
    titleWords: phrases(labels('titleWords')),
    bodies: phrases(labels('bodies')),
    period: phrases(labels('period')),
    inquiries: phrases(labels('inquiries')),
    carriers: phrases(labels('carriers')),
    published: labels('published').map((label) => phrases([label])),
    authors: labels('authors').map(({ text }) => {
      const [before = '', after = ''] = text.split('{body}')
      return { before, after }
    }),
    contact: contact.map((rule) => ({ field: rule.field, words: phrases(rule.labels) })),
    contactLabels: phrases(contact.flatMap((rule) => rule.labels)),
  }
}
