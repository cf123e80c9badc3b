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
 * Finds the labels of a form in `[from, to)` of a word stream: those printed as in the form first (the longer one wins where
 * two overlap), then damaged ones in what is left. In order of print, without overlaps.
 */
export function spotLabels(
  stream: WordStream,
  printed: string,
  targets: LabelTarget[],
  from = 0,
  to = stream.text.length,
): LabelSpot[] {
  const taken = new Uint8Array(to - from)
  const spots: LabelSpot[] = []
  const take = (target: LabelTarget, start: number, end: number, distance: number) => {
    const spot = withOrdinal(stream, printed, target, start, end, distance)
    if (!spot) return
    taken.fill(1, spot.start - from, spot.end - from)
    spots.push(spot)
  }
  const exact = (searched: LabelTarget[]) => {
    for (const target of [...searched].sort(
      (a, b) => b.body.length - a.body.length || Number(b.needsOrdinal) - Number(a.needsOrdinal),
    )) {
      const { body } = target
      for (let at = stream.text.indexOf(body, from); at >= 0 && at + body.length <= to; ) {
        if (!anyTaken(taken, at - from, at + body.length - from) && isWhole(stream, printed, at, body.length))
          take(target, at, at + body.length, 0)
        at = stream.text.indexOf(body, at + 1)
      }
    }
  }
  exact(targets.filter(({ body }) => body.length >= SHORT))
  for (const { target, start, end, distance } of damaged(stream, targets, spots, taken, from, to)) {
    if (!anyTaken(taken, start - from, end - from)) take(target, start, end, distance)
  }
  // Short labels last: 其他 is a part of 2.其他法律行政法规禁止公开, also where that is damaged.
  exact(targets.filter(({ body }) => body.length < SHORT))
  return spots.sort((a, b) => a.start - b.start)
}

/** Labels of fewer characters are likely to be a part of others. */
const SHORT = 4

/** Approximate occurrences of the labels that were not found as printed, the best first: by relative distance, then by length. */
function damaged(
  stream: WordStream,
  targets: LabelTarget[],
  spots: LabelSpot[],
  taken: Uint8Array,
  from: number,
  to: number,
) {
  const found = new Set(spots.map(({ target }) => labelKey(target)))
  const missing = targets.filter((target) => target.kind !== 'note' && !found.has(labelKey(target)))
  const gaps = freeRanges(taken, from, to)
  const printed = new Set(gaps.flatMap(([start, end]) => [...stream.text.slice(start, end)]))
  return missing
    .flatMap((target) => {
      const { length } = target.body
      const limit = length >= 8 ? Math.floor(0.3 * length) : length >= 6 ? 1 : 0
      if (limit === 0 || lacks(printed, target.body) > limit) return []
      return gaps.flatMap(([start, end]) => {
        if (end - start < length - limit) return []
        const match = approximateMatch(stream.text, target.body, start, end, limit)
        return match ? [{ target, ...match }] : []
      })
    })
    .sort(
      (a, b) =>
        a.distance / a.target.body.length - b.distance / b.target.body.length || b.end - b.start - (a.end - a.start),
    )
}

/** Characters of a label that are printed nowhere: each takes an edit, so that most labels need not be compared. */
function lacks(printed: ReadonlySet<string>, body: string): number {
  let missing = 0
  for (const character of body) if (!printed.has(character)) missing++
  return missing
}

/** The same label of the form, whatever its wording. */
export function labelKey({ kind, block, leaf, body }: LabelTarget): string {
  return kind === 'stub' || kind === 'head' ? `${kind}/${block}/${leaf}` : `${kind}/${block}/${leaf}/${body}`
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

function freeRanges(taken: Uint8Array, from: number, to: number): [number, number][] {
  const ranges: [number, number][] = []
  for (let at = from; at < to; ) {
    if (taken[at - from]) at++
    else {
      const start = at
      while (at < to && !taken[at - from]) at++
      ranges.push([start, at])
    }
  }
  return ranges
}
