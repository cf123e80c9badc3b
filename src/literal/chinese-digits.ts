import type { Arabic } from './arabic'
import { ARABIC, DIGIT, LETTER_ZERO, SPOKEN, symbolAt, TWO } from './numeral-symbols'

/** Reads a run of Chinese digits, with 0 and O among them; 两 only at its start. In prose 幺 and 洞 are words. */
export function readRun(text: string, start: number, prose: boolean): Arabic {
  let digits = ''
  let end = start
  for (; ; end++) {
    const symbol = symbolAt(text, end)
    const kind = symbol >> 4
    const zero = kind === ARABIC || kind === LETTER_ZERO
    if (kind === 0 || kind > LETTER_ZERO || (kind === SPOKEN && prose)) break
    if (zero && (digits === '' || (symbol & 15) > 0 || !canFollowZero(text, end + 1))) break
    if (kind === TWO && end > start) break
    digits += symbol & 15
    if (kind === TWO && symbolAt(text, end + 1) !== DIGIT * 16 + 3) return { digits, end: end + 1, irregular: true }
  }
  return { digits, end, irregular: true }
}

/** Whether a 0 or O before `index` can belong to Chinese digits: no other Arabic digit or Latin letter follows. */
function canFollowZero(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  const symbol = symbolAt(text, index)
  return symbol > 0
    ? symbol >> 4 !== ARABIC || (symbol & 15) === 0
    : code !== 46 && ((code | 32) < 97 || (code | 32) > 122)
}

/** 三四 and 三五: neighbours, or as good as. */
export function isPair(digits: string): boolean {
  return digits.length === 2 && digits !== '01' && (digits === '35' || Number(digits[1]) - Number(digits[0]) === 1)
}
