import { foldText } from '../fold/fold'
import { oncePer } from '../once-per'
import { type Phrases, phrases } from '../phrases/phrases'
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
  /** Numbered row headings of the statutory forms, without their numbers: never headings of the outline. */
  formLabels(depth: number): Phrases
  contents: Phrases
  /** Full-width lines that open a block of a form: 第二十条第（一）项. */
  captions: Phrases
  /** What report titles end with. */
  titles: Phrases
  /** Words of a title that are part of no name. */
  titleWords: Phrases
  /** What a line of page furniture begins with; 发布时间 too. */
  furniture: Phrases
  /** What stands in a line of page furniture and in no other: ICP备. */
  pageMarks: Phrases
  /** What names of bodies end with. */
  bodies: Phrases
  /** The role of a part by its title, else by its words. */
  roleOf(title: string): SectionRole | null
}

/** Compiles the words of all grammars of a call, once for each list of grammars. */
export const compileWords: (grammars: Grammar[]) => Words = /* @__PURE__ */ oncePer(compile)

function compile(grammars: Grammar[]): Words {
  const sections = grammars.flatMap((grammar) => grammar.sections)
  const roles = new Map(
    sections.flatMap(({ role, labels }) => labels.map(({ text }) => [foldText(text), role] as const)),
  )
  const keywords = sections.flatMap(({ role, keywords = [] }) =>
    keywords.map((word) => [foldText(word), role] as const),
  )
  const vocabulary = (
    key: 'frontHeadings' | 'subheadings' | 'contents' | 'titles' | 'titleWords' | 'pageMarks' | 'bodies',
  ) => phrases(grammars.flatMap((grammar) => grammar.vocabulary?.[key] ?? []))
  const numbering = compileNumbering(grammars.flatMap((grammar) => grammar.numbering))
  const labels = numberedLabels(statutoryForms(grammars), numbering)
  return {
    numbering,
    parts: phrases(sections.flatMap(({ labels }) => labels)),
    frontHeadings: vocabulary('frontHeadings'),
    subheadings: vocabulary('subheadings'),
    formLabels: (depth) => labels.get(depth) ?? none,
    contents: vocabulary('contents'),
    captions: phrases(
      grammars.flatMap(({ forms }) => forms.flatMap(({ blocks }) => blocks.flatMap(({ caption }) => caption ?? []))),
    ),
    titles: vocabulary('titles'),
    titleWords: vocabulary('titleWords'),
    furniture: phrases(
      grammars.flatMap(({ vocabulary: words }) => [...(words?.furniture ?? []), ...(words?.published ?? [])]),
    ),
    pageMarks: vocabulary('pageMarks'),
    bodies: vocabulary('bodies'),
    roleOf(title) {
      const folded = foldText(title)
      return roles.get(folded) ?? keywords.find(([word]) => folded.includes(word))?.[1] ?? null
    },
  }
}

/** Statistics tables before 2019 are left out: parts of reports bear the same titles as their rows. */
function statutoryForms(grammars: Grammar[]): Grammar['forms'] {
  return grammars.flatMap(({ forms }) => forms).filter(({ name }) => name !== 'statistics')
}

/** The row headings of forms that bear a number such as 一、 or 1., without it, by its depth: only these look like headings. */
function numberedLabels(forms: Grammar['forms'], numbering: Numbering): Map<number, Phrases> {
  const byDepth = new Map<number, Label[]>()
  for (const { text, seen } of forms.flatMap(({ blocks }) => blocks).flatMap(({ stub }) => axisLabels(stub))) {
    const marker = numbering.at(text, 0)
    if (!marker) continue
    const list = byDepth.get(marker.depth) ?? []
    byDepth.set(marker.depth, [...list, { text: text.slice(marker.end), seen }])
  }
  return new Map([...byDepth].map(([depth, list]) => [depth, phrases(list)]))
}

const none = phrases([])

function axisLabels(rules: AxisRule[]): Label[] {
  return rules.flatMap(({ labels, children = [] }) => [...labels, ...axisLabels(children)])
}
