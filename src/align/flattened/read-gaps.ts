import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import { approximateMatch } from '../../spot/approximate'
import { labelWords } from '../../spot/word-stream'
import type { Limits } from '../../types'
import { type Binding, type BoundRow, isWhole } from './bind-labels'
import type { FormRow, Sum } from './form-rows'
import { readGroups } from './group-grammar'
import type { RowOutcome } from './row-outcome'
import { isMuteOfOrder, isPlain } from './row-reading'

/**
 * Reads rows without a label between two labels that stand at their figures, by the order of the form: only where as many
 * figures stand there as the rows have cells, in one order that breaks no sum.
 *
 * ```
 * 1.属于国家秘密 2 0 0 0 0 0 2
 * (label lost)   30 1 0 0 0 0 31      → 2.其他法律行政法规禁止公开
 * 3.危及…        5 0 0 0 0 0 5
 * ```
 */
export function readGaps(
  rows: FormRow[],
  columnSums: Sum[],
  binding: Binding,
  evidence: Evidence[],
  limits: Limits,
  outcomes: RowOutcome[],
): void {
  const wordsBetween = (from: number, to: number) =>
    evidence.filter((item) => item.kind === 'word' && !item.fragment && item.from >= from && item.to <= to)
  const printed = [...binding.rows].sort((a, b) => a.label.from - b.label.from)
  for (const [index, bound] of printed.entries()) {
    // Of a label without figures of its own those before it may be: it is broken around them.
    const next = printed.find(({ figures }, at) => at > index && figures.length > 0)
    if (!next || bound.figures.length === 0 || bound.row.block !== next.row.block) continue
    const gap = rows.filter((row) => row.index >= bound.row.index && row.index < next.row.index)
    if (gap.length < 2) continue
    const foreign = wordsBetween(bound.label.to, next.label.from)
    if (foreign.some((word) => word.kind === 'word' && word.text.length >= 3 && !isLikeAny(word.text, gap))) continue
    const figures = binding.figures.slice(bound.at, next.at)
    if (!fill(gap, figures, columnSums, evidence, [bound], limits, outcomes)) {
      const behind = figures.slice(bound.figures.length)
      if (outcomes[bound.row.index]!.state === 'read')
        fill(gap.slice(1), behind, columnSums, evidence, [], limits, outcomes)
    }
  }
}

/**
 * Reads rows whose labels are shifted against their figures by whole rows, among others that are not: one label has too many
 * figures, and another lacks just as many.
 *
 * ```
 * 2.其他法律行政法规禁止公开 ¶ 0 8 0 0 0 0 8 ¶ 0 0 0 0 0 0 0
 * 3.危及… ¶ 8 7 0 0 0 0 15                                   is it of 3, or of 4?
 * 4.保护第三方合法权益 ¶
 * ```
 *
 * Where the two are neighbours, they are read in the order of the form; where rows with exactly their own number of figures stand
 * between, all of them are in doubt. The row before must have its own figures, and the very first row none before it: if figures
 * were lost further up, equal numbers are chance.
 *
 * @returns the rows in doubt
 */
export function readShifted(
  rows: FormRow[],
  columnSums: Sum[],
  binding: Binding,
  evidence: Evidence[],
  limits: Limits,
  outcomes: RowOutcome[],
): Set<FormRow> {
  const doubtful = new Set<FormRow>()
  const byRow = new Map(binding.rows.map((bound) => [bound.row, bound]))
  const first = Math.min(...binding.rows.map(({ label }) => label.from))
  let isInStep = binding.loose.every(({ from }) => from > first)
  let start = 0
  let surplus = 0
  for (const [index, row] of rows.entries()) {
    const bound = byRow.get(row)
    const figures = bound?.figures.length ?? 0
    if (figures % row.leaves.length > 0 || !bound) {
      isInStep = false
      surplus = 0
      continue
    }
    if (surplus === 0) {
      start = index
      isInStep ||= isWhole(bound)
    }
    surplus += figures - row.leaves.length
    if (surplus !== 0 || start === index) continue
    const shifted = rows.slice(start, index + 1)
    const own = shifted.flatMap((one) => byRow.get(one)!.figures)
    const isBetween = shifted.some((one) => byRow.get(one)!.figures.length === one.leaves.length)
    if (isBetween) for (const one of shifted) doubtful.add(one)
    else if (isInStep) fill(shifted, own, columnSums, evidence, [], limits, outcomes)
  }
  return doubtful
}

/** A row of another name in the place of this one is not this one; a damaged label may be. */
function isLikeAny(text: string, rows: FormRow[]): boolean {
  return rows.some(({ leaves }) => {
    const { path } = leaves[0]!.stub!
    return path[path.length - 1]!.labels.some((label) => {
      const body = labelWords(label)
      return approximateMatch(text, body, 0, text.length, Math.floor(body.length / 2)) !== undefined
    })
  })
}

function fill(
  rows: FormRow[],
  figures: FigureEvidence[],
  columnSums: Sum[],
  evidence: Evidence[],
  anchors: BoundRow[],
  limits: Limits,
  outcomes: RowOutcome[],
): boolean {
  const cells = rows.reduce((sum, { leaves }) => sum + leaves.length, 0)
  if (figures.length !== cells || !isPlain(figures) || isMuteOfOrder(figures)) return false
  if (rows.some(({ sums }) => sums.length === 0)) return false
  const read = readGroups(rows, figures, evidence, anchors, columnSums, limits.beam)
  if (read.limited || read.failed > 0 || rows.some(({ index }) => read.readings[index]!.length !== 1)) return false
  for (const { index } of rows) {
    const options = read.readings[index]!
    const starts = new Set(options[0]!.map(({ from }) => from))
    if (outcomes[index]!.state !== 'read')
      outcomes[index] = {
        state: 'read',
        options,
        evidence: 'order',
        figures: figures.filter(({ from }) => starts.has(from)),
        expected: '',
      }
  }
  return true
}
