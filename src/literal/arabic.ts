import { ARABIC, symbolAt } from './numeral-symbols'

/** A run of Arabic digits with its thousands separators and decimal point. */
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
  if (!isSeparator(text, end)) {
    const digits = text.slice(start, end)
    const narrow = first > 0 && isNarrow(digits)
    return {
      end,
      digits: narrow ? digits : toHalfWidth(digits),
      irregular: !narrow || (first > 1 && digits[0] === '0'),
    }
  }
  let valid = true
  let point = false
  let groups = 0
  while (isSeparator(text, end)) {
    const code = text.charCodeAt(end)
    const next = digitsEnd(text, end + 1)
    const length = next - end - 1
    if (code === 0x2e || code === 0xff0e) {
      valid &&= !point
      point = true
    } else {
      const fits = length === 3 && !point && first > 0 && (groups > 0 || first <= 3)
      const wide = code === 0xff0c && text.charCodeAt(end - 1) < 0x100
      if (prose && !fits && groups === 0 && valid && (first > 3 || point || wide)) break
      valid &&= fits && !(prose && wide)
      groups++
    }
    end = next
  }
  const digits = valid ? toHalfWidth(text.slice(start, end)) : ''
  return { end, digits, irregular: first === 0 || (first > 1 && digits[0] === '0') || text.charCodeAt(start) > 0x100 }
}

function isNarrow(digits: string): boolean {
  for (let index = 0; index < digits.length; index++) if (digits.charCodeAt(index) > 0xff) return false
  return true
}

/** Whether a comma or point stands at `index` with a digit behind it. */
function isSeparator(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return (
    (code === 0x2c || code === 0x2e || code === 0xff0c || code === 0xff0e) && symbolAt(text, index + 1) >> 4 === ARABIC
  )
}

function digitsEnd(text: string, start: number): number {
  let end = start
  while (symbolAt(text, end) >> 4 === ARABIC) end++
  return end
}

function toHalfWidth(digits: string): string {
  let narrow = ''
  for (let index = 0; index < digits.length; index++) {
    const code = digits.charCodeAt(index)
    if (code === 0x2c || code === 0xff0c) continue
    narrow += code === 0xff0e ? '.' : code >= 0xff10 ? String.fromCharCode(code - 0xfee0) : digits[index]
  }
  return narrow
}
