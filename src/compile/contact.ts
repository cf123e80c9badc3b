import { matchesOf } from '../matches-of'
import type { Phrases } from '../phrases/phrases'
import type { TextView } from '../position/text-view'
import type { Contact, ContactField } from '../types'
import {
  addressGoesOn,
  betweenLabels,
  emailPattern,
  housePattern,
  phonePattern,
  postcodePattern,
  sharedLabel,
  valueLead,
  valueStart,
  valueTail,
  veiledEmailPattern,
  websitePattern,
} from './contact-patterns'
import type { MetadataWords } from './metadata-words'
import { type MetadataInput, note, type PrintedParagraph } from './printed'

/** A value found in a contact paragraph, `[start, end)` of its text. */
interface Found {
  field: Exclude<ContactField, 'body'>
  start: number
  end: number
}

/**
 * How to reach the body, as printed: from the preface, from paragraphs that say whom to ask, from those behind them that begin
 * with a label, and, where these give nothing, from the page's foot. Phone numbers elsewhere in the body are hotlines.
 *
 * ```text
 * 请与某局办公室联系（地址：某市南街1号；邮编：123456；电话：0123-4567890  4567891（传真））
 * ```
 */
export function compileContact(input: MetadataInput): Contact {
  const { words } = input
  const contact: Contact = { address: null, postcode: null, phones: [], faxes: [], emails: [], websites: [] }
  for (const { view } of contactParagraphs(input.paragraphs, words)) read(view)
  const isEmpty = contact.phones.length === 0 && contact.address === null && contact.emails.length === 0
  if (isEmpty) for (const { view } of footOf(input.paragraphs, words)) read(view)
  return contact

  function read(view: TextView): void {
    for (const { field, start, end } of findContact(view.text, words)) {
      if (field === 'address' || field === 'postcode') {
        if (contact[field] === null && end > start) contact[field] = note(input, `/contact/${field}`, view, start, end)
        continue
      }
      const list = lists[field]
      const value = view.text.slice(start, end)
      if (contact[list].includes(value)) continue
      note(input, `/contact/${list}/${contact[list].length}`, view, start, end)
      contact[list].push(value)
    }
  }
}

const lists = { phone: 'phones', fax: 'faxes', email: 'emails', website: 'websites' } as const

/** The paragraphs that may hold the contact, in order. */
function contactParagraphs(paragraphs: PrintedParagraph[], words: MetadataWords): PrintedParagraph[] {
  let open = false
  return paragraphs.filter(({ view, role, front }) => {
    if (role) return false
    const asks = holds(view.text, words.inquiries) && (labelsOf(view.text, words).length > 0 || carries(view.text))
    open = asks || (open && labelsOf(view.text, words)[0]?.start === 0)
    return front || open
  })
}

/**
 * Contact lines behind the body, in brackets too, and lines of the page's foot with several labels: 主办：某局 地址：… 邮编：…
 * A body that prints its own in a line (公开电话：…　办公室电话：…) ends it without a full stop.
 */
function footOf(paragraphs: PrintedParagraph[], words: MetadataWords): PrintedParagraph[] {
  return paragraphs.slice(-longestFoot).filter(({ view: { text }, front, role }) => {
    const labels = front ? [] : labelsOf(text, words)
    if (labels.length === 0) return false
    const opens = /^[（(【[\s]*$/.test(text.slice(0, labels[0]!.start))
    return opens || (labels.length > 1 && (role === 'furniture' || !text.includes('。')))
  })
}

/** Paragraphs of a page's foot. */
const longestFoot = 12

function holds(text: string, words: Phrases): boolean {
  return words.next(text, 0) >= 0
}

function carries(text: string): boolean {
  return [emailPattern, phonePattern, websitePattern].some((pattern) => text.search(pattern) >= 0)
}

interface FoundLabel {
  field: ContactField
  start: number
  end: number
  /** It stands behind its value, in brackets: 84683099 (传真). */
  behind: boolean
}

/** The labels of a text that have a value behind them, or stand in brackets behind it. */
function labelsOf(text: string, { contact, contactLabels }: MetadataWords): FoundLabel[] {
  const found: FoundLabel[] = []
  for (let at = contactLabels.next(text, 0); at >= 0; at = contactLabels.next(text, at + 1)) {
    let field: ContactField = 'body'
    let length = 0
    for (const label of contact) {
      const own = label.words.at(text, at)
      if (own > length) [field, length] = [label.field, own]
    }
    // Together they reach over more white space than one by one.
    if (length === 0) continue
    const end = at + length
    const behind = /[（(]\s*$/.test(text.slice(Math.max(0, at - 3), at)) && /^\s*[)）]/.test(text.slice(end, end + 3))
    if (behind || valueStart.test(text.slice(end, end + 4))) found.push({ field, start: at, end, behind })
    at = end - 1
  }
  // 地址、联系方式等: a list of nouns, unless the next one is a label as well (电话、传真：).
  return found.filter(({ end, behind }, index) => {
    const next = found[index + 1]
    return (
      behind ||
      !sharedLabel.test(text.slice(end, end + 3)) ||
      (next !== undefined && sharesValue(text, end, next.start))
    )
  })
}

/** Two labels stand before one value: 电话（传真）：, 电话/传真： */
function sharesValue(text: string, end: number, next: number): boolean {
  return betweenLabels.test(text.slice(end, next))
}

function findContact(text: string, words: MetadataWords): Found[] {
  const labels = labelsOf(text, words)
  const found = [...labelledValues(text, labels), ...websites(text, labels, words), ...emails(text)]
  if (!found.some(({ field }) => field === 'phone')) found.push(...phonesInInquiry(text, words, found))
  if (!found.some(({ field }) => field === 'address')) found.push(...addressInInquiry(text, words, labels))
  return found.sort((a, b) => a.start - b.start)
}

/** The values behind labels: each ends where the next label begins, at the latest. */
function labelledValues(text: string, labels: FoundLabel[]): Found[] {
  const out: Found[] = []
  for (const [index, label] of labels.entries()) {
    if (label.behind) {
      // 84683088  84683099 (传真): the last number before it is the fax.
      const last = out.at(-1)
      const distance = last ? label.start - last.end : -1
      if (last?.field === 'phone' && label.field === 'fax' && distance >= 0 && distance <= 4) last.field = 'fax'
      if (!/^\s*[)）]\s*[：:]/.test(text.slice(label.end, label.end + 5))) continue
    }
    const next = labels[index + 1]
    const shared = next && sharesValue(text, label.end, next.start) ? next : undefined
    const from = shared ? shared.end : label.end
    const limit = labels[index + (shared ? 2 : 1)]?.start ?? text.length
    out.push(...valuesOf(text, label.field, from, limit))
  }
  return out
}

function valuesOf(text: string, field: ContactField, from: number, limit: number): Found[] {
  const area = text.slice(from, limit)
  if (field === 'postcode') return firstMatch(area, postcodePattern, field, from)
  if (field === 'phone' || field === 'fax') {
    const end = area.search(/。/)
    const values = matchesOf(phonePattern, end < 0 ? area : area.slice(0, end))
    return values.map((match) => ({ field, start: from + match.index, end: from + match.index + match[0].length }))
  }
  if (field === 'email') return area.search(emailPattern) < 0 ? firstMatch(area, veiledEmailPattern, field, from) : []
  return field === 'address' ? address(text, from, limit) : []
}

function firstMatch(area: string, pattern: RegExp, field: Found['field'], from: number): Found[] {
  const match = pattern.exec(area)
  return match ? [{ field, start: from + match.index, end: from + match.index + match[0].length }] : []
}

/** An address ends at 。 or ；, at a comma unless more of the address follows, and at a bracket that closes an earlier one. */
function address(text: string, from: number, limit: number): Found[] {
  const lead = valueLead.exec(text.slice(from, limit))![0].length
  const start = from + lead
  let end = start
  let open = 0
  for (; end < limit; end++) {
    const character = text[end]!
    if (/[（(]/.test(character)) open++
    if (/[）)]/.test(character) && open-- === 0) break
    if (/[。；;\n]/.test(character)) break
    if (/[，,]/.test(character) && !addressGoesOn.test(text.slice(end + 1, end + 30))) break
  }
  const length = withoutTail(text.slice(start, end)).length
  return length > 2 ? [{ field: 'address', start, end: start + length }] : []
}

/** A text without closing marks, and without a bracket that it opens and does not close. */
function withoutTail(text: string): string {
  const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('))
  const isOpen = open > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'))
  return (isOpen ? text.slice(0, open) : text).replace(valueTail, '')
}

function emails(text: string): Found[] {
  return matchesOf(emailPattern, text).map((match) => ({
    field: 'email',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Addresses of sites that are said to carry the report, or stand behind their label. */
function websites(text: string, labels: FoundLabel[], { carriers }: MetadataWords): Found[] {
  const labelled = labels.filter(({ field }) => field === 'website')
  return matchesOf(websitePattern, text).flatMap((match): Found[] => {
    const start = match.index
    const end = start + match[0].replace(/[.?!&=#]+$/, '').length
    const before = text.slice(Math.max(0, start - longestClause), start)
    const [after] = text.slice(end, end + longestClause).split('。')
    const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1) + after
    const isLabelled = labelled.some((label) => label.end <= start && start - label.end < 6)
    return isLabelled || holds(sentence, carriers) ? [{ field: 'website', start, end }] : []
  })
}

/** Characters before and behind an address in which its sentence says that it carries the report. */
const longestClause = 120

/** 请与某局联系（0123-4567890）: a number without a label, behind the words that say whom to ask. */
function phonesInInquiry(text: string, { inquiries }: MetadataWords, found: Found[]): Found[] {
  const from = inquiries.next(text, 0)
  if (from < 0) return []
  return matchesOf(phonePattern, text.slice(from))
    .map((match): Found => ({ field: 'phone', start: from + match.index, end: from + match.index + match[0].length }))
    .filter(({ start, end }) => !found.some((other) => other.start < end && start < other.end))
}

/** 请与某局联系（某市南街88号，邮编：123456）: an address without a label, before that of the postcode or phone. */
function addressInInquiry(text: string, { inquiries }: MetadataWords, labels: FoundLabel[]): Found[] {
  const next = labels.find(({ field }) => field === 'postcode' || field === 'phone')
  if (!next || inquiries.next(text.slice(0, next.start), 0) < 0) return []
  const head = text.slice(0, next.start).replace(valueTail, '')
  const start =
    Math.max(...['（', '(', '，', ',', '。', '；', '：', ':', '\n'].map((mark) => head.lastIndexOf(mark))) + 1
  const value = head.slice(start).trimStart()
  return housePattern.test(value) ? [{ field: 'address', start: head.length - value.length, end: head.length }] : []
}
