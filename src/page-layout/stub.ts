import { assignLabels, partRows } from './assign-labels'
import { isNumbered } from './is-numbered'
import { isAbove, middleOf, type Segment } from './segments'

/** A label beside one row, or a group label beside several. */
export interface StubCell {
  segments: Segment[]
  /** Column of the stub, from 0. */
  column: number
  /** First row and number of rows, of the rows of figures. */
  row: number
  rowspan: number
}

/** The row headings of one band. */
export interface Stub {
  /** Columns of the stub. */
  width: number
  cells: StubCell[]
  /** Texts that head no row: captions between rows. */
  rest: Segment[]
}

/**
 * Finds the labels of rows among the texts at their left.
 *
 * ```
 *      │        │ 1.属于国家秘密          │  2
 *  三、│        │ 2.其他法律行政法规禁止公开 │ 30
 *  本  │（三）不│ 3.危及“三安全一稳定”     │  5
 *  年  │ 予公开 │ …                      │       group labels: rows 1–8; labels: one row each
 * ```
 *
 * @param texts at the left of the figures
 * @param rows  middles of the rows of figures, from top to bottom
 */
export function stubOf(texts: Segment[], rows: number[]): Stub {
  const stub: Stub = { width: 0, cells: [], rest: [] }
  for (const panel of panelsOf(texts)) readPanel(panel, rows, stub)
  return stub
}

/** Texts that share columns: a label over the whole stub binds all that stand under it; a column of units is apart. */
function panelsOf(texts: Segment[]): Segment[][] {
  const panels: { segments: Segment[]; right: number }[] = []
  for (const segment of [...texts].sort((a, b) => a.x - b.x)) {
    const last = panels[panels.length - 1]
    const right = segment.x + segment.width
    if (last && segment.x < last.right - 0.5) {
      last.segments.push(segment)
      last.right = Math.max(last.right, right)
    } else panels.push({ segments: [segment], right })
  }
  return panels.map(({ segments }) => segments.sort((a, b) => middleOf(a) - middleOf(b)))
}

function readPanel(panel: Segment[], rows: number[], stub: Stub): void {
  const chains = chainsOf(panel)
  const groups = chains.filter((chain) => chain.some((segment) => hasNeighbour(segment, panel)))
  const leaves = panel.filter((segment) => !groups.some((chain) => chain.includes(segment)))
  const labels = assignLabels(leaves, rows)
  const labelled = labels.byRow.filter((label) => label.length > 0).length
  const isBeside = labelled * 2 >= rows.length || stub.width === 0
  const heads = isBeside ? groups : chains
  const columns = groupColumns(heads.filter((group) => isAmong(group, rows)))
  for (const [index, column] of columns.entries())
    for (const { segments, row, rowspan } of partRows(column, rows, isBeside ? labels.byRow : []))
      stub.cells.push({ segments, column: stub.width + index, row, rowspan })
  stub.width += columns.length
  stub.rest.push(...heads.filter((group) => !isAmong(group, rows)).flat())
  if (!isBeside) return
  for (const [row, segments] of labels.byRow.entries())
    if (segments.length > 0) stub.cells.push({ segments, column: stub.width, row, rowspan: 1 })
  if (labelled > 0) stub.width++
  stub.rest.push(...labels.rest)
}

/** A group label stands in the middle of its rows, never above the first or below the last one. */
function isAmong(group: Segment[], rows: number[]): boolean {
  const middle = (middleOf(group[0]!) + middleOf(group[group.length - 1]!)) / 2
  const slack = group[0]!.height / 2
  return rows.length > 0 && middle > rows[0]! - slack && middle < rows[rows.length - 1]! + slack
}

/** Distances in heights of a letter: of two lines of one label at most; of a group label's lines from the labels beside it. */
const PITCH = 2.2
const BESIDE = 1.3
/** Lines of one label: close below each other, flush or centred, and none but the first begins with an ordinal. */
function chainsOf(panel: Segment[]): Segment[][] {
  const chains: Segment[][] = []
  for (const segment of panel) {
    const chain = isNumbered(segment.value)
      ? undefined
      : chains.find((open) => {
          const last = open[open.length - 1]!
          const distance = middleOf(segment) - middleOf(last)
          return distance > 0 && distance < PITCH * segment.height && isFlush(last, segment)
        })
    if (chain) chain.push(segment)
    else chains.push([segment])
  }
  return chains
}

function isFlush(a: Segment, b: Segment): boolean {
  const tolerance = a.height / 2
  return Math.abs(a.x - b.x) < tolerance || Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < tolerance
}

/** True where another label of the panel stands at the right, at the same height or nearly. */
function hasNeighbour(segment: Segment, panel: Segment[]): boolean {
  const right = segment.x + segment.width
  return panel.some(
    (other) => other.x > right && Math.abs(middleOf(other) - middleOf(segment)) < BESIDE * segment.height,
  )
}

/** Group labels by their columns, from left to right. */
function groupColumns(chains: Segment[][]): Segment[][][] {
  const columns: Segment[][][] = []
  for (const chain of [...chains].sort((a, b) => a[0]!.x - b[0]!.x)) {
    const column = columns.find((other) => other.some((member) => isAbove(member[0]!, chain[0]!)))
    if (column) column.push(chain)
    else columns.push([chain])
  }
  return columns.map((column) => column.sort((a, b) => middleOf(a[0]!) - middleOf(b[0]!)))
}
