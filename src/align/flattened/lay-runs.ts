import type { Layings, LayingTask } from './laying'
import { type Gaps, searchLayings } from './search-layings'

/** Rows, and the end of the last one, that fit a number as bits. */
const MOST_MARKS = 30

/**
 * Lays runs of figures into the cells of a table, as text drawn from a PDF prints them: in blocks, each some neighbouring rows
 * by some neighbouring columns, printed column by column or row by row; the blocks of a row from left to right.
 *
 * ```
 * a1 a2 a3          a1 b1 ¶ a2 b2 ¶ … other words … ¶ a3 b3 c3 ¶ c1 c2
 * b1 b2 b3    ⇐     └── 2 × 2 ───┘                    └─ 3 × 1 ┘   └1×2┘
 * c1 c2 c3
 * ```
 *
 * Figures of other tables stand between: whole runs, or the first or the last figures of one. Where blank lines part the
 * figures, layouts whose blocks end at blank lines are tried first; in others each block that does not costs one more.
 *
 * @param steps layouts that are looked at
 */
export function layRuns(task: LayingTask, steps: number): Layings {
  const inner = task.runs.flatMap(({ pieces }) => pieces.slice(1))
  const areTelling = inner.some(({ gap }) => gap) && inner.some(({ gap }) => !gap)
  const gaps = areTelling ? 'much' : 'nothing'
  const ways: [steps: number, gaps: Gaps, areRowsCosts: boolean][] = [
    [steps / 4, areTelling ? 'everything' : 'nothing', false],
  ]
  if (task.rows.length <= MOST_MARKS) ways.push([steps / 2, gaps, true])
  if (areTelling) ways.push([steps / 4, 'much', false])
  let limited = false
  for (const [share, gapsTell, areRowsCosts] of ways) {
    const tried = task.starts.map((start) =>
      searchLayings(task, start, share / task.starts.length, gapsTell, areRowsCosts),
    )
    const found = tried.flatMap((layings) => layings.found)
    const isLimited = tried.some((layings) => layings.limited)
    if (found.length > 0) return isLimited ? { found: [], limited: true } : { found, limited: false }
    limited ||= isLimited
  }
  return { found: [], limited }
}
