import type { Evidence, FigureEvidence, LabelEvidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'
import { namedColumns } from './named-columns'
import type { RowOutcome } from './row-outcome'
import { isPlain, toCell } from './row-reading'

/** The figures that stand at the label of one row. */
export interface BoundRow {
  row: FormRow
  label: LabelEvidence
  figures: FigureEvidence[]
  /** Figures printed before this label, of all in the region. */
  at: number
}

/** Labels and the figures at them. */
export interface Binding {
  rows: BoundRow[]
  /** Second labels of rows, with their figures. */
  repeated: BoundRow[]
  /** Figures at no label. */
  loose: FigureEvidence[]
  /** Every figure of the region, in order. */
  figures: FigureEvidence[]
  /** The figures of a row stand before its label. */
  figuresFirst: boolean
}

/**
 * Binds figures to row labels: those behind a label, up to the next one, or, where rows are printed with their figures first,
 * those before it. The way that leaves more rows whole wins.
 *
 * ```
 * 一、本年新收 3 0 0 0 0 0 3          3 0 0 0 0 0 3 一、本年新收
 * 二、上年结转 1 0 0 0 0 0 1          1 0 0 0 0 0 1 二、上年结转
 * ```
 */
export function bindLabels(evidence: Evidence[], rows: FormRow[]): Binding {
  const passes = dividePasses(evidence, rows)
  if (passes.length === 1) return bindPass(evidence, rows)
  const [first, ...others] = passes.map((pass) => bindPass(pass, rows)) as [Binding, ...Binding[]]
  return others.reduce((best, other) => {
    const [kept, left] = wholeRows(other) > 2 * wholeRows(best) ? [other, best] : [best, other]
    return { ...kept, repeated: [...kept.repeated, ...left.rows, ...left.repeated] }
  }, first)
}

/** A table printed twice (another year's beside it) is read once: rows of two printings are never mixed. */
function dividePasses(evidence: Evidence[], rows: FormRow[]): Evidence[][] {
  const starts: number[] = [0]
  const seen = new Set<FormRow>()
  let again: number[] = []
  for (const [index, item] of evidence.entries()) {
    const row = item.kind === 'label' ? rowOf(item, rows) : undefined
    if (!row) continue
    if (seen.has(row)) again.push(index)
    seen.add(row)
    if (again.length < REPEATED) continue
    starts.push(again[0]!)
    seen.clear()
    again = []
  }
  return starts.map((start, index) => evidence.slice(start, starts[index + 1]))
}

/** Rows printed again from which on it is the table that is printed again, not a label at a page's end. */
const REPEATED = 3

function bindPass(evidence: Evidence[], rows: FormRow[]): Binding {
  const behind = inNamedOrder(bind(evidence, rows), evidence)
  if (behind.rows.every(isWhole) && behind.loose.length === 0) return behind
  const before = bind([...evidence].reverse(), rows)
  if (sharedLines(behind) > 0 || wholeRows(before) < wholeRows(behind)) return behind
  if (wholeRows(before) === wholeRows(behind) && !beginsWithFigures(behind, rows)) return behind
  const { figures } = behind
  const turn = (bound: BoundRow): BoundRow => ({
    ...bound,
    figures: bound.figures.reverse(),
    at: figures.length - bound.at,
  })
  return {
    rows: before.rows.map(turn),
    repeated: before.repeated.map(turn),
    loose: before.loose.reverse(),
    figures,
    figuresFirst: true,
  }
}

/** With the figures of a row that names each of its columns in the order of the form. */
function inNamedOrder(binding: Binding, evidence: Evidence[]): Binding {
  const rows = binding.rows.map((bound): BoundRow => {
    const columns = isWhole(bound) ? namedColumns(bound.figures, evidence) : undefined
    const places = bound.row.leaves.map((_, column) => columns?.indexOf(column) ?? -1)
    return places.includes(-1) ? bound : { ...bound, figures: places.map((place) => bound.figures[place]!) }
  })
  return { ...binding, rows }
}

/** Figures stand before the label of the first row; the label of the last row has none behind it, or is lost. */
function beginsWithFigures({ rows: bound, loose }: Binding, rows: FormRow[]): boolean {
  const printed = [...bound].sort((a, b) => a.label.from - b.label.from)
  const [first, last] = [printed[0], printed[printed.length - 1]]
  if (!first || !last || !loose.some(({ to }) => to <= first.label.from)) return false
  return last.figures.length === 0 || (first.row === rows[0] && last.row !== rows[rows.length - 1])
}

/** As many figures as the row has cells, each one a cell. */
export function isWhole({ row, figures }: BoundRow): boolean {
  return figures.length === row.leaves.length && isPlain(figures)
}

/** As many figures as the row has cells, some of which cannot be read (`3 O 0 068`): the others have their places. */
export function hasUnreadable({ row, figures }: BoundRow): boolean {
  return figures.length === row.leaves.length && !isPlain(figures)
}

/** A row that its label is believed to head; what cannot be read stays open. */
export function byLabel({ figures }: BoundRow): RowOutcome {
  const open = new Set(figures.flatMap((figure, column) => (isPlain([figure]) ? [] : [column])))
  const cells = figures.map((figure, column) =>
    open.has(column) ? { ...toCell(figure), value: 0, empty: true } : toCell(figure),
  )
  return {
    state: 'read',
    options: [cells],
    evidence: 'label',
    figures,
    expected: open.size > 0 ? 'figures that can be read' : '',
    ...(open.size > 0 && { open }),
  }
}

/** Its figures stand on one line with the label, or on the next, and no other row does. */
export function standsAlone({ label, figures }: BoundRow, { rows }: Binding): boolean {
  const line = figures[0]!.line
  if (figures.some((figure) => figure.line !== line) || line < label.line || line > label.line + 1) return false
  return rows.every((other) => other.label === label || (other.label.line !== label.line && other.label.line !== line))
}

function wholeRows(binding: Binding): number {
  return binding.rows.filter(isWhole).length
}

/** Rows whose label has figures behind it on its own line. */
function sharedLines(binding: Binding): number {
  return binding.rows.filter(({ label, figures }) =>
    figures.some((figure) => figure.line === label.line && figure.from >= label.to),
  ).length
}

function bind(evidence: Evidence[], rows: FormRow[]): Binding {
  const binding: Binding = { rows: [], repeated: [], loose: [], figures: [], figuresFirst: false }
  const found: BoundRow[] = []
  let current: BoundRow | undefined
  for (const [index, item] of evidence.entries()) {
    if (item.kind === 'figure') {
      binding.figures.push(item)
      if (current) current.figures.push(item)
      else binding.loose.push(item)
    } else if (item.kind === 'word') {
      if (!current || item.fragment || item.text.length < 2) continue
      const isAddition = current.figures.length === 0 && isRemark(evidence, index)
      if (!isAddition && (current.figures.length > 0 || item.text.length >= 4)) {
        dropForeign(current, binding, item)
        current = undefined
      }
    } else {
      const row = rowOf(item, rows)
      if (row) {
        current = { row, label: item, figures: [], at: binding.figures.length }
        found.push(current)
      } else if (item.spot.target.kind === 'caption') current = undefined
    }
  }
  keepOnePerRow(found, binding)
  return binding
}

function rowOf({ spot }: LabelEvidence, rows: FormRow[]): FormRow | undefined {
  const { kind, block, leaf } = spot.target
  return kind === 'stub' ? rows.find((row) => row.block === block && row.row === leaf) : undefined
}

/** 规章（设区的市…应提供相关数据）: words in brackets behind a label belong to it. */
function isRemark(evidence: Evidence[], index: number): boolean {
  const item = evidence[index]!
  const label = evidence[index - 1]
  return label !== undefined && label.kind !== 'figure' && item.from - label.to <= 1
}

/** `… 4 3119 2024 年政府…`: one figure too many that touches words on its line is theirs. */
function dropForeign({ row, figures }: BoundRow, binding: Binding, word: { line: number }): void {
  const last = figures[figures.length - 1]
  if (figures.length === row.leaves.length + 1 && last?.line === word.line) binding.loose.push(figures.pop()!)
}

/** Of several labels of one row the first with as many figures as cells counts, else the first. */
function keepOnePerRow(found: BoundRow[], binding: Binding): void {
  const chosen = new Map<number, BoundRow>()
  for (const bound of found) {
    const before = chosen.get(bound.row.index)
    if (!before || (!isWhole(before) && isWhole(bound))) chosen.set(bound.row.index, bound)
  }
  for (const bound of found) (chosen.get(bound.row.index) === bound ? binding.rows : binding.repeated).push(bound)
}
