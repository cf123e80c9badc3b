import type { Evidence, FigureEvidence, LabelEvidence } from '../../evidence/evidence'
import { labelWords } from '../../spot/word-stream'
import { completeColumns } from './complete-columns'
import type { FormRow } from './form-rows'
import { type PrintedColumns, printedColumns } from './printed-columns'
import type { RowOutcome } from './row-outcome'
import { type CellText, toCell } from './row-reading'

/** What was read below headings. */
export interface ColumnsRead {
  /** By row of the form; a cell that no heading binds is missing in its reading. */
  outcomes: RowOutcome[]
  /** Figures that no column was given. */
  unused: FigureEvidence[]
}

/** The figures that a cell may have, by row of the form and column (`3/0`). */
export type CellFigures = Map<string, FigureEvidence[]>

/**
 * Reads the blocks of a form without sums (table 二) that text drawn from a PDF prints column by column, each column at its
 * heading, the labels of the rows elsewhere:
 *
 * ```
 * 规章 规范性文件 … 本年新制作数量 11 0 … (words of table 三) … 本年新公开数量 10 8
 * ```
 *
 * A column is bound where as many figures as its block has rows stand right behind its heading, and no other heading right
 * before it; several columns where their headings stand there together. A heading that several blocks have is bound by the
 * caption before it, by the number of figures, or, where the text is known to keep the order of the form, by its order.
 * What is left may have one column only.
 *
 * @param isOrdered the tables around are printed from top to bottom
 * @param hasGap    blank lines stand before this; undefined where the text has lost them
 * @param known     what is bound already
 */
export function readColumnHeadings(
  rows: FormRow[],
  evidence: Evidence[],
  isOrdered: boolean,
  hasGap: ((item: Evidence) => boolean) | undefined,
  known: CellFigures,
): ColumnsRead {
  const blocks = [...new Set(rows.map(({ block }) => block))]
    .map((block) => rows.filter((row) => row.block === block))
    .filter((own) => stubsInOrder(own, evidence))
  const taken = new Set([...known.values()].flat())
  const bound = new Map<string, FigureEvidence[][] | null>()
  for (const columns of printedColumns(evidence, blocks, hasGap)) {
    if (columns.figures.some((figure) => taken.has(figure))) continue
    const block = blockOf(columns, blocks, evidence, isOrdered)
    if (!block) continue
    const first = columns.firstIn(block)
    for (const [at, figures] of columns.ways(block).entries()) {
      const key = `${block[0]!.block}/${first + at}`
      bound.set(key, bound.has(key) ? null : figures)
    }
  }
  const cells: CellFigures = new Map(known)
  for (const { index, block, row, leaves } of rows)
    for (const column of leaves.keys()) {
      const ways = bound.get(`${block}/${column}`)?.flatMap((way) => way[row] ?? [])
      if (ways && ways.length > 0 && !cells.has(`${index}/${column}`)) cells.set(`${index}/${column}`, ways)
    }
  completeColumns(rows, blocks, evidence, hasGap, cells)
  const used = new Set([...cells.values()].flat())
  const outcomes = rows.map(({ index, leaves }): RowOutcome => {
    const most = Math.max(1, ...[...leaves.keys()].map((column) => cells.get(`${index}/${column}`)?.length ?? 0))
    const options = Array.from({ length: most }, (_, way) => {
      const option: CellText[] = new Array(leaves.length)
      for (const column of leaves.keys()) {
        const figures = cells.get(`${index}/${column}`)
        if (figures) option[column] = toCell(figures[way] ?? figures[0]!)
      }
      return option
    })
    return { state: 'read', options, evidence: 'order', figures: [], expected: 'figures at their headings' }
  })
  return { outcomes, unused: evidence.filter((item) => item.kind === 'figure' && !used.has(item)) as FigureEvidence[] }
}

function blockOf(
  columns: PrintedColumns,
  blocks: FormRow[][],
  evidence: Evidence[],
  isOrdered: boolean,
): FormRow[] | undefined {
  const { heading, before, figures, count } = columns
  const having = blocks.filter((block) => columns.firstIn(block) >= 0)
  const fitting = having.filter((block) => block.length * count === figures.length)
  if (before?.kind === 'label' && before.spot.target.kind === 'caption') {
    const { block } = before.spot.target
    return fitting.find(([row]) => row!.block === block)
  }
  if (fitting.length <= 1) return fitting[0]
  const isHeading = (item: Evidence): item is LabelEvidence =>
    item.kind === 'label' && item.spot.target.kind === 'head' && item.spot.target.body === heading.spot.target.body
  const printed = evidence.filter(isHeading)
  const all = blocks.filter((block) => headColumn(block, heading) >= 0)
  if (!isOrdered || printed.length !== all.length) return undefined
  const block = all[printed.indexOf(heading)]
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
