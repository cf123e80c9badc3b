import type { PlacedText } from './placed-text'
import { type Line, type Segment, segmentOf } from './segments'

/** The middles of two figures that stand next to each other in one line. */
export type Neighbours = readonly [left: number, right: number]

/** The neighbouring figures of all lines: each pair shows two columns. */
export function neighboursOf(lines: Line[]): Neighbours[] {
  return lines.flatMap(({ segments }) => {
    const middles = segments.flatMap(({ isFigure, x, width }) => (isFigure ? x + width / 2 : []))
    return middles.slice(1).map((right, at) => [middles[at]!, right] as const)
  })
}

/**
 * Parts wide figures of two cells that touch: two figures of another line stand under the two, one on each side of the edge.
 *
 * ```
 * 其他     总计
 * １３９０１１３６８     1390 and 11368
 *    4       1
 * ```
 *
 * Where a figure is in pieces itself, several edges may be the one: then a space stands at each of them, and no number is read.
 */
export function partTouching(segment: Segment, columns: readonly Neighbours[]): Segment[] {
  const { items } = segment
  if (items.length === 1) return [segment]
  const edges = items.slice(1).map((item, at) => (items[at]!.x + items[at]!.width + item.x) / 2)
  const cuts = new Set<number>()
  const unclear: number[][] = []
  for (const [left, right] of columns) {
    if (left < segment.x || right > segment.x + segment.width) continue
    const between = [...edges.keys()].filter((at) => edges[at]! > left && edges[at]! < right)
    if (between.length === 1) cuts.add(between[0]!)
    else if (between.length > 1) unclear.push(between)
  }
  if (unclear.some((between) => !between.some((at) => cuts.has(at)))) return [withSpaces(segment)]
  const parts: PlacedText[][] = [[]]
  for (const [at, item] of items.entries()) {
    if (cuts.has(at - 1)) parts.push([])
    parts[parts.length - 1]!.push(item)
  }
  return parts.length === 1 ? [segment] : parts.map(segmentOf)
}

function withSpaces({ items }: Segment): Segment {
  return segmentOf(
    items.flatMap((item, at) =>
      at === 0 ? [item] : [{ ...item, width: 0, texts: [{ type: 'text', value: ' ' }] }, item],
    ),
  )
}
