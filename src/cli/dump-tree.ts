import type { ReportNode, Root } from '../tree'
import type { Position } from '../types'

/** Characters shown of a long text. */
const shown = 60

/**
 * A tree as indented lines, for reading and for comparing two versions of it:
 *
 * ```
 * root 1:1-9:4
 *   section 3:1-9:4 depth=1 role=overview
 *     heading 3:1-3:7 depth=1 ordinal=1 marker=一、
 *       text 3:3-3:7 "总体情况"
 * ```
 */
export function dumpTree(tree: Root): string {
  const lines: string[] = []
  const open: { node: ReportNode; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    lines.push(`${'  '.repeat(depth)}${describeNode(node)}`)
    if ('children' in node) for (const child of node.children.toReversed()) open.push({ node: child, depth: depth + 1 })
  }
  return `${lines.join('\n')}\n`
}

function describeNode(node: ReportNode): string {
  const fields = Object.entries(node).flatMap(([key, value]) => {
    if (['type', 'children', 'position', 'value', 'data'].includes(key) || value === null) return []
    return [`${key}=${value}`]
  })
  const data = Object.entries(node.data ?? {}).flatMap(([key, value]) =>
    typeof value === 'object' || key === 'source' ? [] : [`${key}=${value}`],
  )
  const value = 'value' in node ? [quoted(node.value)] : []
  return [node.type, formatPosition(node.position), ...fields, ...data, ...value]
    .filter((part) => part !== '')
    .join(' ')
}

/** `3:1-9:4`; '' for a node that did not come from the source. */
export function formatPosition(position: Position | undefined): string {
  if (!position) return ''
  const { start, end } = position
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

function quoted(value: string): string {
  return JSON.stringify(value.length > shown ? `${value.slice(0, shown)}…` : value)
}
