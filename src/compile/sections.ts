import { softBreak } from '../position/soft-break'
import { headingTitle } from '../sectionize/heading-title'
import type { Paragraph, Root, SectionNode } from '../tree'
import type { Section } from '../types'

/** The outline as plain data. */
export function compileSections(tree: Root): Section[] {
  return tree.children.flatMap((node) => (node.type === 'section' ? toSection(node) : []))
}

/**
 * The text before the first section: body paragraphs, one a line; null where there is none. Title, signature, date and
 * furniture are left out.
 */
export function compilePreface(tree: Root): string | null {
  return bodyText(tree.children) || null
}

function toSection({ children, depth, role, position }: SectionNode): Section {
  const heading = children.find((child) => child.type === 'heading')
  return {
    marker: heading?.marker ?? '',
    ordinal: heading?.ordinal ?? null,
    depth,
    title: heading ? headingTitle(heading) : '',
    role,
    text: bodyText(children),
    sections: children.flatMap((child) => (child.type === 'section' ? toSection(child) : [])),
    ...(position && { position }),
  }
}

function bodyText(children: (Root | SectionNode)['children']): string {
  return children
    .flatMap((child) => (child.type === 'paragraph' && !child.data?.role ? paragraphText(child) : []))
    .join('\n')
}

/** The text of a paragraph with its soft line breaks healed. */
function paragraphText({ children }: Paragraph): string {
  let text = ''
  for (const child of children) text += (text && softBreak(text, child)) + child.value
  return text.trim()
}
