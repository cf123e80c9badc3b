import { parseCell } from '../literal/cell'
import { oncePer } from '../once-per'
import type { LabelTarget } from '../spot/label-target'
import { type LabelSpot, spotLabels } from '../spot/spot-labels'
import { type WordStream, wordStream } from '../spot/word-stream'
import type { Evidence } from './evidence'
import { readChunk } from './read-chunk'
import type { RegionText } from './region-text'
import { withoutCellWords } from './without-cell-words'

/**
 * Reads a region of printed lines as evidence: labels, figures, other words, in order of print.
 * What a label covers (its ordinal too) is never a figure; page marks are nothing. Collected once for each form: never change it.
 */
export function collectEvidence(region: RegionText, targets: LabelTarget[]): Evidence[] {
  const collected = collections(region)
  let evidence = collected.get(targets)
  if (!evidence) {
    evidence = readRegion(region, targets)
    collected.set(targets, evidence)
  }
  return evidence
}

const collections = /* @__PURE__ */ oncePer((_: RegionText) => new Map<LabelTarget[], Evidence[]>())

function readRegion(region: RegionText, targets: LabelTarget[]): Evidence[] {
  const { text } = region
  const stream = regionWords(region)
  const spots = spotLabels(stream, text, targets)
  const evidence: Evidence[] = spots.map((spot) => ({
    kind: 'label',
    spot,
    from: spot.from,
    to: spot.to,
    line: region.line(spot.from),
  }))
  const known = allWords(targets)
  eachChunk(text, coverage(text, spots, stream), (from, to) => {
    for (const item of readChunk(region, from, to))
      evidence.push(
        item.kind === 'word' && item.fragment && !known.includes(item.text) ? { ...item, fragment: false } : item,
      )
  })
  const printed = evidence.sort((a, b) => a.from - b.from).filter((item) => !isOrdinal(item, text))
  return joinUnits(dropLoneWords(dropPageMarks(printed)), text)
}

/** `3 .要求提供公开`: the number of a label, found or not, is no figure. */
function isOrdinal(item: Evidence, text: string): boolean {
  return item.kind === 'figure' && item.digits.length < 3 && ordinalMark.test(text.slice(item.to, item.to + 6))
}

const ordinalMark = /^\s{0,3}[.．、)）][^\S\n]{0,2}\p{Script=Han}/u

/** The words of a region: the same for all forms that are looked for in it. */
export const regionWords: (region: RegionText) => WordStream = /* @__PURE__ */ oncePer(({ text }) =>
  wordStream(withoutCellWords(text)),
)

/** All labels one after the other: what is a part of it is a piece of a label. */
const allWords = /* @__PURE__ */ oncePer((targets: LabelTarget[]) =>
  targets.map(({ prefix, body }) => prefix + body).join('|'),
)

/** Marks what labels cover, but not the figures that stand inside them. */
function coverage(text: string, spots: LabelSpot[], stream: WordStream): Uint8Array {
  const covered = new Uint8Array(text.length)
  for (const { start, end, from, bodyFrom, ownDigits } of spots) {
    covered.fill(1, from, bodyFrom)
    let offset = stream.offset(start)
    for (let at = start; at < end; at++) {
      covered[offset] = 1
      if (at + 1 === end) break
      const next = stream.offset(at + 1)
      if (next > offset + 1) {
        const gap = text.slice(offset + 1, next)
        if (gap.trim().length <= 1 && !/[0-9０-９]/.test(gap)) covered.fill(1, offset + 1, next)
      }
      offset = next
    }
    for (const [first, last] of ownDigits) covered.fill(1, first, last)
  }
  return covered
}

/** Calls back for the stretches between white space and labels. */
function eachChunk(text: string, covered: Uint8Array, visit: (from: number, to: number) => void): void {
  for (let at = 0; at < text.length; ) {
    if (covered[at] || isSpaceAt(text, at)) at++
    else {
      const from = at
      while (at < text.length && !covered[at] && !isSpaceAt(text, at)) at++
      visit(from, at)
    }
  }
}

function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)
}

/** 无 between figures is a cell; among other words it is a piece of a label: （四）/ 无 / 法提供. */
function dropLoneWords(evidence: Evidence[]): Evidence[] {
  if (!evidence.some((item) => item.kind === 'figure' && item.state === 'text')) return evidence
  return evidence.map((item, index) => {
    if (item.kind !== 'figure' || item.state !== 'text') return item
    const [before, after] = [evidence[index - 1], evidence[index + 1]]
    if (before && before.kind !== 'word' && after?.kind !== 'word') return item
    return { kind: 'word', text: item.raw, fragment: true, from: item.from, to: item.to, line: item.line }
  })
}

/** `- 5 -` on its own is a page mark; with other dashes among the cells it may be three cells. */
function dropPageMarks(evidence: Evidence[]): Evidence[] {
  const isDash = (at: number) => {
    const item = evidence[at]
    return item?.kind === 'figure' && item.state === 'dash'
  }
  if (!evidence.some((_, at) => isDash(at))) return evidence
  const marks = new Set<number>()
  for (let at = 1; at + 1 < evidence.length; at++) {
    const item = evidence[at]!
    if (item.kind !== 'figure' || !isDash(at - 1) || !isDash(at + 1) || !/^\d{1,4}$/.test(item.digits)) continue
    for (const index of [at - 1, at, at + 1]) marks.add(index)
  }
  const otherDashes = evidence.some((_, at) => isDash(at) && !marks.has(at))
  return otherDashes ? evidence : evidence.filter((_, at) => !marks.has(at))
}

/** `213.58` `万元`: a figure and its unit with a space between them are one cell. */
function joinUnits(evidence: Evidence[], text: string): Evidence[] {
  const out: Evidence[] = []
  for (const item of evidence) {
    const last = out[out.length - 1]
    if (item.kind === 'word' && last?.kind === 'figure' && last.value !== null && last.line === item.line) {
      const raw = text.slice(last.from, item.to)
      const { state, unit } = parseCell(raw, { type: 'money' })
      if (state === 'number' && unit !== null) {
        out[out.length - 1] = { ...last, raw, digits: '', to: item.to }
        continue
      }
    }
    out.push(item)
  }
  return out
}
