import { notAboveAfter, words as wordList } from '../../grammars/literals.json'
import type { FoundQuantity, LiteralOptions } from '../types'
import { isLatin, isOneOf, skipSpaces } from './characters'
import { isGated } from './gates'
import { modeOf } from './mode-of'
import { ARABIC, symbolAt, UNIT } from './numeral-symbols'
import { type AmountRules, isNumeralStart } from './read-amount'
import { readNumeral } from './read-numeral'
import { readQuantity } from './read-quantity'
import { longestWord, makeTree } from './word-tree'

const words = /* @__PURE__ */ makeTree({ word: wordList })

/**
 * Finds every quantity of a running text, in order and without overlap: numbers with a measure word, a scale (万, 亿) or a
 * percent sign. Dates, document numbers, ordinals, list markers, phones, URLs and words with numerals in them (统一, 三公) are
 * none. One pass, linear in the text. Throws `TypeError` where `text` is no string.
 */
export function findQuantities(text: string, options?: LiteralOptions): FoundQuantity[] {
  const { strict, lenient } = modeOf('findQuantities', text, options)
  const rules = { strict, lenient, pairs: !strict, prose: true }
  const found: FoundQuantity[] = []
  let from = 0
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index)
    if (quiet[code]) index++
    else if (isLatin(text, index)) index = skipLatin(text, index)
    else if (isOneOf(text, index, '第')) index = skipOrdinal(text, index + 1, rules)
    else if (!mayBegin(text, index)) {
      if (symbolAt(text, index) === 0) quiet[code] = 1
      index++
    } else {
      const read = readAt(text, index, rules, from)
      if (read.quantity) {
        found.push(read.quantity)
        from = read.end
      }
      index = read.end
    }
  }
  return found
}

/** 1 for the codes that were seen to begin nothing: most characters of a text. */
const quiet = /* @__PURE__ */ new Uint8Array(0x10000)

/** A digit, 十 or 半; a greater unit only in 百分之 and 上万. */
function mayBegin(text: string, index: number): boolean {
  if (symbolAt(text, index) === 0) return isOneOf(text, index, '半')
  return isNumeralStart(text, index) || isAbove(text, index) || isOneOf(text, index + 1, '分')
}

/** 上万, not 以上 and its number. */
function isAbove(text: string, index: number): boolean {
  return (
    isOneOf(text, index - 1, '上') && !isOneOf(text, index - 2, notAboveAfter) && symbolAt(text, index) >> 4 >= UNIT
  )
}

/** The quantity whose number begins at `index`, if any, and where to go on: always behind `index`. */
function readAt(
  text: string,
  index: number,
  rules: AmountRules,
  from: number,
): { quantity?: FoundQuantity; end: number } {
  const bareUnit = isAbove(text, index)
  const word = longestWord(words, text, index)
  const read = readQuantity(text, index, bareUnit ? { ...rules, bareUnit } : rules)
  const end = Math.max(read.end, index + 1)
  if (word && word.end >= end) return { end: word.end }
  if (!('quantity' in read) || (read.quantity.unit === null && !read.amount.numeral?.scaled))
    return { end: skipCode(text, end) }
  const { start } = read
  if (start < from || isGated(text, index, read, rules)) return { end }
  return { quantity: Object.assign(read.quantity, { start, end }), end }
}

/** 第 and its numbers: 第二十条, 第15-20条, 第一、二款. */
function skipOrdinal(text: string, start: number, rules: AmountRules): number {
  let end = skipSpaces(text, start)
  if (!isNumeralStart(text, end)) return start
  for (;;) {
    end = Math.max(readNumeral(text, end, rules).end, end + 1)
    const next = isOneOf(text, end, '、,，和及与至到~～—–-') ? end + 1 : end
    if (next === end || !isNumeralStart(text, next)) return end
    end = next
  }
}

/** Latin words with what hangs on them: URLs, e-mail addresses. A number may follow: RMB100. */
function skipLatin(text: string, start: number): number {
  let end = start
  while (isLatin(text, end)) end++
  if (symbolAt(text, end) >> 4 !== ARABIC) while (isAddress(text, end)) end++
  return end
}

/** Behind a number that is none: the rest of a date, time, phone, version or address: 2016-12-31, 8:30, 0353—2297565. */
function skipCode(text: string, start: number): number {
  let end = start
  if (isOneOf(text, end, '@') && isAddress(text, end + 1)) return skipLatin(text, end + 1)
  while (isOneOf(text, end, '-–—―./:：－') && symbolAt(text, end + 1) >> 4 === ARABIC) {
    end++
    while (symbolAt(text, end) >> 4 === ARABIC) end++
  }
  return end
}

function isAddress(text: string, index: number): boolean {
  return /[\w@.\-/:?=&%#~+]/.test(text.charAt(index))
}
