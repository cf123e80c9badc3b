import { isOneOf } from './characters'
import { foldWord } from './fold-unit'
import { ARABIC, symbolAt } from './numeral-symbols'

/** A run of digits; of Arabic ones with thousands separators and decimal point. */
export interface Arabic {
  /** Behind the run; where it is no number, behind everything that looks like one (a date, a version, a phone). */
  end: number
  /** Half width, without separators, as printed otherwise (`007`, `.50`); '' where the run is no number. */
  digits: string
  /** Written with a leading zero, a leading point or in full width. */
  irregular: boolean
}

/**
 * Reads `1,234.5`, `１２３`, `.5` at `start`. Groups must be right: `12,34` is no number. In prose a comma may be punctuation:
 * `2017,100件` ends before the comma, and `3，120件` (full-width comma, half-width digits) is not settled, so it is no number.
 */
export function readArabic(text: string, start: number, prose: boolean): Arabic {
  let end = digitsEnd(text, start)
  const first = end - start
  let valid = true
  let point = false
  let groups = 0
  while (isSeparator(text, end)) {
    const next = digitsEnd(text, end + 1)
    const length = next - end - 1
    if (isOneOf(text, end, '.．')) {
      valid &&= !point
      point = true
    } else {
      const fits = length === 3 && !point && first > 0 && (groups > 0 || first <= 3)
      const wide = isOneOf(text, end, '，') && text.charCodeAt(end - 1) < 0x100
      if (prose && !fits && groups === 0 && valid && (first > 3 || point || wide)) break
      valid &&= fits && !(prose && wide)
      groups++
    }
    end = next
  }
  const printed = text.slice(start, end)
  const narrow = /^[\d.,]*$/.test(printed) ? printed : foldWord(printed)
  const digits = !valid ? '' : groups > 0 ? narrow.replaceAll(',', '') : narrow
  return { end, digits, irregular: narrow !== printed || first === 0 || (first > 1 && isOneOf(text, start, '0')) }
}

/** Whether a comma or point stands at `index` with a digit behind it. */
function isSeparator(text: string, index: number): boolean {
  return isOneOf(text, index, ',.，．') && symbolAt(text, index + 1) >> 4 === ARABIC
}

function digitsEnd(text: string, start: number): number {
  let end = start
  while (symbolAt(text, end) >> 4 === ARABIC) end++
  return end
}
