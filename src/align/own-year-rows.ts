import type { Context } from '../context'
import { findDates } from '../find-dates'
import { foldText } from '../fold/fold'
import { formLeaves } from '../form/form-leaves'
import type { GridRow } from '../grid/grid-rows'
import { oncePer } from '../once-per'
import { phrases } from '../phrases/phrases'
import { titleKind } from '../phrases/title-kind'
import type { Root, Table } from '../tree'
import type { Grammar } from '../types'

/**
 * The rows of tables without those that are captioned with another year than the report's: the figures of the year before,
 * printed beside the report's own for comparison.
 *
 * ```
 * 三、收到和处理政府信息公开申请情况            kept
 * 一、本年新收 3 0 0 0 0 0 3
 * 附：上一年度收到和处理政府信息公开申请情况      left out, up to the next caption or heading
 * 一、本年新收 8 0 0 0 0 0 8
 * ```
 *
 * A caption is a paragraph right before the table, or a row that is one cell of words.
 */
export function ownYearRows(rows: GridRow[], tree: Root, context: Context): GridRow[] {
  const byTable = new Map<Table, GridRow[]>()
  for (const row of rows) {
    const own = byTable.get(row.table)
    if (own) own.push(row)
    else byTable.set(row.table, [row])
  }
  if (byTable.size === 0) return rows
  const isOtherYear = yearReader(tree, context.grammars)
  const others = new Set<GridRow>()
  let isOther = false
  /** Since the table before. */
  let above: Node[] = []
  for (const node of tree.children) {
    if (node.type === 'paragraph' || node.type === 'heading') above.push(node)
    const own = node.type === 'table' ? byTable.get(node) : undefined
    if (!own) continue
    const caption = above.map(textOf).findLast((text) => !isRemark(text))
    if (caption !== undefined) isOther = isOtherYear(caption) ?? false
    above = []
    for (const row of own) {
      const inside = captionOf(row)
      isOther = (inside !== undefined && !isRemark(inside) ? isOtherYear(inside) : undefined) ?? isOther
      if (isOther) others.add(row)
    }
  }
  return others.size > 0 ? rows.filter((row) => !others.has(row)) : rows
}

type Node = Extract<Root['children'][number], { type: 'paragraph' | 'heading' }>

function textOf({ children }: Node): string {
  return children.map(({ value }) => value).join('')
}

/** Characters of a caption at most. */
const MAX_CAPTION = 40

/** Whether a caption names another year; undefined where it names none, or is no caption. */
function yearReader(tree: Root, grammars: Grammar[]): (caption: string) => boolean | undefined {
  const { words, rows } = yearWords(grammars)
  let own: string | null | undefined
  return (caption) => {
    const text = foldText(caption)
    if (text.length > MAX_CAPTION || /[,;。]$/.test(text)) return undefined
    if (words.some((word) => behind(text, word).some((place) => !rows.has(place)))) return true
    const years = findDates(caption).map(({ value }) => value.slice(0, 4))
    if (years.length === 0) return undefined
    own ??= titleYear(tree, grammars)
    return own === null ? undefined : !years.includes(own)
  }
}

/** The words that name another year, with what stands behind them in labels of the forms: 上年结转 is a row in each year. */
const yearWords = /* @__PURE__ */ oncePer((grammars: Grammar[]) => {
  const words = grammars.flatMap(({ wording }) => wording?.otherYears ?? []).map(foldText)
  const labels = grammars.flatMap(({ forms }) =>
    forms.flatMap((form) =>
      formLeaves(form).flatMap(({ head, stub }) =>
        [...head.path, ...(stub?.path ?? [])].flatMap((rule) => rule.labels.map(({ text }) => foldText(text))),
      ),
    ),
  )
  return { words, rows: new Set(words.flatMap((word) => labels.flatMap((label) => behind(label, word)))) }
})

const titleKinds = /* @__PURE__ */ oncePer((grammars: Grammar[]) =>
  phrases(grammars.flatMap(({ vocabulary }) => vocabulary?.titles ?? [])),
)

/** A word with the two characters behind it, where it stands first in a text. */
function behind(text: string, word: string): string[] {
  const at = text.indexOf(word)
  return at < 0 ? [] : [text.slice(at, at + word.length + 2)]
}

/** The year in the title of the report, before all tables; null where none is printed. */
function titleYear(tree: Root, grammars: Grammar[]): string | null {
  const kinds = titleKinds(grammars)
  for (const node of tree.children) {
    if (node.type === 'table') break
    if (node.type !== 'paragraph' && node.type !== 'heading') continue
    const text = textOf(node)
    if (text.length > 2 * MAX_CAPTION || !titleKind(text, kinds)) continue
    const [date] = findDates(text)
    if (date) return date.value.slice(0, 4)
  }
  return null
}

/** 单位：件, （续表）, a note in parentheses: it may stand between a caption and its table. 上一年 may be a piece of a heading. */
function isRemark(text: string): boolean {
  return !fiveLetters.test(text) || /^\s*[（(].*[)）]\s*$/.test(text)
}

const fiveLetters = /(?:\p{Script=Han}\P{Script=Han}*){5}/u

/** The words of a row that is one cell of them. */
function captionOf({ cells, spanning }: GridRow): string | undefined {
  const filled = cells.filter(({ kind }) => kind !== 'blank')
  return filled.length === 1 && filled[0]!.kind === 'words' && spanning.length === 0 ? filled[0]!.text : undefined
}
