import type { Evidence, FigureEvidence, LabelEvidence } from '../../evidence/evidence'
import { labelWords } from '../../spot/word-stream'
import type { FormRow } from './form-rows'
import type { RowOutcome } from './row-outcome'
import { type CellText, isPlain, toCell } from './row-reading'

/** What was read below headings. */
export interface ColumnsRead {
  /** By row of the form; a cell that no heading binds is missing in its reading. */
  outcomes: RowOutcome[]
  /** Figures that no column was given. */
  unused: FigureEvidence[]
}

/**
 * Reads the blocks of a form without sums (table 二) that text drawn from a PDF prints column by column, each column at its
 * heading, the labels of the rows elsewhere:
 *
 * ```
 * 规章 规范性文件 … 本年新制作数量 11 0 … (words of table 三) … 本年新公开数量 10 8
 * ```
 *
 * A column is bound where as many figures as its block has rows stand right behind its heading, and no other heading right
 * before it. A heading that several blocks have is bound by the caption before it, by the number of figures, or, where the
 * text is known to keep the order of the form, by its order.
 *
 * @param isOrdered the tables around are printed from top to bottom
 */
export function readColumnHeadings(rows: FormRow[], evidence: Evidence[], isOrdered: boolean): ColumnsRead {
  const blocks = [...new Set(rows.map(({ block }) => block))]
    .map((block) => rows.filter((row) => row.block === block))
    .filter((own) => stubsInOrder(own, evidence))
  const bound = new Map<string, FigureEvidence[] | null>()
  for (const column of printedColumns(evidence)) {
    const block = blockOf(column, blocks, evidence, isOrdered)
    if (!block) continue
    const at = headColumn(block, column.heading)
    const key = `${block[0]!.block}/${at}`
    bound.set(key, bound.has(key) ? null : column.figures)
  }
  const used = new Set([...bound.values()].flatMap((figures) => figures ?? []))
  const outcomes = rows.map(({ block, row, leaves }): RowOutcome => {
    const cells: CellText[] = new Array(leaves.length)
    for (const at of leaves.keys()) {
      const figure = bound.get(`${block}/${at}`)?.[row]
      if (figure) cells[at] = toCell(figure)
    }
    return { state: 'read', options: [cells], evidence: 'order', figures: [], expected: 'figures at their headings' }
  })
  return { outcomes, unused: evidence.filter((item) => item.kind === 'figure' && !used.has(item)) as FigureEvidence[] }
}

interface PrintedColumn {
  heading: LabelEvidence
  /** The label before the heading. */
  before: Evidence | undefined
  figures: FigureEvidence[]
}

/** The figures right behind each heading that no other heading stands right before. */
function printedColumns(evidence: Evidence[]): PrintedColumn[] {
  const out: PrintedColumn[] = []
  for (const [index, heading] of evidence.entries()) {
    if (!isHead(heading)) continue
    const before = evidence[index - 1]
    let end = index + 1
    while (evidence[end]?.kind === 'figure') end++
    const figures = evidence.slice(index + 1, end) as FigureEvidence[]
    if (figures.length > 0 && !(before && isHead(before)) && isPlain(figures)) out.push({ heading, before, figures })
  }
  return out
}

function isHead(item: Evidence): item is LabelEvidence {
  return item.kind === 'label' && item.spot.target.kind === 'head'
}

function blockOf(
  { heading, before, figures }: PrintedColumn,
  blocks: FormRow[][],
  evidence: Evidence[],
  isOrdered: boolean,
): FormRow[] | undefined {
  const having = blocks.filter((block) => headColumn(block, heading) >= 0)
  const fitting = having.filter((block) => block.length === figures.length)
  if (fitting.length <= 1) return fitting[0]
  if (before?.kind === 'label' && before.spot.target.kind === 'caption') {
    const { block } = before.spot.target
    return fitting.find(([row]) => row!.block === block)
  }
  const printed = evidence.filter((item) => isHead(item) && item.spot.target.body === heading.spot.target.body)
  if (!isOrdered || printed.length !== having.length) return undefined
  const block = having[printed.indexOf(heading)]
  return block && fitting.includes(block) ? block : undefined
}

/** The column of a block with the wording of a heading; -1 where it has none. */
function headColumn([row]: FormRow[], { spot }: LabelEvidence): number {
  return row!.leaves.findIndex(({ head }) =>
    head.path[head.path.length - 1]!.labels.some((label) => labelWords(label) === spot.target.body),
  )
}

/** The labels of a block's rows are all printed, in order. */
function stubsInOrder(rows: FormRow[], evidence: Evidence[]): boolean {
  const places = rows.map((row) =>
    evidence.findIndex(
      (item) =>
        item.kind === 'label' &&
        item.spot.target.kind === 'stub' &&
        item.spot.target.block === row.block &&
        item.spot.target.leaf === row.row,
    ),
  )
  return places.every((place, index) => place >= 0 && (index === 0 || place > places[index - 1]!))
}
