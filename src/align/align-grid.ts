import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import { type FormIndex, formIndex } from '../form/form-index'
import type { FormLeaf } from '../form/form-leaves'
import type { GridRow } from '../grid/grid-rows'
import type { Form } from '../types'
import { bindRows } from './bind-rows'
import type { BoundRow } from './bound-row'
import { type ClassifiedRow, classifyRows } from './classify-rows'
import type { DeferredFinding, FormCandidate } from './form-candidate'
import { mergeReadings } from './merge-readings'
import { proveGuesses } from './prove-guesses'
import type { RowReading } from './read-row'
import { readRows } from './read-rows'

/** A form found in tables with cells: its rows are bound, its figures not yet read. */
export interface GridBinding {
  form: Form
  /** Share of the form's labels that were seen, less the rows that it does not know, those of another edition above all. */
  score: number
  bound: BoundRow[]
  /** Rows with figures among its own that neither it nor another form knows. */
  strangers: ClassifiedRow[]
}

/**
 * Finds a form in tables with cells: marked up, pipes, tabs, one cell a line, coordinates. Rows are bound by their labels,
 * whatever table of the document they stand in.
 *
 * @param tableRows the rows of all tables of the document, in order
 * @returns undefined where too little of the form is printed to tell it from another table
 */
export function bindGrid(tableRows: GridRow[], form: Form, context: Context): GridBinding | undefined {
  if (tableRows.length === 0) return undefined
  const index = formIndex(form)
  const rows = classifyRows(relevantRows(tableRows, index), index)
  const { rows: bound, strangers } = bindRows(rows, index)
  const columns = seenColumns(rows, bound)
  if (!isForm(bound, columns, index)) return undefined
  const all = context.grammars.flatMap(({ forms }) => forms)
  const others = all.filter(({ name }) => name !== form.name).map(formIndex)
  const editions = all.filter((other) => other.name === form.name && other !== form).map(formIndex)
  const between = strangers.filter((row) => !others.some((other) => hasRow(row, other)))
  const foreign = between.filter((row) => editions.some((other) => hasRow(row, other))).length
  const score = seenShare(bound, columns, index) - (between.length + ANOTHER_EDITION * foreign) / bound.length
  return { form, score, bound, strangers: between }
}

/** Reads the figures of a form that was found in tables with cells; columns are bound by their headings. */
export function readGrid({ form, score, bound, strangers }: GridBinding, context: Context): FormCandidate {
  const index = formIndex(form)
  const readings = readRows(bound, index, context)
  const merged = proveGuesses(mergeReadings(readings), readings, form)
  return {
    form,
    cells: index.leaves.map((leaf) => merged.cells.get(leaf.pointer) ?? absent(leaf)),
    score,
    findings: [...merged.findings, ...missingColumns(readings, index), ...strangers.map(unknownRow)],
    tables: [...new Set(bound.map(({ source }) => source.source.table))],
    reordered: readings.some((reading) => isReordered(reading, index)),
  }
}

/** How much more than an unknown row one counts that another edition of the form has. */
const ANOTHER_EDITION = 3

/** Rows of a table that may be a piece of a form although none of its labels is whole. */
const SMALL_TABLE = 3

/** The rows of the tables that print a label of the form, of those between them, and of small ones beside them. */
function relevantRows(rows: GridRow[], index: FormIndex): GridRow[] {
  const sizes: number[] = []
  const hits: number[] = []
  for (const { tableIndex, cells } of rows) {
    sizes[tableIndex] = (sizes[tableIndex] ?? 0) + 1
    if (hits[hits.length - 1] === tableIndex) continue
    if (cells.some(({ kind, label }) => kind === 'words' && index.findExact(label))) hits.push(tableIndex)
  }
  const first = hits[0]
  const last = hits[hits.length - 1]
  if (first === undefined || last === undefined) return []
  const printed = new Set(hits)
  return rows.filter(({ tableIndex }) => {
    if (printed.has(tableIndex)) return true
    return tableIndex >= first - 1 && tableIndex <= last + 1 && sizes[tableIndex]! <= SMALL_TABLE
  })
}

/** Whether the row's label is one of another form's rows. */
function hasRow({ labels }: ClassifiedRow, index: FormIndex): boolean {
  return labels.some(({ view }) => index.findExact(view.label)?.kinds.has('row'))
}

function absent({ pointer }: FormLeaf): AlignedCell {
  return { pointer, value: null, raw: '', state: 'absent' }
}

/** Columns of the form whose headings stand in the tables that its rows stand in, as `block/column`. */
function seenColumns(rows: ClassifiedRow[], bound: BoundRow[]): Set<string> {
  const heads = new Set<ClassifiedRow>()
  let last: ClassifiedRow[] | undefined
  for (const { head } of bound) {
    // Rows below one another share the list of their headings.
    if (head !== last) for (const row of head) heads.add(row)
    last = head
  }
  for (const row of rows) if (row.kind === 'head') heads.add(row)
  const columns = new Set<string>()
  for (const { labels } of heads)
    for (const { match } of labels)
      for (const { kind, block, index } of match?.targets ?? []) if (kind === 'column') columns.add(`${block}/${index}`)
  return columns
}

/**
 * Labels that make a table the form's: four rows, or two under a heading, or one under several headings; where rows have no
 * label, they were bound by most of the headings.
 */
function isForm(bound: BoundRow[], columns: Set<string>, index: FormIndex): boolean {
  const labelledRows = bound.filter(({ guessed }) => !guessed)
  const rows = new Set(labelledRows.map(({ block, row }) => `${block}/${row}`)).size
  const labelled = bound.some(({ block }) => index.blocks[block]!.hasStub)
  if (!labelled) return rows > 0
  return rows >= 4 || (rows >= 2 && columns.size > 0) || (rows > 0 && columns.size > 2)
}

/** Share of the form's rows and columns whose labels were seen. */
function seenShare(bound: BoundRow[], columns: Set<string>, index: FormIndex): number {
  const rows = new Set(bound.map(({ block, row }) => `${block}/${row}`)).size
  const all = index.blocks.reduce((sum, block) => sum + block.rows + block.columns, 0)
  return (rows + columns.size) / all
}

/** Whether a row has not all columns of the form in its order. */
function isReordered({ bound, cells }: RowReading, index: FormIndex): boolean {
  const own = index.rowLeaves(bound.block, bound.row)
  return own.length !== cells.length || own.some(({ pointer }, at) => cells[at]!.pointer !== pointer)
}

/** A column that the table lacks: its cells are absent, in every row that was read. */
function missingColumns(readings: RowReading[], index: FormIndex): DeferredFinding[] {
  const missing = readings.flatMap(({ bound, cells }) => {
    const read = new Set(cells.map(({ pointer }) => pointer))
    const own = index.rowLeaves(bound.block, bound.row)
    if (cells.length === own.length) return []
    return own.filter(({ pointer }) => !read.has(pointer)).map(({ pointer }) => pointer)
  })
  const pointers = [...new Set(missing)]
  if (pointers.length === 0) return []
  const expected = index.leaves.length
  return [
    {
      ruleId: 'structure-column-unverified',
      finding: { pointers, values: { actual: expected - pointers.length, expected } },
    },
  ]
}

/** A row with figures that the form does not have: it is left out, and said so. */
function unknownRow({ labels, values, source }: ClassifiedRow): DeferredFinding {
  const label = labels.findLast(({ view }) => source.cells.includes(view))?.view
  const [figure] = values.filter(({ kind }) => kind === 'figure')
  const position = (label ?? figure)?.cell.position
  if (label) {
    return {
      ruleId: 'structure-label-unknown',
      finding: { position, values: { actual: label.text.replace(/\s+/g, ' ') } },
    }
  }
  return { ruleId: 'structure-number-unused', finding: { position, values: { actual: figure?.text.trim() ?? '' } } }
}
