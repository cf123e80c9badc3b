import { isNumbered } from './is-numbered'
import { isAbove, letterHeight, middleOf, type Segment } from './segments'

/** Lines of labels, by the row of figures that they head. */
export interface AssignedLabels {
  byRow: Segment[][]
  /** Lines that head no row. */
  rest: Segment[]
}

/** Lines that one label has at most. */
const LINES = 8
/** Costs, in heights of a letter: a row without a label, a line without a row, a break (an ordinal, a wide gap) inside a label. */
const BARE = 2
const LOOSE = 0.6
const INNER = 3
/** What another alignment must save. */
const CLEAR = 2
/** Distance of two lines of one label in heights, at most. */
const PITCH = 2.3
/** Where the figures stand beside a label of several lines. */
type Alignment = 'middle' | 'top' | 'bottom'

/**
 * Binds lines of labels to rows of figures: in order, each label the lines whose middle (or first, or last line, the same for
 * the whole table) is at the height of its figures. The cheapest of all such bindings is found line by line.
 *
 * ```
 * （二）部分公开（区分处理的，只计这一情
 *                                      447   7   0      one row, its label has two lines
 *  形，不计其他情形）
 * ```
 *
 * @param lines from top to bottom
 * @param rows  middles of the rows of figures, from top to bottom
 */
export function assignLabels(lines: Segment[], rows: number[]): AssignedLabels {
  const height = letterHeight(lines) || 1
  const middle = bind(lines, rows, height, 'middle')
  // The middle is the rule; another alignment must be clearly better.
  for (const alignment of ['top', 'bottom'] as const) {
    if (middle.cost <= CLEAR) break
    const other = bind(lines, rows, height, alignment)
    if (other.cost * 2 + CLEAR < middle.cost) return other
  }
  return middle
}

function bind(lines: Segment[], rows: number[], height: number, alignment: Alignment): Binding {
  const costOf = labelCosts(lines, height, alignment)
  // least[row][line]: the least cost of binding the first lines to the first rows, and how many lines the last row took for it.
  const least: number[][] = []
  const taken: number[][] = []
  for (let row = 0; row <= rows.length; row++) {
    const above = least[row - 1]
    const costs: number[] = []
    const counts: number[] = []
    for (let line = 0; line <= lines.length; line++) {
      let best = row === 0 && line === 0 ? 0 : Infinity
      let count = 0
      if (line > 0 && costs[line - 1]! + LOOSE < best) {
        best = costs[line - 1]! + LOOSE
        count = LOOSE_LINE
      }
      if (above && above[line]! + BARE < best) {
        best = above[line]! + BARE
        count = 0
      }
      for (let more = 1; above && more <= Math.min(LINES, line); more++) {
        const before = above[line - more]!
        // Binding costs nothing at best: then the place need not be looked at.
        if (before >= best) continue
        const cost = before + costOf(line - more, line, rows[row - 1]!)
        if (cost >= best) continue
        best = cost
        count = more
      }
      costs.push(best)
      counts.push(count)
    }
    least.push(costs)
    taken.push(counts)
  }
  return { ...walkBack(lines, rows.length, taken), cost: least[rows.length]![lines.length]! }
}

type Binding = AssignedLabels & { cost: number }

/** In place of a number of lines: the line before heads no row. */
const LOOSE_LINE = -1

/** What it costs to bind lines `[from, to)` to the row whose middle is given: their distance, and breaks between them. */
function labelCosts(
  lines: Segment[],
  height: number,
  alignment: Alignment,
): (from: number, to: number, row: number) => number {
  const middles = lines.map(middleOf)
  // breaks[line]: how many of the lines before it cannot go on with the line above them.
  const breaks = [0]
  for (const [index, line] of lines.entries()) {
    const isBreak = index > 0 && (middles[index]! - middles[index - 1]! > PITCH * height || isNumbered(line.value))
    breaks.push(breaks[index]! + (isBreak ? 1 : 0))
  }
  return (from, to, row) => {
    const [first, last] = [middles[from]!, middles[to - 1]!]
    const place = alignment === 'middle' ? (first + last) / 2 : alignment === 'top' ? first : last
    return (2 * Math.abs(place - row)) / height + (breaks[to]! - breaks[from + 1]!) * INNER
  }
}

/** The binding that the cheapest way through the table of counts stands for, from its end to its beginning. */
function walkBack(lines: Segment[], rows: number, taken: number[][]): AssignedLabels {
  const byRow: Segment[][] = Array.from({ length: rows }, () => [])
  const rest: Segment[] = []
  for (let row = rows, line = lines.length; row > 0 || line > 0; ) {
    const count = taken[row]![line]!
    if (count === LOOSE_LINE) rest.unshift(lines[--line]!)
    else {
      byRow[--row] = lines.slice(line - count, line)
      line -= count
    }
  }
  return { byRow, rest }
}

/** A group label and its rows. */
export interface GroupRows {
  segments: Segment[]
  row: number
  rowspan: number
}

/**
 * Finds the rows of group labels of one column: each stands in the middle of its rows. Rows whose own label reaches into the
 * column belong to no group.
 *
 * @param groups one label each, its lines from top to bottom
 * @param labels the rows' own labels
 */
export function partRows(groups: Segment[][], rows: number[], labels: Segment[][]): GroupRows[] {
  const isFree = rows.map((_, row) => !labels[row]?.some((label) => groups.some((group) => isAbove(group[0]!, label))))
  const found: GroupRows[] = []
  for (let start = 0; start < rows.length; start++) {
    if (!isFree[start]) continue
    let end = start
    while (end < rows.length && isFree[end]) end++
    const top = start === 0 ? -Infinity : (rows[start - 1]! + rows[start]!) / 2
    const bottom = end === rows.length ? Infinity : (rows[end - 1]! + rows[end]!) / 2
    const inside = groups.filter((group) => centreOf(group) > top && centreOf(group) <= bottom)
    found.push(...partRun(inside, rows, start, end))
    start = end
  }
  return found
}

/** Parts rows `[start, end)` among the groups so that each group's middle is nearest to the middle of its rows. */
function partRun(groups: Segment[][], rows: number[], start: number, end: number): GroupRows[] {
  const count = end - start
  if (groups.length === 0 || groups.length > count) return groups.map((segments) => nearest(segments, rows, start, end))
  const best: number[][] = groups.map(() => new Array<number>(count + 1).fill(Infinity))
  const from: number[][] = groups.map(() => new Array<number>(count + 1).fill(0))
  for (const [g, group] of groups.entries())
    for (let last = g + 1; last <= count; last++)
      for (let first = g; first < last; first++) {
        const before = g === 0 ? (first === 0 ? 0 : Infinity) : best[g - 1]![first]!
        const middle = (rows[start + first]! + rows[start + last - 1]!) / 2
        const cost = before + Math.abs(middle - centreOf(group))
        if (cost >= best[g]![last]!) continue
        best[g]![last] = cost
        from[g]![last] = first
      }
  const parts: GroupRows[] = []
  for (let g = groups.length - 1, last = count; g >= 0; g--) {
    const first = from[g]![last]!
    parts.unshift({ segments: groups[g]!, row: start + first, rowspan: last - first })
    last = first
  }
  return parts
}

function nearest(segments: Segment[], rows: number[], start: number, end: number): GroupRows {
  let row = start
  for (let i = start; i < end; i++)
    if (Math.abs(rows[i]! - centreOf(segments)) < Math.abs(rows[row]! - centreOf(segments))) row = i
  return { segments, row, rowspan: 1 }
}

function centreOf(group: Segment[]): number {
  return (middleOf(group[0]!) + middleOf(group[group.length - 1]!)) / 2
}
