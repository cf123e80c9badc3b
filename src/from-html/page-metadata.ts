import type { Element, ElementContent, Root } from 'hast'
import { isMojibake } from '../sniff/is-mojibake'

/** What a page says about its document outside the text. */
export interface PageMetadata {
  /** The `ArticleTitle` of the head, else the title element; absent where it is unreadable. */
  title?: string
  /** `YYYY-MM-DD` of the date of publication. */
  published?: string
}

/** Names of `<meta>` elements that state the article's title or its date of publication, in lower case. */
const titleNames = new Set(['articletitle', 'og:title', 'dc.title', 'dcterms.title'])
const dateNames = new Set([
  ...['pubdate', 'publishdate', 'publish_date', 'publicationdate', 'firstpublishedtime', 'article:published_time'],
  ...['og:release_date', 'dc.date.issued', 'dcterms.issued', 'datepublished'],
])

/** Reads the head: `<title>`, and the `<meta>` elements that name title and date. */
export function pageMetadata(root: Root): PageMetadata {
  let named: string | undefined
  let printed: string | undefined
  let published: string | undefined
  for (const element of headOf(root)) {
    if (element.tagName === 'title') printed ??= collapse(textOf(element))
    if (element.tagName !== 'meta') continue
    const { name, property, itemProp, content } = element.properties
    const key = String(name ?? property ?? itemProp ?? '').toLowerCase()
    if (titleNames.has(key)) named ??= collapse(String(content ?? ''))
    if (dateNames.has(key)) published ??= isoDate(String(content ?? ''))
  }
  const title = named || printed
  return { ...(title && !isMojibake(title) && { title }), ...(published && { published }) }
}

/** The elements of the head; a fragment has its title and meta elements at its top. */
function headOf(root: Root): Element[] {
  const elements: Element[] = []
  for (const child of root.children) {
    if (child.type !== 'element') continue
    elements.push(child)
    if (child.tagName !== 'html') continue
    for (const part of child.children)
      if (part.type === 'element' && part.tagName === 'head')
        for (const inner of part.children) if (inner.type === 'element') elements.push(inner)
  }
  return elements
}

function isoDate(text: string): string | undefined {
  const match = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text.slice(0, 40))
  if (!match) return undefined
  const [, year, month, day] = match
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
    ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
    : undefined
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

function collapse(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ')
}
