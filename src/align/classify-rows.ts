import { foldText } from '../fold/fold'
import type { FormIndex, LabelMatch, LabelTarget } from '../form/form-index'
import { foldedCore } from '../form/label-core'
import type { GridCellView, GridRow } from '../grid/grid-rows'

/** A cell with what its words stand for in the form. */
export interface LabelledCell {
  view: GridCellView
  match: LabelMatch | undefined
}

/**
 * A row as the form sees it.
 * - `body`: a row label and what stands behind it; `targets` are the rows that it may be.
 * - `head`: column headings.
 * - `caption`: the line that opens a block.
 * - `bare`: figures without a label.
 * - `words`: words that the form does not know, with or without figures.
 * - `empty`: nothing printed.
 */
export interface ClassifiedRow {
  kind: 'body' | 'head' | 'caption' | 'bare' | 'words' | 'empty'
  source: GridRow
  /** Its own cells: those of the source, unless that was cut. */
  cells: GridCellView[]
  /** Groups and labels, those that reach down from rows above first. */
  labels: LabelledCell[]
  /** Body: the rows that it may be. */
  targets: LabelTarget[]
  /** The cells behind the label; for `bare` and `words` those from the first figure on. */
  values: GridCellView[]
  /** Its label was matched letter by letter. */
  exact: boolean
}

/**
 * Tells the rows of tables apart by their words. A row in which labels follow figures, or headings stand before the row, is
 * cut: the blank line between two rows was lost.
 *
 * ```
 * 规章 2 2 19 规范性文件 1 1 15        →   规章 2 2 19  /  规范性文件 1 1 15
 * 本年新制作数量 本年新公开数量 规章 2 2   →   本年新制作数量 本年新公开数量  /  规章 2 2
 * ```
 */
export function classifyRows(rows: GridRow[], index: FormIndex): ClassifiedRow[] {
  const out: ClassifiedRow[] = []
  for (const row of rows) {
    let spanning = labelCells(row.spanning, index)
    for (const part of cutHead(labelCells(row.cells, index))) {
      for (const piece of cutRow(part)) {
        out.push(classify(row, spanning, piece))
        spanning = []
      }
    }
  }
  return out
}

function labelCells(views: GridCellView[], index: FormIndex): LabelledCell[] {
  return views.map((view) => ({ view, match: find(view, index) }))
}

/** Characters of a printed label at most; longer cells are notes. */
const MAX_LABEL = 120

function find(view: GridCellView, index: FormIndex): LabelMatch | undefined {
  if (view.kind !== 'words' || view.label.core.length > MAX_LABEL) return undefined
  return index.findExact(view.label) ?? findBehindGroup(view.text, index) ?? index.find(view.label)
}

/** A row label behind its group in one cell: `（三）不予公开1.属于国家秘密`. */
function findBehindGroup(text: string, index: FormIndex): LabelMatch | undefined {
  if (!/[^\d\s(（][(（\d]/.test(text)) return undefined
  const folded = foldText(text)
  const marks = [...folded.matchAll(/(?<=\p{L})[-:/]?(?=\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.,])/gu)]
  const last = marks[marks.length - 1]
  if (!last) return undefined
  const group = index.findExact(foldedCore(folded.slice(0, marks[0]!.index)))
  const label = index.findExact(foldedCore(folded.slice(last.index + last[0].length)))
  return group?.kinds.has('rowGroup') && label?.kinds.has('row') ? label : undefined
}

/** Headings at the beginning of a row, the figures of another row behind them. */
function cutHead(cells: LabelledCell[]): LabelledCell[][] {
  let headings = 0
  let end = 0
  for (const [at, cell] of cells.entries()) {
    if (cell.view.kind === 'figure') return headings < HEADINGS ? [cells] : [cells.slice(0, end), cells.slice(end)]
    if (!isHeading(cell)) continue
    headings++
    end = at + 1
  }
  return [cells]
}

/** Headings that are a row of their own: one alone may be the label of a table printed on its side. */
const HEADINGS = 2

/** 其他 and 总计 are rows only behind their ordinals. */
function isHeading(cell: LabelledCell): boolean {
  if (!hasTarget(cell, 'column') && !hasTarget(cell, 'columnGroup')) return false
  const rows = cell.match?.targets.filter(({ kind }) => kind === 'row') ?? []
  return rows.every(({ ordinal }) => ordinal !== '' && ordinal !== cell.view.label.ordinal)
}

function cutRow(cells: LabelledCell[]): LabelledCell[][] {
  const last = cells.findLastIndex(isRowLabel)
  const pieces: LabelledCell[][] = []
  let start = 0
  let labelled = false
  let figured = false
  for (const [at, cell] of cells.entries()) {
    const opens = isRowLabel(cell) || (hasTarget(cell, 'rowGroup') && at < last)
    if (opens && labelled && figured && cells[at - 1]!.view.kind !== 'words') {
      pieces.push(cells.slice(start, at))
      start = at
      labelled = false
      figured = false
    }
    labelled ||= isRowLabel(cell)
    figured ||= cell.view.kind === 'figure'
  }
  pieces.push(start === 0 ? cells : cells.slice(start))
  return pieces
}

function classify(source: GridRow, spanning: LabelledCell[], cells: LabelledCell[]): ClassifiedRow {
  const words = cells.filter(({ view }) => view.kind === 'words')
  const own = cells.map(({ view }) => view)
  const labels = spanning.length > 0 ? [...spanning, ...words] : words
  const as = (kind: ClassifiedRow['kind'], values: GridCellView[]): ClassifiedRow => {
    return { kind, source, cells: own, labels, targets: [], values, exact: false }
  }
  const firstFigure = firstValue(cells)
  if (words.length === 0) return firstFigure < 0 ? as('empty', []) : as('bare', own)
  const columns = words.filter((cell) => hasTarget(cell, 'column') || hasTarget(cell, 'columnGroup'))
  const rowLabel = bodyLabel(cells, firstFigure, source.table.layout === 'positioned')
  const headed = columns.length > 0 && firstFigure < 0
  if (headed && (rowLabel < 0 || columns.length > 1)) return as('head', [])
  if (rowLabel >= 0) {
    const { match } = cells[rowLabel]!
    const targets = match!.targets.filter(({ kind }) => kind === 'row')
    const values = own.slice(rowLabel + 1)
    return { kind: 'body', source, cells: own, labels, targets, values, exact: match!.quality === 'exact' }
  }
  if (words.some((cell) => hasTarget(cell, 'anchor')) && firstFigure < 0) return as('head', [])
  if (words.some((cell) => hasTarget(cell, 'caption')) && firstFigure < 0) return as('caption', [])
  if (firstFigure >= 0 && words.every(isValueWord)) return as('bare', own)
  return as('words', own.slice(lastWords(cells, firstFigure) + 1))
}

/** Index of the first figure behind words, because one before them numbers the row; of the first at all where none follows. */
function firstValue(cells: LabelledCell[]): number {
  const words = cells.findIndex(({ view }) => view.kind === 'words')
  const behind = cells.findIndex(({ view }, at) => view.kind === 'figure' && at > words)
  return behind >= 0 ? behind : cells.findIndex(({ view }) => view.kind === 'figure')
}

/**
 * Index of the row label: the last one before the figures. Another label behind it takes its place, so that
 * （六）其他处理 before 1.申请人… is a group. A label beside several rows of figures, as their places tell, is that of none.
 */
function bodyLabel(cells: LabelledCell[], firstFigure: number, isPositioned: boolean): number {
  const end = firstFigure < 0 ? cells.length : firstFigure
  for (let at = end - 1; at >= 0; at--) {
    const { view } = cells[at]!
    if (view.kind !== 'words') continue
    if (isRowLabel(cells[at]!)) return hasStrangersBefore(cells, at) || (isPositioned && view.rowspan > 1) ? -1 : at
    if (looksLikeLabel(view)) return -1
  }
  return -1
}

/** Before a row label stand its groups, one of them perhaps damaged; several other words are headings of another table. */
function hasStrangersBefore(cells: LabelledCell[], end: number): boolean {
  return cells.slice(0, end).filter(({ view, match }) => view.kind === 'words' && !match).length > 1
}

/** Words that stand for a figure, 无 or 不适用, are few characters, without an ordinal, and none of the form's. */
function isValueWord({ view, match }: LabelledCell): boolean {
  return !match && view.label.ordinal === '' && view.label.core.length <= 4
}

/** Words with an ordinal are a label, known or not; others behind a label may be the cell's own words: 无, 不适用. */
function looksLikeLabel({ label }: GridCellView): boolean {
  return label.ordinal !== '' || label.core.length > 8
}

/** Index of the last words before the first figure. */
function lastWords(cells: LabelledCell[], firstFigure: number): number {
  for (let at = (firstFigure < 0 ? cells.length : firstFigure) - 1; at >= 0; at--) {
    if (cells[at]!.view.kind === 'words') return at
  }
  return -1
}

function isRowLabel(cell: LabelledCell): boolean {
  return hasTarget(cell, 'row')
}

function hasTarget({ match }: LabelledCell, kind: LabelTarget['kind']): boolean {
  return match?.kinds.has(kind) ?? false
}
