import { foldText } from '../fold/fold'
import type { GridSlot } from '../grid/form-grid'
import { parseUnit } from '../literal/unit'
import { oncePer } from '../once-per'
import type { StatisticsColumn, StatisticsRule } from '../types'

/** A value column. */
export interface ValueColumn {
  column: number
  /** Its heading without white space. */
  heading: string
  /** In brackets behind its heading: 数量（条）. */
  unit: string | null
}

/** One list of indicators; a wide table may print two side by side. */
export interface StatisticsPanel {
  /** First label column, and the one behind the last. */
  label: number
  labelEnd: number
  unit: number | null
  code: number | null
  values: ValueColumn[]
  /** Does a cell of its own open a list of parts (其中)? */
  isPartsOpen: (text: string) => boolean
  /** Is it the heading of the labels, printed again? */
  isHeading: (text: string) => boolean
}

/** The headings of a statistics table. */
export interface StatisticsHeader {
  /** A line over the whole width above the headings. */
  title: string | null
  panels: StatisticsPanel[]
  /** First row behind the headings. */
  end: number
}

/**
 * Finds the headings of a statistics table among its first rows; null where it is another table.
 *
 * ```
 * 政府信息公开情况统计表           a title over the whole width
 * 统计指标  单位  统计数            indicator, unit and value columns, by the words of the grammar
 * ```
 */
export function statisticsHeader(rows: (GridSlot | null)[][], rule: StatisticsRule): StatisticsHeader | null {
  const find = columnFinder(rule)
  const opening = new Set(rule.partsOpen.map(({ text }) => foldText(text)))
  const isPartsOpen = (text: string) => opening.has(foldText(text).replace(/[:,]$/, ''))
  const isHeading = (text: string) => find(text)?.role === 'label'
  let title: string | null = null
  for (const [index, row] of rows.slice(0, searchedRows).entries()) {
    const whole = spanningText(row)
    if (whole !== null) {
      title ??= whole
      continue
    }
    let end =
      index + Math.max(1, ...row.map((slot) => (slot && find(textOf(slot))?.role === 'label' ? slot.rowspan : 1)))
    const columns = headings(rows.slice(index, end), find)
    const panels = readPanels(columns, { isPartsOpen, isHeading })
    if (panels.length === 0) continue
    // 甲 乙 丙 1 2: the letters of the columns below their names.
    while (rows[end] && isLetterRow(rows[end]!)) end++
    return { title, panels, end }
  }
  return null
}

/**
 * Cuts a table where the title of the next one stands over the whole width, with headings of its own below it: tables that were
 * copied one below the other come as one.
 *
 * ```
 * 指标          单位  数量
 * 公开信息数     条    80
 * 附表二：依申请公开情况            the second table begins here
 * 指标          单位  数量
 * ```
 */
export function statisticsParts(rows: (GridSlot | null)[][], rule: StatisticsRule): (GridSlot | null)[][][] {
  const titles = rule.titles.map(({ text }) => foldText(text))
  const starts = rows.flatMap((row, index) => {
    if (index === 0) return [0]
    const whole = spanningText(row)
    if (whole === null || !titles.some((title) => foldText(whole).includes(title))) return []
    return statisticsHeader(rows.slice(index, index + searchedRows), rule) ? [index] : []
  })
  return starts.map((start, index) => rows.slice(start, starts[index + 1] ?? rows.length))
}

/** The headings stand behind at most a title and the lines that name the body and the date. */
const searchedRows = 5

interface Heading {
  text: string
  rule: StatisticsColumn | undefined
}

/** One heading a grid column: of several lines the lowest that is printed. */
function headings(rows: (GridSlot | null)[][], find: (text: string) => StatisticsColumn | undefined): Heading[] {
  const width = rows[0]?.length ?? 0
  return Array.from({ length: width }, (_, column) => {
    const texts = [...new Set(rows.map((row) => textOf(row[column])))].filter((text) => text !== '')
    const text = texts[texts.length - 1] ?? ''
    return { text, rule: find(text) ?? texts.map(find).find((rule) => rule?.role === 'value') }
  })
}

function readPanels(columns: Heading[], tests: Pick<StatisticsPanel, 'isPartsOpen' | 'isHeading'>): StatisticsPanel[] {
  const starts = columns.flatMap(({ rule }, at) =>
    rule?.role === 'label' && columns[at - 1]?.rule?.role !== 'label' ? [at] : [],
  )
  return starts.flatMap((label, index) => {
    const stop = starts[index + 1] ?? columns.length
    const own = columns.slice(0, stop)
    const at = (role: StatisticsColumn['role']) => {
      const found = own.findIndex(({ rule }, column) => column >= label && rule?.role === role)
      return found < 0 ? null : found
    }
    const named = own.findIndex(({ rule }, column) => column > label && rule?.role !== 'label')
    const labelEnd = named < 0 ? stop : named
    const [unit, code] = [at('unit'), at('code')]
    const values = own.flatMap(({ rule, text }, column) => {
      // Beside a unit column, any further heading is that of figures: 2016年全市.
      const isValue = rule?.role === 'value' || (unit !== null && column > unit && !rule && text !== '')
      return column >= labelEnd && isValue ? [{ column, heading: text, unit: unitBehind(text) }] : []
    })
    const hasUnit = unit !== null || values.some((value) => value.unit !== null)
    const isEnough = values.length > 0 && (hasUnit || !columns[label]!.rule!.needsUnit)
    return isEnough ? [{ label, labelEnd, unit, code, values, ...tests }] : []
  })
}

const columnFinder = /* @__PURE__ */ oncePer(
  (rule: StatisticsRule): ((text: string) => StatisticsColumn | undefined) => {
    const known = new Map(
      rule.columns.flatMap((column) => column.labels.map(({ text }) => [headingKey(text), column] as const)),
    )
    return (text) =>
      known.get(headingKey(text)) ??
      (unitBehind(text) === null ? undefined : known.get(headingKey(text.replace(brackets, ''))))
  },
)

const brackets = /[（(]([^（()）]{1,8})[)）]$/

function unitBehind(text: string): string | null {
  const [, inside] = brackets.exec(text) ?? []
  return inside !== undefined && parseUnit(inside) ? inside.split(/[:：]/).at(-1)! : null
}

/** Compared without white space, with 2000 for any year. */
function headingKey(text: string): string {
  return foldText(text).replace(/(?:19|20)\d\d/g, '2000')
}

/** What a heading says a value column covers; the year where it does not say. */
export function columnCovers(heading: string, rule: StatisticsRule): NonNullable<StatisticsColumn['covers']> {
  return columnFinder(rule)(heading)?.covers ?? 'year'
}

function spanningText(row: (GridSlot | null)[]): string | null {
  const [first] = row
  if (!first || row.some((slot) => slot && slot.cell !== first.cell && textOf(slot) !== '')) return null
  return textOf(first) === '' ? null : textOf(first)
}

function isLetterRow(row: (GridSlot | null)[]): boolean {
  return areColumnLetters(row.map(textOf).filter((text) => text !== ''))
}

/** 甲 乙 丙 1 2: what stands for the columns below their headings. */
export function areColumnLetters(texts: string[]): boolean {
  return texts.length > 1 && texts.every((text) => columnLetter.test(text)) && /\D/.test(texts[0]!)
}

const columnLetter = /^[(（]?(?:[甲乙丙丁戊]|[A-E]|\d)[)）]?$/

function textOf(slot: GridSlot | null | undefined): string {
  return (slot?.cell.children ?? [])
    .map(({ value }) => value)
    .join('')
    .replace(/\s/g, '')
}
