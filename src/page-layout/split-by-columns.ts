import { isFigure } from './is-figure'
import type { PlacedText } from './placed-text'
import { isAbove, type Line, lineOf, type Segment, segmentOf, textOfItem } from './segments'
import { type Neighbours, neighboursOf, partTouching } from './touching-figures'

/** In heights of a letter: a gap that may part two cells whose texts fill them to the edge. Letters of one text touch. */
const EDGE = 0.12

/**
 * Parts segments that run over the edge of a column: two cells filled to their edges stand as close as two words. The columns of
 * figures, seen in other rows, tell where the edge is.
 *
 * ```
 * 其他对外管理服务事项102    3    45   →   其他对外管理服务事项 │ 102 │ 3 │ 45
 * 行政强制            217    6     2
 * ```
 *
 * @param table the lines whose figures show the columns, if these are others
 */
export function splitByColumns(lines: Line[], table = lines): Line[] {
  const figures = table.flatMap(({ segments }) => segments.filter((segment) => segment.isFigure))
  if (figures.length === 0) return lines
  const left = Math.min(...figures.map(({ x }) => x))
  const columns = neighboursOf(table)
  return lines.map((line) => {
    const hasFigures = line.segments.some((segment) => segment.isFigure)
    const isEdge = (a: PlacedText, b: PlacedText) =>
      b.x - a.x - a.width > EDGE * b.height &&
      ((figures.some((figure) => isAbove(figure, b) && !isAbove(figure, a)) &&
        (a.x + a.width <= left || figures.some((figure) => isAbove(figure, a) && !isAbove(figure, b)))) ||
        (hasFigures && isFigure(textOfItem(b)) && !isFigure(textOfItem(a))))
    const segments = line.segments.flatMap((segment) => {
      if (segment.items.length === 1) return [segment]
      if (segment.isFigure) return split(segment, isEdge).flatMap((part) => partTouching(part, columns))
      return split(segment, (a, b) => isEdge(a, b) || (hasFigures && isBehindLabel(a, b, columns)))
    })
    return segments.every((segment, at) => segment === line.segments[at]) ? line : lineOf(segments)
  })
}

/** A wide figure touches the label before it: figures of other lines stand under the one, none under the other. */
function isBehindLabel(a: PlacedText, b: PlacedText, columns: Neighbours[]): boolean {
  const isOver = ({ x, width }: PlacedText) =>
    columns.some((pair) => pair.some((middle) => middle > x && middle < x + width))
  return isFigure(textOfItem(b)) && /\p{L}\P{N}*$/u.test(textOfItem(a)) && isOver(b) && !isOver(a)
}

function split(segment: Segment, isEdge: (a: PlacedText, b: PlacedText) => boolean): Segment[] {
  const parts: PlacedText[][] = [[]]
  for (const [index, item] of segment.items.entries()) {
    const before = segment.items[index - 1]
    if (before && isEdge(before, item)) parts.push([])
    parts[parts.length - 1]!.push(item)
  }
  return parts.length === 1 ? [segment] : parts.map(segmentOf)
}
