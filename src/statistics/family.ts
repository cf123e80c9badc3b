import { foldText } from '../fold/fold'
import { stubLeaves } from '../form/form-leaves'
import { oncePer } from '../once-per'
import type { Appendix, AxisRule, Form, Grammar, IndicatorId, StatisticsRule } from '../types'
import { columnCovers } from './header'
import { stripNumber } from './row-label'

/** A statistics table recognised as one of a family. */
export interface StatisticsMatch {
  form: Form
  /** For each row of the table the row of the form, or null. */
  rows: (AxisRule | null)[]
  /** For each row that the form does not have the row of other families, where they agree on its indicator. */
  strays: (AxisRule | null)[]
}

/**
 * Finds the family whose rows a statistics table prints; null where it prints none of any.
 *
 * Rows are told by their whole labels, without numbers, notes in brackets and endings that vary (数, 总数); of several rows
 * with one label (其他情形数) the next one in the form's order is meant.
 */
export function matchStatistics(appendix: Appendix, grammars: Grammar[]): StatisticsMatch | null {
  const rule = grammars.find(({ statistics }) => statistics)?.statistics
  if (!rule) return null
  const keys = appendix.rows.map(({ label }) => labelKey(label, rule))
  const forms = grammars.flatMap(({ appendices }) => appendices ?? [])
  let best: { form: Form; rows: (AxisRule | null)[] } | null = null
  let most = 0
  for (const form of forms) {
    const rows = matchRows(keys, rowsByLabel(rule)(form))
    const count = rows.filter((row) => row !== null).length
    if (count > most) [best, most] = [{ form, rows }, count]
  }
  if (!best) return null
  const { form, rows } = best
  const used = new Set(rows.map((row) => row?.indicator))
  return { form, rows, strays: rows.map((row, index) => (row ? null : strayRow(keys[index]!, forms, rule, used))) }
}

/** The row that the families with this label mean, each of them once and all the same indicator, one not used yet. */
function strayRow(
  key: string,
  forms: Form[],
  rule: StatisticsRule,
  used: Set<IndicatorId | undefined>,
): AxisRule | null {
  const found = forms.map((form) => rowsByLabel(rule)(form).get(key) ?? [])
  const rows = found.flatMap((list) => list.map(({ row }) => row))
  const [first] = rows
  if (!first?.indicator || used.has(first.indicator) || found.some(({ length }) => length > 1)) return null
  return rows.every(({ indicator }) => indicator === first.indicator) ? first : null
}

type RowsByLabel = ReadonlyMap<string, { row: AxisRule; at: number }[]>

const rowsByLabel = /* @__PURE__ */ oncePer((rule: StatisticsRule) =>
  oncePer((form: Form): RowsByLabel => {
    const byLabel = new Map<string, { row: AxisRule; at: number }[]>()
    for (const [at, { path }] of form.blocks.flatMap(stubLeaves).entries()) {
      const row = path[path.length - 1]!
      for (const { text } of row.labels) {
        const key = labelKey(text, rule)
        byLabel.set(key, [...(byLabel.get(key) ?? []), { row, at }])
      }
    }
    return byLabel
  }),
)

function matchRows(labels: string[], byLabel: RowsByLabel): (AxisRule | null)[] {
  const used = new Set<AxisRule>()
  let last = -1
  return labels.map((label) => {
    const free = (byLabel.get(label) ?? []).filter(({ row }) => !used.has(row))
    const found = free.find(({ at }) => at > last) ?? (free.length === 1 ? free[0] : undefined)
    if (!found) return null
    used.add(found.row)
    last = found.at
    return found.row
  })
}

function labelKey(label: string, rule: StatisticsRule): string {
  const opening = rule.partsOpen.map(({ text }) => text)
  const text = foldText(stripNumber(label, opening).text).replace(/\([^()]*\)$/, '')
  const ending = rule.endings
    .map((word) => word.text)
    .find((word) => text.endsWith(word) && text.length > word.length + 1)
  return ending === undefined ? text : text.slice(0, -ending.length)
}

/**
 * The value column that covers the year reported on and all bodies; null where none does. A heading with another year (2011年
 * beside 2012年), or with words for one (上年, 比上年增减), covers that.
 */
export function yearColumn({ columns }: Appendix, year: number | null, grammars: Grammar[]): number | null {
  const rule = grammars.find(({ statistics }) => statistics)?.statistics
  if (!rule) return null
  const others = grammars.flatMap(({ wording }) => wording?.otherYears ?? []).map(foldText)
  const covers = columns.map((heading) => {
    const text = foldText(heading)
    const named = yearIn.exec(text)
    const isOther = named ? year !== null && Number(named[0]) !== year : others.some((word) => text.includes(word))
    const known = columnCovers(heading, rule)
    return isOther && known === 'year' ? null : known
  })
  for (const wanted of ['year', 'period'] as const) {
    const found = covers.indexOf(wanted)
    if (found >= 0) return found
  }
  return null
}

const yearIn = /(?:19|20)\d\d/
