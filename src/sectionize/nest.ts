import type { Flow, Heading, Root, SectionNode } from '../tree'
import type { Position, SectionRole } from '../types'

/** A heading with the role of its part. */
export interface Titled {
  heading: Heading
  role: SectionRole | null
}

/** Nests flat content by the depth of its headings: a section stands in the last one of smaller depth; levels may be skipped. */
export function nest(content: (Flow | Titled)[]): Root['children'] {
  const children: Root['children'] = []
  const open: SectionNode[] = []
  for (const node of content) {
    if (!('heading' in node)) {
      ;(open[open.length - 1]?.children ?? children).push(node)
      continue
    }
    const { heading, role } = node
    while (open.length > 0 && open[open.length - 1]!.depth >= heading.depth) open.pop()
    const section: SectionNode = { type: 'section', depth: heading.depth, role, children: [heading] }
    ;(open[open.length - 1]?.children ?? children).push(section)
    open.push(section)
  }
  for (const child of children) if (child.type === 'section') place(child)
  return children
}

/** Gives sections their positions, inner ones first: from the heading to the end of the content. */
function place(section: SectionNode): Position | undefined {
  let end: Position['end'] | undefined
  for (const child of section.children) {
    const position = child.type === 'section' ? place(child) : child.position
    if (position && (!end || position.end.offset > end.offset)) end = position.end
  }
  const start = section.children[0]?.position?.start
  if (start && end) section.position = { start, end }
  return section.position
}
