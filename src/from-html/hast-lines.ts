import type { Nodes, Root } from 'hast'
import type { LineIndex } from '../position/line-index'
import type { Point } from '../types'

/**
 * Finds lines and columns of a tree whose source is not at hand: the start of every line that a node touches is known from
 * the points of the nodes and from the line feeds of literal texts.
 *
 * @returns null for a tree without positions
 */
export function hastLines(tree: Root): LineIndex | null {
  const startOfLine = new Map<number, number>()
  collect(tree, startOfLine)
  if (startOfLine.size === 0) return null
  const lines = [...startOfLine].sort(([, a], [, b]) => a - b)

  function point(offset: number): Point {
    let low = 0
    let high = lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (lines[middle]![1] <= offset) low = middle
      else high = middle - 1
    }
    const [line, start] = lines[low]!
    return { line, column: offset - start + 1, offset }
  }
  return { point, position: (start, end) => ({ start: point(start), end: point(end) }) }
}

/** Looks at all nodes, however deep: without recursion. */
function collect(tree: Root, startOfLine: Map<number, number>): void {
  const nodes: Nodes[] = [tree]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const { position } = node
    for (const place of [position?.start, position?.end])
      if (place?.offset !== undefined) startOfLine.set(place.line, place.offset - place.column + 1)
    if (node.type === 'text' && position?.start.offset !== undefined) {
      let line = position.start.line
      for (let at = node.value.indexOf('\n'); at >= 0; at = node.value.indexOf('\n', at + 1))
        startOfLine.set(++line, position.start.offset + at + 1)
    }
    if ('children' in node) for (const child of node.children) nodes.push(child)
  }
}
