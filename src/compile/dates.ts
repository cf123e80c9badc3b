import { timeOfDay } from '../date-spans'
import { diagnose } from '../diagnose'
import { findDates } from '../find-dates'
import { parsePeriod } from '../literal/period'
import { matchesOf } from '../matches-of'
import type { Report } from '../types'
import { damagedPeriod, periodPattern } from './period-patterns'
import { type MetadataInput, note } from './printed'
import { schoolYear, titleParagraph } from './title'

/** The year reported on: that of the title, else of the period, else the first of a school year in the title, else the first one named. */
export function compileYear(input: MetadataInput, period: Report['period']): number | null {
  const title = titleParagraph(input)
  const printed = title && findDates(title.view.text)[0]
  if (printed) {
    note(input, '/year', title.view, printed.start, printed.end, 'number')
    return Number(printed.value.slice(0, 4))
  }
  if (period?.start) {
    input.provenance['/year'] = { ...input.provenance['/period/start']!, state: 'number' }
    return Number(period.start.slice(0, 4))
  }
  const [range] = title?.view.text.matchAll(schoolYear) ?? []
  if (title && range) {
    note(input, '/year', title.view, range.index, range.index + range[0].length, 'number')
    return Number(range[0].slice(0, 4))
  }
  for (const { view, role } of input.paragraphs) {
    const date = role
      ? undefined
      : findDates(view.text).find(({ end }) => !/[》号]/.test(view.text.slice(end, end + 12)))
    if (!date) continue
    note(input, '/year', view, date.start, date.end, 'number')
    return Number(date.value.slice(0, 4))
  }
  return null
}

/**
 * The period that the figures cover: 自2021年1月1日起至2021年12月31日止 and the like, in the sentence that says so, else any whole
 * year in the preface. One that is printed but cannot be read gives null and `metadata-period-unreadable`.
 */
export function compilePeriod(input: MetadataInput): Report['period'] {
  const words = input.words.period
  let unreadable: (() => void) | undefined
  for (const { view, role, front } of input.paragraphs) {
    // Behind the preface a period counts only where the words for it stand.
    if (role || (!front && words.next(view.text, 0) < 0)) continue
    for (const match of matchesOf(periodPattern, view.text)) {
      const value = parsePeriod(match[0])
      const announced = announces(view.text, match.index)
      const wholeYear = value?.start.endsWith('-01-01') && value.end.endsWith('-12-31')
      if (value && (announced || (front && wholeYear))) {
        const places = match.indices!.groups!
        note(input, '/period/start', view, ...places.first!)
        note(input, '/period/end', view, ...places.second!)
        return value
      }
    }
    const year = statedYear(view.text)
    if (year) {
      const value = parsePeriod(view.text.slice(year.start, year.end))
      if (value) {
        note(input, '/period/start', view, year.start, year.end)
        note(input, '/period/end', view, year.start, year.end)
        return value
      }
    }
    const damaged = unreadable ? null : damagedPeriod.exec(view.text)
    if (damaged && announces(view.text, damaged.index)) {
      const { raw: actual, position } = view.locate(damaged.index, damaged.index + damaged[0].length)
      unreadable = () =>
        diagnose(input.context, 'metadata-period-unreadable', { values: { actual }, position, pointers: ['/period'] })
    }
  }
  unreadable?.()
  return null

  /** Whether the sentence that holds `offset` says before it that this is the period. */
  function announces(text: string, offset: number): boolean {
    for (let at = offset - 1; at >= 0 && at > offset - longestSentence && text[at] !== '。'; at--)
      if (words.at(text, at) > 0) return true
    return false
  }

  /** 统计期限为2021年度: a year alone, right behind the words. */
  function statedYear(text: string): { start: number; end: number } | undefined {
    return findDates(text).find(({ value, start }) => {
      if (value.length !== 4) return false
      for (let at = start - 1; at >= Math.max(0, start - 10); at--) {
        const length = words.at(text, at)
        if (length > 0 && /^\s*[为是：:]\s*$/.test(text.slice(at + length, start))) return true
      }
      return false
    })
  }
}

const longestSentence = 120

/**
 * The date of publication: that of the signature, else the one below the title, else the page's 发布时间 (or the day
 * that opens such a line without a word, or stands before a time of the day), else the file's.
 */
export function compilePublished(input: MetadataInput): string | null {
  const dated = input.paragraphs.filter(({ role }) => role === 'date')
  const signed = dated.filter(({ front }) => !front).at(-1) ?? dated[0]
  const date = signed && findDates(signed.view.text).find(({ value }) => value.length >= 7)
  if (signed && date) {
    note(input, '/published', signed.view, date.start, date.end)
    return date.value
  }
  for (const label of input.words.published)
    for (const { view, role } of input.paragraphs) {
      if (role !== 'furniture') continue
      const at = labelled(view.text, label.at)
      const date = at < 0 ? undefined : findDates(view.text.slice(at, at + 40))[0]
      if (!date || date.value.length < 7 || !/^[\s:：[【（(]*$/.test(view.text.slice(at, at + date.start))) continue
      note(input, '/published', view, at + date.start, at + date.end)
      return date.value
    }
  for (const { view, role, front } of input.paragraphs) {
    const [date] = role === 'furniture' && front ? findDates(view.text) : []
    if (!date || date.value.length < 10) continue
    const opens = view.text.slice(0, date.start).trim() === ''
    if (!opens && !timeOfDay.test(view.text.slice(date.end))) continue
    note(input, '/published', view, date.start, date.end)
    return date.value
  }
  const { filePublished } = input
  const stated = findDates(filePublished ?? '').find(({ value }) => value.length >= 7)
  if (!stated) return null
  input.provenance['/published'] = {
    raw: filePublished!.slice(stated.start, stated.end),
    state: 'text',
    evidence: 'text',
  }
  return stated.value
}

/** Offset behind a label in a text, -1 where it does not stand there. */
function labelled(text: string, lengthAt: (text: string, offset: number) => number): number {
  for (let at = 0; at < text.length; at++) {
    const length = lengthAt(text, at)
    if (length > 0) return at + length
  }
  return -1
}
