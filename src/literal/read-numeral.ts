import { type Arabic, readArabic } from './arabic'
import { placePoint } from './decimal'
import * as symbols from './numeral-symbols'
import { symbolAt } from './numeral-symbols'
import { skipSpaces } from './space'

/** What a reader of numerals accepts beside the forms that have one reading everywhere. */
export interface NumeralRules {
  /** Forms with a dominant reading: 千三, 万三, 万万, 两十, 1万600. */
  lenient: boolean
  /** Juxtaposed neighbours are a range: 三四十万, 一万六七. */
  pairs: boolean
  /** Running text: commas may be punctuation, 洞 幺 京 正 are words. */
  prose: boolean
  /** A unit or scale alone is one of it: the second 百 of 百分之百, 上万. */
  bareUnit?: boolean
}

/** The longest numeral at a place. */
export interface Numeral {
  /** Behind the numeral; where there is none, behind what was looked at. */
  end: number
  /** The exact decimal; '' where there is no numeral. */
  digits: string
  /** Of a juxtaposed range its upper end. */
  upper: string | null
  /** 几, 余, 多: more than was said. */
  approximate: boolean
  /** The power of ten of the scale that ends it: 4 in 15万. */
  scale: number
  /** It has a scale anywhere: 13万2. */
  scaled: boolean
  /** The power of ten of the unit before that scale or at the end: 2 in 四百万. */
  unit: number
  /** Not as a formatter would print it. */
  loose: boolean
  /** Arabic digits alone. */
  arabic: boolean
  /** Where a colloquial tail begins (the last 五 of 二百五), otherwise -1. */
  tail: number
  /** It spells digits one by one: 二〇一六. */
  spelt: boolean
}

/**
 * A part of a numeral: digits times 10^exponent. Parts descend and do not overlap, so that a numeral is written out by
 * setting its parts side by side; nothing is ever added.
 *
 *     一万五千亿  ->  1 · 10^12, 5 · 10^11
 */
interface Part {
  digits: string
  /** The digits of the upper end of a juxtaposed range; else the same. */
  upper: string
  exponent: number
  /** The next part must end below this power of ten. */
  boundary: number
  /** The power of the scale that closed the group of this part; 0 while it is open. */
  closed: number
  /** 零 stands before it. */
  zero: boolean
}

interface Reading {
  text: string
  rules: NumeralRules
  index: number
  parts: Part[]
  /** Index of the first part that the last scale multiplied. */
  group: number
  /** Index of a 零 that waits for its digit, otherwise -1. */
  zeroAt: number
  scaleAtEnd: boolean
  scale: number
  unit: number
  fraction: boolean
  closing: boolean
  approximate: boolean
  loose: boolean
  chinese: boolean
  arabic: boolean
  spelt: boolean
  tail: number
  failed: boolean
}

const minor = '米克瓦卡赫伏帕焦'

/** Reads the longest numeral that begins at `start`, in one pass. Signs are the caller's. */
export function readNumeral(text: string, start: number, rules: NumeralRules): Numeral {
  const reading: Reading = {
    text,
    rules,
    index: start,
    parts: [],
    group: 0,
    zeroAt: -1,
    scaleAtEnd: false,
    scale: 0,
    unit: 0,
    fraction: false,
    closing: false,
    approximate: false,
    loose: false,
    chinese: false,
    arabic: false,
    spelt: false,
    tail: -1,
    failed: false,
  }
  while (step(reading));
  return finish(reading)
}

/** Takes the next token; false where the numeral ends or cannot go on. */
function step(reading: Reading): boolean {
  const symbol = symbolAt(reading.text, reading.index)
  const amount = symbol & 15
  switch (symbol >> 4) {
    case symbols.ARABIC:
      return arabic(reading)
    case symbols.DIGIT:
    case symbols.FINANCIAL:
    case symbols.SPOKEN:
      return run(reading)
    case symbols.PAIR:
      return pair(reading)
    case symbols.UNIT:
    case symbols.FINANCIAL_UNIT:
      return bareUnit(reading, amount)
    case symbols.TENS:
      return push(reading, { digits: String(amount), exponent: 1, end: reading.index + 1, loose: true })
    case symbols.HUNDREDS:
      return push(reading, { digits: String(amount), exponent: 2, end: reading.index + 1, loose: true })
    case symbols.SCALE:
      return scale(reading, reading.index, amount)
    case symbols.POINT:
      return point(reading)
    case symbols.UNCERTAIN:
      return uncertain(reading, reading.index, amount)
  }
  if (reading.parts.length === 0) return reading.text[reading.index] === '.' && arabic(reading)
  const next = skipSpaces(reading.text, reading.index)
  if (next === reading.index) return false
  const beyond = symbolAt(reading.text, next)
  if (beyond >> 4 === symbols.SCALE) return scale(reading, next, beyond & 15)
  return beyond >> 4 === symbols.UNCERTAIN && uncertain(reading, next, beyond & 15)
}

/** 1,234.5 · 5千 · 30万 · the 4 of 13万4. */
function arabic(reading: Reading): boolean {
  const { text, parts } = reading
  if (reading.closing) return false
  const found: Arabic = readArabic(text, reading.index, reading.rules.prose)
  if (found.digits === '') {
    if (parts.length === 0) fail(reading, found.end)
    return false
  }
  const dot = found.digits.indexOf('.')
  const digits = dot < 0 ? found.digits : found.digits.replace('.', '')
  const fraction = dot < 0 ? 0 : digits.length - dot
  const next = symbolAt(text, found.end)
  const kind = next >> 4
  reading.arabic = true
  if ((kind === symbols.UNIT || kind === symbols.FINANCIAL_UNIT) && !isPrefix(reading, found.end)) {
    const exponent = (next & 15) - fraction
    return push(reading, { digits, exponent, end: found.end + 1, loose: true, unit: next & 15, fraction: fraction > 0 })
  }
  const boundary = parts.at(-1)?.boundary ?? 0
  let exponent = -fraction
  let tail = false
  if (parts.length > 0 && kind !== symbols.SCALE && reading.zeroAt < 0 && boundary !== digits.length) {
    if (digits.length === 1) {
      exponent = boundary - 1
      tail = true
    } else if (!reading.rules.lenient) return false
  }
  const loose = found.irregular || parts.length > 0
  return push(reading, { digits, exponent, end: found.end, loose, tail, fraction: fraction > 0 })
}

/** 五 · 三百 · 二〇一六 · the 四五 of 四五十万. */
function run(reading: Reading): boolean {
  const { text, parts, rules } = reading
  if (reading.closing) return false
  const begin = reading.index
  let { digits, end, plain } = readRun(text, begin, rules.prose)
  if (digits[0] === '0' && parts.length > 0) {
    if (reading.zeroAt >= 0) return false
    reading.zeroAt = begin
    reading.index = begin + 1
    digits = digits.slice(1)
    if (digits[0] === '0') return false
    if (digits === '') {
      reading.chinese = true
      return true
    }
  }
  const next = symbolAt(text, end)
  const kind = next >> 4
  const unit = (kind === symbols.UNIT || kind === symbols.FINANCIAL_UNIT) && !isPrefix(reading, end) ? next & 15 : 0
  reading.chinese = true
  if (digits.length === 1) {
    if (digits === '0' && unit > 0) return fail(reading, end)
    if (!plain && rules.prose === false && symbolAt(text, begin) >> 4 === symbols.SPOKEN) return fail(reading, end)
    if (unit > 0) return push(reading, { digits, exponent: unit, end: end + 1, unit })
    return lastDigit(reading, digits, digits, end, kind)
  }
  const neighbours = plain && digits.length === 2 && isPair(digits)
  if (neighbours && rules.pairs) {
    const [low = '', high = ''] = digits
    if (unit > 0) return push(reading, { digits: low, upper: high, exponent: unit, end: end + 1, loose: true, unit })
    return lastDigit(reading, low, high, end, kind)
  }
  if (parts.length > 0) return false
  if (unit > 0 || kind === symbols.SCALE || kind === symbols.ARABIC || (neighbours && kind !== symbols.POINT)) {
    return fail(reading, end)
  }
  reading.spelt = true
  push(reading, { digits, exponent: 0, end, loose: true })
  return symbolAt(text, end) >> 4 === symbols.POINT
}

/** A digit without a unit: the 三 of 二百零三 and 二十三, the colloquial tail of 二百三, the 五 of 五万. */
function lastDigit(reading: Reading, digits: string, upper: string, end: number, next: number): boolean {
  const boundary = reading.parts.at(-1)?.boundary ?? 1
  let exponent = 0
  if (boundary > 1 && reading.zeroAt < 0) {
    if (next === symbols.SCALE || next === symbols.POINT) {
      // 一千五万: 15000000 or 10050000
      if (!reading.scaleAtEnd) return fail(reading, end)
    } else exponent = boundary - 1
  }
  return push(reading, { digits, upper, exponent, end, tail: exponent > 0, loose: digits !== upper })
}

/** 两千 · 两三百 · 两 alone. */
function pair(reading: Reading): boolean {
  const { text, index, parts, rules } = reading
  if (reading.closing) return false
  const next = symbolAt(text, index + 1)
  const kind = next >> 4
  const amount = next & 15
  reading.chinese = true
  if (kind === symbols.SCALE && isPrefix(reading, index + 1)) return false
  if (kind === symbols.SCALE) return push(reading, { digits: '2', exponent: 0, end: index + 1 })
  if (kind === symbols.UNIT || kind === symbols.FINANCIAL_UNIT) {
    if (amount > 1 || rules.lenient) {
      if (!isPrefix(reading, index + 1)) {
        return push(reading, { digits: '2', exponent: amount, end: index + 2, unit: amount, loose: amount === 1 })
      }
    } else return false
  }
  if (rules.pairs && next === symbols.DIGIT * 16 + 3) {
    const after = symbolAt(text, index + 2)
    if (after >> 4 === symbols.UNIT && !isPrefix(reading, index + 2)) {
      const unit = after & 15
      return push(reading, { digits: '2', upper: '3', exponent: unit, end: index + 3, unit, loose: true })
    }
    return lastDigit(reading, '2', '3', index + 2, after >> 4)
  }
  if (parts.length === 0) push(reading, { digits: '2', exponent: 0, end: index + 1 })
  return false
}

/** 十五 · 一百十五; 百二 and 千三 in lenient mode. */
function bareUnit(reading: Reading, amount: number): boolean {
  if (reading.closing) return false
  reading.chinese = true
  const first = reading.parts.length === 0
  if (amount > 1 && !(first && (reading.rules.lenient || reading.rules.bareUnit))) return false
  if (amount > 1 && !reading.rules.bareUnit && !isDigit(symbolAt(reading.text, reading.index + 1))) return false
  return push(reading, {
    digits: '1',
    exponent: amount,
    end: reading.index + 1,
    unit: amount,
    loose: !first || amount > 1,
  })
}

/** Multiplies the open group: 万 in 十五万, and the group before it too where it is greater: 亿 in 一万五千亿, 三万亿. */
function scale(reading: Reading, at: number, amount: number): boolean {
  const { parts, rules } = reading
  if (reading.tail >= 0 || reading.zeroAt >= 0 || reading.spelt) return false
  if ((rules.prose && amount > 3) || isPrefix(reading, at)) return false
  const power = amount * 4
  if (parts.length === 0) {
    if ((!rules.lenient && !rules.bareUnit) || amount > 2) return false
    const next = symbolAt(reading.text, at + 1)
    if (!rules.bareUnit && !isDigit(next) && next !== symbolAt(reading.text, at)) return false
    push(reading, { digits: '1', exponent: 0, end: at, loose: true })
  }
  if (reading.scaleAtEnd && power < reading.scale) return false
  let first = reading.scaleAtEnd ? reading.group : parts.length
  while (first > 0 && parts[first - 1]!.closed < power) first--
  const before = parts[first - 1]
  const leading = parts[first]
  if (!leading) return false
  if (before && topOf(leading) + power > Math.min(before.boundary, before.exponent)) return fail(reading, at)
  for (let index = first; index < parts.length; index++) {
    const part = parts[index]!
    part.exponent += power
    part.boundary = index === parts.length - 1 ? power : part.boundary + power
    part.closed = power
  }
  reading.loose ||= amount > 2 || (reading.scaleAtEnd && power === reading.scale) || at !== reading.index
  reading.group = first
  reading.scaleAtEnd = true
  reading.scale = power
  reading.closing = reading.approximate
  reading.fraction = false
  reading.index = at + 1
  return true
}

/** 点 and its digits: 三点一四, 零點77. Not a decimal: 三点五十分, 一点两小时. */
function point(reading: Reading): boolean {
  const { text, parts, index } = reading
  if (reading.closing || reading.fraction || parts.length === 0 || reading.zeroAt >= 0 || reading.tail >= 0)
    return false
  let digits: string
  let end: number
  if (symbolAt(text, index + 1) >> 4 === symbols.ARABIC) {
    end = index + 1
    while (symbolAt(text, end) >> 4 === symbols.ARABIC) end++
    digits = readArabic(text.slice(index + 1, end), 0, false).digits
    reading.loose = true
  } else {
    const found = readRun(text, index + 1, reading.rules.prose)
    digits = found.digits
    end = found.end
  }
  const next = symbolAt(text, end) >> 4
  if (digits === '' || next === symbols.UNIT || next === symbols.FINANCIAL_UNIT || next === symbols.ARABIC) return false
  reading.chinese = true
  reading.spelt = false
  return push(reading, { digits, exponent: -digits.length, end, fraction: true })
}

/** 十几万, 825万余, 一千多万: the lower end, marked; only a scale may follow. */
function uncertain(reading: Reading, at: number, amount: number): boolean {
  const last = reading.parts.at(-1)
  if (!last || reading.approximate || reading.tail >= 0 || reading.spelt || reading.fraction) return false
  const round = last.exponent > 0
  if (amount === 1 ? !round && reading.zeroAt < 0 : reading.zeroAt >= 0 || (reading.chinese && !round)) return false
  reading.zeroAt = -1
  reading.approximate = true
  reading.closing = true
  reading.loose = true
  reading.index = at + 1
  const next = skipSpaces(reading.text, at + 1)
  const symbol = symbolAt(reading.text, next)
  return symbol >> 4 === symbols.SCALE && scale(reading, next, symbol & 15)
}

/** Adds a part below those before it; false where it does not fit, or where nothing can follow it. */
function push(
  reading: Reading,
  part: {
    digits: string
    upper?: string
    exponent: number
    end: number
    unit?: number
    loose?: boolean
    tail?: boolean
    fraction?: boolean
  },
): boolean {
  const { parts } = reading
  const last = parts.at(-1)
  const made: Part = {
    digits: part.digits,
    upper: part.upper ?? part.digits,
    exponent: part.exponent,
    boundary: part.exponent,
    closed: 0,
    zero: reading.zeroAt >= 0,
  }
  if (last && topOf(made) > Math.min(last.boundary, last.exponent)) return false
  if (reading.closing || reading.fraction) return false
  parts.push(made)
  if (part.tail) reading.tail = reading.index
  reading.index = part.end
  reading.zeroAt = -1
  reading.loose ||= part.loose === true || part.tail === true
  reading.fraction = part.fraction === true
  reading.scaleAtEnd = false
  reading.scale = 0
  reading.unit = part.unit ?? 0
  return true
}

function fail(reading: Reading, end: number): false {
  reading.failed = true
  reading.index = Math.max(end, reading.index)
  return false
}

function finish(reading: Reading): Numeral {
  const { parts, failed } = reading
  const end = reading.zeroAt >= 0 && !failed ? reading.zeroAt : reading.index
  const digits = failed || parts.length === 0 ? '' : writeOut(parts, false)
  return {
    end,
    digits,
    upper: digits !== '' && parts.some((part) => part.upper !== part.digits) ? writeOut(parts, true) : null,
    approximate: reading.approximate,
    scale: reading.scale,
    scaled: parts.some((part) => part.closed > 0),
    unit: reading.unit,
    loose: reading.loose || (parts.length > 1 && !zerosAreRight(parts)) || mixes(reading),
    arabic: reading.arabic && !reading.chinese,
    tail: reading.tail,
    spelt: reading.spelt,
  }
}

/** Sets the parts side by side, with the zeros between them. */
function writeOut(parts: Part[], upper: boolean): string {
  let written = ''
  let exponent = 0
  for (const part of parts) {
    const digits = upper ? part.upper : part.digits
    if (written !== '') written += '0'.repeat(exponent - part.exponent - digits.length)
    written += digits
    exponent = part.exponent
  }
  return placePoint(written, exponent)
}

/** 零 stands where a place is empty, and nowhere else: 一百零三, 十万一千. */
function zerosAreRight(parts: Part[]): boolean {
  return parts.every((part, index) => {
    const before = parts[index - 1]
    return !before || part.exponent < 0 || part.zero === topOf(part) < before.boundary
  })
}

/** Digits of both kinds; only 万 and 亿 go with Arabic digits. */
function mixes(reading: Reading): boolean {
  return reading.arabic && reading.parts.length > 1
}

function topOf(part: Part): number {
  return part.exponent + part.digits.length
}

/** A run of Chinese digits, with 0 and O among them. */
function readRun(text: string, start: number, prose: boolean): { digits: string; end: number; plain: boolean } {
  let digits = ''
  let plain = true
  let end = start
  for (;;) {
    const symbol = symbolAt(text, end)
    const kind = symbol >> 4
    if (kind === symbols.ARABIC || kind === symbols.LETTER_ZERO) {
      if (digits === '' || (symbol & 15) !== 0 || !continues(text, end + 1)) break
    } else if (kind !== symbols.DIGIT && kind !== symbols.FINANCIAL && (kind !== symbols.SPOKEN || prose)) break
    plain &&= kind === symbols.DIGIT
    digits += String(symbol & 15)
    end++
  }
  return { digits, end, plain }
}

/** Whether a 0 or O before `index` can belong to Chinese digits: no other Arabic digit or letter follows. */
function continues(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if ((code >= 0x31 && code <= 0x39) || (code >= 0xff11 && code <= 0xff19)) return false
  return !((code >= 0x41 && code <= 0x7a && code !== 0x4f && code !== 0x6f) || code === 0x2e)
}

function isPair(digits: string): boolean {
  return digits === '35' || (digits[0] !== '0' && digits.charCodeAt(1) - digits.charCodeAt(0) === 1)
}

function isDigit(symbol: number): boolean {
  const kind = symbol >> 4
  return kind === symbols.DIGIT || kind === symbols.FINANCIAL || (kind === symbols.ARABIC && (symbol & 15) > 0)
}

/** Whether 千 or 兆 belongs to the unit behind it: 三千米, 1兆赫兹, 六千字节. */
function isPrefix(reading: Reading, at: number): boolean {
  const { text, parts } = reading
  const character = text[at]
  if (character === '千' ? parts.length > 0 : character !== '兆' || parts.length > 1 || reading.scaleAtEnd) return false
  const next = text[at + 1] ?? ''
  return next !== '' && (minor.includes(next) || (next === '字' && /^[节節]/.test(text[at + 2] ?? '')))
}
