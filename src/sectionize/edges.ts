import { dateSpans, timeOfDay } from '../date-spans'
import { matchesOf } from '../matches-of'
import type { Phrases } from '../phrases/phrases'
import type { Block } from './heal'
import { skipNoise } from './match-heading'
import { dateTail } from './outline-symbols'
import type { Words } from './words'

/** A part of a block that is no body text, `[start, end)` of its text. */
export interface RoleRange {
  role: 'title' | 'signature' | 'date' | 'furniture'
  start: number
  end: number
}

/** The whole text of a block as one range. */
export function whole({ view }: Block, role: RoleRange['role']): RoleRange[] {
  return [{ role, start: 0, end: view.text.length }]
}

/** A sentence or more: not a caption, a label or a name. */
export function isSentence(text: string): boolean {
  return text.length >= 15 && /[。；]|[，,].*[，,]/.test(text)
}

/**
 * A line of the page around the report: 发布时间：2018-02-12, a path of menus (首页 > 信息公开 > 年报), a rule of characters,
 * a mark that a converter left, the name of an attached file.
 */
export function isFurniture(text: string, { furniture, pageMarks }: Words): boolean {
  const start = skipNoise(text, 0)
  if (start >= text.length || /={4,}|-{6,}|_{6,}/.test(text) || !/[\p{L}\p{N}]/u.test(text)) return true
  if (isContentsLine(text) || (text.length < longestFoot && pageMarks.next(text, start) >= 0)) return true
  if (isSentence(text)) return false
  if (opensWithTime(text, start, furniture) || isByline(text) || fileName.test(text)) return true
  if (text.length < longestFoot && countLabels(text, furniture) > 1) return true
  const opening = /[【[（(]/.test(text[start]!) ? start + 1 : start
  const length = furniture.at(text, opening)
  if (length > 0) return /^\s*[:：】\]|｜]/.test(text.slice(opening + length)) || text.length <= 25
  return /[>»›]/.test(text) && text.length < 80 && !/[<《]/.test(text)
}

/** Words apart that begin as lines of page furniture do: 索引号 11/2022-001 主题分类 其他 发文日期 2022-01-20. */
function countLabels(text: string, furniture: Phrases): number {
  return matchesOf(printedWord, text).filter(({ index }) => furniture.at(text, index) > 0).length
}

const printedWord = /\S+/g

/** Characters of the longest line at a page's foot. */
const longestFoot = 200

const fileName = /\.(?:docx?|pdf|xlsx?|wps|ofd|et|zip|rar)[\s)）]*$/i

/** 某某局 2023-01-18 11:20: a day and a time of the day, which no report prints. */
function isByline(text: string): boolean {
  return (
    text.length < longestByline &&
    dateSpans(text).some(({ end, precision }) => precision === 'day' && timeOfDay.test(text.slice(end)))
  )
}

const longestByline = 120

/** 2022-01-25 10:30 来源：… */
function opensWithTime(text: string, start: number, furniture: Phrases): boolean {
  const [date] = dateSpans(text.slice(0, start + longestDate))
  if (date?.start !== start || date.precision !== 'day') return false
  const time = /^[\s\d:：]*/.exec(text.slice(date.end))![0]
  return time.trim() !== '' || furniture.at(text, date.end + time.length) > 0
}

/** A line of a table of contents: 总体情况……1 */
export function isContentsLine(text: string): boolean {
  return /[.．…·。]{2,}\s*\d{1,3}$/.test(text.slice(-40))
}

/** The text is one date and nothing more, perhaps in brackets: 2020年1月20日, （2020年1月）. */
export function isDate(text: string): boolean {
  const [date, ...others] = text.length > longestDate ? [] : dateSpans(text)
  if (!date || others.length > 0 || date.precision === 'year') return false
  return /^[\s（([【]*$/.test(text.slice(0, date.start)) && dateTail.test(text.slice(date.end))
}

/** Characters of the longest line that is a date and nothing more. */
const longestDate = 40

/** The name of a body, alone: no sentence, ends as names of bodies do; `stamp` words in brackets behind it may stand. */
export function isBody(text: string, { bodies }: Words): boolean {
  const name = text.replace(/[（(][^（()）]{0,8}[)）]\s*$/, '').trim()
  return name.length >= 3 && name.length <= 40 && !/[，。；：！？,;:!?0-9《》<>]/.test(name) && bodies.ends(name)
}
