import type { Heading, Paragraph, Root, SectionNode } from './tree'
import type { Pointer } from './types'

/** Every paragraph of body text with the pointer of the section it stands in, in document order. */
export function* bodyParagraphs(
  node: Root | SectionNode,
  section: Pointer | null = null,
): Generator<{ paragraph: Paragraph; section: Pointer | null }> {
  let index = 0
  for (const child of node.children as (Heading | Root['children'][number])[]) {
    if (child.type === 'section') yield* bodyParagraphs(child, `${section ?? ''}/sections/${index++}`)
    else if (child.type === 'paragraph' && !child.data?.role) yield { paragraph: child, section }
  }
}
