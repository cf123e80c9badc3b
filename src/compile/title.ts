import { diagnose } from '../diagnose'
import { findDates } from '../find-dates'
import { titleKind } from '../phrases/title-kind'
import { type MetadataInput, note, type PrintedParagraph } from './printed'

/**
 * The title as printed, its lines joined: from the report itself; else, where the file names one (the head's title element),
 * from there; null where none is printed.
 */
export function compileTitle(input: MetadataInput): string | null {
  announceSecond(input)
  const printed = titleParagraph(input)
  if (printed) {
    const [start, end] = trimmed(printed.view.text)
    return note(input, '/title', printed.view, start, end)
  }
  const named = fileTitle(input)
  if (named !== null) input.provenance['/title'] = { raw: named, state: 'text', evidence: 'text' }
  return named
}

/** The paragraph of the printed title. */
export function titleParagraph({ paragraphs }: MetadataInput): PrintedParagraph | undefined {
  return paragraphs.find(({ role, front }) => role === 'title' && front)
}

/** A title behind the first heading is that of another report in the same document. */
function announceSecond({ paragraphs, context }: MetadataInput): void {
  const second = paragraphs.find(({ role, front }) => role === 'title' && !front)
  if (!second) return
  const { raw: actual, position } = second.view.locate(0, second.view.text.length)
  diagnose(context, 'structure-several-reports', { values: { actual }, position })
}

/** What the title says without the year and the kind of report: the body, `[start, end)` of the title; empty where it names none. */
export function bodyInTitle(title: string, input: MetadataInput): [start: number, end: number] {
  const kind = titleKind(title, input.words.titles)
  if (!kind) return [0, 0]
  let end = kind.start
  let start = 0
  for (const date of [...findDates(title), ...title.matchAll(schoolYear)].map(spanOf)) {
    const isOpening = title.slice(start, date.start).trim() === ''
    if (isOpening) start = date.end
    else end = Math.min(end, date.start)
  }
  const [from, to] = trimmed(title.slice(start, Math.max(start, end)))
  return withoutWords(title, start + from, withSharedWord(title, start + from, start + to, input), input)
}

/** 某市人民政府信息公开工作年度报告 prints 政府 once: it ends the name as well as it begins the kind of report. */
function withSharedWord(title: string, from: number, to: number, { words: { bodies } }: MetadataInput): number {
  for (let start = to - 1; start >= Math.max(from, to - longestShared); start--) {
    const end = start + bodies.at(title, start)
    if (end > to) return end
  }
  return to
}

/** Characters of a name that a word at its end may begin in. */
const longestShared = 4

/** 2016-2017学年, 2016—2017年度: no date, and no part of a name either. */
export const schoolYear = /\d{4}年?\s?[-—–―~～－至]{1,2}\s?\d{4}(?=学?年)学?年度?/g

function spanOf(found: { start: number; end: number } | RegExpExecArray): { start: number; end: number } {
  return 'start' in found ? found : { start: found.index, end: found.index + found[0].length }
}

/** Cuts words such as 关于 off the ends of a name. */
function withoutWords(title: string, from: number, to: number, { words }: MetadataInput): [start: number, end: number] {
  let [start, end] = [from, to]
  for (let at = start; at < end; at++) {
    const length = words.titleWords.at(title, at)
    if (length === 0) continue
    if (at === start) start = at + length
    else if (at + length >= end) end = at
  }
  return [start, Math.max(start, end)]
}

/** The part of the file's own title that ends as titles of reports do: behind or before it stands the name of the site. */
function fileTitle(input: MetadataInput): string | null {
  const kinds = input.words.titles
  const parts = (input.fileTitle ?? '').split(/[-_|–—>»]+/).map((part) => part.trim())
  return parts.find((part) => kinds.ends(part)) ?? null
}

/** Without white space, heading marks and emphasis at the ends. */
function trimmed(text: string): [start: number, end: number] {
  const start = /^[\s#*_]*/.exec(text)![0].length
  let end = text.length
  while (end > start && /[\s*_]/.test(text[end - 1]!)) end--
  return [start, end]
}
