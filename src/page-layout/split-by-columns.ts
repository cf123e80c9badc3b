import { isFigure } from './figure'
import type { PlacedText } from './placed-text'
import { isAbove, type Line, lineOf, type Segment, segmentOf, textOfItem } from './segments'

/** A gap in heights of the letters that may part two cells whose texts fill them to the edge; letters of one text touch. */
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
  return lines.map((line) => {
    const hasFigures = line.segments.some((segment) => segment.isFigure)
    const isEdge = (a: PlacedText, b: PlacedText) => {
      const areParted = (isFirst: boolean) =>
        (isFirst && a.x + a.width <= left) || figures.some((figure) => isAbove(figure, a) && !isAbove(figure, b))
      const isColumn = figures.some((figure) => isAbove(figure, b) && !isAbove(figure, a))
      const [isLabel, isValue] = [!isFigure(textOfItem(a)), isFigure(textOfItem(b))]
      // Wide figures touch, and reach over one another: only the columns part them.
      if (!isLabel && isValue) return isColumn && areParted(false)
      return (
        b.x - a.x - a.width > EDGE * b.height && ((isColumn && areParted(true)) || (hasFigures && isValue && isLabel))
      )
    }
    const segments = line.segments.flatMap((segment) => split(segment, isEdge))
    return segments.length === line.segments.length ? line : lineOf(segments)
  })
}

function split(segment: Segment, isEdge: (a: PlacedText, b: PlacedText) => boolean): Segment[] {
  if (segment.items.length === 1) return [segment]
  const parts: PlacedText[][] = [[]]
  for (const [index, item] of segment.items.entries()) {
    const before = segment.items[index - 1]
    if (before && isEdge(before, item)) parts.push([])
    parts[parts.length - 1]!.push(item)
  }
  return parts.length === 1 ? [segment] : parts.map(segmentOf)
}
