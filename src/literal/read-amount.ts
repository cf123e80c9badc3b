import { subunits } from '../../grammars/literals.json'
import { isOneOf, skipSpaces } from './characters'
import { addDecimals, multiplyDecimal, shiftDecimal } from './decimal'
import { foldWord } from './fold-unit'
import { DIGIT, LETTER_ZERO, SCALE, SPOKEN, symbolAt, TENS, UNIT } from './numeral-symbols'
import { type NumeralReading, type NumeralRules, readNumeral } from './read-numeral'
import { isPartOfWord, readUnit, type UnitClass } from './read-unit'

/** How to read amounts and quantities. */
export interface AmountRules extends NumeralRules {
  /** Canonical writing only. */
  strict: boolean
}

/** A number with its unit, without sign, bounds and range. */
export interface Amount {
  end: number
  digits: string
  /** Of a juxtaposed range (三四十万) its upper end. */
  upper: string | null
  /** As printed; `元` for all writings of yuan; null where none is printed. */
  unit: string | null
  class: UnitClass | null
  /** The numeral read; of 半小时 none. */
  numeral: NumeralReading | null
  /** Where the numeral begins. */
  numeralStart: number
}

/** What a failed reading looked at: `end` is where to go on. */
export interface NoAmount {
  end: number
}

/** Reads one amount at `start`: `14.65万条`, `百分之九十`, `壹佰元整`, `一个半小时`, `两吨半`, `三米九`, `两年零三个月`. */
export function readAmount(text: string, start: number, rules: AmountRules): Amount | NoAmount {
  if (isOneOf(text, start, '半')) return readHalf(text, start, rules)
  if (text.startsWith('分之', start + 1) && symbolAt(text, start) >> 4 >= UNIT) return readRate(text, start, rules)
  let numeral = readNumeral(text, start, rules)
  let { end } = numeral
  if (text.startsWith('分之', end)) {
    // 三分之一, 八又七分之五
    return { end: Math.max(readNumeral(text, skipSpaces(text, end + 2), rules).end, end + 2) }
  }
  if (numeral.digits === '' || (rules.strict && numeral.loose)) return { end }
  let unit = readUnitBehind(text, end, rules)
  if (numeral.tail >= 0 && unit && !rules.lenient) {
    // 三万一天 is no 31000 days: the digit may belong to the unit alone
    numeral = readNumeral(text.slice(0, numeral.tail), start, rules)
    end = numeral.end
    unit = undefined
  }
  const { digits, upper } = numeral
  const amount: Amount = { end, digits, upper, unit: null, class: null, numeral, numeralStart: start }
  return unit ? extend(text, Object.assign(amount, unit), rules) : amount
}

/** 百分之二点五 is 2.5 %, 千分之三 3 ‰; a second 百 stands alone (百分之百). */
function readRate(text: string, start: number, rules: AmountRules): Amount | NoAmount {
  const unit = { 百: '%', 千: '‰', 万: '‱', 萬: '‱' }[text[start]!] ?? null
  let at = skipSpaces(text, start + 3)
  const negative = isOneOf(text, at, '负負')
  if (negative) at++
  const numeral = readNumeral(text, at, { ...rules, bareUnit: isOneOf(text, at, '百') })
  const { end, digits, upper } = numeral
  if (!unit || digits === '' || isOneOf(text, end, '分')) return { end: Math.max(end, start + 3) }
  return { end, digits: negative ? `-${digits}` : digits, upper, unit, class: 'rate', numeral, numeralStart: at }
}

/** 半小时, 半个月, 半吨: one half of a measure. */
function readHalf(text: string, start: number, rules: AmountRules): Amount | NoAmount {
  const unit = rules.strict ? undefined : readUnitBehind(text, start + 1, rules)
  if (!unit || !/^(?:time|measure|alone)$/.test(unit.class)) return { end: start + 1 }
  return { digits: '0.5', upper: null, numeral: null, numeralStart: start, ...unit }
}

interface UnitBehind {
  unit: string
  class: UnitClass
  end: number
}

/** The unit behind a number, over spaces: `213.58 万元`, `12 %`; 六个加仑 has two words. The G of 5G is none. */
function readUnitBehind(text: string, end: number, rules: AmountRules): UnitBehind | undefined {
  const start = skipSpaces(text, end)
  const found = readUnit(text, start)
  if (!found || isPartOfWord(text, start, found.end)) return undefined
  let unit = text.slice(start, found.end)
  if (/^[A-ZＡ-Ｚ]$/.test(unit)) return undefined
  if (foldWord(unit) === '个') {
    const second = readUnit(text, found.end)
    if (second && /^(?:measure|currency)$/.test(second.class) && (!rules.prose || second.end > found.end + 1)) {
      return { unit: unit + text.slice(found.end, second.end), class: second.class, end: second.end }
    }
  }
  if (found.class === 'yuan') unit = '元'
  return { unit: unit === '％' ? '%' : unit, class: found.class, end: found.end }
}

/** What may follow a unit and change the value: smaller coins, a half, a colloquial decimal, a smaller unit. */
function extend(text: string, amount: Amount, rules: AmountRules): Amount {
  const plain = amount.upper === null && !amount.numeral!.approximate
  const more =
    plain && !rules.strict ? (half(text, amount) ?? tenths(text, amount) ?? subunit(text, amount, rules)) : undefined
  return more ?? money(text, amount, rules)
}

const powers: Partial<Record<UnitClass, number>> = { yuan: 0, jiao: -1, fen: -2, li: -3 }

/** Yuan and its parts, each smaller than the one before: 五元三毛, 壹拾壹元零叁分整. In prose coins alone are words: 五角大楼. */
function money(text: string, amount: Amount, rules: AmountRules): Amount {
  let power = powers[amount.class!]
  const coin = power !== undefined && power < 0 && rules.prose && !isOneOf(text, amount.end - 1, '钱錢')
  // 95分 are points
  if (amount.class === 'fen' && amount.digits.length > 1) return amount
  if (power === undefined || (coin && !(power === -1 && isNumeralStart(text, amount.end)))) return amount
  let digits = shiftDecimal(amount.digits, power)
  let { end } = amount
  while (amount.upper === null) {
    const next = readPart(text, end, rules)
    const below = next && powers[next.class]
    if (below === undefined || below >= power || next!.digits.length > 1) break
    digits = addDecimals(digits, shiftDecimal(next!.digits, below))
    power = below
    end = next!.end
  }
  if (isOneOf(text, end, '整正')) end++
  const upper = amount.upper && shiftDecimal(amount.upper, powers[amount.class!]!)
  return { ...amount, end, digits, upper, unit: '元', class: 'yuan' }
}

/** A number and unit that go on from the unit before: the 零叁分 of 壹元零叁分, the 又三美分 of 两美元又三美分. */
function readPart(text: string, end: number, rules: AmountRules): (UnitBehind & { digits: string }) | undefined {
  const at = isOneOf(text, end, '零又〇') && isNumeralStart(text, end + 1) ? end + 1 : end
  if (!isNumeralStart(text, at)) return undefined
  const { digits, approximate, end: behind } = readNumeral(text, at, { ...rules, pairs: false })
  const start = skipSpaces(text, behind)
  const unit = digits === '' || approximate ? undefined : readUnit(text, start)
  return unit && { ...unit, digits, unit: text.slice(start, unit.end) }
}

/** 两吨半, 一分半钟: half a unit more. 一个半小时: the unit follows. */
function half(text: string, amount: Amount): Amount | undefined {
  if (!isOneOf(text, amount.end, '半')) return undefined
  const behind = amount.end + 1
  const digits = addDecimals(amount.digits, '0.5')
  const unit = text.slice(skipSpaces(text, amount.numeral!.end), amount.end)
  const following = readUnit(text, behind)
  if (foldWord(unit) === '个') {
    if (isOneOf(text, behind, '月')) return { ...amount, digits, end: behind + 1, unit: `${unit}月`, class: 'time' }
    if (!following || !/^(?:time|measure)$/.test(following.class)) return undefined
    return { ...amount, ...following, digits, unit: text.slice(behind, following.end) }
  }
  if (/[分秒]$/.test(unit)) {
    const end = isOneOf(text, behind, '钟鐘鍾') ? behind + 1 : behind
    return { ...amount, digits, end, unit: unit + text.slice(behind, end), class: 'time' }
  }
  if (/^(?:count|rate|currency|yuan)$/.test(amount.class!) || following) return undefined
  return { ...amount, digits, end: behind }
}

/** 三米九 is 3.9 metres, 一米七八 1.78, 三块五 3.5 yuan, 三成五 3.5 tenths: one or two digits behind a unit, without a unit of their own. */
function tenths(text: string, amount: Amount): Amount | undefined {
  if (amount.class !== 'measure' && !isOneOf(text, amount.end - 1, '块塊成')) return undefined
  let digits = ''
  let { end } = amount
  for (; symbolAt(text, end) >> 4 === DIGIT; end++) digits += symbolAt(text, end) & 15
  const more = digits.length > 2 || symbolAt(text, end) > 0 || amount.digits.includes('.') || readUnit(text, end)
  if (digits === '' || more) return undefined
  return { ...amount, digits: addDecimals(amount.digits, shiftDecimal(digits, -digits.length)), end }
}

/** Per greater unit what it has: 年 has 12 个月. */
const systems = /* @__PURE__ */ new Map(
  subunits.flatMap((system) => system.units.split(' ').map((unit) => [unit, system] as const)),
)

/** A smaller unit behind a greater one: 两年零三个月 is 27 个月, 两美元又三美分 2.03 美元. */
function subunit(text: string, amount: Amount, rules: AmountRules): Amount | undefined {
  const system = systems.get(foldWord(amount.unit!))
  const part = system && readPart(text, amount.end, rules)
  if (!part || !system.parts.split(' ').includes(foldWord(part.unit))) return undefined
  const { end, unit } = part
  if (system.count === 100) return { ...amount, end, digits: addDecimals(amount.digits, shiftDecimal(part.digits, -2)) }
  const digits = addDecimals(multiplyDecimal(amount.digits, system.count), part.digits)
  return { ...amount, digits, unit, class: 'time', end }
}

/** Whether a numeral can begin at `index`: a digit of any kind, 十, 廿; 百 and greater need a digit before them. */
export function isNumeralStart(text: string, index: number): boolean {
  const symbol = symbolAt(text, index)
  const kind = symbol >> 4
  if (kind >= UNIT && kind < TENS) return (symbol & 15) === 1
  return kind > 0 && kind < SCALE && kind !== LETTER_ZERO && kind !== SPOKEN
}
