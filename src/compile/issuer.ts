import type { TextView } from '../position/text-view'
import { type MetadataInput, note } from './printed'
import { bodyInTitle, titleParagraph } from './title'

/** A name and where it stands. */
interface Name {
  text: string
  /** Absent for the file's own title, which has no place in the text. */
  view?: TextView
  start: number
  end: number
}

/**
 * The body whose report it is, in its fullest printed form: the signature, else the title, else the preface. Where the title
 * names the same body with more in front (浏阳市财政局 for 财政局), the title's form.
 */
export function compileIssuer(input: MetadataInput, title: string | null): string | null {
  const signed = signature(input)
  const titled = nameInTitle(input, title)
  const fuller = signed && titled && titled.text.length > signed.text.length && titled.text.endsWith(signed.text)
  const name = fuller ? titled : (signed ?? titled ?? nameInPreface(input))
  if (!name) return null
  if (name.view) note(input, '/issuer', name.view, name.start, name.end)
  else input.provenance['/issuer'] = { raw: name.text, state: 'text', evidence: 'text' }
  return name.text.replace(betweenLetters, '')
}

/** 某 县 民 政 局: spaced for looks, or by the fonts of a PDF. */
const betweenLetters = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

function signature({ paragraphs }: MetadataInput): Name | undefined {
  const signed = paragraphs.filter(({ role }) => role === 'signature')
  const paragraph = signed.filter(({ front }) => !front)[0] ?? signed[0]
  if (!paragraph) return undefined
  const { view } = paragraph
  const end = view.text.replace(/\s*[（(][^（()）]{0,8}[)）]\s*$/, '').length
  return { text: view.text.slice(0, end), view, start: 0, end }
}

function nameInTitle(input: MetadataInput, title: string | null): Name | undefined {
  const printed = titleParagraph(input)
  const text = printed?.view.text ?? title ?? ''
  const [start, end] = bodyInTitle(text, input)
  // A form that was not filled in has a title without a name: 年政府信息公开工作年度报告.
  if (end - start < shortestName) return undefined
  const name = { text: text.slice(start, end), start, end }
  return printed ? { ...name, view: printed.view } : name
}

/** The first name that a pattern such as 由{body}编制 finds in the preface, and that ends as names of bodies do. */
function nameInPreface(input: MetadataInput): Name | undefined {
  const { bodies, authors } = input.words
  const preface = input.paragraphs.filter(({ front, role }) => front && !role)
  for (const { before, after } of authors) {
    for (const { view } of preface) {
      for (let at = view.text.indexOf(after); after && at >= 0; at = view.text.indexOf(after, at + 1)) {
        const start = nameStart(view.text, at, before)
        if (start >= 0 && bodies.ends(view.text.slice(start, at)))
          return { text: view.text.slice(start, at), view, start, end: at }
      }
    }
  }
  return undefined
}

/** Where the name that ends at `end` begins: behind `before`, or at the start of its clause; -1 for no name. */
function nameStart(text: string, end: number, before: string): number {
  let start = end
  while (start > 0 && end - start < longestName && /[\u4e00-\u9fff（）()]/.test(text[start - 1]!)) start--
  if (before === '') return end - start >= 3 ? start : -1
  const at = text.slice(start, end).lastIndexOf(before)
  const from = start + at + before.length
  return at >= 0 && end - from >= 3 ? from : -1
}

const longestName = 30

const shortestName = 2
