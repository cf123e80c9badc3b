import { matchesOf } from '../matches-of'
import type { WordingRule } from '../types'
import { alternatives } from './alternatives'
import type { PreparedRule } from './pattern-search'
import { figureMark, type PlacedSentence } from './sentences'

/** Where a pattern matches in the frame of a sentence. */
export interface MatchedSpan {
  /** Where its clause begins. */
  clause: number
  start: number
  /** At its figure, else where it ends. */
  end: number
  stop: number
}

/** What stands around a sentence. */
export interface Surroundings {
  /** The sentences before it in its paragraph. */
  before: PlacedSentence[]
  /** Titles of its sections, from the innermost outwards. */
  titles: string[]
}

/** Is the figure about something else than the words of the pattern say? */
export type Guard = (rule: PreparedRule, frame: string, span: MatchedSpan, around: Surroundings) => boolean

/**
 * Compiles the words that turn what a pattern says:
 *
 * ```
 * 不予公开12件                                   for 公开{n}: negated
 * 主动公开和依申请公开120条                        joined to another field
 * 上年公开12条                                   of another year
 * 热线…。受理12件                                about another topic than requests
 * ```
 */
export function guardOf(wording: WordingRule): Guard {
  const words = wording.topics.flatMap(({ name, labels }) => labels.map((label) => [label, name] as const))
  const topic = new RegExp(alternatives(words.map(([label]) => label)), 'g')
  const topicOf = new Map(words)
  const negated = new RegExp(`(?:${alternatives(wording.negations)})$`)
  const joined = new RegExp(`[^#),;:.](?:${alternatives(wording.joiners)})$`)
  const reach = 1 + Math.max(0, ...[...wording.negations, ...wording.joiners].map(({ length }) => length))
  const otherYear = new RegExp(alternatives(wording.otherYears))

  return ({ rule, unless }, frame, { clause, start, end, stop }, { before, titles }) => {
    const behind = frame.slice(Math.max(0, start - reach), start)
    // 和2名兼职人员: a figure of its own is not joined to what stands before it.
    const isJoined = frame[start] !== figureMark && joined.test(behind)
    if (negated.test(behind) || isJoined) return true
    const own = frame.slice(itemStart(frame, clause, start), clauseEnd(frame, end))
    if (unless.some((pattern) => pattern.next(own) !== null)) return true
    if (otherYear.test(frame.slice(clause, start))) return true
    if (!rule.topics) return false
    const named = lastTopic(frame.slice(0, stop), before) ?? titleTopic(titles)
    return named === undefined || !rule.topics.includes(named)
  }

  /** A sentence goes on with the topic of the one before it until it names another. */
  function lastTopic(frame: string, before: PlacedSentence[]): string | undefined {
    for (let at = before.length; at >= 0; at--) {
      const named = matchesOf(topic, before[at]?.frame ?? frame).at(-1)
      if (named) return topicOf.get(named[0])
    }
    return undefined
  }

  /** The one topic that the innermost title with any names; 行政复议和行政诉讼情况 names two and tells nothing. */
  function titleTopic(titles: string[]): string | undefined {
    for (const title of titles) {
      const named = new Set(matchesOf(topic, title).map(([word]) => topicOf.get(word)))
      if (named.size > 0) return named.size === 1 ? [...named][0] : undefined
    }
    return undefined
  }
}

const clauseMarks = ',;:.'

/** Where the clause that holds `index` begins. */
export function clauseStart(frame: string, index: number): number {
  let start = index
  while (start > 0 && !clauseMarks.includes(frame[start - 1]!)) start--
  return start
}

/**
 * Where an item of a clause begins: in its own brackets (发布会158次（其中负责人参加发布会41次）), behind another item
 * (网站公开802条、微信公众号推文554条).
 */
function itemStart(frame: string, clause: number, index: number): number {
  const open = frame.lastIndexOf('(', index)
  const start = open > clause && open > frame.lastIndexOf(')', index - 1) ? open : clause
  const item = frame.lastIndexOf(`${figureMark}、`, index - 2)
  return item < start ? start : item + 2
}

/** Where the clause of a figure ends: at the next mark, at the brackets behind it, or at once where the next item follows. */
function clauseEnd(frame: string, index: number): number {
  if (frame[index] === figureMark && frame[index + 1] === '、') return index + 1
  let end = index
  while (end < frame.length && !clauseMarks.includes(frame[end]!) && frame[end] !== '(') end++
  return end
}
