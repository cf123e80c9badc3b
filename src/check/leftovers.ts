import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import type { PlacedSentence } from '../prose/prose'
import type { MetadataRule } from '../types'

/** Names what a template or careless typing left in the text: placeholders, notes of the template, doubled words. */
export function checkLeftovers({ report, prose }: Compiled, metadata: MetadataRule, context: Context): void {
  const notes = metadata.templateNotes.map(({ text }) => foldText(text))
  const blanks = new RegExp(
    `[\\p{Script=Han}，、][ \\u00a0\\u3000]{2,}(?:${metadata.bareUnits.join('|')})(?=[，。；、,;])`,
    'u',
  )
  let commas: { sentence: PlacedSentence; at: number } | null = null
  for (const sentence of prose.sentences) {
    const { text, start } = sentence
    const say = (
      ruleId: 'metadata-placeholder' | 'metadata-template-text',
      at: number,
      length: number,
      actual: string,
    ) =>
      diagnose(context, ruleId, {
        position: sentence.locate(start + at, start + at + length).position,
        pointers: sentence.section === null ? [] : [sentence.section],
        values: { actual },
      })
    for (const { text: placeholder } of metadata.placeholders) {
      const at = text.indexOf(placeholder)
      if (at < 0 || /[A-Za-z0-9]/.test(`${text[at - 1] ?? ''}${text[at + placeholder.length] ?? ''}`)) continue
      say('metadata-placeholder', at, placeholder.length, placeholder)
      break
    }
    const bare = blanks.exec(text)
    if (bare) say('metadata-placeholder', bare.index, bare[0].length, bare[0])
    const note = notes.find((wanted) => foldText(text).includes(wanted.replace(/\.\)$/, '')))
    if (note !== undefined) say('metadata-template-text', 0, text.length, text.trim())
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

function commaIn(sentence: PlacedSentence): { sentence: PlacedSentence; at: number } | null {
  const found = /(?<=\p{Script=Han}),(?=\p{Script=Han})/u.exec(sentence.text)
  return found ? { sentence, at: found.index } : null
}

/** 工作工作: two to four characters printed twice; 一步一步 and the like are words. */
function nameDoubled(sentence: PlacedSentence, context: Context): void {
  const found = /(?![一二三四五六七八九十逐各每])(\p{Script=Han}{2,4})\1/u.exec(sentence.text)
  if (!found) return
  const at = sentence.start + found.index
  diagnose(context, 'metadata-text-quality', {
    position: sentence.locate(at, at + found[0].length).position,
    values: { actual: found[0], expected: found[1]! },
  })
}
