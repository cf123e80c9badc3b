import type { Element, Root } from 'hast'
import type { Measure, Measures } from './measure'
import { elementsOf, isLayoutTable } from './table-element'

/** Where the document stands on its page. */
export interface Article {
  /** The smallest element that holds the report; null for a tree without elements. */
  body: Element | null
  /** Elements before it, in document order, that may hold its title and its date of publication. */
  before: Element[]
}

/** Share of all sentences and table cells that the article holds: the rest is a teaser or a notice of the site. */
const SHARE = 0.9
/** Share where all other elements are asides of the site. */
const SHARE_BESIDE_ASIDES = 0.6

/**
 * Finds the article by content, without knowing any site: from the root down into the element that holds nearly all
 * sentences and table cells, as long as nothing that belongs to a report is left beside it.
 *
 * ```
 * body ─ div menu · div main ─ h1 · div date · div content ─ p p table p
 *                                              ↑ body          (h1 and date are found in `before`)
 * ```
 */
export function findArticle(root: Root, measures: Measures): Article {
  const before: Element[] = []
  let body = root.children.find((child): child is Element => child.type === 'element' && measures.has(child)) ?? null
  let total = body ? weigh(measures.get(body)!) : 0
  while (body) {
    const children = elementsOf(body, measures)
    const heaviest = heaviestOf(children, measures)
    if (!heaviest || !isFrame(heaviest, measures)) break
    const others = children.filter((child) => child !== heaviest).map((child) => measures.get(child)!)
    const weight = weigh(measures.get(heaviest)!)
    if (hasOwnText(body) || others.some(({ part }) => part)) break
    if (weight < SHARE * total) {
      if (weight < SHARE_BESIDE_ASIDES * total || !others.every(isAside)) break
      total = weight
    }
    before.push(...children.slice(0, children.indexOf(heaviest)))
    body = heaviest
  }
  return { body, before }
}

/** True for tables of metadata and for a foot, which hold no sentence, and for boxes whose sentences introduce other pages. */
function isAside({ sentence, linked, cells }: Measure): boolean {
  return !sentence || (linked > 0 && cells === 0)
}

/** A page of bare headings has no prose: there all text counts. */
function weigh({ prose, text, linked }: Measure): number {
  return prose > 0 ? prose : (text - linked) / 1000
}

function heaviestOf(children: Element[], measures: Measures): Element | undefined {
  let heaviest: Element | undefined
  for (const child of children)
    if (!heaviest || weigh(measures.get(child)!) > weigh(measures.get(heaviest)!)) heaviest = child
  return heaviest
}

/** Elements that may stand around an article; a paragraph or a table of data is part of one. */
function isFrame(element: Element, measures: Measures): boolean {
  const { tagName } = element
  if (tagName === 'table') return isLayoutTable(element, measures)
  return /^(?:html|body|div|main|article|section|center|form|td|tr|tbody|dl|dd|ul|li|fieldset|font|span)$/.test(tagName)
}

/** True where text stands in the element itself, between its children. */
function hasOwnText(element: Element): boolean {
  return element.children.some((child) => child.type === 'text' && /\S/.test(child.value))
}
