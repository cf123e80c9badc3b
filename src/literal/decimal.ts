/**
 * Exact decimals as strings: an optional `-`, an integer part without superfluous zeros, an optional fraction that does
 * not end in 0. No binary float touches a digit before `toNumber()`.
 */

/** Multiplies by 10^places (negative: divides) by moving the point: `shiftDecimal('0.57', 4)` is `'5700'`. */
export function shiftDecimal(decimal: string, places: number): string {
  const negative = decimal.startsWith('-')
  const point = decimal.indexOf('.')
  const digits = decimal.slice(negative ? 1 : 0).replace('.', '')
  const fraction = point < 0 ? 0 : decimal.length - point - 1
  return (negative ? '-' : '') + placePoint(digits, places - fraction)
}

/** Digits times 10^exponent in the form of this module: `placePoint('0150', -2)` is `'1.5'`. */
export function placePoint(digits: string, exponent: number): string {
  if (exponent >= 0) return stripZeros(digits === '0' ? digits : digits + '0'.repeat(exponent))
  const padded = digits.padStart(1 - exponent, '0')
  const cut = padded.length + exponent
  let end = padded.length
  while (end > cut && padded.charCodeAt(end - 1) === 48) end--
  const integer = stripZeros(padded.slice(0, cut))
  return end === cut ? integer : `${integer}.${padded.slice(cut, end)}`
}

/** The negative of a decimal; zero has no sign. */
export function negate(decimal: string): string {
  if (decimal === '0') return decimal
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
}

/** The exact sum of two decimals. */
export function addDecimals(a: string, b: string): string {
  const exponent = -Math.max(fractionLength(a), fractionLength(b))
  const sum = BigInt(shiftDecimal(a, -exponent)) + BigInt(shiftDecimal(b, -exponent))
  return shiftDecimal(String(sum), exponent)
}

/** The exact product of a decimal and a whole number. */
export function multiplyDecimal(decimal: string, factor: number): string {
  const places = fractionLength(decimal)
  return shiftDecimal(String(BigInt(shiftDecimal(decimal, places)) * BigInt(factor)), -places)
}

/** Whether `a` is less than, equal to or greater than `b`: -1, 0 or 1. */
export function compareDecimals(a: string, b: string): number {
  const difference = addDecimals(a, negate(b))
  return difference === '0' ? 0 : difference.startsWith('-') ? -1 : 1
}

/** The JavaScript number that prints as this decimal, or null where none does: `'0.1'` is 0.1, 2^53 + 1 is null. */
export function toNumber(decimal: string): number | null {
  const value = Number(decimal)
  // Up to 15 digits always survive
  if (decimal.length <= 15) return value
  const [mantissa = '', exponent] = String(value).split('e')
  return Number.isFinite(value) && shiftDecimal(mantissa, Number(exponent ?? 0)) === decimal ? value : null
}

function fractionLength(decimal: string): number {
  const point = decimal.indexOf('.')
  return point < 0 ? 0 : decimal.length - point - 1
}

function stripZeros(integer: string): string {
  let start = 0
  while (start < integer.length - 1 && integer.charCodeAt(start) === 48) start++
  return start === 0 ? integer : integer.slice(start)
}
