import type { Text } from '../tree'

/**
 * A part of a text node, `[start, end)` of its value, with its own position.
 * An atomic node (its value is not as long as its span, such as an entity) keeps its whole position.
 */
export function sliceText(node: Text, start: number, end: number): Text {
  if (start <= 0 && end >= node.value.length) return node
  const slice: Text = { type: 'text', value: node.value.slice(start, end) }
  if (node.data) slice.data = node.data
  const { position } = node
  if (!position) return slice
  if (position.end.offset - position.start.offset !== node.value.length) slice.position = position
  else {
    const { line, column, offset } = position.start
    slice.position = {
      start: { line, column: column + start, offset: offset + start },
      end: { line, column: column + end, offset: offset + end },
    }
  }
  return slice
}
