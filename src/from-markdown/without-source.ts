import type { Heading, List, Root as Mdast, Table as MdastTable, Nodes, Parents } from 'mdast'
import type { Paragraph, Root, Table } from '../tree'

/** How headings and tables are made, which does not depend on the source. */
interface Builders {
  heading(node: Heading): Paragraph[]
  table(node: MdastTable): Table
}

/** Reads an mdast tree by the values of its nodes alone: the marker of a list item is made from its number. */
export function withoutSource(tree: Mdast, { heading, table }: Builders): Root {
  return { type: 'root', children: tree.children.flatMap((node) => read(node)) }

  function read(node: Nodes, marker = ''): Root['children'] {
    if (node.type === 'heading') return heading(node)
    if (node.type === 'table') return [table(node)]
    if (node.type === 'list') return items(node)
    if (node.type === 'blockquote' || node.type === 'listItem')
      return node.children.flatMap((child, index) => read(child, index === 0 ? marker : ''))
    if (node.type === 'code') return linesOf(node.value)
    return node.type === 'paragraph' ? linesOf(marker + textOf(node)) : []
  }

  function items({ start, children }: List): Root['children'] {
    return children.flatMap((item, index) => read(item, start == null ? '' : `${start + index}. `))
  }
}

function linesOf(value: string): Paragraph[] {
  return value
    .split(/\r\n|[\n\r]/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', value: line }] }))
}

function textOf(node: Parents): string {
  return node.children
    .map((child) =>
      child.type === 'break'
        ? '\n'
        : 'value' in child && child.type !== 'html'
          ? child.value
          : 'children' in child
            ? textOf(child)
            : '',
    )
    .join('')
}
