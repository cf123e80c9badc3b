import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import { labelWords } from '../../spot/word-stream'
import { type Binding, type BoundRow, byLabel, isWhole, standsAlone } from './bind-labels'
import type { FormRow } from './form-rows'
import { hasOtherHeadings } from './other-headings'
import { printsZeros } from './read-runs'
import { absentRow, type RowOutcome } from './row-outcome'
import { isPlain, toCell } from './row-reading'
import { splitDigits } from './split-digits'
import { standAbove } from './stand-above'

/**
 * Reads rows that have no sums (table 二): nothing can confirm an order of figures there, so that a figure counts only where the
 * labels of one axis bind all figures of a block.
 *
 * ```
 * 规章 1 0 11                        each row label has its row's figures behind it, on a line of its own or all of them alike
 * 行政规范性文件 8 26 66
 *
 * 本年制发件数 1 8 本年废止件数 0 26 …   each heading has its column's figures behind it, and all rows are printed
 *
 * 规章000行政规范性文件303            digits as many as cells, in text whose cells touch their labels everywhere
 * ```
 *
 * A block that prints no zero, or a table with a row of fewer digits than cells, has lost its blanks: nothing is cut there.
 * The headings must be printed: two editions with the same rows differ in nothing else.
 *
 * @param blanksLost asks whether some row of the document has fewer digits than cells: then nothing that runs together is cut
 */
export function readUnsummedRows(
  rows: FormRow[],
  own: Evidence[],
  evidence: Evidence[],
  binding: Binding,
  blanksLost: () => boolean,
  outcomes: RowOutcome[],
): void {
  const isGlued = touches(evidence)
  const isTouching = isGlued && !blanksLost()
  const isApart = binding.rows.filter(({ figures }) => figures.length === 0).length * 2 > binding.rows.length
  const all =
    standAbove(binding, own) || (!binding.figuresFirst && binding.loose.length === 0 && binding.rows.every(isWhole))
  for (const block of new Set(rows.map((row) => row.block))) {
    const blockRows = rows.filter((row) => row.block === block)
    const bound = binding.rows.filter(({ row }) => row.block === block)
    if (headingsPrinted(blockRows, evidence) && !hasOtherHeadings(blockRows, evidence)) {
      for (const one of bound) {
        if (
          isWhole(one) &&
          !(isGlued && mayBeTwo(one)) &&
          (all || (!binding.figuresFirst && !isApart && standsAlone(one, binding) && !followsBlank(one, bound)))
        )
          outcomes[one.row.index] = byLabel(one)
        else if (
          isTouching &&
          !binding.figuresFirst &&
          !mayBeTwo(one) &&
          printsZeros(bound.flatMap(({ figures }) => figures))
        )
          readForced(one, outcomes)
      }
      if (bound.some(({ row }) => outcomes[row.index] === absentRow)) readColumns(blockRows, own, bound, outcomes)
    }
    for (const one of bound) {
      if (outcomes[one.row.index] !== absentRow) continue
      const isBlank = one.figures.length === 0 && all
      outcomes[one.row.index] = {
        state: isBlank ? 'blank' : 'unresolved',
        options: [],
        evidence: 'label',
        figures: one.figures,
        expected: `${one.row.leaves.length} figures`,
      }
    }
  }
}

/**
 * The figures stand below the label, and the label before it has none: they may be that one's, of a column that lost a blank.
 *
 *     行政处罚
 *     行政强制
 *     1566
 */
function followsBlank({ label, figures }: BoundRow, bound: BoundRow[]): boolean {
  const before = bound.findLast((other) => other.label.from < label.from)
  return before !== undefined && before.figures.length === 0 && figures[0]!.line !== label.line
}

/** All headings of the block's columns are printed somewhere in the table. */
function headingsPrinted(rows: FormRow[], evidence: Evidence[]): boolean {
  const spotted = new Set(evidence.flatMap((item) => (item.kind === 'label' ? [item.spot.target.body] : [])))
  const pieces = new Set(evidence.flatMap((item) => (item.kind === 'word' ? [item.text] : [])))
  return rows[0]!.leaves.every(({ head }) =>
    head.path[head.path.length - 1]!.labels.some(
      (label) => spotted.has(labelWords(label)) || isPieced(labelWords(label), pieces),
    ),
  )
}

/**
 * The heading stands there in pieces, those of its neighbours between them; or only its first words, with another unit.
 *
 *     本年新     本年新
 *     制作数量   公开数量
 */
function isPieced(label: string, pieces: Set<string>): boolean {
  const reached = [true]
  for (let end = 2; end <= label.length; end++) {
    for (let start = 0; start <= end - 2 && !reached[end]; start++)
      if (reached[start] && pieces.has(label.slice(start, end))) reached[end] = true
  }
  return reached[label.length] === true || [...pieces].some((piece) => piece.length >= 4 && label.startsWith(piece))
}

/** Row labels with their first figure touching them: text that has lost the borders of its cells everywhere. */
function touches(evidence: Evidence[]): boolean {
  let labels = 0
  let touching = 0
  for (const [index, item] of evidence.entries()) {
    const next = evidence[index + 1]
    if (item.kind !== 'label' || item.spot.target.kind !== 'stub' || next?.kind !== 'figure') continue
    labels++
    if (next.from === item.to) touching++
  }
  return labels > 0 && touching === labels
}

/** 行政许可7612476131: in text without borders so many digits may be those of two columns, this year's and last year's. */
function mayBeTwo({ row, figures }: BoundRow): boolean {
  return row.leaves.length === 1 && figures.some(({ digits }) => digits.length > mostDigits)
}

/** Of a count that is believed where nothing sets cells apart. */
const mostDigits = 7

/** Cuts a row that can be cut in one way only. */
function readForced(bound: BoundRow, outcomes: RowOutcome[]): void {
  const { row, figures } = bound
  const { found, forced } = splitDigits(figures, row, 1)
  if (forced) outcomes[row.index] = { state: 'read', options: found, evidence: 'label', figures, expected: '' }
}

/** Each heading of the block, in order, has as many figures behind it as the block has rows, whose labels are all printed in order. */
function readColumns(rows: FormRow[], own: Evidence[], bound: BoundRow[], outcomes: RowOutcome[]): void {
  if (bound.length !== rows.length || bound.some(({ row }, index) => row !== rows[index])) return
  const columns: FigureEvidence[][] = []
  let open: FigureEvidence[] | undefined
  for (const item of own) {
    if (item.kind === 'figure') {
      if (!open) return
      open.push(item)
    } else if (item.kind === 'label' && item.spot.target.kind === 'head') {
      const { block, leaf, body } = item.spot.target
      const heading = rows[0]!.leaves[columns.length]?.head.path.at(-1)
      const isNext =
        (block === rows[0]!.block && leaf === columns.length) ||
        heading?.labels.some((label) => labelWords(label) === body)
      if (!isNext) return
      open = []
      columns.push(open)
    } else if (item.kind === 'word' && !item.fragment) return
    else if (open && open.length > 0) open = undefined
  }
  const fits = columns.every((column) => column.length === rows.length && isPlain(column))
  if (!fits || columns.length !== rows[0]!.leaves.length) return
  for (const [index, row] of rows.entries()) {
    const figures = columns.map((column) => column[index]!)
    outcomes[row.index] = { state: 'read', options: [figures.map(toCell)], evidence: 'label', figures, expected: '' }
  }
}
