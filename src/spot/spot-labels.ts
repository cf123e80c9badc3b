import { isOfOtherYears } from '../form/is-of-other-years'
import { oncePer } from '../once-per'
import { wordIndex } from '../phrases/word-index'
import { approximateMatch } from './approximate'
import type { LabelTarget } from './label-target'
import type { WordStream } from './word-stream'

/** A label found in a word stream. */
export interface LabelSpot {
  target: LabelTarget
  /** In the stream: `[start, end)`, the ordinal's words included. */
  start: number
  end: number
  /** Characters that had to be added, left out or exchanged. */
  distance: number
  /** In the printed text: what the label covers, its ordinal included. Figures may stand inside. */
  from: number
  to: number
  /** In the printed text: where its words begin, behind the ordinal. */
  bodyFrom: number
  /** In the printed text: the digits that belong to it (60岁以上) and are no figures. */
  ownDigits: [start: number, end: number][]
}

/**
 * Finds the labels of a form in a word stream: those printed as in the form first (the longer one wins where two overlap),
 * then damaged ones in what is left. In order of print, without overlaps.
 */
export function spotLabels(stream: WordStream, printed: string, targets: LabelTarget[]): LabelSpot[] {
  const { text } = stream
  const { long, short, index } = searched(targets)
  const taken = new Uint8Array(text.length)
  const spots: LabelSpot[] = []
  const take = (target: LabelTarget, start: number, end: number, distance: number) => {
    const spot = withOrdinal(stream, printed, target, start, end, distance)
    if (!spot) return
    taken.fill(1, spot.start, spot.end)
    spots.push(spot)
  }
  const starts = new Map<string, number[]>()
  index.each(text, ([body = ''], start) => {
    const known = starts.get(body)
    if (known) known.push(start)
    else starts.set(body, [start])
  })
  const exact = (list: LabelTarget[]) => {
    for (const target of list) {
      const { length } = target.body
      for (const at of starts.get(target.body) ?? []) {
        if (!anyTaken(taken, at, at + length) && isWhole(stream, printed, at, length)) take(target, at, at + length, 0)
      }
    }
  }
  exact(long)
  for (const { target, start, end, distance } of damaged(text, targets, spots, taken)) {
    if (!anyTaken(taken, start, end) && !isAnother(stream, printed, target, start, end, taken))
      take(target, start, end, distance)
  }
  // Short labels last: 其他 is a part of 2.其他法律行政法规禁止公开, also where that is damaged.
  exact(short)
  return spots.sort((a, b) => a.start - b.start)
}

/** 2021年制发件数 and 上一年度处理决定数量 resemble 本年制发件数 and 本年处理决定数量, and are none. */
function isAnother(
  stream: WordStream,
  printed: string,
  { body }: LabelTarget,
  start: number,
  end: number,
  taken: Uint8Array,
): boolean {
  const from = stream.offset(start)
  if (ofAnotherYear.test(printed.slice(Math.max(0, from - 4), from))) return true
  let first = start
  while (first > 0 && start - first < 2 && !taken[first - 1] && stream.offset(first) === stream.end(first)) first--
  return isOfOtherYears(stream.text.slice(first, end), body)
}

const ofAnotherYear = /^(?:19|20)\d\d$/

/** Labels of fewer characters are likely to be a part of others. */
const SHORT = 4

/** The labels in the order in which they are tried: long ones before those that are a part of them. */
const searched = /* @__PURE__ */ oncePer((targets: LabelTarget[]) => {
  const sorted = [...targets].sort(
    (a, b) => b.body.length - a.body.length || Number(b.needsOrdinal) - Number(a.needsOrdinal),
  )
  const bodies = new Set(targets.map(({ body }) => body))
  return {
    long: sorted.filter(({ body }) => body.length >= SHORT),
    short: sorted.filter(({ body }) => body.length < SHORT),
    index: wordIndex([...bodies].map((body) => [body, body] as const)),
  }
})

/** Approximate occurrences of the labels that were not found as printed, the best first: by relative distance, then by length. */
function damaged(text: string, targets: LabelTarget[], spots: LabelSpot[], taken: Uint8Array) {
  const found = new Set(spots.map(({ target }) => target.key))
  const missing = targets.filter(({ kind, key }) => kind !== 'note' && !found.has(key))
  if (missing.length === 0) return []
  const gaps = freeRanges(taken)
  const printed = new Set<number>()
  for (const [start, end] of gaps) for (let at = start; at < end; at++) printed.add(text.charCodeAt(at))
  return missing
    .flatMap((target) => {
      const { length } = target.body
      const limit = length >= 8 ? Math.floor(0.3 * length) : length >= 6 ? 1 : 0
      if (limit === 0 || lacksMore(printed, target.body, limit)) return []
      return gaps.flatMap(([start, end]) => {
        if (end - start < length - limit) return []
        const match = approximateMatch(text, target.body, start, end, limit)
        return match ? [{ target, ...match }] : []
      })
    })
    .sort(
      (a, b) =>
        a.distance / a.target.body.length - b.distance / b.target.body.length || b.end - b.start - (a.end - a.start),
    )
}

/** More characters of a label are printed nowhere than may be wrong: most labels need not be compared. */
function lacksMore(printed: ReadonlySet<number>, body: string, limit: number): boolean {
  let missing = 0
  for (let at = 0; at < body.length; at++) if (!printed.has(body.charCodeAt(at)) && ++missing > limit) return true
  return false
}

/**
 * A short label is found only where its characters stand together: `其他 12 结果` is no 其他结果.
 * Longer ones may hold figures of their own row, printed on the middle line.
 */
function isWhole(stream: WordStream, printed: string, start: number, length: number): boolean {
  if (length >= 8) return true
  return !digit.test(printed.slice(stream.offset(start), stream.end(start + length)))
}

/** The spot together with its ordinal; undefined where the ordinal is needed to tell labels apart and is not there. */
function withOrdinal(
  stream: WordStream,
  printed: string,
  target: LabelTarget,
  start: number,
  end: number,
  distance: number,
): LabelSpot | undefined {
  const bodyFrom = stream.offset(start)
  const ownDigits = distance === 0 ? findOwnDigits(stream, printed, target, start) : []
  const plain = { target, start, end, distance, from: bodyFrom, to: stream.end(end), bodyFrom, ownDigits }
  const ordinal = findOrdinal(stream, printed, target, start)
  if (ordinal) return { ...plain, ...ordinal }
  return target.needsOrdinal ? undefined : plain
}

/** Where the label begins with its ordinal, if that is printed: in the stream, and in the printed text. */
export function findOrdinal(
  stream: WordStream,
  printed: string,
  { prefix, digits }: LabelTarget,
  start: number,
): { start: number; from: number } | undefined {
  const bodyFrom = stream.offset(start)
  if (prefix !== '' && stream.text.startsWith(prefix, start - prefix.length)) {
    const first = start - prefix.length
    const from = stream.offset(first)
    if (!digit.test(printed.slice(from, bodyFrom))) return { start: first, from }
  }
  const from = digits === '' ? undefined : ordinalBefore(printed, bodyFrom, digits)
  return from === undefined ? undefined : { start, from }
}

/**
 * Where the Arabic ordinal before a label begins. Digits of the last figure may be glued to it: `0 002.其他` is 0, 0, 0 and 2.
 * Without its mark it must stand alone at the start of a line, or the last figure of a row would be taken for it.
 */
function ordinalBefore(printed: string, bodyFrom: number, digits: string): number | undefined {
  const before = printed.slice(Math.max(0, bodyFrom - 24), bodyFrom)
  const marked = markedOrdinal.exec(before)
  if (marked && plainDigits(marked[1]!).endsWith(digits))
    return bodyFrom - marked[0].length + marked[1]!.length - digits.length
  const alone = bareOrdinal.exec(before)
  if (alone && plainDigits(alone[1]!) === digits) return bodyFrom - alone[0].length + alone[0].indexOf(alone[1]!)
  return undefined
}

/** `2.`, `2､`, `2 )`: digits and one mark, with spaces and invisible characters between. */
const markedOrdinal = /([0-9０-９]+)[\s\p{Cf}]{0,9}[^\p{L}\p{N}\s\p{Cf}][\s\p{Cf}“"]{0,9}$/u
/** `2` at the start of a line. */
const bareOrdinal = /(?:^|\n)[^\S\n]{0,9}([0-9０-９]{1,2})[^\S\n]{0,3}$/

/** The digits of the label as they stand before, between and behind its letters. */
function findOwnDigits(stream: WordStream, printed: string, { figures, body }: LabelTarget, start: number) {
  return figures.flatMap(({ at, digits }): [number, number][] => {
    const from = at === 0 ? Math.max(0, stream.offset(start) - digits.length - 2) : stream.end(start + at)
    const to = at === body.length ? from + digits.length + 2 : stream.offset(start + at)
    const found = at === 0 ? printed.lastIndexOf(digits, to - digits.length) : printed.indexOf(digits, from)
    return found >= from && found + digits.length <= to ? [[found, found + digits.length]] : []
  })
}

function plainDigits(text: string): string {
  return text.normalize('NFKC')
}

const digit = /[0-9０-９]/

function anyTaken(taken: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken[at]) return true
  return false
}

function freeRanges(taken: Uint8Array): [number, number][] {
  const ranges: [number, number][] = []
  for (let at = 0; at < taken.length; ) {
    if (taken[at]) at++
    else {
      const start = at
      while (at < taken.length && !taken[at]) at++
      ranges.push([start, at])
    }
  }
  return ranges
}
