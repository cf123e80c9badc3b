import { expansionOf, type Folded, fold, foldCode } from '../fold/fold'
import { stubLeaves } from '../form/form-leaves'
import { grammarPart } from '../grammar-part'
import { oncePer } from '../once-per'
import { type Phrases, phrases } from '../phrases/phrases'
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
  /** Whether a text may hold a heading that opens a table: it need not be folded for it. */
  mayHold(text: string): boolean
  /** Every run of headings in a text, in order. */
  findAll(text: string): FoundHeadings[]
  /** Units of rows, the longest first: 人次, 条. */
  units: string[]
  /** Whether two labels were run together: 其中 stands in the text, or the end of a label with its unit (信息数条). */
  isTwoLabels(text: string): boolean
}

/** The words of the grammars; null where they know no statistics tables. */
export const headingWords: (grammars: Grammar[]) => HeadingWords | null = /* @__PURE__ */ oncePer((grammars) => {
  const rule = grammarPart(grammars, 'statistics')
  if (!rule) return null
  const words = rule.columns
    .flatMap(({ role, labels }) => labels.map(({ text }) => ({ text: keyOf(fold(text).text), role })))
    .sort((a, b) => b.text.length - a.text.length)
  const roles = new Map([...words].reverse().map(({ text, role }) => [text, role]))
  const byFirst = byFirstCode(words)
  const labels = words.filter(({ role }) => role === 'label')
  const openings = byFirstCode(labels)
  const opening = phrasesOf(labels)
  const following = phrasesOf(words)
  const rows = grammars
    .flatMap(({ appendices }) => appendices ?? [])
    .flatMap(({ blocks }) => blocks.flatMap(stubLeaves))
  const units = new Set(rows.flatMap(({ path }) => path.at(-1)?.unit ?? []))

  const partsOpen = rule.partsOpen.map(({ text }) => text)
  const closed = new RegExp(
    `(?:${rule.endings.map(({ text }) => text).join('|')})\\s*(?:${[...units].join('|')})\\s*\\p{Script=Han}`,
    'u',
  )

  function readAt(text: string, start: number, folded: Folded, printed: string): FoundHeadings | null {
    const found: FoundHeadings = { columns: [], spans: [] }
    for (let index = start; index < text.length; ) {
      const word = byFirst
        .get(text.charCodeAt(index))
        ?.find(
          (known) =>
            text.startsWith(known.text, index) && (index > start || isWhole(known.text, printed, folded, index)),
        )
      if (!word || (word.role === 'label' && found.columns.includes('label'))) break
      found.columns.push(word.role)
      found.spans.push({ start: folded.offset(index), end: folded.end(index + word.text.length) })
      index += word.text.length
    }
    return isHeading(found.columns) ? found : null
  }

  /** Whether a text may begin with a heading: one look at its first character. */
  function mayBegin(text: string): boolean {
    const first = firstCode(text)
    // Any year stands for 2000.
    return byFirst.has(first) || (first === 0x31 && byFirst.has(0x32))
  }

  /** Another heading stands right behind the one that opens a table: 指标 单位. */
  function mayHold(text: string): boolean {
    for (let at = opening.next(text, 0); at >= 0; at = opening.next(text, at + 1))
      if (following.at(text, at + opening.at(text, at)) > 0) return true
    return false
  }

  return {
    mayHold,
    roleOf: (text) =>
      text.length > longestHeadings || !mayBegin(text) ? undefined : roles.get(keyOf(fold(text).text)),
    read(text) {
      if (text.length > longestHeadings || !mayBegin(text)) return null
      const folded = fold(text)
      const found = readAt(keyOf(folded.text), 0, folded, text)
      return found && found.spans[found.spans.length - 1]!.end >= text.trimEnd().length ? found : null
    },
    findAll(text) {
      if (!mayHold(text)) return []
      const folded = fold(text)
      const key = keyOf(folded.text)
      const found: FoundHeadings[] = []
      let last = -1
      for (let index = 0; index < key.length; index++) {
        const known = index > last ? openings.get(key.charCodeAt(index)) : undefined
        const opening = known && openingAt(known, key, index, folded, text)
        const headings = opening && readAt(key, index, folded, text)
        if (!headings) continue
        found.push(headings)
        last = index + opening.text.length
      }
      return found
    },
    units: [...units].sort((a, b) => b.length - a.length),
    isTwoLabels: (text) => partsOpen.some((word) => text.indexOf(word) > 0) || closed.test(text),
  }
})

const longestHeadings = 80

interface HeadingWord {
  text: string
  role: StatisticsColumn['role']
}

/** Words by their first character, the longest first. */
function byFirstCode(words: HeadingWord[]): ReadonlyMap<number, HeadingWord[]> {
  const byCode = new Map<number, HeadingWord[]>()
  for (const word of words) {
    const code = word.text.charCodeAt(0)
    byCode.set(code, [...(byCode.get(code) ?? []), word])
  }
  return byCode
}

/** The first character of a text that is visible, folded. */
function firstCode(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = foldCode(text.charCodeAt(at))
    if (code !== 0) return code > 0 ? code : expansionOf(text.charCodeAt(at)).charCodeAt(0)
  }
  return 0
}

/** Words to be looked for in a text as printed: of one with a year, which 2000 stands for, what comes before it and a century. */
function phrasesOf(words: HeadingWord[]): Phrases {
  const heads = words.map(({ text }) => text.replace(/2000.*$/, ''))
  const years = heads.includes('') ? ['19', '20'] : []
  return phrases([...heads, ...years].map((text) => ({ text, seen: '' })))
}

function openingAt(words: HeadingWord[], key: string, index: number, folded: Folded, text: string) {
  return words.find((word) => key.startsWith(word.text, index) && isWhole(word.text, text, folded, index))
}

/** 情况统计 指标 is the end of a title and a heading, 统 计 指 标 a heading. */
function isWhole(word: string, text: string, folded: Folded, index: number): boolean {
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
