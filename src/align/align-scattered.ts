import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import { collectEvidence } from '../evidence/collect-evidence'
import type { Evidence } from '../evidence/evidence'
import { type RegionText, regionText } from '../evidence/region-text'
import { formLeaves } from '../form/form-leaves'
import { labelTargets } from '../spot/label-target'
import type { Root } from '../tree'
import type { Form } from '../types'
import { claimedFigures } from './flattened/claimed-figures'
import { columnUnits } from './flattened/column-units'
import { figuresLeft } from './flattened/figures-left'
import { formRows } from './flattened/form-rows'
import { type ProseSentence, proseFigures } from './flattened/prose-figures'
import { readColumnHeadings } from './flattened/read-column-headings'
import { readUnlabelledRow } from './flattened/read-unlabelled-row'
import { onlyOne, solveScattered } from './flattened/solve-scattered'
import { toCells } from './flattened/to-cells'
import type { DeferredFinding, FormCandidate } from './form-candidate'
import { printedZone } from './printed-zone'
import { beginOf, figuresAt, figuresOf, gapsOf } from './scattered-evidence'

/**
 * Reads forms whose figures are scattered among one another: in text extracted from a PDF, columns may stand apart from their
 * labels, behind the heading of the next table or on another page.
 *
 * ```
 * 一、本年新收 171 81 29        its last column stands elsewhere: 413
 * 二、上年结转 0 0 0
 * 四、…复议、诉讼情况           the heading of the next table
 * 413 0                       those of 一、 and 二、, before the figures of table 四
 * ```
 *
 * This applies only where every figure of all these forms is printed. The form whose sums prove an order (table 三) comes first;
 * from what is left, the form without row labels (table 四); then columns that stand at their headings (table 二).
 *
 * @param readings what was read of the forms; those with open cells are read again, and replaced where more can be read
 */
export function alignScattered<Reading extends FormCandidate>(
  readings: Reading[],
  tree: Root,
  context: Context,
  prose: () => ProseSentence[],
): Reading[] {
  if (!readings.some(hasOpenCells) || !readings.every(isFlattened)) return readings
  const main = readings.find(({ form }) => isProvable(form))
  // Columns that are not the form's can be laid out in its order as well.
  const zone = main && !main.reordered && printedZone(tree)
  if (!zone) return readings
  const region = regionText([zone], context.source)
  const seen = collectEvidence(region, labelTargets(main.form))
  const figures = seen.filter((item) => item.kind === 'figure')
  const rowForms = readings.filter(({ form }) => isRow(form))
  const expected = readings.reduce((sum, { form }) => sum + formLeaves(form).length, 0)
  const inDoubt = (reading: Reading) =>
    hasOpenCells(main) && isRow(reading.form) ? withoutLooseRow(reading, seen, region) : reading
  if (figures.length !== expected || rowForms.length > 1) return readings.map(inDoubt)
  const evidence = new Map(
    readings.map(({ form }) => [form, form === main.form ? seen : collectEvidence(region, labelTargets(form))]),
  )
  const labels = readings.flatMap(({ form }) =>
    form === main.form || isRow(form) ? [] : evidence.get(form)!.filter(({ kind }) => kind === 'label'),
  )
  const other = rowForms[0] && formRows(rowForms[0].form).rows[0]
  const rows = formRows(main.form)
  const begin = rowForms[0] ? beginOf(evidence.get(rowForms[0].form)!, seen) : 0
  const isOpenMain = hasOpenCells(main)
  // Where zeros may stand in several orders, or a row was taken for blank, it is not known yet which figures are left.
  const isUnsettled =
    readings.some((reading) => hasOpenCells(reading) && !isRow(reading.form)) &&
    figuresAt(main.cells, figures, region).size < main.cells.length
  const solved =
    isOpenMain || isUnsettled ? solveScattered(rows, seen, labels, other, begin, context.limits) : undefined
  if (solved && solved.outcomes.length === 0 && !isOpenMain) return readings
  if (solved && solved.outcomes.length === 0)
    return readings.map((reading) =>
      reading === main && solved.limited ? withLimit(reading, context) : inDoubt(reading),
    )
  const findings: DeferredFinding[] = []
  const cells = solved ? toCells(rows, solved.outcomes, new Map(), new Map(), region, findings) : main.cells
  if (contradictsLabels(main.cells, cells)) return readings.map(inDoubt)
  if (!isOpenMain && contradicts(main.cells, cells)) return readings
  const used = solved?.used ?? figuresAt(cells, figures, region)
  if (used.size !== cells.length) return readings
  const left = solved
    ? solved.left
    : onlyOne(figuresLeft(used, seen, claimedFigures(seen, labels), labels, other, begin))
  const ofOthers = new Set([...used, ...(left ?? [])])
  const rest = new Set(figures.flatMap((figure) => (ofOthers.has(figure) ? [] : figure.from)))

  return readings.map((reading) => {
    if (reading === main) return solved && !isSame(main.cells, cells) ? { ...main, cells, findings } : main
    if (!hasOpenCells(reading)) return reading
    const { form } = reading
    const own = evidence.get(form)!
    if (isRow(form)) {
      const kept = new Set(left?.map(({ from }) => from))
      return left
        ? readRow(
            reading,
            own.filter((item) => item.kind !== 'figure' || kept.has(item.from)),
          )
        : reading
    }
    if (form.rules.length > 0 || !left) return reading
    return readColumns(
      reading,
      own.filter((item) => item.kind !== 'figure' || rest.has(item.from)),
    )
  })

  function readRow(reading: Reading, own: Evidence[]): Reading {
    const { form } = reading
    const found: DeferredFinding[] = []
    const { outcome, settled } = readUnlabelledRow(
      formRows(form).rows[0]!,
      own,
      () => proseFigures(form, prose()),
      context.limits,
    )
    const row = toCells(formRows(form), [outcome], new Map([[0, settled]]), new Map(), region, found)
    return keepsAll(reading.cells, row) ? { ...reading, cells: row, findings: found } : reading
  }

  function readColumns(reading: Reading, own: Evidence[]): Reading {
    const { form } = reading
    const found: DeferredFinding[] = []
    const { rows: ownRows } = formRows(form)
    const { outcomes, unused } = readColumnHeadings(
      ownRows,
      own,
      isFromTopToBottom(main!.form, cells),
      gapsOf(evidence.get(form)!, region),
      figuresOf(reading.cells, ownRows, own, region),
    )
    const columns = toCells(formRows(form), outcomes, new Map(), columnUnits(form, own, region), region, found)
    if (!keepsAll(reading.cells, columns)) return reading
    for (const { raw, from, to } of unused)
      found.push({
        ruleId: 'structure-number-unused',
        finding: { values: { actual: raw }, position: region.locate(from, to).position },
      })
    return { ...reading, cells: columns, findings: found }
  }
}

/** Rows with labels and sums, and sums over them: an order is proved by both. */
function isProvable(form: Form): boolean {
  const { rows, columnSums } = formRows(form)
  return (
    form.blocks.length === 1 && columnSums.length > 0 && rows.every(({ sums, labelled }) => labelled && sums.length > 0)
  )
}

/** One row without a label (table 四). */
function isRow(form: Form): boolean {
  const { rows } = formRows(form)
  return rows.length === 1 && !rows[0]!.labelled
}

function isFlattened({ tables }: FormCandidate): boolean {
  return tables.every(({ layout }) => layout === 'flattened')
}

/** Rows that are all blank may have their figures elsewhere. */
function hasOpenCells({ cells }: FormCandidate): boolean {
  return cells.some(isOpen) || cells.every(({ state }) => state === 'blank')
}

function isOpen({ state }: AlignedCell): boolean {
  return state === 'absent' || state === 'unresolved'
}

/** The second reading gives a figure that stands at a label to another one. */
function contradictsLabels(before: AlignedCell[], after: AlignedCell[]): boolean {
  return before.some(({ evidence, value }, at) => evidence === 'label' && value !== null && value !== after[at]!.value)
}

function isSame(before: AlignedCell[], after: AlignedCell[]): boolean {
  return before.every(({ value, state }, at) => value === after[at]!.value && state === after[at]!.state)
}

/** The second reading has another figure where the first one has one, or none. */
function contradicts(before: AlignedCell[], after: AlignedCell[]): boolean {
  return before.some(({ value }, at) => value !== null && value !== after[at]!.value)
}

/** The second reading reads what the first one does, and more. */
function keepsAll(before: AlignedCell[], after: AlignedCell[]): boolean {
  const numbers = (cells: AlignedCell[]) => cells.filter(({ value }) => value !== null).length
  return (
    numbers(after) > numbers(before) &&
    before.every(
      (cell, at) => cell.value === null || (cell.value === after[at]!.value && cell.state === after[at]!.state),
    )
  )
}

/**
 * A row without labels (table 四), read in the order of the form among more figures than it has cells, while those of the
 * table before it were not all found: they may stand there, and its own behind them. Then nothing in it is certain.
 *
 *     四、政府信息公开行政复议、行政诉讼情况 行政复议 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 … 2 0 0 0 2
 */
function withoutLooseRow<Reading extends FormCandidate>(
  reading: Reading,
  evidence: Evidence[],
  region: RegionText,
): Reading {
  const figures = evidence.filter((item) => item.kind === 'figure')
  const used = figuresAt(reading.cells, figures, region)
  const isLoose = evidence.some(
    (item, at) =>
      item.kind === 'figure' &&
      used.has(item) &&
      [evidence[at - 1], evidence[at + 1]].some((beside) => beside?.kind === 'figure' && !used.has(beside)),
  )
  const read = reading.cells.filter(({ evidence: kind }) => kind === 'order' || kind === 'solved')
  if (!isLoose || read.length === 0) return reading
  const cells = reading.cells.map((cell): AlignedCell => {
    if (!read.includes(cell) || cell.value === null) return cell
    return { ...cell, value: null, state: 'unresolved', candidates: [cell.value] }
  })
  const finding: DeferredFinding = {
    ruleId: 'structure-cell-unresolved',
    finding: {
      pointers: read.map(({ pointer }) => pointer),
      position: read[0]!.position,
      values: { actual: read.map(({ raw }) => raw).join(' '), expected: `${reading.cells.length} figures of its own` },
    },
  }
  return { ...reading, cells, findings: [...reading.findings, finding] }
}

/** Each column of the form is printed from top to bottom. */
function isFromTopToBottom(form: Form, cells: AlignedCell[]): boolean {
  const last = new Map<number, number>()
  return formLeaves(form).every(({ column }, at) => {
    const offset = cells[at]!.position?.start.offset
    if (offset === undefined || offset <= (last.get(column) ?? -1)) return false
    last.set(column, offset)
    return true
  })
}

function withLimit<Reading extends FormCandidate>(reading: Reading, { limits }: Context): Reading {
  const finding: DeferredFinding = {
    ruleId: 'structure-limit',
    finding: {
      pointers: reading.cells.filter(isOpen).map(({ pointer }) => pointer),
      values: {
        what: 'the layouts of a table without cell borders',
        actual: `more than ${limits.candidates}`,
        expected: limits.candidates,
      },
    },
  }
  return { ...reading, findings: [...reading.findings, finding] }
}
