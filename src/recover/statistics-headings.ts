import { fold } from '../fold/fold'
import { stubLeaves } from '../form/form-leaves'
import { oncePer } from '../once-per'
import type { Grammar, StatisticsColumn } from '../types'

/** The headings of a statistics table, as they stand in a text. */
export interface FoundHeadings {
  columns: StatisticsColumn['role'][]
  /** Of each heading the end in the text, so that its cell can be cut out. */
  spans: { start: number; end: number }[]
}

/** Knows the headings and units of statistics tables. */
export interface HeadingWords {
  /** The role of a heading that is the whole text; undefined for other texts. */
  roleOf(text: string): StatisticsColumn['role'] | undefined
  /** The headings that make up the whole text; null where anything else stands there. */
  read(text: string): FoundHeadings | null
  /** Every run of headings in a text, in order. */
  findAll(text: string): FoundHeadings[]
  /** Units of rows, the longest first: 人次, 条. */
  units: string[]
}

/** The words of the grammars; null where they know no statistics tables. */
export const headingWords: (grammars: Grammar[]) => HeadingWords | null = /* @__PURE__ */ oncePer((grammars) => {
  const rule = grammars.find(({ statistics }) => statistics)?.statistics
  if (!rule) return null
  const words = rule.columns
    .flatMap(({ role, labels }) => labels.map(({ text }) => ({ text: keyOf(fold(text).text), role })))
    .sort((a, b) => b.text.length - a.text.length)
  const roles = new Map([...words].reverse().map(({ text, role }) => [text, role]))
  const openings = words.filter(({ role }) => role === 'label')
  const rows = grammars
    .flatMap(({ appendices }) => appendices ?? [])
    .flatMap(({ blocks }) => blocks.flatMap(stubLeaves))
  const units = new Set(rows.flatMap(({ path }) => path.at(-1)?.unit ?? []))

  function readAt(text: string, start: number, folded: ReturnType<typeof fold>, printed: string): FoundHeadings | null {
    const found: FoundHeadings = { columns: [], spans: [] }
    for (let index = start; index < text.length; ) {
      const word = words.find(
        (known) => text.startsWith(known.text, index) && (index > start || isWhole(known.text, printed, folded, index)),
      )
      if (!word || (word.role === 'label' && found.columns.includes('label'))) break
      found.columns.push(word.role)
      found.spans.push({ start: folded.offset(index), end: folded.end(index + word.text.length) })
      index += word.text.length
    }
    return isHeading(found.columns) ? found : null
  }

  return {
    roleOf: (text) => (text.length > longestHeadings ? undefined : roles.get(keyOf(fold(text).text))),
    read(text) {
      if (text.length > longestHeadings) return null
      const folded = fold(text)
      const found = readAt(keyOf(folded.text), 0, folded, text)
      return found && found.spans[found.spans.length - 1]!.end >= text.trimEnd().length ? found : null
    },
    findAll(text) {
      if (!openings.some((opening) => text.includes(opening.text.charAt(0)))) return []
      const folded = fold(text)
      const key = keyOf(folded.text)
      const found: FoundHeadings[] = []
      let last = -1
      for (let index = 0; index < key.length; index++) {
        const opening = openings.find(
          (word) => key.startsWith(word.text, index) && isWhole(word.text, text, folded, index),
        )
        const headings = opening && index > last ? readAt(key, index, folded, text) : null
        if (!headings) continue
        found.push(headings)
        last = index + opening!.text.length
      }
      return found
    },
    units: [...units].sort((a, b) => b.length - a.length),
  }
})

const longestHeadings = 80

/** 情况统计 指标 is the end of a title and a heading, 统 计 指 标 a heading. */
function isWhole(word: string, text: string, folded: ReturnType<typeof fold>, index: number): boolean {
  const printed = text.slice(folded.offset(index), folded.end(index + word.length))
  return word.length === 2 || !/\s/.test(printed) || /^\S(?:\s+\S)+$/.test(printed)
}

/** With 2000 for any year, as the headings of a grammar are written. */
function keyOf(folded: string): string {
  return folded.replace(/(?:19|20)\d\d/g, '2000')
}

/** Indicator, unit and figures: without a unit a list of words and numbers could be anything. */
function isHeading(columns: StatisticsColumn['role'][]): boolean {
  return columns[0] !== 'unit' && ['label', 'unit', 'value'].every((role) => columns.includes(role as 'label'))
}
