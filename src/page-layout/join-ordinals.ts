import { type Line, lineOf, middleOf, type Segment, segmentOf } from './segments'

/** Distance of two lines of one label in heights, at most. */
const PITCH = 2.3

/**
 * Puts the number of a label back to the label where a line break cut it off before its mark. Alone it would pass for a figure and
 * open a column of figures among the labels.
 *
 * ```
 * 8
 * .属于行政查询事    371   7   9     →    8.属于行政查询事    371   7   9
 * ```
 */
export function joinOrdinals(lines: Line[]): Line[] {
  if (!lines.some(({ segments }) => segments.some(isCutLabel))) return lines
  const joined = new Map<Segment, Segment>()
  const gone = new Set<Segment>()
  for (const [index, line] of lines.entries()) {
    for (const ordinal of line.segments) {
      if (!/^\s*\d{1,2}\s*$/.test(ordinal.value)) continue
      const label = labelBelow(ordinal, lines.slice(index + 1, index + 4))
      if (!label || joined.has(label)) continue
      gone.add(ordinal)
      joined.set(label, { ...segmentOf([...ordinal.items, ...label.items]), y: label.y, height: label.height })
    }
  }
  if (gone.size === 0) return lines
  return lines.flatMap((line) => {
    const segments = line.segments.filter((segment) => !gone.has(segment)).map((one) => joined.get(one) ?? one)
    return segments.length > 0 ? [lineOf(segments)] : []
  })
}

/** A label that begins with the mark of its number. */
function isCutLabel({ value }: Segment): boolean {
  return /^\s*[.．、]\s*\p{L}/u.test(value)
}

/** A text close below that begins at the same place with the mark of an ordinal. */
function labelBelow(ordinal: Segment, lines: Line[]): Segment | undefined {
  return lines
    .flatMap(({ segments }) => segments)
    .find(
      (segment) =>
        isCutLabel(segment) &&
        Math.abs(segment.x - ordinal.x) < ordinal.height &&
        middleOf(segment) - middleOf(ordinal) < PITCH * ordinal.height,
    )
}
