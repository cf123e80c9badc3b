import { boundsAfter, boundsBefore, notBoundAfter, notBoundBefore, prefixes } from '../../grammars/literals.json'
import type { Bound } from '../types'
import { isOneOf, skipSpaces } from './characters'
import type { Amount, AmountRules } from './read-amount'
import { isPartOfWord } from './read-unit'
import { longestWord, makeTree } from './word-tree'

/** What stands before the number of a quantity. */
export interface Prefixes {
  /** Where the sign, currency or scale of temperature begins. */
  rawStart: number
  /** Where the first word that belongs to the quantity begins. */
  start: number
  negative: boolean
  bound: Bound | null
  /** A unit printed before the number: ¥, 人民币, 摄氏. */
  unit: string | null
}

const prefixTree = /* @__PURE__ */ makeTree({ ...boundsBefore, ...prefixes }, true)
const boundTree = /* @__PURE__ */ makeTree(boundsAfter)
const wordsBefore: Record<string, string> = notBoundAfter
const wordsAfter: Record<string, string> = notBoundBefore

/** Reads backwards from the number: sign, currency, bound words; in whole literals fillers too (从, 共, 每小时). */
export function readPrefixes(text: string, at: number, amount: Amount, rules: AmountRules): Prefixes {
  const found: Prefixes = { rawStart: at, start: at, negative: false, bound: null, unit: null }
  for (let round = 0; round < 6; round++) {
    let end = found.start
    while (isOneOf(text, end - 1, ' \u00a0\u3000')) end--
    const word = longestWord(prefixTree, text, end - 1, -1)
    if (!word || !accept(text, word.end + 1, end, word.class, found, amount, rules)) return found
    found.start = word.end + 1
  }
  return found
}

/** Takes one word before the number; false where it belongs to something else. */
function accept(
  text: string,
  start: number,
  end: number,
  kind: string,
  found: Prefixes,
  amount: Amount,
  rules: AmountRules,
): boolean {
  const word = text.slice(start, end)
  if (kind === 'filler') return !rules.prose
  if (kind in boundsBefore) {
    if (isOneOf(text, start - 1, wordsBefore[word] ?? '')) return false
    found.bound ??= kind as Bound
    return true
  }
  if (found.rawStart > found.start) return false
  if (kind === 'above' && !rules.bareUnit) return false
  if (kind === 'above') found.bound = 'atLeast'
  else if (kind === 'negative') {
    if (found.negative || !isSign(text, start, end)) return false
    found.negative = true
  } else if (kind === 'degree') {
    if (!/^[度°]$/.test(amount.unit ?? '')) return false
    found.unit = word + amount.unit
  } else {
    if (amount.class !== null && amount.class !== 'yuan') return false
    found.unit = kind === 'yuan' ? '元' : word
  }
  found.rawStart = start
  return true
}

/** A hyphen between two words or numbers is no sign: 3件-5件, A-3. */
function isSign(text: string, start: number, end: number): boolean {
  if (end - start > 1 || isOneOf(text, start, '负負')) return true
  return !/[0-9A-Za-z０-９)）\]】〕%％]/.test(text[start - 1] ?? '')
}

/** What stands behind a quantity: a bound word, the rest of a currency (8亿元人民币), 之间. */
export function readBoundAfter(text: string, end: number, amount: Amount): { end: number; bound: Bound | null } {
  const start = skipSpaces(text, end)
  const word = longestWord(boundTree, text, start)
  if (!word) return { end, bound: null }
  const printed = text.slice(start, word.end)
  if (isOneOf(text, word.end, wordsAfter[printed] ?? '')) return { end, bound: null }
  if (word.class !== 'within') return { end: word.end, bound: word.class }
  const span = amount.class === 'time' || amount.class === 'alone'
  return span && !isPartOfWord(text, start, word.end) ? { end: word.end, bound: 'atMost' } : { end, bound: null }
}
