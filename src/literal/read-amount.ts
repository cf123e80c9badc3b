import { subunits } from '../../grammars/literals.json'
import { addDecimals, multiplyDecimal, shiftDecimal } from './decimal'
import { foldWord } from './fold-unit'
import * as symbols from './numeral-symbols'
import { symbolAt } from './numeral-symbols'
import { type NumeralReading, type NumeralRules, readNumeral } from './read-numeral'
import { isPartOfWord, readUnit, type UnitClass } from './read-unit'
import { skipSpaces } from './space'

/** How to read amounts and quantities. */
export interface AmountRules extends NumeralRules {
  /** Canonical writing only. */
  strict: boolean
}

/** A number with its unit, without sign, bounds and range. */
export interface Amount {
  start: number
  end: number
  digits: string
  /** Of a juxtaposed range (三四十万) its upper end. */
  upper: string | null
  /** As printed; `元` for all writings of yuan; null where none is printed. */
  unit: string | null
  class: UnitClass | null
  /** The numeral read; of 半小时 none. */
  numeral: NumeralReading | null
  /** Where the numeral began. */
  numeralStart: number
}

/** What a failed reading looked at: `end` is where to go on. */
export interface NoAmount {
  end: number
}

/**
 * Reads one amount at `start`: `14.65万条`, `百分之九十`, `壹佰元整`, `一个半小时`, `两吨半`, `三米九`, `两年零三个月`.
 */
export function readAmount(text: string, start: number, rules: AmountRules): Amount | NoAmount {
  if (text[start] === '半') return readHalf(text, start, rules)
  const rate = readRate(text, start, rules)
  if (rate) return rate
  let numeral = readNumeral(text, start, rules)
  if (numeral.digits === '' || (rules.strict && numeral.loose)) return { end: numeral.end }
  if (/^[分份]之/.test(text.slice(numeral.end, numeral.end + 2))) return skipFraction(text, numeral.end, rules)
  let unit = readUnitAfter(text, numeral.end, rules)
  if (numeral.tail >= 0 && unit && !rules.lenient) {
    // 三万一天 is no 31000 days: the digit may belong to the unit alone
    numeral = readNumeral(text.slice(0, numeral.tail), start, rules)
    unit = undefined
  }
  const amount: Amount = {
    start,
    end: unit?.end ?? numeral.end,
    digits: numeral.digits,
    upper: numeral.upper,
    unit: unit?.unit ?? null,
    class: unit?.class ?? null,
    numeral,
    numeralStart: start,
  }
  return unit && !rules.strict ? extend(text, amount, rules) : unit ? money(text, amount, rules) : amount
}

/** 百分之二点五 is 2.5 %, 千分之三 3 ‰; a second 百 stands alone (百分之百). */
function readRate(text: string, start: number, rules: AmountRules): Amount | NoAmount | undefined {
  const symbol = symbolAt(text, start)
  const kind = symbol >> 4
  if ((kind !== symbols.UNIT && kind !== symbols.SCALE) || text[start + 1] !== '分' || text[start + 2] !== '之')
    return undefined
  const unit =
    kind === symbols.SCALE ? (symbol === symbols.SCALE * 16 + 1 ? '‱' : '') : ['', '', '%', '‰'][symbol & 15]!
  let at = skipSpaces(text, start + 3)
  const negative = text[at] === '负' || text[at] === '負'
  if (negative) at++
  const numeral = readNumeral(text, at, { ...rules, bareUnit: text[at] === '百' })
  if (unit === '' || numeral.digits === '' || text[numeral.end] === '分')
    return { end: Math.max(numeral.end, start + 3) }
  const digits = negative ? `-${numeral.digits}` : numeral.digits
  return { start, end: numeral.end, digits, upper: numeral.upper, unit, class: 'rate', numeral, numeralStart: at }
}

/** 半小时, 半个月, 半吨: one half of a measure. */
function readHalf(text: string, start: number, rules: AmountRules): Amount | NoAmount {
  const none: NoAmount = { end: start + 1 }
  if (rules.strict) return none
  const unit = readUnit(text, start + 1)
  const measure =
    unit && (unit.class === 'measure' || unit.class === 'time' || (unit.class === 'alone' && !rules.prose))
  if (!measure || isPartOfWord(text, start + 1, unit.end)) return none
  const printed = text.slice(start + 1, unit.end)
  const numeral = null
  return {
    start,
    end: unit.end,
    digits: '0.5',
    upper: null,
    unit: printed,
    class: unit.class,
    numeral,
    numeralStart: start,
  }
}

interface UnitAfter {
  unit: string
  class: UnitClass
  end: number
}

/** The unit behind a number, over spaces: `213.58 万元`, `12 %`; 六个加仑 has two words. */
function readUnitAfter(text: string, end: number, rules: AmountRules): UnitAfter | undefined {
  const start = skipSpaces(text, end)
  const found = readUnit(text, start)
  if (!found || isPartOfWord(text, start, found.end)) return undefined
  if (isSymbolOfModel(text, start, found.end)) return undefined
  if (text[start] === '个' || text[start] === '個') {
    const second = found.end === start + 1 ? readUnit(text, found.end) : undefined
    const counted =
      second && (second.class === 'measure' || second.class === 'currency') && (!rules.prose || second.end > start + 2)
    if (counted) return { unit: text.slice(start, second.end), class: second.class, end: second.end }
  }
  const printed = text.slice(start, found.end)
  const unit = found.class === 'yuan' ? '元' : printed === '％' ? '%' : printed
  return { unit, class: found.class, end: found.end }
}

/** The G of 5G, the D of 3D: a single capital letter is no unit. */
function isSymbolOfModel(text: string, start: number, end: number): boolean {
  return end - start === 1 && /[A-ZＡ-Ｚ]/.test(text[start]!)
}

/** What may follow a unit and change the value: smaller money, a half, a colloquial decimal, a smaller unit. */
function extend(text: string, amount: Amount, rules: AmountRules): Amount {
  switch (amount.class) {
    case 'yuan':
    case 'jiao':
    case 'fen':
    case 'li':
      if (amount.class !== 'fen' || !isHalf(text, amount.end)) return money(text, amount, rules)
  }
  if (amount.numeral?.approximate || amount.upper !== null) return amount
  return half(text, amount) ?? tenths(text, amount, rules) ?? subunit(text, amount, rules) ?? amount
}

const systems = /* @__PURE__ */ new Map(
  subunits.flatMap((system) => system.units.split(' ').map((unit) => [unit, system])),
)

const moneyPower: Partial<Record<UnitClass, number>> = { yuan: 0, jiao: -1, fen: -2, li: -3 }

/** Yuan and its parts, each smaller than the one before: 五元三毛, 壹拾壹元零叁分整, 三块五. */
function money(text: string, amount: Amount, rules: AmountRules): Amount {
  const power = amount.class === null ? undefined : moneyPower[amount.class]
  if (power === undefined || (power < 0 && rules.prose && !isCoin(text, amount))) return amount
  let digits = shiftDecimal(amount.digits, power)
  let smallest = power
  let end = amount.end
  for (;;) {
    const at = /[零又〇]/.test(text[end] ?? '') && !isUnitBehind(text, end) ? end + 1 : end
    const next = isNumeralStart(text, at) ? readNumeral(text, at, { ...rules, pairs: false }) : undefined
    if (!next || next.digits === '' || next.digits.length > 1 || amount.upper !== null) break
    const unit = readUnit(text, next.end)
    const below = unit && moneyPower[unit.class]
    if (!unit || below === undefined || below >= smallest) {
      const last =
        !rules.prose &&
        !rules.strict &&
        next.end === text.length &&
        !next.arabic &&
        /[块塊元]$/.test(text.slice(0, end))
      if (last && !unit) {
        digits = addDecimals(digits, shiftDecimal(next.digits, at > end ? -2 : -1))
        end = next.end
      }
      break
    }
    digits = addDecimals(digits, shiftDecimal(next.digits, below))
    smallest = below
    end = unit.end
  }
  if (text[end] === '整' || text[end] === '正') end++
  const upper = amount.upper === null ? null : shiftDecimal(amount.upper, power)
  return { ...amount, end, digits, upper, unit: '元', class: 'yuan' }
}

/** In prose 角 and 分 are money only with 钱 or a smaller coin: 五角大楼, 95分, 三角. */
function isCoin(text: string, amount: Amount): boolean {
  return (
    text[amount.end - 1] === '钱' ||
    text[amount.end - 1] === '錢' ||
    (amount.class === 'jiao' && isNumeralStart(text, amount.end))
  )
}

/** 两吨半, 一分半钟: half a unit more. 一个半小时: the unit follows. */
function half(text: string, amount: Amount): Amount | undefined {
  if (!isHalf(text, amount.end) || amount.class === 'rate' || amount.class === 'currency') return undefined
  const digits = addDecimals(amount.digits, '0.5')
  const end = amount.end + 1
  const following = readUnit(text, end)
  if (amount.unit === '个' || amount.unit === '個') {
    const month = /^[月年]/.test(text.slice(end))
    if (month) return { ...amount, digits, end: end + 1, unit: amount.unit + text[end], class: 'time' }
    if (following?.class !== 'time' && following?.class !== 'measure') return undefined
    return { ...amount, digits, end: following.end, unit: text.slice(end, following.end), class: following.class }
  }
  const clock = /^[钟鐘鍾]/.test(text.slice(end))
  if (amount.class === 'fen' || (clock && /[分秒]$/.test(amount.unit ?? ''))) {
    const unit = text.slice(amount.end - 1, amount.end) + (clock ? text[end] : '')
    return { ...amount, digits, end: clock ? end + 1 : end, unit, class: 'time' }
  }
  if (amount.class === 'count' || (following && following.class !== 'count')) return undefined
  return { ...amount, digits, end }
}

function isHalf(text: string, at: number): boolean {
  return text[at] === '半' && !/^[年天月小数路价夜边径个]/.test(text.slice(at + 1))
    ? true
    : text[at] === '半' && /[个個]$/.test(text.slice(0, at))
}

/** 三米九 is 3.9 metres, 一米七八 1.78: digits behind a unit of measure, at the end of a whole literal. */
function tenths(text: string, amount: Amount, rules: AmountRules): Amount | undefined {
  if (rules.prose || amount.class !== 'measure' || amount.numeral?.digits.includes('.')) return undefined
  let digits = ''
  let end = amount.end
  for (; symbolAt(text, end) >> 4 === symbols.DIGIT; end++) digits += String(symbolAt(text, end) & 15)
  if (digits === '' || digits.length > 2 || end !== text.length) return undefined
  return { ...amount, digits: addDecimals(amount.digits, shiftDecimal(digits, -digits.length)), end }
}

/** A smaller unit behind a greater one: 两年零三个月 is 27 个月, 两美元又三美分 2.03 美元. */
function subunit(text: string, amount: Amount, rules: AmountRules): Amount | undefined {
  const at = /[零又]/.test(text[amount.end] ?? '') ? amount.end + 1 : amount.end
  if (!isNumeralStart(text, at) || amount.unit === null) return undefined
  const system = systems.get(foldWord(amount.unit))
  if (!system) return undefined
  const next = readNumeral(text, at, { ...rules, pairs: false })
  const unitStart = skipSpaces(text, next.end)
  const part = readUnit(text, unitStart)
  if (next.digits === '' || next.approximate || !part) return undefined
  const printed = text.slice(unitStart, part.end)
  if (!system.parts.split(' ').includes(foldWord(printed))) return undefined
  if (system.count === 100)
    return { ...amount, digits: addDecimals(amount.digits, shiftDecimal(next.digits, -2)), end: part.end }
  const digits = addDecimals(multiplyDecimal(amount.digits, system.count), next.digits)
  return { ...amount, digits, unit: printed, class: 'time', end: part.end }
}

/** 三分之一, 八又七分之五: no quantity; goes on behind it. */
function skipFraction(text: string, end: number, rules: AmountRules): NoAmount {
  const at = skipSpaces(text, end + 2)
  return { end: Math.max(readNumeral(text, at, rules).end, end + 2) }
}

function isUnitBehind(text: string, at: number): boolean {
  return readUnit(text, at + 1) !== undefined
}

/** Whether a numeral can begin at `index`: a digit of any kind, 十, 廿; 百 and greater need a digit before them. */
export function isNumeralStart(text: string, index: number): boolean {
  const symbol = symbolAt(text, index)
  const kind = symbol >> 4
  if (kind === symbols.UNIT || kind === symbols.FINANCIAL_UNIT) return (symbol & 15) === 1
  return kind > 0 && kind <= symbols.TENS && kind !== symbols.LETTER_ZERO && kind !== symbols.SPOKEN
}
