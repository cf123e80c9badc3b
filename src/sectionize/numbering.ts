import { sameCharacters } from '../fold/fold-table'
import type { NumberingRule } from '../types'

/** The marker of a heading, found in a text. */
export interface Marker {
  /** As printed, with its closing mark. */
  text: string
  ordinal: number
  depth: number
  start: number
  end: number
}

/** Finds markers of headings. */
export interface Numbering {
  /** The marker that stands exactly at `offset`. */
  at(text: string, offset: number): Marker | null
  /** The markers of depth 1, or 1 and 2, anywhere in a text, from left to right. */
  all(text: string, deepest: 1 | 2): Marker[]
}

/**
 * The numbering of official documents, used where no grammar says otherwise.
 * Source: GB/T 9704-2012, 7.3.3 (一、 then （一） then 1. then （1）).
 */
const official: NumberingRule[] = [
  { depth: 1, markers: ['一、'] },
  { depth: 2, markers: ['（一）'] },
  { depth: 3, markers: ['1.', '1、'] },
  { depth: 4, markers: ['（1）', '⑴'] },
]

/**
 * Compiles the numbering rules of grammars.
 *
 * @param rules markers written with 一 or 1 for the numeral; default: the official numbering
 */
export function compileNumbering(rules: NumberingRule[]): Numbering {
  const list = rules.length > 0 ? rules : official
  const unique = new Map(list.flatMap(({ depth, markers }) => markers.map((marker) => [marker, depth] as const)))
  const every = [...unique].map(([marker, depth]) => ({ depth, source: markerSource(marker) }))
  const [one, two, any] = [compilePattern(every, 1, 'g'), compilePattern(every, 2, 'g'), compilePattern(every, 9, 'y')]
  return {
    at(text, offset) {
      any.pattern.lastIndex = offset
      const match = any.pattern.exec(text)
      return match && toMarker(match, any)
    },
    all(text, deepest) {
      const pattern = deepest === 1 ? one : two
      return [...text.matchAll(pattern.pattern)].flatMap((match) => toMarker(match, pattern) ?? [])
    },
  }
}

/** A pattern with one group for each marker. */
interface Pattern {
  pattern: RegExp
  markers: { depth: number }[]
}

function compilePattern(every: { depth: number; source: string }[], deepest: number, flag: string): Pattern {
  const markers = every.filter(({ depth }) => depth <= deepest)
  return { markers, pattern: new RegExp(markers.map(({ source }) => `(${source})`).join('|') || '(?!)', flag) }
}

function toMarker(match: RegExpExecArray, { markers }: Pattern): Marker | null {
  const ordinal = ordinalOf(match[0])
  if (!ordinal) return null
  const { depth } = markers[match.slice(1).findIndex((group) => group !== undefined)]!
  return { text: match[0], ordinal, depth, start: match.index, end: match.index + match[0].length }
}

/**
 * The numeral of a marker, one to ninety-nine; ㈠ and ⑴ by their compatibility forms. The parser of all numerals would be
 * larger than the splitter itself.
 */
export function ordinalOf(marker: string): number | null {
  const [numeral] = /[0-9]+|[一二三四五六七八九十]+/.exec(marker.normalize('NFKC')) ?? []
  if (numeral === undefined) return null
  if (/[0-9]/.test(numeral)) return Number(numeral)
  const [tens, ones, ...more] = numeral.split('十').map((digit) => ' 一二三四五六七八九'.indexOf(digit || ' '))
  if (more.length > 0 || tens! < 0 || (ones ?? 0) < 0) return null
  return ones === undefined ? tens! : (tens || 1) * 10 + ones
}

/** The pattern of one marker: `（一）` is `( 十二 )、` too; `1.` not before a digit (1.5万), `1、` not in a list of months (3、5月). */
function markerSource(marker: string): string {
  let source = ''
  for (const character of marker) {
    const ring = rings.find(([first]) => first === character)
    if (ring) source += `[${ring[0]}-${ring[1]}]`
    else if (character === '一') source += '[一二三四五六七八九十]{1,3}'
    else if (character === '1') source += '[0-9０-９]{1,2}'
    else source += `[${escapeClass(variantsOf(character, marker))}]`
    source += '\\s{0,3}'
  }
  const trimmed = source.slice(0, -'\\s{0,3}'.length)
  if (marker.endsWith('）')) return `${trimmed}(?:\\s{0,3}[、.．])?`
  if (/1.$/.test(marker)) return `${trimmed}(?!${marker.endsWith('、') ? '[0-9０-９]{1,2}\\s?[、月日]' : '[0-9０-９]'})`
  return trimmed
}

/** First and last characters of enclosed numerals. */
const rings = [
  ['㈠', '㈩'],
  ['⑴', '⒇'],
] as const

/** 一, and 一. stand for 一、; behind a digit only 、 itself, because 1,5 is a number. */
function variantsOf(character: string, marker: string): string {
  if (character === '、') return marker.startsWith('1') ? '、､﹑' : '、､﹑,，.．'
  return sameCharacters.find((set) => set.includes(character)) ?? character
}

function escapeClass(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&')
}
