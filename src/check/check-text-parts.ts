import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { grammarPart } from '../grammar-part'
import type { PlacedSentence, SentenceFigure } from '../prose/prose'
import { type PartsList, partsLists, type Share, sharesOf } from '../prose/prose'
import { compare, decimalsOf, plain } from '../sums/evaluate'
import type { Check, Pointer, WordingRule } from '../types'
import { precision } from './precision'
import { numberAt } from './readings'

/** Checks figures of the text against one another: parts against their whole, shares against what they are shares of. */
export function checkTextParts(compiled: Compiled, context: Context): Check[] {
  const wording = grammarPart(context.grammars, 'wording')
  if (!wording) return []
  const known = { channels: channelMentions(compiled), categories: categoryMentions(compiled) }
  const checks: Check[] = []
  /** The sentences of the paragraph so far, with the lists of parts in them. */
  let before: { sentence: PlacedSentence; lists: PartsList[] }[] = []
  for (const sentence of compiled.prose.sentences) {
    const last = before[before.length - 1]?.sentence
    if (last?.paragraph !== sentence.paragraph) before = []
    const lists = sentence.figures.length > 0 ? partsLists(sentence, before[before.length - 1]?.sentence, wording) : []
    if (before.push({ sentence, lists }) > nearSentences + 1) before.shift()
    for (const list of lists) checks.push(...(checkList(list, known.channels, compiled, context) ?? []))
    const shares = sharesOf(sentence, wording)
    if (shares.length === 0) continue
    const near = before.flatMap((entry) => entry.lists)
    for (const share of shares)
      checks.push(...(checkShare(share, near, wording, known.categories, compiled, context) ?? []))
  }
  return checks
}

/** A share names a part again in the sentence of its list or soon behind. */
const nearSentences = 3

/** Mentions that tell how requests came in. */
function channelMentions({ prose }: Compiled): Set<Pointer> {
  const ids = new Set(['requests.inPerson', 'requests.fax', 'requests.online', 'requests.email', 'requests.letter'])
  return new Set(
    prose.facts.flatMap(({ rule, figure }) => (figure && ids.has(rule.indicator ?? '') ? [figure.mention] : [])),
  )
}

/** Mentions that tell what became of requests. */
function categoryMentions({ prose }: Compiled): Set<Pointer> {
  const own = prose.facts.filter(({ rule, isOwn }) => isOwn && rule.ruleId === 'text-category')
  return new Set(own.flatMap(({ figure }) => (figure ? [figure.mention] : [])))
}

/**
 * Parts may not exceed their whole; where they name the rest (其他) and are all channels of requests, they must make it up.
 * Less is a note where it is not said to be complete.
 */
function checkList(list: PartsList, channels: Set<Pointer>, compiled: Compiled, context: Context): [Check] | null {
  const { whole, parts, isCut, isOpen, hasRest } = list
  const mentions = parts.map(({ figure }) => figure.mention)
  const figures = [whole, ...parts.map(({ figure }) => figure)]
  if (figures.some(({ quantity }) => quantity.upper !== null)) return null
  const exact = figures.every(({ quantity }) => quantity.bound === 'exact')
  const isChannels = parts.length > 1 && mentions.every((mention) => channels.has(mention))
  const complete = !isOpen && !isCut && (hasRest || isChannels)
  const sum = plain(parts.reduce((total, { figure }) => total + figure.quantity.value, 0))
  const tolerance = figures.reduce((slack, { quantity }) => slack + precision(quantity), 0)
  const relation = complete ? '=' : '<='
  const holds = compare(sum, relation, whole.quantity.value, tolerance)
  const ruleId = isChannels ? 'text-channels-sum' : 'text-parts-sum'
  const check: Check = {
    ruleId,
    status: holds ? 'pass' : exact ? 'fail' : 'unknown',
    subject: whole.mention,
    relation,
    left: { pointers: mentions, value: sum },
    right: { pointers: [whole.mention], value: whole.quantity.value },
    tolerance,
    blankAsZero: false,
    reason: holds || exact ? null : 'approximate',
  }
  const isLess = holds && parts.length > 1 && !isCut && !compare(sum, '=', whole.quantity.value, tolerance)
  if (check.status === 'fail' || isLess)
    diagnose(context, ruleId, {
      ...(isLess && { severity: 'info' as const }),
      pointers: [whole.mention, ...mentions],
      position: compiled.provenance[whole.mention]?.position,
      values: { actual: sum, expected: whole.quantity.value, difference: plain(sum - whole.quantity.value) },
      related: mentions.map((pointer) => mentioned(pointer, compiled)),
    })
  return [check]
}

/**
 * A share of the stated whole of its list; of a category of requests, a share of those completed or received. A share that
 * only fits the sum of the parts is told so.
 */
function checkShare(
  share: Share,
  lists: PartsList[],
  wording: WordingRule,
  categories: Set<Pointer>,
  compiled: Compiled,
  context: Context,
): [Check] | null {
  const found = sharedPart(share, lists, wording)
  const part = found?.part ?? (share.beside && categories.has(share.beside.mention) ? share.beside : null)
  if (!part) return null
  const bases = found
    ? [{ pointer: found.list.whole.mention, value: found.list.whole.quantity.value }]
    : requestBases(compiled)
  const siblings =
    found?.list.parts.map(({ figure }) => figure) ??
    share.sentence.figures.filter(({ mention }) => categories.has(mention))
  const known = bases.filter(({ value }) => value > 0)
  const [first] = known
  if (!first || share.figure.quantity.bound !== 'exact') return null
  const printed = share.figure.quantity.value
  const tolerance = 0.5 * 10 ** -decimalsOf(printed) + 0.01
  const fits = (base: number) => base > 0 && compare((part.quantity.value / base) * 100, '=', printed, tolerance)
  const base = known.find(({ value }) => fits(value)) ?? first
  const expected = rounded((part.quantity.value / base.value) * 100)
  const check: Check = {
    ruleId: 'text-share',
    status: fits(base.value) ? 'pass' : 'fail',
    subject: share.figure.mention,
    relation: '=',
    left: { pointers: [share.figure.mention], value: printed },
    right: { pointers: [part.mention, base.pointer], value: expected },
    tolerance: plain(tolerance),
    blankAsZero: false,
    reason: null,
  }
  const sum = siblings.reduce((total, { quantity }) => total + quantity.value, 0)
  if (check.status === 'fail')
    diagnose(context, 'text-share', {
      pointers: [share.figure.mention, part.mention, base.pointer],
      position: compiled.provenance[share.figure.mention]?.position,
      values: {
        actual: printed,
        part: part.quantity.raw,
        expected,
        whole: base.value,
        ...(fits(sum) && { explanation: 'explain-share-base', suggestion: printed, culprit: sum }),
      },
      related: [part.mention, base.pointer].map((pointer) => mentioned(pointer, compiled)),
    })
  return [check]
}

/** The part that stands beside the share, or that its words name again in the sentence behind: 主动公开的政府信息占41.5%. */
function sharedPart(
  share: Share,
  lists: PartsList[],
  wording: WordingRule,
): { part: SentenceFigure; list: PartsList } | null {
  const plainLabel = (label: string) => wording.fillers.reduce((text, word) => text.replaceAll(word, ''), label)
  for (const list of lists) {
    for (const { figure, label } of list.parts) {
      if (share.beside === figure) return { part: figure, list }
      const named = share.beside === null && label !== '' && plainLabel(label) === plainLabel(share.label)
      if (named && share.figure.quantity.start > figure.quantity.start) return { part: figure, list }
    }
  }
  return null
}

function requestBases({ report }: Compiled): { pointer: Pointer; value: number }[] {
  return ['/requests/completed/total', '/requests/received/total'].flatMap((pointer) => {
    const value = numberAt(report, pointer)
    return value === null ? [] : [{ pointer, value }]
  })
}

function mentioned(pointer: Pointer, { provenance }: Compiled) {
  const { raw = '', position } = provenance[pointer] ?? {}
  return { message: `\`${raw.trim()}\``, ...(position && { position }), pointer }
}

/** Two decimals, as shares are printed. */
function rounded(share: number): number {
  return Math.round(share * 100) / 100
}
