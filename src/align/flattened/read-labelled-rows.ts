import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { Limits } from '../../types'
import { type Binding, type BoundRow, bindLabels, byLabel, hasUnreadable, isWhole, standsAlone } from './bind-labels'
import { divideByCaptions } from './divide-by-captions'
import { hasForeignColumns, haveOtherWidth, replacesHeading, unheadedColumns } from './foreign-columns'
import type { FormRow, FormRows } from './form-rows'
import { readGroups } from './group-grammar'
import { hasOtherHeadings } from './other-headings'
import { readGaps, readShifted } from './read-gaps'
import { isRun, isShort, readRuns } from './read-runs'
import { readUnsummedRows } from './read-unsummed-rows'
import { absentRow, type RowOutcome } from './row-outcome'
import { failedSums, isMuteOfOrder, isPlain, sameValues, toCell } from './row-reading'

/** What was read for the labelled rows of a form. */
export interface RowsRead {
  /** By row of the form. */
  outcomes: RowOutcome[]
  /** Second labels of rows, with their figures. */
  repeated: BoundRow[]
  /** Figures that no row was given. */
  unused: FigureEvidence[]
  /** The rows at which the bound on the work was met. */
  limited: FormRow[]
  /** The columns printed are not those of the form. */
  foreign: boolean
}

/** Share of the rows with as many figures as cells, or digits run together, from which on the labels are believed to stand at their figures. */
const TRUST = 0.6

/**
 * Reads the rows of a form that have labels, by the first of these that applies:
 *
 * 1. each label has as many figures as its row has cells: bound by the labels;
 * 2. the figures of the whole form are there: by the order of the complete form;
 * 3. digits run together: cut where the sums leave one way;
 * 4. else the rows whose labels stand at their figures, and what lies between two of them by order.
 *
 * @param blanksLostElsewhere whether other tables of the document lost their blank cells
 */
export function readLabelledRows(
  form: FormRows,
  evidence: Evidence[],
  limits: Limits,
  blanksLostElsewhere: () => boolean,
): RowsRead {
  const outcomes: RowOutcome[] = form.rows.map(() => absentRow)
  const bound = divideByCaptions(form, evidence).map(({ rows, own }) => ({ rows, own, binding: bindLabels(own, rows) }))
  const blanksLost = () => bound.some(({ binding }) => binding.rows.some(isShort)) || blanksLostElsewhere()
  const parts = bound.map((part) => readPart(form, part, blanksLost, evidence, limits, outcomes))
  return {
    outcomes,
    repeated: parts.flatMap(({ repeated }) => repeated),
    unused: parts.flatMap(({ unused }) => unused),
    limited: parts.flatMap(({ limited }) => limited),
    foreign: parts.some(({ foreign }) => foreign),
  }
}

function readPart(
  form: FormRows,
  { rows, own, binding }: { rows: FormRow[]; own: Evidence[]; binding: Binding },
  blanksLost: () => boolean,
  evidence: Evidence[],
  limits: Limits,
  outcomes: RowOutcome[],
): Omit<RowsRead, 'outcomes'> {
  const { repeated } = binding
  if (binding.rows.length === 0) return { repeated, unused: binding.figures, limited: [], foreign: false }
  if (!hasSums(rows)) {
    readUnsummedRows(rows, own, evidence, binding, blanksLost, outcomes)
    return { repeated, unused: unusedFigures(binding, outcomes), limited: [], foreign: false }
  }
  const whole = binding.rows.filter(isWhole)
  const all = whole.length === binding.rows.length
  let limited: FormRow[] = []
  const isInOrder = !all && readByOrder(form, rows, binding, evidence, limits, outcomes)
  if (!isInOrder) {
    const atLabels = binding.rows.filter((bound) => isWhole(bound) || isRun(bound))
    const trusted = atLabels.length >= TRUST * binding.rows.length
    const shifted = all ? undefined : readShifted(rows, form.columnSums, binding, evidence, limits, outcomes)
    const isIntact =
      binding.rows.length === rows.length && binding.rows.every((bound) => isWhole(bound) || hasUnreadable(bound))
    // Labels printed first, figures behind them all: the last label is not that of the first figures.
    const isApart = binding.rows.filter(({ figures }) => figures.length === 0).length * 2 > binding.rows.length
    for (const bound of whole) {
      // In a damaged table a row that breaks its own sum may be a column of a group, or hold the ordinal of the next label.
      const isDoubtful = !isIntact && failedSums(bound.figures.map(toCell), bound.row.sums) > 0
      if (isDoubtful || isApart || shifted?.has(bound.row) || standsBehindTwoRows(bound, binding)) continue
      if (all || trusted || standsAlone(bound, binding)) outcomes[bound.row.index] = byLabel(bound)
    }
    if (!all) limited = readRuns(form, binding, limits, outcomes)
    for (const bound of binding.rows)
      if (hasUnreadable(bound) && !isApart && !shifted?.has(bound.row) && (trusted || standsAlone(bound, binding)))
        outcomes[bound.row.index] = byLabel(bound)
    if (trusted && !binding.figuresFirst) readGaps(rows, form.columnSums, binding, evidence, limits, outcomes)
  }
  const isDisplaced = mayStandAbove(binding, rows, own, isInOrder)
  const isOtherWidth = !isInOrder && haveOtherWidth(binding.rows)
  const isOther = hasOtherHeadings(rows, evidence)
  if (isDisplaced || isOtherWidth || isOther || hasForeignColumns(rows, evidence, binding.rows)) {
    for (const { row, figures } of binding.rows)
      outcomes[row.index] = {
        state: 'unresolved',
        options: [],
        evidence: 'label',
        figures,
        expected: isDisplaced ? 'figures that surely stand behind their labels' : 'the columns of the form',
      }
  }
  const unheaded = unheadedColumns(rows, evidence, outcomes)
  for (const { index } of unheaded.length > 0 ? rows : [])
    if (outcomes[index]!.state === 'read')
      outcomes[index] = {
        ...outcomes[index]!,
        open: new Set([...(outcomes[index]!.open ?? []), ...unheaded]),
        expected: 'a heading for each column',
      }
  const unused = unusedFigures(binding, outcomes)
  markRest(binding, outcomes, unused.length === 0)
  return { repeated, unused, limited, foreign: isOther || unheaded.length > 0 || replacesHeading(rows, evidence) }
}

/**
 * The label before it has the figures of two rows: those of the second may be of this label, broken around them, and its own of
 * the next one.
 *
 *     （                              3 0 0 0 0 0 3      （六）其他处理
 *     六）其他处理
 *     （七）                           9 0 0 0 0 0 9      总计
 *     总计
 */
function standsBehindTwoRows(bound: BoundRow, { rows }: Binding): boolean {
  const before = rows[rows.indexOf(bound) - 1]
  return before !== undefined && before.figures.length >= 2 * before.row.leaves.length
}

/**
 * The first label has a row of figures before it and the last one none, or it was not found: each row may stand above its
 * label. The same where rows are read as standing above their labels and figures go on behind the last one.
 *
 *     3 5 0 0 0 0 8
 *     一、本年新收政府信息公开申请数量
 *     9 0 0 0 0 0 9
 *     二、上年结转政府信息公开申请数量      … and the label of the last row is damaged
 */
function mayStandAbove(
  { rows: bound, loose, figuresFirst }: Binding,
  rows: FormRow[],
  evidence: Evidence[],
  isInOrder: boolean,
): boolean {
  // The last row has no figures, at the place where they are looked for.
  const end = bound.find(({ row }) => row === rows[rows.length - 1])
  if (end && (isInOrder || figuresFirst || end.figures.length > 0)) return false
  if (figuresFirst) {
    const last = bound.reduce((one, other) => (other.label.from > one.label.from ? other : one))
    const behind = evidence.slice(evidence.indexOf(last.label) + 1)
    const next = behind.findIndex(({ kind }) => kind !== 'figure')
    return (next < 0 ? behind.length : next) >= last.row.leaves.length
  }
  const first = bound.find(({ row }) => row === rows[0])
  return first !== undefined && loose.filter(({ to }) => to <= first.label.from).length >= first.row.leaves.length
}

/** Every row has a sum of its own, which a wrong order would break. */
function hasSums(rows: FormRow[]): boolean {
  return rows.every(({ sums }) => sums.length > 0)
}

/** As many figures as the rows have cells; those that follow behind all labels may be of what is printed next. */
function ownFigures({ rows: bound, figures }: Binding, rows: FormRow[]): FigureEvidence[] | undefined {
  const cells = rows.reduce((sum, { leaves }) => sum + leaves.length, 0)
  const lastLabel = Math.max(...bound.map(({ label }) => label.to))
  const isOwn = figures.length === cells || (figures.length > cells && figures[cells]!.from > lastLabel)
  const own = figures.slice(0, cells)
  return isOwn && isPlain(own) ? own : undefined
}

/**
 * Every figure of the form is there, and (almost) every label: then its order says which figure is whose, where it breaks no
 * sum. False where it does not apply.
 */
function readByOrder(
  { columnSums }: FormRows,
  rows: FormRow[],
  binding: Binding,
  evidence: Evidence[],
  limits: Limits,
  outcomes: RowOutcome[],
): boolean {
  const figures = ownFigures(binding, rows)
  if (!figures || binding.rows.length < rows.length - 2 || isMuteOfOrder(figures) || !areInOrder(binding)) return false
  const read = readGroups(rows, figures, evidence, binding.rows, columnSums, limits.beam)
  if (read.limited || read.failed > 0) return false
  const whole = binding.rows.filter(isWhole)
  const trusted = whole.length >= TRUST * rows.length
  // Labels that are believed to stand at their figures speak against an order that gives these to other rows.
  const isAtLabel = ({ row, figures: own }: BoundRow) =>
    read.readings[row.index]!.some((cells) => sameValues(cells, own.map(toCell)))
  if (trusted && !whole.every(isAtLabel)) return false
  for (const row of rows) {
    const bound = binding.rows.find((one) => one.row === row)
    const options = read.readings[row.index]!
    const isSingle = bound !== undefined && isWhole(bound) && options.length === 1
    outcomes[row.index] =
      isSingle && trusted && sameValues(options[0]!, bound.figures.map(toCell))
        ? byLabel(bound)
        : { state: 'read', options, evidence: 'order', figures: bound?.figures ?? [], expected: '' }
  }
  return true
}

/** The labels are printed in the order of the form: outcome rows that change places leave all sums true. */
function areInOrder({ rows }: Binding): boolean {
  const printed = [...rows].sort((a, b) => a.label.from - b.label.from)
  return printed.every(({ row }, at) => at === 0 || printed[at - 1]!.row.index < row.index)
}

function unusedFigures({ figures }: Binding, outcomes: RowOutcome[]): FigureEvidence[] {
  const starts = new Set<number>()
  const given = new Set<FigureEvidence>()
  for (const { options, figures: own } of outcomes) {
    for (const { from } of options[0] ?? []) starts.add(from)
    for (const figure of own) given.add(figure)
  }
  return figures.filter((figure) => !starts.has(figure.from) && !given.has(figure))
}

/** Its figures stand in one line, and those of no other row. */
function hasOwnLine({ figures }: BoundRow, rows: BoundRow[]): boolean {
  const line = figures[0]?.line
  return (
    rows.every((other) => other.figures === figures || other.figures.every((figure) => figure.line !== line)) &&
    figures.every((figure) => figure.line === line)
  )
}

/** Labels without any figure are blank rows if every figure has its place, else open. */
function markRest({ rows }: Binding, outcomes: RowOutcome[], complete: boolean): void {
  const others = rows.every(({ row, figures }) => figures.length === 0 || outcomes[row.index]!.state === 'read')
  for (const bound of rows) {
    const { row, figures } = bound
    if (outcomes[row.index] !== absentRow) continue
    const isBlank = figures.length === 0 && others && complete
    outcomes[row.index] = {
      state: isBlank ? 'blank' : 'unresolved',
      options: isWhole(bound) ? [figures.map(toCell)] : [],
      isPlaced: isWhole(bound) && hasOwnLine(bound, rows),
      evidence: 'label',
      figures,
      expected: `${row.leaves.length} figures`,
    }
  }
}
