import { boxOf, isAbove, middleOf, type Segment } from './segments'

/** A row of cells without figures: heads of columns, the caption of a block. */
export interface WordRow {
  middle: number
  /** From left to right, the lines of one cell together. */
  cells: Segment[][]
}

/** Pitch of lines in heights of a letter: where nothing else is known, and at most. */
const PITCH = 1.5
const WIDEST = 4
/** So many columns must be wrapped alike for lines farther apart than those of a label to be one cell. */
const ALIKE = 3
/** A wrapped line is hardly farther than the others of its table. */
const SLACK = 1.2
/** Lines of neighbouring cells stand at one height if they differ by less than this, in heights. */
const UNEVEN = 0.4
/** Middles of the cells of one row differ by less than this. */
const TOLERANCE = 0.6

/**
 * Joins the lines of wrapped cells and puts cells at one height into a row.
 *
 * ```
 * 商业企  科研机
 *                 其他   →   商业企业 │ 科研机构 │ 其他
 * 业      构
 * ```
 *
 * @param pitch distance of two lines of one label, where the table shows one; else null
 */
export function wordRows(segments: Segment[], pitch: number | null): WordRow[] {
  return rowsOf(joinWrapped(segments, pitch))
}

/** The lines of each wrapped cell together. */
export function joinWrapped(segments: Segment[], pitch: number | null): Segment[][] {
  const sorted = [...segments].sort((a, b) => middleOf(a) - middleOf(b))
  const known = pitch ?? wrappedPitch(sorted)
  const cells: Segment[][] = []
  for (const segment of sorted) {
    const limit = known === null ? PITCH * segment.height : SLACK * known
    const above = cells.filter((cell) => isNextAbove(cell[cell.length - 1]!, segment, limit))
    const isSpanning = above.some((cell) => heads(cell[cell.length - 1]!, segment, sorted))
    const isOwn = above.length === 1 && !isSpanning && !isAmongNames(segment, limit, sorted)
    if (isOwn) above[0]!.push(segment)
    else cells.push([segment])
  }
  return cells
}

/** True where the lower text may go on the upper one. */
function isNextAbove(upper: Segment, lower: Segment, limit: number): boolean {
  const distance = middleOf(lower) - middleOf(upper)
  return distance > 0.5 * lower.height && distance <= limit && isAbove(upper, lower) && isFlush(upper, lower)
}

/**
 * True for a text between two names of columns that go on nothing above: it is a name too, and what stands over it the head of
 * several columns.
 *
 * ```
 *              复议后起诉
 * 结果纠正      其他结果      尚未审结
 * ```
 */
function isAmongNames(segment: Segment, limit: number, segments: Segment[]): boolean {
  const row = segments
    .filter((other) => Math.abs(middleOf(other) - middleOf(segment)) < UNEVEN * segment.height)
    .sort((a, b) => a.x - b.x)
  const at = row.indexOf(segment)
  const beside = [row[at - 1], row[at + 1]]
  return beside.every((other) => other && !segments.some((upper) => isNextAbove(upper, other, limit)))
}

/** Lines of one cell begin at one place or are centred. */
function isFlush(a: Segment, b: Segment): boolean {
  const tolerance = 0.8 * b.height
  return Math.abs(a.x - b.x) < tolerance || Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < tolerance
}

/** True where the upper text stands over other texts at the height of the lower one too: it is the head of several columns. */
function heads(upper: Segment, lower: Segment, segments: Segment[]): boolean {
  return segments.some(
    (other) =>
      other !== lower && Math.abs(middleOf(other) - middleOf(lower)) < UNEVEN * lower.height && isAbove(upper, other),
  )
}

/** The distance at which several parts of one line have just one part each below them: the wrapped names of columns. */
function wrappedPitch(sorted: Segment[]): number | null {
  const counts = new Map<number, number>()
  for (const upper of sorted) {
    const below = sorted.find(
      (other) => middleOf(other) > middleOf(upper) + 0.5 * upper.height && isAbove(upper, other),
    )
    if (!below) continue
    const distance = middleOf(below) - middleOf(upper)
    const row = sorted.filter(
      (other) => Math.abs(middleOf(other) - middleOf(upper)) < UNEVEN * upper.height && isAbove(other, below),
    )
    if (distance > WIDEST * upper.height || row.length !== 1 || heads(upper, below, sorted)) continue
    const pitch = Math.round(distance)
    counts.set(pitch, (counts.get(pitch) ?? 0) + 1)
  }
  const repeated = [...counts].filter(([, count]) => count >= ALIKE).map(([pitch]) => pitch)
  return repeated.length > 0 ? Math.max(...repeated) + 0.5 : null
}

function rowsOf(cells: Segment[][]): WordRow[] {
  const rows: WordRow[] = []
  const placed = cells.map((cell) => ({ cell, middle: middleOf(boxOf(cell)) })).sort((a, b) => a.middle - b.middle)
  for (const { cell, middle } of placed) {
    const row = rows[rows.length - 1]
    if (row && middle - row.middle < TOLERANCE * cell[0]!.height) row.cells.push(cell)
    else rows.push({ middle, cells: [cell] })
  }
  for (const row of rows) row.cells.sort((a, b) => a[0]!.x - b[0]!.x)
  return rows
}
