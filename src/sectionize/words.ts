import { fold, foldText } from '../fold/fold'
import type { AxisRule, Grammar, Label, SectionRole } from '../types'
import { compileNumbering, type Numbering } from './numbering'

/** What the grammars of one call know of headings and of what stands around the report, ready for comparing. */
export interface Words {
  numbering: Numbering
  /** Titles of parts (depth 1). */
  parts: Phrases
  /** Headings before the first part: 前言. */
  frontHeadings: Phrases
  /** Usual headings inside a part. */
  subheadings: Phrases
  /** Numbered row headings of forms, without their numbers: never headings of the outline. */
  formLabels: Phrases
  contents: Phrases
  /** What report titles end with. */
  titles: Phrases
  /** What a line of page furniture begins with; 发布时间 too. */
  furniture: Phrases
  /** What names of bodies end with. */
  bodies: Phrases
  /** The role of a part by its title, else by its words. */
  roleOf(title: string): SectionRole | null
}

/** A set of phrases in their compare form. */
export interface Phrases {
  /** Whether the whole text is one of them. */
  has(text: string): boolean
  /** Whether the text ends with one of them. */
  ends(text: string): boolean
  /** Length in `text`, from `offset`, of the longest one that stands there; 0 for none. */
  at(text: string, offset: number): number
  /** Whether one of them begins with the text. */
  begins(text: string): boolean
}

/** Compiles the words of all grammars of a call. */
export function compileWords(grammars: Grammar[]): Words {
  const sections = grammars.flatMap((grammar) => grammar.sections)
  const roles = new Map(
    sections.flatMap(({ role, labels }) => labels.map(({ text }) => [foldText(text), role] as const)),
  )
  const keywords = sections.flatMap(({ role, keywords = [] }) =>
    keywords.map((word) => [foldText(word), role] as const),
  )
  const vocabulary = (key: 'frontHeadings' | 'subheadings' | 'contents' | 'titles' | 'bodies') =>
    phrases(grammars.flatMap((grammar) => grammar.vocabulary?.[key] ?? []))
  const numbering = compileNumbering(grammars.flatMap((grammar) => grammar.numbering))
  return {
    numbering,
    parts: phrases(sections.flatMap(({ labels }) => labels)),
    frontHeadings: vocabulary('frontHeadings'),
    subheadings: vocabulary('subheadings'),
    formLabels: phrases(grammars.flatMap(({ forms }) => forms.flatMap((form) => numberedLabels(form, numbering)))),
    contents: vocabulary('contents'),
    titles: vocabulary('titles'),
    furniture: phrases(
      grammars.flatMap(({ vocabulary: words }) => [...(words?.furniture ?? []), ...(words?.published ?? [])]),
    ),
    bodies: vocabulary('bodies'),
    roleOf(title) {
      const folded = foldText(title)
      return roles.get(folded) ?? keywords.find(([word]) => folded.includes(word))?.[1] ?? null
    },
  }
}

/** Compiles labels: looked up by their first character, the longest first. */
export function phrases(labels: Label[]): Phrases {
  const folded = new Set(labels.map(({ text }) => foldText(text)).filter((text) => text !== ''))
  const byFirst = new Map<string, string[]>()
  for (const text of [...folded].sort((a, b) => b.length - a.length))
    byFirst.set(text[0]!, [...(byFirst.get(text[0]!) ?? []), text])
  const longest = Math.max(0, ...[...folded].map(({ length }) => length))
  const lengths = [...new Set([...folded].map(({ length }) => length))]
  return {
    has: (text) => folded.has(foldText(text)),
    ends(text) {
      const tail = foldText(text)
      return lengths.some((length) => length <= tail.length && folded.has(tail.slice(tail.length - length)))
    },
    at(text, offset) {
      // White space inside a printed phrase is as long as the phrase itself at most.
      const view = fold(text.slice(offset, offset + 3 * longest))
      const found = byFirst.get(view.text[0] ?? '')?.find((phrase) => view.text.startsWith(phrase))
      return found ? view.end(found.length) : 0
    },
    begins(text) {
      const head = foldText(text)
      return head !== '' && (byFirst.get(head[0]!)?.some((phrase) => phrase.startsWith(head)) ?? false)
    },
  }
}

/** The row headings of a form that bear a number such as 一、 or 1., without it: only these look like headings. */
function numberedLabels({ blocks }: Grammar['forms'][number], numbering: Numbering): Label[] {
  return blocks
    .flatMap(({ stub }) => axisLabels(stub))
    .flatMap(({ text, seen }) => {
      const marker = numbering.at(text, 0)
      return marker ? [{ text: text.slice(marker.end), seen }] : []
    })
}

function axisLabels(rules: AxisRule[]): Label[] {
  return rules.flatMap(({ labels, children = [] }) => [...labels, ...axisLabels(children)])
}
