import type { Alignment } from '../alignment'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import { grammarPart } from '../grammar-part'
import { formGrid, type GridSlot } from '../grid/form-grid'
import { joinTexts } from '../grid/grid-rows'
import { parseCell } from '../literal/cell'
import { textView } from '../position/text-view'
import {
  labelReader,
  type RowLabel,
  type StatisticsPanel,
  statisticsHeader,
  statisticsParts,
} from '../statistics/statistics'
import type { Flow, Heading, Root, Table, TableCell } from '../tree'
import type { Appendix, Pointer, Provenance, StatisticsRule } from '../types'

/**
 * The statistics tables of a report before 2019, as printed: every table with the headings of one (指标, 单位, 数量) that no
 * form has taken, with what goes on below it without headings; beside them the rows that open a list of parts (其中). From
 * 2019 on the tables of a report are the statutory ones, and others are no appendices.
 */
export function compileAppendices(
  tree: Root,
  alignment: Alignment,
  year: number | null,
  provenance: Record<string, Provenance>,
  context: Context,
): { appendices: Appendix[]; openers: Set<Pointer> } {
  const openers = new Set<Pointer>()
  const rule = grammarPart(context.grammars, 'statistics')
  if (!rule || (year !== null && year >= firstYearOfForms)) return { appendices: [], openers }
  const taken = new Set(alignment.forms.flatMap(({ tables }) => tables))
  const appendices: Appendix[] = []
  let open: OpenAppendix | null = null
  for (const { table, before } of tablesOf(tree)) {
    if (taken.has(table)) continue
    const { rows, width } = formGrid(table, context.limits)
    for (const slots of statisticsParts(rows, rule)) {
      const header = statisticsHeader(slots, rule)
      const [above] = before.filter(({ type }) => type !== 'pageBreak')
      const goesOn: boolean = !header && open !== null && above === open.last && width === open.width
      if (!header && !goesOn) continue
      if (header) {
        const columns = header.panels[0]!.values.map(({ heading }) => heading)
        const appendix = { title: header.title ?? titleAbove(before, rule), columns, rows: [] }
        const panels = header.panels.map((panel) => ({ panel, readLabel: labelReader(rule) }))
        open = { appendix, panels, width, last: table, pointer: `/appendices/${appendices.length}` }
      }
      if (!open) continue
      open.last = table
      readRows(open, table, slots.slice(header?.end ?? 0), { provenance, openers }, context)
      if (open.appendix.rows.length > 0 && appendices.at(-1) !== open.appendix) appendices.push(open.appendix)
    }
  }
  return { appendices, openers }
}

/** An appendix that a table without headings, on the next page, may go on with. */
interface OpenAppendix {
  appendix: Appendix
  panels: { panel: StatisticsPanel; readLabel: LabelReader }[]
  width: number
  /** The table that it was read from last. */
  last: Table
  pointer: Pointer
}

type LabelReader = ReturnType<typeof labelReader>

/** 国办公开办函〔2019〕60号: since the reports for 2019 the tables are those of the form. */
const firstYearOfForms = 2019

interface PlacedTable {
  table: Table
  /** What stands before it in its section, nearest first, and at last the section's heading. */
  before: (Heading | Flow)[]
}

function tablesOf(parent: { children: (Heading | Flow)[] }): PlacedTable[] {
  return parent.children.flatMap((child, index) => {
    if (child.type === 'section') return tablesOf(child)
    if (child.type !== 'table') return []
    return [{ table: child, before: parent.children.slice(Math.max(0, index - linesAbove), index).reverse() }]
  })
}

/** How far above a table its title may stand: below it at most the reporting body, the date and the unit. */
const linesAbove = 4

/** What is written beside the report. */
interface Written {
  provenance: Record<string, Provenance>
  openers: Set<Pointer>
}

function readRows(
  { appendix, panels, pointer }: OpenAppendix,
  table: Table,
  lines: (GridSlot | null)[][],
  { provenance, openers }: Written,
  context: Context,
): void {
  for (const { panel, readLabel } of panels) {
    for (const line of lines) {
      if (isRestOfFigure(panel, line)) {
        doubtLast(appendix, pointer, provenance, line, context)
        continue
      }
      const own = panelLabel(panel, line, readLabel)
      if (!own) continue
      const { label, slot } = own
      // A group over the whole width has neither unit nor figures, a cell over several rows stands in its first.
      const cellAt = (column: number | null) => {
        const found = column === null ? null : line[column]
        return found && found.cell !== slot.cell && found.row === slot.row ? found : null
      }
      const unitAt = panel.unit === null || line[panel.unit]?.cell === slot.cell ? null : line[panel.unit]
      const at = `${pointer}/rows/${appendix.rows.length}`
      if (label.opensParts) openers.add(at)
      const cells = panel.values.map(({ column }, index) =>
        readCell(cellAt(column)?.cell, table, `${at}/values/${index}`, provenance, context),
      )
      appendix.rows.push({
        label: label.text,
        code: printed(cellAt(panel.code)) || null,
        unit:
          unitOf(printed(unitAt)) ??
          cells.find(({ unit }) => unit !== null)?.unit ??
          label.unit ??
          panel.values[0]!.unit,
        depth: label.depth,
        values: cells.map(({ value }) => value),
      })
    }
  }
}

/** Digits alone where a label should stand: the line was broken inside the figure of the row above, 12⏎345. */
function isRestOfFigure({ label, values }: StatisticsPanel, line: (GridSlot | null)[]): boolean {
  const texts = line.map(printed)
  return /^\d[\d,]*$/.test(texts[label] ?? '') && values.every(({ column }) => column !== label && !texts[column])
}

/** The last figure of the row above is not all of it. */
function doubtLast(
  { rows }: Appendix,
  pointer: Pointer,
  provenance: Record<string, Provenance>,
  line: (GridSlot | null)[],
  context: Context,
): void {
  const { values } = rows.at(-1) ?? { values: [] }
  const column = values.findLastIndex((value) => value !== null)
  const at = `${pointer}/rows/${rows.length - 1}/values/${column}`
  const cell = provenance[at]
  if (column < 0 || !cell) return
  provenance[at] = { ...cell, state: 'unresolved', candidates: [values[column]!] }
  values[column] = null
  const actual = `${cell.raw} ${line.map(printed).join('')}`
  diagnose(context, 'structure-cell-unresolved', {
    pointers: [at],
    position: cell.position,
    values: { actual, expected: '0, 1, 2 …' },
  })
}

/** The label of a line: the last cell of its label columns; 其中 may stand in a cell of its own beside it. */
function panelLabel(
  panel: StatisticsPanel,
  line: (GridSlot | null)[],
  readLabel: LabelReader,
): { label: RowLabel; slot: GridSlot } | null {
  const slots: GridSlot[] = []
  for (const slot of line.slice(panel.label, panel.labelEnd))
    if (slot && slot.cell !== slots.at(-1)?.cell) slots.push(slot)
  const slot = slots.pop()
  const text = printed(slot)
  // The headings again, on a new page.
  if (!slot || text === '' || panel.isHeading(text)) return null
  return { label: readLabel(text, panel.isPartsOpen(printed(slots.at(-1)))), slot }
}

/** `——` and blanks are no unit. */
function unitOf(text: string): string | null {
  return /[\p{Script=Han}%a-z]/iu.test(text) ? text : null
}

/** The text of a cell without white space. */
function printed(slot: GridSlot | null | undefined): string {
  return (slot?.cell.children ?? [])
    .map(({ value }) => value)
    .join('')
    .replace(/\s/g, '')
}

function readCell(
  cell: TableCell | undefined,
  table: Table,
  pointer: string,
  provenance: Record<string, Provenance>,
  context: Context,
): { value: number | null; unit: string | null } {
  if (!cell) {
    provenance[pointer] = { raw: '', state: 'blank' }
    return { value: null, unit: null }
  }
  const view = textView(cell.children, context.source)
  const start = view.text.length - view.text.trimStart().length
  const place = view.locate(start, Math.max(start, view.text.trimEnd().length))
  // Figures on two lines of one cell may be one number cut in two, or two.
  const isParted = /\d\s*\n\s*\d/.test(joinTexts(cell.children, context.source))
  const read = parseCell(place.raw, { type: 'decimal', joinDigits: table.layout === 'grid' })
  const { unit } = read
  const { value, state, candidates } =
    isParted && read.value !== null
      ? ({ value: null, state: 'unresolved', candidates: [read.value] } as const)
      : { ...read, candidates: read.candidates ?? [] }
  provenance[pointer] = {
    ...place,
    state,
    ...(state !== 'blank' && { evidence: 'label' }),
    ...(candidates.length > 0 && { candidates: [...candidates] }),
  }
  if (state === 'unresolved')
    diagnose(context, 'structure-cell-unresolved', {
      pointers: [pointer],
      position: place.position,
      values: { actual: place.raw, expected: '0, 1, 2 …' },
    })
  return { value, unit }
}

/** The nearest line above that names a statistics table, else a short line without a full stop just above it. */
function titleAbove(before: (Heading | Flow)[], rule: StatisticsRule): string | null {
  const lines: string[] = []
  for (const node of before) {
    if (node.type !== 'paragraph' && node.type !== 'heading') break
    const printed = node.children.map(({ value }) => value).join('')
    const marker = node.type === 'heading' && !printed.trimStart().startsWith(node.marker) ? node.marker : ''
    const text = `${marker}${printed}`
    const folded = foldText(text)
    if (rule.titles.some((label) => folded.includes(foldText(label.text)))) return text.trim()
    const aside = rule.asides.some((label) => folded.includes(foldText(label.text)))
    if (!aside) lines.push(text.trim())
    if (lines.length > 1 || /[。；;]\s*$/.test(text)) break
  }
  const [nearest] = lines
  return nearest !== undefined && nearest.length <= longestTitle && !/[。；;：:]$/.test(nearest) ? nearest : null
}

/** A longer line before a table is a sentence. */
const longestTitle = 40
