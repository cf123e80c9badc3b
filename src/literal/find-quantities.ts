import { prefixes, words as wordList } from '../../grammars/literals.json'
import type { FoundQuantity, LiteralOptions } from '../types'
import { modeOf } from './arguments'
import { isGated } from './gates'
import { ARABIC, SCALE, symbolAt, UNIT } from './numeral-symbols'
import { type AmountRules, isNumeralStart } from './read-amount'
import { readNumeral } from './read-numeral'
import { readQuantity } from './read-quantity'
import { skipSpaces } from './space'
import { longestWord, makeTree } from './word-tree'

/** What begins at a character: a number, 第, a Latin word, or a unit that only 上 or 分之 make a number. */
const NUMBER = 1
const ORDINAL = 2
const LATIN = 3
const ABOVE = 4

const starts = /* @__PURE__ */ makeStarts()
const words = /* @__PURE__ */ makeTree({ word: wordList })
const currencyCodes = /* @__PURE__ */ makeTree({ yuan: prefixes.yuan, currency: prefixes.currency })

/**
 * Finds every quantity of a running text, in order and without overlap: numbers with a measure word, a scale (万, 亿) or a
 * percent sign. Dates, document numbers, ordinals, list markers, phones, URLs and words with numerals in them (统一, 三公) are
 * none. One pass, linear in the text. Throws `TypeError` where `text` is no string.
 */
export function findQuantities(text: string, options?: LiteralOptions): FoundQuantity[] {
  const mode = modeOf('findQuantities', text, options)
  const rules = { strict: mode === 'strict', lenient: mode === 'lenient', pairs: mode !== 'strict', prose: true }
  const found: FoundQuantity[] = []
  let from = 0
  for (let index = 0; index < text.length; ) {
    const start = starts[text.charCodeAt(index)]!
    if (start === 0) index++
    else if (start === ORDINAL) index = skipOrdinal(text, index + 1, rules)
    else if (start === LATIN) index = skipLatin(text, index)
    else {
      const read = readAt(text, index, start, rules, from)
      if (read.quantity) {
        found.push(read.quantity)
        from = read.end
      }
      index = read.end
    }
  }
  return found
}

/** The quantity whose number begins at `index`, if any, and where to go on: always behind `index`. */
function readAt(
  text: string,
  index: number,
  start: number,
  rules: AmountRules,
  from: number,
): { quantity?: FoundQuantity; end: number } {
  const above = start === ABOVE
  if (above && (text[index - 1] !== '上' || /[以及]/.test(text[index - 2] ?? '')) && text[index + 1] !== '分')
    return { end: index + 1 }
  const word = longestWord(words, text, index)
  const read = readQuantity(text, index, above ? { ...rules, bareUnit: true } : rules)
  const next = Math.max(read.end, index + 1)
  if (word && word.end >= next) return { end: word.end }
  if (!('quantity' in read)) return { end: skipCode(text, next) }
  const { amount, quantity } = read
  if (amount.unit === null && !amount.numeral?.scaled) return { end: skipCode(text, next) }
  if (read.start < from || isGated(text, index, read, rules)) return { end: next }
  const start_ = above && amount.class !== 'rate' ? index - 1 : read.start
  const bound = start_ < read.start ? 'atLeast' : quantity.bound
  return {
    quantity: { ...quantity, raw: text.slice(start_, read.end), bound, start: start_, end: read.end },
    end: next,
  }
}

/** 第 and its numbers: 第二十条, 第15-20条, 第一、二款. */
function skipOrdinal(text: string, start: number, rules: AmountRules): number {
  let end = skipSpaces(text, start)
  if (!isNumeralStart(text, end)) return start
  for (;;) {
    end = Math.max(readNumeral(text, end, rules).end, end + 1)
    const next = /[、,，和及与至到~～—–-]/.test(text[end] ?? '') ? end + 1 : end
    if (next === end || !isNumeralStart(text, next)) return end
    end = next
  }
}

/** Latin words with what hangs on them: URLs, e-mail addresses, PM2.5. A currency code lets its number stand. */
function skipLatin(text: string, start: number): number {
  let end = start
  while (starts[text.charCodeAt(end)] === LATIN) end++
  if (symbolAt(text, end) >> 4 === ARABIC && longestWord(currencyCodes, text, start)?.end === end) return end
  while (isAddress(text, end)) end++
  return end
}

/** Behind a number that is none: the rest of a date, time, phone, version or address: 2016-12-31, 8:30, 0353—2297565. */
function skipCode(text: string, start: number): number {
  let end = start
  if (text[end] === '@' && isAddress(text, end + 1)) return skipLatin(text, end + 1)
  while (/[-–—―./:：－]/.test(text.charAt(end)) && symbolAt(text, end + 1) >> 4 === ARABIC) {
    end++
    while (symbolAt(text, end) >> 4 === ARABIC) end++
  }
  return end
}

function isAddress(text: string, index: number): boolean {
  return /[\w@.\-/:?=&%#~+]/.test(text.charAt(index))
}

/** What begins at each UTF-16 unit; 0 where nothing does. */
function makeStarts(): Uint8Array {
  const made = new Uint8Array(0x10000)
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    const kind = symbolAt(character, 0) >> 4
    if (/[A-Za-zＡ-Ｚａ-ｚ]/.test(character)) made[code] = LATIN
    else if (isNumeralStart(character, 0) || character === '半') made[code] = NUMBER
    else if (kind === UNIT || (kind === SCALE && /[万萬亿億]/.test(character))) made[code] = ABOVE
  }
  made['第'.charCodeAt(0)] = ORDINAL
  return made
}
