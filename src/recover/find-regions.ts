import { emptyWords } from '../evidence/evidence-symbols'
import { readFigure } from '../evidence/read-figure'
import { withoutCellWords } from '../evidence/without-cell-words'
import { formLeaves } from '../form/form-leaves'
import { matchesOf } from '../matches-of'
import { oncePer } from '../once-per'
import { type WordIndex, wordIndex } from '../phrases/word-index'
import { type LabelTarget, labelTargets } from '../spot/label-target'
import { findOrdinal } from '../spot/spot-labels'
import { isLetter, type WordStream, wordStream, words } from '../spot/word-stream'
import type { Form, Grammar } from '../types'
import { isPieces, regionEnd, regionStart } from './region-bounds'

/** A stretch `[from, to)` of printed text that holds a form. */
export interface Region {
  from: number
  to: number
}

/** A label printed as in a form, in a word stream. */
export interface LabelHit {
  target: LabelTarget
  start: number
  end: number
}

/** All forms of one name: the editions of one table. */
export interface FormFamily {
  targets: LabelTarget[]
  /** All wordings one after the other: what is a part of it is a piece of a label. */
  known: string
  /** The number of rows of the smallest edition; 0 where rows have no labels. */
  rows: number
  /** The number of cells of the largest edition. */
  cells: number
}

/** Words of other kinds that may stand between two labels of one table: a damaged label, a page header. */
const MAX_GAP = 45
/** The same, with figures between: rows with damaged labels. */
const MAX_ROWS_GAP = 300
/** A row of seven figures has a label of forty characters at most; prose has more words to a figure. */
const LETTERS_PER_FIGURE = 6

/** The stretches of a text that hold a form, in order, without overlaps. */
export function findRegions(printed: string, grammars: Grammar[]): Region[] {
  const { families, titles, index: searched } = searchedWords(grammars)
  if (families.length === 0) return []
  const stream = wordStream(withoutCellWords(printed))
  const found = occurrences(stream.text, searched)
  const headings = sectionHits(found, titles)
  const hits = families.map((family) => labelHits(stream, printed, family.targets, headings, found))
  const regions = families.flatMap((family, index) => {
    const own = clusters(hits[index]!, headings, stream, printed)
    if (own.length === 0) return []
    const others = [...headings, ...hits.flatMap((list, at) => (at === index ? [] : list))].filter(isDistinct)
    const starts = others.map(({ start }) => start).sort((a, b) => a - b)
    return own.flatMap((cluster) => toRegion(cluster, family, stream, printed, starts))
  })
  return withoutOverlaps(regions)
}

/** The forms of all grammars by name, and all words that are searched for. */
const searchedWords = /* @__PURE__ */ oncePer((grammars: Grammar[]) => {
  const families = [...groupByName(grammars.flatMap(({ forms }) => forms)).values()].map(toFamily)
  const titles = sectionTitles(grammars)
  const bodies = new Set([...titles, ...families.flatMap(({ targets }) => targets.map(({ body }) => body))])
  return { families, titles, index: wordIndex([...bodies].map((body) => [body, body] as const)) }
})

function groupByName(forms: Form[]): Map<string, Form[]> {
  const groups = new Map<string, Form[]>()
  for (const form of forms) groups.set(form.name, [...(groups.get(form.name) ?? []), form])
  return groups
}

function toFamily(forms: Form[]): FormFamily {
  const targets = new Map<string, LabelTarget>()
  for (const target of forms.flatMap(labelTargets)) {
    const key = `${target.kind === 'stub'}/${target.body}`
    if (!targets.has(key)) targets.set(key, target)
  }
  const list = [...targets.values()].sort(
    (a, b) => b.body.length - a.body.length || Number(b.needsOrdinal) - Number(a.needsOrdinal),
  )
  const count = (form: Form, kind: string) =>
    new Set(labelTargets(form).flatMap((target) => (target.kind === kind ? [target.key] : []))).size
  return {
    targets: list,
    known: list.map(({ prefix, body }) => prefix + body).join('|'),
    rows: Math.min(...forms.map((form) => count(form, 'stub'))),
    cells: Math.max(...forms.map((form) => formLeaves(form).length)),
  }
}

/** Titles of the report's parts: 四、政府信息公开行政复议、行政诉讼情况 holds labels of a form, but is none. */
function sectionHits(found: Occurrences, titles: string[]): LabelHit[] {
  return titles
    .flatMap((body) => (found.get(body) ?? []).map((start) => ({ start, end: start + body.length, target: title })))
    .sort((a, b) => a.start - b.start)
}

function sectionTitles(grammars: Grammar[]): string[] {
  const titles = new Set(
    grammars.flatMap(({ sections }) => sections.flatMap(({ labels }) => labels.map(({ text }) => text))),
  )
  return [...titles].map(words).filter(({ length }) => length >= 5)
}

const title: LabelTarget = {
  kind: 'note',
  block: -1,
  leaf: -1,
  key: 'title',
  body: '',
  prefix: '',
  digits: '',
  figures: [],
  needsOrdinal: false,
}

function labelHits(
  stream: WordStream,
  printed: string,
  targets: LabelTarget[],
  headings: LabelHit[],
  found: Occurrences,
): LabelHit[] {
  const taken = new Uint8Array(stream.text.length)
  for (const { start, end } of headings) taken.fill(1, start, end)
  const hits: LabelHit[] = []
  for (const target of targets) {
    for (const start of found.get(target.body) ?? []) {
      const end = start + target.body.length
      if (taken[start] || taken[end - 1]) continue
      if (target.needsOrdinal && !findOrdinal(stream, printed, target, start)) continue
      taken.fill(1, start, end)
      hits.push({ target, start, end })
    }
  }
  return hits.sort((a, b) => a.start - b.start)
}

/** By word, where it stands; what overlaps itself counts once. */
type Occurrences = ReadonlyMap<string, number[]>

/** One pass for all words: most documents and lines hold few of them. */
function occurrences(text: string, index: WordIndex<string>): Occurrences {
  const found = new Map<string, number[]>()
  index.each(text, ([word = ''], start) => {
    const starts = found.get(word) ?? []
    if (start >= (starts[starts.length - 1] ?? -word.length) + word.length) starts.push(start)
    found.set(word, starts)
  })
  return found
}

/** Runs of labels that stand near one another, no title of a part between them. */
function clusters(hits: LabelHit[], headings: LabelHit[], stream: WordStream, printed: string): LabelHit[][] {
  const out: LabelHit[][] = []
  let heading = 0
  for (const hit of hits) {
    const last = out[out.length - 1]
    const before = last?.[last.length - 1]
    while (heading < headings.length && headings[heading]!.start < (before?.end ?? 0)) heading++
    const isCut = heading < headings.length && headings[heading]!.start < hit.start
    if (before && !isCut && isNear(before, hit, stream, printed)) last.push(hit)
    else if (hit.end - hit.start >= 3) out.push([hit])
  }
  return out
}

/** Few words between two labels; more where figures stand among them: rows whose labels are broken up in print. */
function isNear(before: LabelHit, hit: LabelHit, stream: WordStream, printed: string): boolean {
  const letters = hit.start - before.end
  if (letters <= MAX_GAP) return true
  if (letters > MAX_ROWS_GAP) return false
  const figures = printed.slice(stream.end(before.end), stream.offset(hit.start)).match(/[0-9０-９]+/g)?.length ?? 0
  return figures * LETTERS_PER_FIGURE >= letters
}

/** Long enough to mark the beginning of something else. */
function isDistinct({ start, end }: LabelHit): boolean {
  return end - start >= 4
}

/**
 * The region around a cluster of labels; none where it is prose that mentions them.
 *
 * @param others where titles of parts and labels of other forms begin in the stream, in order: no region runs over them
 */
function toRegion(
  cluster: LabelHit[],
  family: FormFamily,
  stream: WordStream,
  printed: string,
  others: number[],
): Region[] {
  const hits = family.rows === 0 ? cluster : cluster.slice(0, cluster.findLastIndex(isRowLabel) + 1)
  if (!isForm(hits, family)) return []
  const first = regionStart(hits, family, stream, printed)
  const kept = hits.filter(({ start }) => start >= first.start)
  const lastEnd = hits[hits.length - 1]!.end
  const next = others.find((start) => start >= lastEnd)
  const to = regionEnd(kept, family, stream, printed, next === undefined ? printed.length : stream.offset(next))
  const region = { from: first.from, to }
  return isForm(kept, family) && isDense(kept, family, stream, printed, region) ? [region] : []
}

/** Column headings of the next table stand behind the last row of this one. */
function isRowLabel({ target }: LabelHit): boolean {
  return target.kind === 'stub' || target.kind === 'stubGroup'
}

/** Enough different labels: three rows (or all), or, where rows have no labels, three of the header. */
function isForm(hits: LabelHit[], { rows }: FormFamily): boolean {
  const keys = new Set(hits.map(({ target }) => target.key))
  const stub = [...keys].filter((key) => key.startsWith('stub/')).length
  if (rows === 0) return keys.size >= 3
  return stub >= Math.min(3, rows) || (stub >= Math.min(2, rows) && keys.size - stub >= 2)
}

/** Tables are made of labels and figures; in prose other words prevail, and words follow the figures: 行政许可 12 件. */
function isDense(
  hits: LabelHit[],
  { known }: FormFamily,
  stream: WordStream,
  printed: string,
  region: Region,
): boolean {
  const first = hits[0]!.start
  const last = hits[hits.length - 1]!.end
  let letters = 0
  for (const [index, { end }] of hits.entries()) {
    const next = hits[index + 1]
    if (next && !isPieces(printed.slice(stream.end(end), stream.offset(next.start)), known)) letters += next.start - end
  }
  if (letters > 0.6 * (last - first)) return false
  const starts = new Set(hits.map(({ start, target }) => stream.offset(start - target.prefix.length)))
  let figures = 0
  let counted = 0
  for (const { index, 0: match, 1: figure } of matchesOf(figureAndNext, printed.slice(region.from, region.to))) {
    figures++
    const next = region.from + index + match.length
    if (next >= region.to || !isLetter(printed.charCodeAt(next)) || starts.has(next)) continue
    const word = /^\p{L}{1,4}/u.exec(printed.slice(next, next + 4))?.[0] ?? ''
    if (emptyWords.has(word) || (word.length > 1 && known.includes(word.slice(0, 2)))) continue
    const behind = next + word.length
    const isCell = /^(?:\s+(?![\s，。；、])|$)/.test(printed.slice(behind, behind + 3))
    if (!isCell || !readFigure(figure + word)) counted++
  }
  return counted <= 0.3 * figures
}

/** A figure and the white space behind it, on its line. */
const figureAndNext = /([0-9０-９]+)[^\S\n]{0,4}/g

function withoutOverlaps(regions: Region[]): Region[] {
  const sorted = [...regions].sort((a, b) => a.from - b.from)
  const out: Region[] = []
  for (const region of sorted) {
    const before = out[out.length - 1]
    if (before && region.from < before.to) {
      if (region.to > before.to) out.push({ from: before.to, to: region.to })
    } else out.push(region)
  }
  return out
}
