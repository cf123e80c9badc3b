import { sameCharacters } from '../fold/fold-table'
import { isSpace } from '../position/is-space'
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
  const templates = [...unique].map(([marker, depth]) => readTemplate(marker, depth))
  const depths = headDepths(templates)
  const read = (text: string, start: number, deepest: number): Marker | null => {
    if (start >= text.length || depths[text.charCodeAt(start)]! > deepest) return null
    for (const template of templates) {
      if (template.depth > deepest) continue
      const end = endOfMarker(text, start, template)
      if (end > 0) return toMarker(text.slice(start, end), start, template.depth)
    }
    return null
  }
  return {
    at: (text, offset) => read(text, offset, deepestOfAll),
    all(text, deepest) {
      const markers: Marker[] = []
      for (let start = 0; start < text.length; start++) {
        const marker = read(text, start, deepest)
        if (!marker) continue
        markers.push(marker)
        start = marker.end - 1
      }
      return markers
    },
  }
}

const deepestOfAll = 9

function toMarker(text: string, start: number, depth: number): Marker | null {
  const ordinal = ordinalOf(text)
  return ordinal ? { text, ordinal, depth, start, end: start + text.length } : null
}

/** How one marker is written: `（一）` is `( 十二 )、` too. Not a regular expression: the large classes took long to compile. */
interface MarkerTemplate {
  depth: number
  /** What stands in it one after the other, up to `most` of the characters; white space may stand between. */
  steps: { characters: string; most: number }[]
  /** What may close it once more: （一）、 第一部分： */
  closers: string
  /** What may not follow: a digit behind `1.` (1.5万), more of a list of months behind `1、` (3、5月). */
  unless: RegExp | null
}

function readTemplate(marker: string, depth: number): MarkerTemplate {
  const steps = [...marker].map((character) => {
    const ring = rings.find(([first]) => first === character)
    if (ring) return { characters: charactersBetween(ring[0], ring[1]), most: 1 }
    if (character === '一') return { characters: '一二三四五六七八九十', most: 3 }
    if (character === '1') return { characters: '0123456789０１２３４５６７８９', most: 2 }
    return { characters: variantsOf(character, marker), most: 1 }
  })
  const unless = !/1.$/.test(marker) ? null : marker.endsWith('、') ? /[0-9０-９]{1,2}\s?[、月日]/y : /[0-9０-９]/y
  return { depth, steps, closers: closersOf(marker), unless }
}

/** Per code the least depth of the markers that begin with it; more than any depth for the others. */
function headDepths(templates: MarkerTemplate[]): Uint8Array {
  const depths = new Uint8Array(0x10000).fill(deepestOfAll + 1)
  for (const { depth, steps } of templates)
    for (const head of steps[0]?.characters ?? '')
      depths[head.charCodeAt(0)] = Math.min(depth, depths[head.charCodeAt(0)]!)
  return depths
}

/** Where the marker that begins at `start` ends; 0 for none. */
function endOfMarker(text: string, start: number, { steps, closers, unless }: MarkerTemplate): number {
  let end = start
  for (const { characters, most } of steps) {
    const from = end === start ? end : skipSpaces(text, end)
    end = from
    while (end < text.length && end < from + most && characters.includes(text[end]!)) end++
    if (end === from) return 0
  }
  if (unless) {
    unless.lastIndex = end
    return unless.test(text) ? 0 : end
  }
  const mark = closers === '' ? text.length : skipSpaces(text, end)
  return mark < text.length && closers.includes(text[mark]!) ? mark + 1 : end
}

/** Behind a bracket or a word such as 部分, which end a marker by themselves. */
function closersOf(marker: string): string {
  if (marker.endsWith('）')) return '、.．'
  return /[\p{Script=Han}]$/u.test(marker) ? '、：:' : ''
}

const mostSpaces = 3

function skipSpaces(text: string, start: number): number {
  let at = start
  while (at < start + mostSpaces && at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
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

function charactersBetween(first: string, last: string): string {
  const codes = Array.from(
    { length: last.charCodeAt(0) - first.charCodeAt(0) + 1 },
    (_, at) => first.charCodeAt(0) + at,
  )
  return String.fromCharCode(...codes)
}
