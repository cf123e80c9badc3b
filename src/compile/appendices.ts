import type { Alignment } from '../alignment'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import { formGrid, type GridSlot } from '../grid/form-grid'
import { parseCell } from '../literal/cell'
import { textView } from '../position/text-view'
import { labelReader, type RowLabel, type StatisticsPanel, statisticsHeader } from '../statistics/statistics'
import type { Flow, Heading, Root, Table, TableCell } from '../tree'
import type { Appendix, AppendixRow, Pointer, Provenance, StatisticsRule } from '../types'

/**
 * The statistics tables of a report before 2019, as printed: every table with the headings of one (指标, 单位, 数量) that no
 * form has taken; beside them the rows that open a list of parts (其中). From 2019 on the tables of a report are the statutory ones, and others are no appendices.
 */
export function compileAppendices(
  tree: Root,
  alignment: Alignment,
  year: number | null,
  provenance: Record<string, Provenance>,
  context: Context,
): { appendices: Appendix[]; openers: Set<Pointer> } {
  const openers = new Set<Pointer>()
  const rule = context.grammars.find(({ statistics }) => statistics)?.statistics
  if (!rule || (year !== null && year >= firstYearOfForms)) return { appendices: [], openers }
  const taken = new Set(alignment.forms.flatMap(({ tables }) => tables))
  const appendices: Appendix[] = []
  for (const { table, before } of tablesOf(tree)) {
    if (taken.has(table)) continue
    const appendix = readAppendix(
      table,
      before,
      rule,
      { pointer: `/appendices/${appendices.length}`, provenance, openers },
      context,
    )
    if (appendix) appendices.push(appendix)
  }
  return { appendices, openers }
}

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

/** Where an appendix is written, and what is told of it beside the report. */
interface Written {
  pointer: Pointer
  provenance: Record<string, Provenance>
  openers: Set<Pointer>
}

function readAppendix(
  table: Table,
  before: (Heading | Flow)[],
  rule: StatisticsRule,
  { pointer, provenance, openers }: Written,
  context: Context,
): Appendix | null {
  const { rows: slots } = formGrid(table, context.limits)
  const header = statisticsHeader(slots, rule)
  if (!header) return null
  const rows: AppendixRow[] = []
  for (const panel of header.panels) {
    const readLabel = labelReader(rule)
    for (const line of slots.slice(header.end)) {
      const label = panelLabel(panel, line, readLabel)
      if (!label) continue
      const unit = panel.unit === null ? null : printed(line[panel.unit])
      if (label.opensParts) openers.add(`${pointer}/rows/${rows.length}`)
      const at = `${pointer}/rows/${rows.length}/values`
      const cells = panel.values.map(({ column }, index) =>
        readCell(line[column]?.cell, table, `${at}/${index}`, provenance, context),
      )
      rows.push({
        label: label.text,
        code: (panel.code === null ? '' : printed(line[panel.code])) || null,
        unit: unitOf(unit) ?? cells.find((cell) => cell.unit !== null)?.unit ?? label.unit,
        depth: label.depth,
        values: cells.map(({ value }) => value),
      })
    }
  }
  if (rows.length === 0) return null
  const columns = header.panels[0]!.values.map(({ heading }) => heading)
  return { title: header.title ?? titleAbove(before, rule), columns, rows }
}

/** The label of a line: the last cell of its own in the label columns; 其中 may stand in a cell of its own beside it. */
function panelLabel(
  panel: StatisticsPanel,
  line: (GridSlot | null)[],
  readLabel: (text: string, isPart: boolean) => RowLabel,
): RowLabel | null {
  const texts: string[] = []
  let last: TableCell | undefined
  for (const slot of line.slice(panel.label, panel.labelEnd)) {
    if (!slot || slot.cell === last) continue
    last = slot.cell
    texts.push(printed(slot))
  }
  const own = texts.pop() ?? ''
  return own === '' ? null : readLabel(own, panel.isPartsOpen(texts[texts.length - 1] ?? ''))
}

/** `——` and blanks are no unit. */
function unitOf(text: string | null): string | null {
  return text !== null && /[\p{Script=Han}%a-z]/iu.test(text) ? text : null
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
  const { value, unit, state, candidates } = parseCell(place.raw, {
    type: 'decimal',
    joinDigits: table.layout === 'grid',
  })
  provenance[pointer] = {
    ...place,
    state,
    ...(state !== 'blank' && { evidence: 'label' }),
    ...(candidates?.length && { candidates }),
  }
  if (state === 'unresolved')
    diagnose(context, 'structure-cell-unresolved', {
      pointers: [pointer],
      position: place.position,
      values: { actual: place.raw, expected: 'one figure' },
    })
  return { value, unit }
}

/** The nearest line above that names a statistics table, else a short line without a full stop just above it. */
function titleAbove(before: (Heading | Flow)[], rule: StatisticsRule): string | null {
  const lines: string[] = []
  for (const node of before) {
    if (node.type !== 'paragraph' && node.type !== 'heading') break
    const text = `${node.type === 'heading' ? node.marker : ''}${node.children.map(({ value }) => value).join('')}`
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
