import { foldText } from '../fold/fold'
import type { FormIndex, LabelTarget } from '../form/form-index'
import { labelCore } from '../form/label-core'
import { oncePer } from '../once-per'
import type { AxisRule, Form } from '../types'
import type { ClassifiedRow, LabelledCell } from './classify-rows'

/** A column heading as it is printed. */
export interface HeadToken {
  /** Index of its head row. */
  line: number
  column: number
  colspan: number
  /** Columns or groups of the form; empty for an unknown heading. */
  targets: LabelTarget[]
  text: string
}

/**
 * The column headings of a row, in order; words that the form does not know among them, because they head columns that it does
 * not have.
 *
 * @param line      index of the row among the heading rows
 * @param bodyStart the first grid column with a figure below: what stands left of it heads the labels
 */
export function headTokens(
  row: ClassifiedRow,
  line: number,
  block: number,
  index: FormIndex,
  bodyStart: number,
): HeadToken[] {
  const own = row.labels.filter(({ view }) => row.source.cells.includes(view))
  const tokens = own.map((cell) => toToken(cell, line, block, index))
  const first = tokens.findIndex(({ targets }) => targets.length > 0)
  const known = headingWords(index.form.blocks[block]!)
  return tokens.filter(({ targets, column, text }, at) => {
    if (targets.length > 0) return true
    if (first < 0 || isStubHeading(own[at]!)) return false
    // Before the first known heading: none of the form, unless it is a piece of one on several lines.
    return at > first || (column >= bodyStart && !text.split(/\s+/).every((piece) => known.includes(foldText(piece))))
  })
}

/** All headings of a block, one after the other. */
const headingWords = /* @__PURE__ */ oncePer(({ head }: Form['blocks'][number]) => axisWords(head).join('|'))

function axisWords(rules: AxisRule[]): string[] {
  return rules.flatMap(({ labels, children = [] }) => [
    ...labels.map(({ text }) => foldText(text)),
    ...axisWords(children),
  ])
}

function toToken({ view, match }: LabelledCell, line: number, block: number, index: FormIndex): HeadToken {
  const known = (match?.targets ?? []).filter((target) => target.block === block)
  const near = match ? undefined : (index.nearColumn(view.label, block) ?? groupOf(view.text, block, index))
  const targets = near ? [near] : known.filter(({ kind }) => kind === 'column' || kind === 'columnGroup')
  return { line, column: view.column, colspan: view.colspan, targets, text: view.text }
}

/**
 * The group whose heading ends so, where only one does: its first characters stand on the line before.
 *
 *     总计 │ 复
 *     议后起诉 │ 未经复议直接起诉
 */
function groupOf(printed: string, block: number, index: FormIndex): LabelTarget | undefined {
  const end = foldText(printed)
  const [rule, ...others] = end.length < shortestEnd ? [] : groupsEnding(index.form.blocks[block]!.head, end)
  if (!rule || others.length > 0) return undefined
  const found = index.find(labelCore(rule.labels[0]!.text))
  return found?.targets.find((target) => target.kind === 'columnGroup' && target.rule === rule)
}

/** Characters: fewer are the end of too many words. */
const shortestEnd = 4

function groupsEnding(rules: AxisRule[], end: string): AxisRule[] {
  return rules.flatMap((rule) => {
    const below = groupsEnding(rule.children ?? [], end)
    return rule.children && rule.labels.some(({ text }) => foldText(text).endsWith(end)) ? [rule, ...below] : below
  })
}

/** 信息内容 and the like head the labels, not a column. */
function isStubHeading({ match }: LabelledCell): boolean {
  return match?.targets.some(({ kind }) => kind === 'anchor' || kind === 'caption') ?? false
}
