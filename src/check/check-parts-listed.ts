import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import { grammarPart } from '../grammar-part'
import { parseNumeral } from '../literal/numeral'
import { oncePer } from '../once-per'
import type { Grammar, Section, SectionRole } from '../types'

/**
 * A preface that says of how many parts the report consists has to agree with the headings, in number and in names:
 * 全文包括概述、…等8个方面. Names are compared by what they are known as: any title of the same part will do.
 */
export function checkPartsListed({ report }: Compiled, context: Context): void {
  const structure = grammarPart(context.grammars, 'structure')
  const listed = structure && report.preface !== null ? findList(report.preface, structure.partsListed) : null
  if (!listed) return
  const headings = report.sections.filter(
    ({ depth, ordinal, role }) => depth === 1 && (ordinal !== null || role !== null),
  )
  if (headings.length === 0) return
  const list = bare(listed.text)
  const unnamed = headings.filter((heading) => !namesOf(heading, context.grammars).some((name) => list.includes(name)))
  // The number alone, without names: 全文共分六个部分.
  const missing = unnamed.length === headings.length ? [] : unnamed
  const differs = headings.length !== listed.count
  if (missing.length === 0 && !differs) return
  const actual = [
    ...(differs ? [`${listed.count} ≠ ${headings.length}`] : []),
    ...missing.map(({ marker, title }) => `${marker}${title}`),
  ].join(', ')
  diagnose(context, 'structure-parts-listed', { values: { actual } })
}

/** The sentence that lists the parts, before their number or behind it: 由七个部分组成，包括概述、…. */
function findList(preface: string, patterns: string[]): { text: string; count: number } | null {
  for (const sentence of preface.split(/[。\n]/)) {
    const folded = foldText(sentence)
    for (const pattern of patterns) {
      const [before = '', after = ''] = pattern.split('{n}')
      const end = folded.lastIndexOf(after)
      if (end < 0) continue
      const [numeral = ''] = /[一二三四五六七八九十\d]{1,3}$/.exec(folded.slice(0, end)) ?? []
      const count = parseNumeral(numeral)?.value ?? null
      // Fewer than three are no list of parts: 两个方面.
      if (count === null || count < 3 || !folded.slice(0, end - numeral.length).endsWith(before)) continue
      return { text: folded, count }
    }
  }
  return null
}

/** How a part may be named: by its own title, or by any title or word of the part that it is (复议诉讼情况). */
function namesOf({ title, role }: Section, grammars: Grammar[]): string[] {
  return [bare(title), ...((role && titlesByRole(grammars).get(role)) || [])].filter((name) => name !== '')
}

const titlesByRole = /* @__PURE__ */ oncePer((grammars: Grammar[]) => {
  const titles = new Map<SectionRole, string[]>()
  for (const { role, labels, keywords = [] } of grammars.flatMap(({ sections }) => sections))
    titles.set(role, [...(titles.get(role) ?? []), ...labels.map(({ text }) => bare(text)), ...keywords.map(bare)])
  return titles
})

/** Without punctuation, which lists change. */
function bare(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '')
}
