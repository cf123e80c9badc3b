import { changes } from '../../grammars/literals.json'
import { readArabic } from './arabic'
import { negate, shiftDecimal, toNumber } from './decimal'
import { readNumeral } from './read-numeral'
import { parseUnit } from './unit'
import { longestWord, makeTree } from './word-tree'

/** What a printed cell says. */
export interface Cell {
  /** `unresolved`: digits are there, but not which number they make, or not their unit. */
  state: 'number' | 'blank' | 'dash' | 'text' | 'unresolved'
  /** In yuan for type `money`, otherwise as printed; null in every state but `number`. */
  value: number | null
  /** The unit printed in the cell itself: 万元, 件. */
  unit: string | null
  /** State `unresolved`: the values that remain possible, as far as they can be named. */
  candidates?: number[]
}

/** How to read a cell. */
export interface CellOptions {
  /** The unit printed for the column, such as 万元; default none. It counts for type `money` alone. */
  unit?: string | undefined
  /** What its column holds; default `count`: whole and not negative. */
  type?: 'count' | 'signed' | 'decimal' | 'money' | undefined
  /** `1 288` is 1288: only where markup bounds the cell. Default false: unresolved. */
  joinDigits?: boolean | undefined
}

const numeralRules = { lenient: false, pairs: false, prose: false }
const changeTree = /* @__PURE__ */ makeTree(changes)

/**
 * Reads the text of a table cell: `0`, `1,036`, ``, `—`, `无`, `+1036`, `减8`, `2400万`, `213.58 万元`.
 *
 * Blank, dash and words are not 0. An amount of money is shifted to yuan by moving its point; without any unit it is
 * unresolved (0 needs none), with the readings in 元 and 万元 as candidates.
 */
export function parseCell(raw: string, options: CellOptions = {}): Cell {
  // Most cells of most tables: told by one look.
  if (options.type !== 'money' && plainCount.test(raw)) return { state: 'number', value: Number(raw), unit: null }
  const text = trim(raw)
  if (text === '') return empty('blank')
  if (isDash(text)) return empty('dash')
  if (text === '一') return unresolved(null, ['1'])
  const { type = 'count', joinDigits = false } = options
  const { negative, start } = readSign(text, type === 'signed')
  const rest = joinDigits ? joinSpaced(text.slice(start)) : text.slice(start)
  const read = readPrinted(rest)
  if (!read) return /[0-9０-９]/.test(text) ? unresolved(null, []) : empty('text')
  const digits = negative ? negate(read.digits) : read.digits
  if (type === 'money') return money(digits, read, options.unit)
  const value = toNumber(digits)
  const fits = type === 'decimal' || (!digits.includes('.') && (type === 'signed' || !digits.startsWith('-')))
  if (value === null || !fits) return unresolved(read.unit, [digits])
  return { state: 'number', value, unit: read.unit }
}

/** 0, or digits without a leading zero, few enough for a number to hold them. */
const plainCount = /^(?:0|[1-9][0-9]{0,14})$/

/** A number with the unit printed behind it. */
interface Printed {
  digits: string
  unit: string | null
}

/**
 * The number that a cell prints, and the unit behind it: `12`, `2400万`, `213.58 万元`, `三十`. Undefined where anything but a unit
 * follows.
 */
function readPrinted(text: string): Printed | undefined {
  const arabic = readArabic(text, 0, false)
  // A number with a leading zero is several cells run together (00), or a code.
  if (/^0\d/.test(arabic.digits)) return undefined
  const read = arabic.digits === '' ? readNumeral(text, 0, numeralRules) : arabic
  if (read.digits === '') return undefined
  const digits = shiftDecimal(read.digits.startsWith('.') ? `0${read.digits}` : read.digits, 0)
  const unit = trim(text.slice(read.end))
  if (unit === '') return { digits, unit: null }
  if (/[^\p{L}\s%％‰²³°/]/u.test(unit)) return undefined
  return factorOf(unit) === undefined ? undefined : { digits, unit }
}

/** An amount in yuan: the unit of the cell counts where the column prints none or the same. */
function money(digits: string, { unit }: Printed, columnUnit: string | undefined): Cell {
  const column = columnUnit === undefined ? undefined : moneyFactor(columnUnit)
  const own = unit === null ? undefined : moneyFactor(unit)
  if (unit !== null && own === undefined) return unresolved(unit, [digits])
  const factors = [...new Set([own, column].filter((factor) => factor !== undefined))]
  if (factors.length === 0) factors.push(0, 4)
  const values = [...new Set(factors.map((factor) => shiftDecimal(digits, factor)))]
  const value = toNumber(values[0]!)
  return values.length === 1 && value !== null ? { state: 'number', value, unit } : unresolved(unit, values)
}

/** The power of ten that a unit of money stands for: 4 for 万元 and for 万 alone; undefined for other units. */
function moneyFactor(unit: string): number | undefined {
  const factor = factorOf(unit)
  return factor?.unit === '元' || factor?.unit === null ? factor.power : undefined
}

function factorOf(text: string): { unit: string | null; power: number } | undefined {
  const scale = { 万: 4, 萬: 4, 亿: 8, 億: 8 }[text]
  if (scale !== undefined) return { unit: null, power: scale }
  const unit = parseUnit(text)
  return unit && { unit: unit.unit, power: unit.factor.length - 1 }
}

/** `-8`, `+1036`; with words and arrows in signed columns only: `减8`, `增 5`, `↑3`. */
function readSign(text: string, words: boolean): { negative: boolean; start: number } {
  const found = longestWord(changeTree, text, 0)
  if (!found || (!words && !/^[-－−+＋]/.test(text))) return { negative: false, start: 0 }
  let start = found.end
  while (/\s/.test(text.charAt(start))) start++
  return { negative: found.class === 'decrease', start }
}

function joinSpaced(text: string): string {
  return text.replace(/(?<=\d)\s+(?=\d)/g, '')
}

/** Dashes of any length and the slash, with spaces between: `/`, `-`, `——`, `－`. */
function isDash(text: string): boolean {
  return /^[-‐‑‒–—―─━－−/／ー\s]+$/.test(text)
}

function trim(text: string): string {
  return text.replace(/^[\s\u200b\ufeff]+/, '').replace(/[\s\u200b\ufeff]+$/, '')
}

function empty(state: 'blank' | 'dash' | 'text'): Cell {
  return { state, value: null, unit: null }
}

function unresolved(unit: string | null, digits: string[]): Cell {
  const candidates = digits.map(toNumber).filter((value) => value !== null)
  return { state: 'unresolved', value: null, unit, ...(candidates.length > 0 && { candidates }) }
}
