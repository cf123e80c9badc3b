import { kiloUnits } from '../../grammars/literals.json'
import { readArabic } from './arabic'
import { isOneOf, skipSpaces } from './characters'
import { isPair, readRun } from './chinese-digits'
import { type Part, topOf, writeOut, zerosAreRight } from './numeral-parts'
import {
  ARABIC,
  FINANCIAL_UNIT,
  LETTER_ZERO,
  POINT,
  SCALE,
  SPOKEN,
  symbolAt,
  TENS,
  TWO,
  UNCERTAIN,
  UNIT,
} from './numeral-symbols'

/** What a reader of numerals accepts beside the forms that have one reading everywhere. */
export interface NumeralRules {
  /** Forms with a dominant reading: 千三, 万三, 万万, 两十, 1万600. */
  lenient: boolean
  /** Juxtaposed neighbours are a range: 三四十万, 一万六七. */
  pairs: boolean
  /** Running text: commas may be punctuation; 洞 幺 京 正 are words. */
  prose: boolean
  /** A unit or scale alone is one of it: the second 百 of 百分之百, 上万. */
  bareUnit?: boolean
}

/** The longest numeral at a place. */
export interface NumeralReading {
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
  /** The power of ten of the unit at its end or before its scale: 2 in 四百万. */
  unit: number
  /** Not as a formatter would print it. */
  loose: boolean
  /** Its digits are Arabic. */
  arabic: boolean
  /** Where a colloquial tail begins (the last 五 of 二百五), otherwise -1. */
  tail: number
  /** It spells digits one by one: 二〇一六. */
  spelt: boolean
}

/** A numeral while it is read. */
interface State extends NumeralReading {
  text: string
  rules: NumeralRules
  parts: Part[]
  /** Index of the first part that the last scale multiplied. */
  group: number
  /** Index of a 零 that waits for its digit, otherwise -1. */
  zeroAt: number
  /** Only a scale may follow: behind a fraction and behind 几, 余, 多. */
  closing: boolean
}

/** Reads the longest numeral that begins at `start`, in one pass. Signs are the caller's. */
export function readNumeral(text: string, start: number, rules: NumeralRules): NumeralReading {
  const state: State = {
    text,
    rules,
    end: start,
    digits: '',
    upper: null,
    approximate: false,
    scale: 0,
    scaled: false,
    unit: 0,
    loose: false,
    arabic: false,
    tail: -1,
    spelt: false,
    parts: [],
    group: 0,
    zeroAt: -1,
    closing: false,
  }
  while (step(state));
  const { parts } = state
  if (parts.length === 0) return state
  if (state.zeroAt >= 0) state.end = state.zeroAt
  state.digits = writeOut(parts, 'low')
  if (parts.some(({ low, high }) => low !== high)) state.upper = writeOut(parts, 'high')
  state.loose ||= parts.length > 1 && (state.arabic || !zerosAreRight(parts))
  return state
}

/** Takes the next token; false where the numeral ends or cannot go on. */
function step(state: State): boolean {
  const { text, end, parts } = state
  const symbol = symbolAt(text, end)
  const kind = symbol >> 4
  if (kind > TENS) return behind(state, end)
  if (kind === 0 && parts.length > 0) return behind(state, skipSpaces(text, end))
  if (state.closing || kind === LETTER_ZERO) return false
  if (kind <= TWO) return kind > 0 || isOneOf(text, end, '.') ? coefficient(state, kind) : false
  const amount = symbol & 15
  if (kind === TENS) return push(state, `${amount % 10}`, amount > 9 ? 2 : 1, end + 1, true)
  // 十五, 一百十五; 百二 and 千三 in lenient mode
  const leads = state.rules.bareUnit || (state.rules.lenient && isDigit(symbolAt(text, end + 1)))
  if (amount > 1 && (parts.length > 0 || !leads)) return false
  return push(state, '1', amount, end + 1, parts.length > 0 || amount > 1, amount)
}

/** A scale, 点, 几, 余 or 多 at `at`; over spaces too (345 萬, 210 余). */
function behind(state: State, at: number): boolean {
  const symbol = symbolAt(state.text, at)
  const kind = symbol >> 4
  if (kind === SCALE) return scale(state, at, (symbol & 15) * 4)
  if (kind === POINT) return at === state.end && point(state)
  return kind === UNCERTAIN && uncertain(state, at, symbol & 15)
}

/** 1,234.5 · 5千 · 五 · 三百 · 两千 · 二〇一六 · the 四五 of 四五十万 · the 三 of 二百零三 · the tail of 二百三 and 13万2. */
function coefficient(state: State, kind: number): boolean {
  const { text, parts, rules } = state
  const begin = state.end
  const boundary = parts.at(-1)?.boundary ?? 0
  const arabic = kind <= ARABIC
  let loose = false
  let fraction = 0
  const found = arabic ? readArabic(text, begin, rules.prose) : readRun(text, begin, rules.prose)
  let { digits } = found
  const { end } = found
  if (arabic) {
    if (digits === '') return fail(state, end)
    loose = parts.length > 0 || found.irregular
    const dot = digits.indexOf('.')
    if (dot >= 0) {
      digits = digits.replace('.', '')
      fraction = digits.length - dot
    }
  } else if (digits[0] === '0' && parts.length > 0) {
    // 零 after a part waits for its digit: 二百零三
    if (state.zeroAt >= 0 || digits[1] === '0') return false
    state.zeroAt = begin
    state.end = begin + 1
    digits = digits.slice(1)
    if (digits === '') return true
  }
  const next = symbolAt(text, end)
  const after = next >> 4
  const unit = isUnit(after) && !isPrefix(state, end) ? next & 15 : 0
  const pair = !arabic && rules.pairs && isPair(digits)
  const single = digits.length === 1 || pair
  if (kind === TWO && !pair) {
    // 两百, 两万 and 两 alone; 两十 in lenient mode
    if (unit === 1 ? !rules.lenient : unit === 0 && after !== SCALE && (parts.length > 0 || digits.length > 1))
      return false
    loose = unit === 1
  }
  let exponent = unit - fraction
  let tail = false
  if (!arabic && !single) {
    // Digit by digit; 三四 may be a range, and 一二三万 has no reading
    if (parts.length > 0) return false
    if (unit > 0 || after === SCALE || after === ARABIC || (after !== POINT && isPair(digits))) return fail(state, end)
    state.spelt = loose = true
  } else if (unit > 0) {
    // 三百, 5千
    if (digits === '0' || (kind === SPOKEN && !pair)) return fail(state, end)
    loose ||= arabic
  } else if (kind === SPOKEN) {
    return fail(state, end)
    // Without a unit, behind a part that leaves more than one place
  } else if (boundary > 1 && state.zeroAt < 0 && digits.length !== boundary) {
    if (after === SCALE || after === POINT) {
      // 一千五万: 15000000 or 10050000
      if (state.scale === 0) return fail(state, end)
    } else if (single && fraction === 0) {
      // 二百三 is 230, 13万2 is 132000
      exponent = boundary - 1
      tail = true
    } else if (!rules.lenient) return false
  }
  if (tail) state.tail = begin
  const low = pair ? digits[0]! : digits
  const pushed = push(
    state,
    low,
    exponent,
    unit > 0 ? end + 1 : end,
    loose || tail || pair,
    unit,
    pair ? digits[1] : low,
  )
  if (!pushed && tail) state.tail = -1
  if (pushed) {
    state.arabic ||= arabic
    state.closing = fraction > 0
  }
  return pushed && !(kind === TWO && unit === 0 && after !== SCALE && !pair) && (!state.spelt || after === POINT)
}

/** Multiplies the open group: 万 in 十五万, and the group before it too where it is smaller: 亿 in 一万五千亿, 三万亿. */
function scale(state: State, at: number, power: number): boolean {
  const { text, parts, rules } = state
  if (state.tail >= 0 || state.zeroAt >= 0 || state.spelt || isPrefix(state, at)) return false
  if ((rules.prose && power > 12) || power < state.scale) return false
  if (parts.length === 0) {
    // 万三, 万万 in lenient mode, 上万
    const next = symbolAt(text, at + 1)
    const leads = rules.bareUnit || (rules.lenient && (isDigit(next) ? (next & 15) > 1 : next === symbolAt(text, at)))
    if (!leads || power > 8) return false
    push(state, '1', 0, at, true)
  }
  let first = state.scale > 0 ? state.group : parts.length
  while (first > 0 && parts[first - 1]!.closed < power) first--
  const before = parts[first - 1]
  if (before && topOf(parts[first]!) + power > Math.min(before.boundary, before.exponent)) return fail(state, at)
  for (let index = first; index < parts.length; index++) {
    const part = parts[index]!
    part.exponent += power
    part.boundary = index < parts.length - 1 ? part.boundary + power : power
    part.closed = power
  }
  state.loose ||= power > 8 || power === state.scale || at > state.end
  state.group = first
  state.scale = power
  state.scaled = true
  state.closing = state.approximate
  state.end = at + 1
  return true
}

/** 点 and its digits: 三点一四, 零點77. No decimals: 三点五十分, 一点两小时. */
function point(state: State): boolean {
  const { text, end } = state
  if (state.closing || state.parts.length === 0 || state.zeroAt >= 0 || state.tail >= 0) return false
  // 8点30分 is a time
  if (state.arabic && state.rules.pairs) return false
  const found = readRun(text, end + 1, state.rules.prose)
  const mixed = found.digits === '' && symbolAt(text, end + 1) >> 4 === ARABIC
  const { digits, end: behind } = mixed ? readArabic(text, end + 1, false) : found
  const next = symbolAt(text, behind) >> 4
  if (!/^\d+$/.test(digits) || isUnit(next) || next === ARABIC || symbolAt(text, end + 1) >> 4 === TWO) return false
  const pushed = push(state, digits, -digits.length, behind, mixed)
  state.spelt &&= !pushed
  state.closing = pushed
  return pushed
}

/** 十几万, 825万余, 一千多万: the lower end, marked; only a scale may follow. */
function uncertain(state: State, at: number, amount: number): boolean {
  const last = state.parts.at(-1)
  if (!last || state.closing || state.tail >= 0 || state.spelt) return false
  const round = last.exponent > 0
  const zero = state.zeroAt >= 0
  if (amount === 1 ? !round && !zero : zero || !(round || state.arabic)) return false
  state.zeroAt = -1
  state.approximate = state.closing = state.loose = true
  state.end = at + 1
  return true
}

/** Adds a part below those before it; false where it does not fit. */
function push(state: State, low: string, exponent: number, end: number, loose: boolean, unit = 0, high = low): boolean {
  const last = state.parts.at(-1)
  const part = { low, high, exponent, boundary: exponent, closed: 0, zero: state.zeroAt >= 0 }
  if (last && topOf(part) > Math.min(last.boundary, last.exponent)) return false
  state.parts.push(part)
  state.end = end
  state.zeroAt = -1
  state.loose ||= loose
  state.scale = 0
  state.unit = unit
  return true
}

/** Gives the numeral up: what was looked at has no reading. */
function fail(state: State, end: number): false {
  state.parts = []
  state.end = Math.max(end, state.end)
  return false
}

function isDigit(symbol: number): boolean {
  return symbol > 0 && symbol >> 4 < SPOKEN && (symbol & 15) > 0
}

function isUnit(kind: number): boolean {
  return kind === UNIT || kind === FINANCIAL_UNIT
}

/** Whether 千 or 兆 belongs to the unit behind it: 三千米, 1兆赫兹, 六千字节. */
function isPrefix(state: State, at: number): boolean {
  const { text, parts } = state
  const kilo = isOneOf(text, at, '千')
  if (kilo ? parts.length > 0 : !isOneOf(text, at, '兆') || parts.length > 1 || state.scale > 0) return false
  return isOneOf(text, at + 1, kiloUnits) || (isOneOf(text, at + 1, '字') && isOneOf(text, at + 2, '节節'))
}
