import { matchesOf } from '../matches-of'
import { oncePer } from '../once-per'
import type { WordingRule } from '../types'
import { alternatives } from './alternatives'
import { figureMark, type PlacedSentence, type SentenceFigure } from './sentences'

/** One part of a whole: 其中网络申请12件. */
export interface Part {
  figure: SentenceFigure
  /** The words before its figure. */
  label: string
}

/** A whole and its parts: 共受理申请14件，其中网络申请12件，信函申请2件. */
export interface PartsList {
  whole: SentenceFigure
  parts: Part[]
  sentence: PlacedSentence
  /** Another list begins before this one ends, so that it may go on behind that. */
  isCut: boolean
  /** 等 stands behind the last part: there are more. */
  isOpen: boolean
  /** The parts say that the rest is among them: 其他. */
  hasRest: boolean
}

/**
 * Finds the lists of parts of a sentence: figures with the unit of the whole, behind 其中.
 *
 * The list ends where a stronger mark follows than the one between its first two parts, and where a verb begins a new
 * statement:
 *
 * ```
 * 抽检结果26条,其中流通领域15条、消费领域16条;公开行政处罚97条      15 and 16
 * 申请32件，其中网络申请30件，答复32件                           30
 * 55655条。其中，工作动态34813条，占62.55%；行政职权2231条，占4.01%  34813 and 2231
 * ```
 *
 * @param before the sentence before it in its paragraph, where the whole may stand
 */
export function partsLists(
  sentence: PlacedSentence,
  before: PlacedSentence | undefined,
  wording: WordingRule,
): PartsList[] {
  const { opening, verb, openEnd, rest, change } = partWords(wording)
  const openings = matchesOf(opening, sentence.frame)
  if (openings.length === 0) return []
  return openings.flatMap((match) => {
    const start = match.index + match[0].length
    const whole =
      figureBefore(sentence, match.index, change) ?? (match.index <= 1 ? lastFigure(before, change) : undefined)
    const { parts: found, isCut } = readParts(sentence, start, verb, opening)
    const parts = whole ? upToWhole(found, whole) : found
    const unit = parts[0]?.figure.quantity.unit
    if (!whole || unit === undefined || whole.quantity.unit !== unit || whole.quantity.upper !== null) return []
    const last = parts[parts.length - 1]!.figure
    return [
      {
        whole,
        parts,
        sentence,
        isCut,
        isOpen: openEnd.test(sentence.frame.slice(last.at + 1)),
        hasRest: parts.some(({ label }) => rest.test(label)),
      },
    ]
  })
}

const partWords = /* @__PURE__ */ oncePer((wording: WordingRule) => ({
  opening: new RegExp(`(?:${alternatives(wording.partsOpen)})[:,]?`, 'g'),
  verb: new RegExp(`^(?:${alternatives(wording.partVerbs)})`),
  openEnd: new RegExp(`^(?:${alternatives(wording.partsOpenEnd)})`),
  rest: new RegExp(alternatives(wording.partsRest)),
  change: new RegExp(`(?:${alternatives(wording.changes)})(?:${alternatives(wording.fillers)})?$`),
  share: new RegExp(`(?:${alternatives(wording.shareOf)})(?:${alternatives(wording.fillers)})?$`),
}))

function readParts(
  { frame, figures }: PlacedSentence,
  start: number,
  verb: RegExp,
  opening: RegExp,
): { parts: Part[]; isCut: boolean } {
  const next = frame.slice(start).search(opening)
  const stop = Math.min(next < 0 ? frame.length : start + next, bracketEnd(frame, start))
  const own = figures.filter(({ at }) => at >= start && at < stop)
  const unit = own[0]?.quantity.unit
  const parts: Part[] = []
  let limit = Number.POSITIVE_INFINITY
  let from = start
  let ended = next < 0 || stop < start + next
  for (const figure of own) {
    if (figure.quantity.unit !== unit || isBracketed(frame, start, figure.at)) continue
    const between = withoutBrackets(frame.slice(from, figure.at))
    const label = between.slice(lastMark(between) + 1)
    if (parts.length > 0) {
      const strength = strengthOf(between)
      // 访谈4次，其中负责人参加1次；发布解读15篇，回应37次: behind ; a verb opens a statement of its own, whatever follows there.
      const next = between.slice(between.lastIndexOf(';') + 1)
      if (strength > limit || strength === 0 || verb.test(label) || (strength === 3 && verb.test(next))) {
        ended = true
        break
      }
      if (parts.length === 1) limit = strength
    }
    parts.push({ figure, label })
    from = figure.at + 1
  }
  // Without an end before the next list the last figure is the whole of that list, and perhaps a part of this one.
  if (!ended) parts.pop()
  return { parts, isCut: !ended }
}

/** Where the brackets close in which a list begins: 访谈116次（其中负责人参加57次），回应4513次. */
function bracketEnd(frame: string, start: number): number {
  const close = frame.lastIndexOf('(', start) > frame.lastIndexOf(')', start) ? frame.indexOf(')', start) : -1
  return close < 0 ? frame.length : close
}

/** The parts up to the one with which they make up the whole: 咨询2356人次，其中现场1020人次，电话1336人次，网站访问12.6万人次. */
function upToWhole(parts: Part[], { quantity: { value } }: SentenceFigure): Part[] {
  let sum = 0
  for (const [index, { figure }] of parts.entries()) {
    sum += figure.quantity.value
    if (index > 0 && sum === value) return parts.slice(0, index + 1)
  }
  return parts
}

/** The strongest mark between two parts: ; over , over 、. */
function strengthOf(between: string): number {
  if (between.includes(';')) return 3
  return between.includes(',') ? 2 : between.includes('、') ? 1 : 0
}

function lastMark(text: string): number {
  return Math.max(text.lastIndexOf(';'), text.lastIndexOf(','), text.lastIndexOf('、'))
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, '').replace(/^[^()]*\)/, '')
}

function isBracketed(frame: string, start: number, at: number): boolean {
  return frame.lastIndexOf('(', at) > Math.max(start - 1, frame.lastIndexOf(')', at))
}

/** The figure that a list of parts is of: 申请28件，较上年增加11件。其中 is a list of 28. */
function figureBefore({ frame, figures }: PlacedSentence, index: number, change: RegExp): SentenceFigure | undefined {
  return figures.findLast(
    ({ at, quantity }) =>
      at < index && quantity.unit !== '%' && !change.test(frame.slice(Math.max(0, at - longestChange), at)),
  )
}

/** Characters of the longest words before a change. */
const longestChange = 8

function lastFigure(sentence: PlacedSentence | undefined, change: RegExp): SentenceFigure | undefined {
  return sentence && figureBefore(sentence, sentence.frame.length, change)
}

/** A share beside what it is the share of: 198条，占41.5%. */
export interface Share {
  figure: SentenceFigure
  sentence: PlacedSentence
  /** The words before it in its clause: 主动公开的政府信息. */
  label: string
  /** The figure just before it, where nothing but the words for a share stands between. */
  beside: SentenceFigure | null
}

/** The shares of a sentence. */
export function sharesOf(sentence: PlacedSentence, wording: WordingRule): Share[] {
  const { share } = partWords(wording)
  return sentence.figures.flatMap((figure, index) => {
    if (figure.quantity.unit !== '%') return []
    const before = sentence.frame.slice(0, figure.at)
    const [words] = share.exec(before) ?? []
    if (words === undefined) return []
    const label = before.slice(0, -words.length)
    const previous = sentence.figures[index - 1]
    const between = previous ? label.slice(previous.at + 1) : null
    return [
      {
        figure,
        sentence,
        label: label.slice(Math.max(lastMark(label), label.lastIndexOf(figureMark)) + 1),
        beside: previous && between !== null && /^[,(]?$/.test(between) ? previous : null,
      },
    ]
  })
}
