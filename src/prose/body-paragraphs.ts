import type { Context } from '../context'
import { proseView } from '../position/prose-view'
import type { TextView } from '../position/text-view'
import type { Heading, Root, SectionNode } from '../tree'
import type { FoundQuantity, Pointer } from '../types'
import { proseQuantities } from './prose-quantities'

/** A paragraph of body text with its quantities: read once, for the mentions and for what the sentences state. */
export interface BodyParagraph {
  view: TextView
  /** The section it stands in; null in the preface. */
  section: Pointer | null
  quantities: FoundQuantity[]
}

/** Every paragraph of body text, in document order. */
export function bodyParagraphs(tree: Root, { source }: Context): BodyParagraph[] {
  const out: BodyParagraph[] = []
  collect(tree, null)
  return out

  function collect(node: Root | SectionNode, section: Pointer | null): void {
    let index = 0
    for (const child of node.children as (Heading | Root['children'][number])[]) {
      if (child.type === 'section') collect(child, `${section ?? ''}/sections/${index++}`)
      else if (child.type === 'paragraph' && !child.data?.role) {
        const view = proseView(child.children, source)
        out.push({ view, section, quantities: proseQuantities(view.text) })
      }
    }
  }
}
