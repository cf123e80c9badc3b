import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { oncePer } from '../once-per'
import { alternatives, escaped } from '../prose/alternatives'
import type { PlacedSentence } from '../prose/prose'
import type { MetadataRule } from '../types'

/** Names what a template or careless typing left in the text: placeholders, notes of the template, doubled words. */
export function checkLeftovers({ report, prose }: Compiled, metadata: MetadataRule, context: Context): void {
  const { placeholders, note, blanks } = leftoverWords(metadata)
  let commas: { sentence: PlacedSentence; at: number } | null = null
  for (const sentence of prose.sentences) {
    const { text } = sentence
    if (placeholders.test(text)) namePlaceholder(sentence, metadata, context)
    const bare = wideSpace.test(text) ? blanks.exec(text) : null
    if (bare) name(sentence, 'metadata-placeholder', bare.index, bare[0], context)
    if (note.test(sentence.frame)) name(sentence, 'metadata-template-text', 0, text, context)
    commas ??= commaIn(sentence)
    nameDoubled(sentence, context)
  }
  if (commas && report.title !== null)
    diagnose(context, 'metadata-text-quality', {
      position: commas.sentence.locate(commas.sentence.start + commas.at, commas.sentence.start + commas.at + 1)
        .position,
      values: { actual: ',', expected: '，' },
    })
}

/** XX and the like, where no letter or digit beside it makes it part of a name. */
function namePlaceholder(sentence: PlacedSentence, metadata: MetadataRule, context: Context): void {
  const { text } = sentence
  for (const { text: placeholder } of metadata.placeholders) {
    const at = text.indexOf(placeholder)
    if (at < 0 || /[A-Za-z0-9]/.test(`${text[at - 1] ?? ''}${text[at + placeholder.length] ?? ''}`)) continue
    name(sentence, 'metadata-placeholder', at, placeholder, context)
    return
  }
}

function name(
  { start, section, locate }: PlacedSentence,
  ruleId: 'metadata-placeholder' | 'metadata-template-text',
  at: number,
  printed: string,
  context: Context,
): void {
  diagnose(context, ruleId, {
    position: locate(start + at, start + at + printed.length).position,
    pointers: section === null ? [] : [section],
    values: { actual: printed.trim() },
  })
}

const leftoverWords = /* @__PURE__ */ oncePer((metadata: MetadataRule) => ({
  placeholders: new RegExp(metadata.placeholders.map(({ text }) => escaped(text)).join('|')),
  // Without the full stop at its end, which ends the sentence.
  note: new RegExp(alternatives(metadata.templateNotes.map(({ text }) => text.replace(/[。.][）)]$/, '')))),
  blanks: new RegExp(
    `[\\p{Script=Han}，、][ \\u00a0\\u3000]{2,}(?:${metadata.bareUnits.join('|')})(?=[，。；、,;])`,
    'u',
  ),
}))

/** Looked for first: few sentences hold a gap. */
const wideSpace = /[ \u00a0\u3000]{2}/

function commaIn(sentence: PlacedSentence): { sentence: PlacedSentence; at: number } | null {
  if (!sentence.text.includes(',')) return null
  const found = /(?<=\p{Script=Han}),(?=\p{Script=Han})/u.exec(sentence.text)
  return found ? { sentence, at: found.index } : null
}

/** 工作工作: two to four characters printed twice; 一步一步 and the like are words. */
function nameDoubled(sentence: PlacedSentence, context: Context): void {
  if (!repeats(sentence.text)) return
  const found = /(?![一二三四五六七八九十逐各每])(\p{Script=Han}{2,4})\1/u.exec(sentence.text)
  if (!found) return
  const at = sentence.start + found.index
  diagnose(context, 'metadata-text-quality', {
    position: sentence.locate(at, at + found[0].length).position,
    values: { actual: found[0], expected: found[1]! },
  })
}

/** Whether two to four characters stand twice, whatever they are: told by comparing each with those two to four places before. */
function repeats(text: string): boolean {
  /** The characters before, the nearest first. */
  let [first, second, third, fourth] = [-1, -1, -1, -1]
  /** How many in a row were equal to the one so many places before. */
  let [two, three, four] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    two = code === second ? two + 1 : 0
    three = code === third ? three + 1 : 0
    four = code === fourth ? four + 1 : 0
    if (two === 2 || three === 3 || four === 4) return true
    fourth = third
    third = second
    second = first
    first = code
  }
  return false
}
