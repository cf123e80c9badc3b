import { foldText } from '../fold/fold'
import type { FormIndex, LabelTarget } from '../form/form-index'
import { isOfOtherYears } from '../form/is-of-other-years'
import type { AxisRule } from '../types'
import type { ClassifiedRow } from './classify-rows'
import { type HeadToken, headTokens } from './head-tokens'

/** The columns of a block as its printed heading shows them. */
export interface HeadOrder {
  /**
   * Columns of the form in printed order; null for a column that the form does not have. A column stands several times where
   * its merged heading was filled into all that it covered.
   */
  order: (number | null)[]
  /** Grid column of each, where each has one of its own. */
  columns: number[] | undefined
  /** Columns of the form whose heading was seen. */
  seen: Set<number>
  /** Parentheses at the end of a heading, by column: `（单位：万元）`. */
  additions: Map<number, string>
}

/** Headings of one block that are looked at: a form has a few dozen. */
const MAX_HEADINGS = 300

/**
 * Reads the heading rows of one block.
 *
 * ```
 *         申请人情况
 * 自然人  法人或其他组织             总计      →   自然人 商业企业 科研机构 … 总计
 *         商业企业  科研机构  …
 * ```
 *
 * Headings that each have a grid column of their own are taken in that order. Otherwise (cells of merged headings were
 * dropped) the headings of one group are put in the order in which their row prints them, group by group.
 *
 * @param bodyStart the first grid column with a figure below: what stands left of it heads the labels
 */
export function headOrder(rows: ClassifiedRow[], block: number, index: FormIndex, bodyStart: number): HeadOrder {
  const tokens = rows.flatMap((row, line) => headTokens(row, line, block, index, bodyStart)).slice(0, MAX_HEADINGS)
  const leaves = tokens.filter(({ targets }) => targets.some(({ kind }) => kind === 'column'))
  const groups = tokens.filter(({ targets }) => targets.some(({ kind }) => kind === 'columnGroup'))
  const additions = new Map<number, string>()
  for (const { targets, text } of leaves) {
    const [only] = targets
    const addition = /\(([^()]{1,20})\)$/.exec(foldText(text))?.[1]
    if (targets.length === 1 && addition !== undefined) additions.set(only!.index, addition)
  }
  const flat = isFlat(rows, leaves, groups)
  const placed = flat ? undefined : byColumn(leaves, groups, tokens)
  if (placed) return { ...placed, additions }
  const isUneven = isRepeatedUnevenly(leaves)
  const head = index.form.blocks[block]!.head
  const order =
    isOutOfOrder(head, tokens) || (flat && endsUnknown(leaves, tokens)) || (isUneven && areExchanged(groups))
      ? leaves.map(() => null)
      : isUneven
        ? inFormOrder(leaves)
        : byGroup(head, 0, tokens, new Set(tokens.filter(({ targets }) => targets.length === 0))).order
  const columns = isUneven ? increasingColumns(leaves) : undefined
  return { order, columns, seen: new Set(order.filter((leaf) => leaf !== null)), additions }
}

/**
 * Several rows of headings were run together into one: a group stands beside its own headings, or the figures do. Then none
 * stands over its column.
 *
 * ```
 * 自然人 │ 法人或其他组织 │ 总计 │ 商业企业 │ 科研机构 …
 * ```
 */
function isFlat(rows: ClassifiedRow[], leaves: HeadToken[], groups: HeadToken[]): boolean {
  if (rows.some(({ source }) => source.cells.some(({ kind }) => kind === 'figure'))) return true
  return groups.some(({ line, targets }) =>
    targets.some(
      ({ kind, index, last }) =>
        kind === 'columnGroup' &&
        leaves.some(
          (leaf) => leaf.line === line && leaf.targets.every((own) => own.index >= index && own.index <= last),
        ),
    ),
  )
}

/**
 * Headings of a group, run together into one row, end with one that the form does not have: it may be of the group, or stand
 * behind all others.
 *
 *     自然人 │ 法人或其他组织 │ 总计 │ 商业企业 │ … │ 其他 │ 小计
 */
function endsUnknown(leaves: HeadToken[], tokens: HeadToken[]): boolean {
  const last = tokens[tokens.length - 1]
  return leaves.length > 0 && last?.targets.length === 0
}

/**
 * Headings of one group on several lines that stand neither line by line nor column by column as in the form: the lines were
 * broken, and the columns exchanged.
 */
function isOutOfOrder(rules: AxisRule[], tokens: HeadToken[]): boolean {
  const owners = rules.flatMap(
    // A wording of several groups (结果维持) may be the heading of another one.
    (rule) => tokens.find(({ targets }) => targets.length > 0 && targets.every((target) => target.rule === rule)) ?? [],
  )
  const isApart = new Set(owners.map(({ line }) => line)).size > 1
  const increases = (before: (left: HeadToken, right: HeadToken) => boolean) =>
    owners.every((token, at) => at === 0 || before(owners[at - 1]!, token))
  const inLines = increases((a, b) => a.line < b.line || (a.line === b.line && a.column < b.column))
  const inColumns = increases((a, b) => a.column < b.column)
  if (isApart && !inLines && !inColumns) return true
  return rules.some(({ children }) => children && isOutOfOrder(children, tokens))
}

/** Groups beside each other change places: 行政诉讼 │ 行政复议. */
function areExchanged(groups: HeadToken[]): boolean {
  const own = groups.flatMap(({ line, column, targets }) =>
    targets.length === 1 ? [{ line, column, ...targets[0]! }] : [],
  )
  return own.some((one) =>
    own.some((other) => other.line === one.line && other.index > one.last && other.column < one.column),
  )
}

/** Headings of several columns (结果维持), of which some are printed less often than others: which group lacks one is not known. */
function isRepeatedUnevenly(leaves: HeadToken[]): boolean {
  const counts = new Map<string, number>()
  for (const { targets } of leaves) {
    const columns = targets.flatMap(({ kind, index }) => (kind === 'column' ? [index] : []))
    if (columns.length > 1) counts.set(columns.join(' '), (counts.get(columns.join(' ')) ?? 0) + 1)
  }
  return new Set(counts.values()).size > 1
}

/** The columns of headings that can stand in the order of the form in one way only; else nothing is known of any. */
function inFormOrder(leaves: HeadToken[]): (number | null)[] {
  const tokens = inPrintedOrder(leaves)
  const first: number[] = []
  for (const { targets } of tokens) {
    const before = first[first.length - 1] ?? -1
    const next = columnsOf(targets).find((index) => index > before)
    if (next === undefined) return leaves.map(() => null)
    first.push(next)
  }
  let behind = Number.POSITIVE_INFINITY
  for (let at = tokens.length - 1; at >= 0; at--) {
    behind = columnsOf(tokens[at]!.targets).findLast((index) => index < behind) ?? -1
    if (behind !== first[at]) return leaves.map(() => null)
  }
  return first
}

function columnsOf(targets: LabelTarget[]): number[] {
  return targets.flatMap(({ kind, index }) => (kind === 'column' ? [index] : [])).sort((a, b) => a - b)
}

/** The grid columns of headings, where each stands right of the one before. */
function increasingColumns(leaves: HeadToken[]): number[] | undefined {
  const columns = inPrintedOrder(leaves).map(({ column }) => column)
  return columns.every((column, at) => at === 0 || columns[at - 1]! < column) ? columns : undefined
}

function inPrintedOrder(leaves: HeadToken[]): HeadToken[] {
  return [...leaves].sort((a, b) => a.line - b.line || a.column - b.column)
}

/** The order by grid column, where no two headings share one and each heading can be told from the groups above it. */
function byColumn(
  leaves: HeadToken[],
  groups: HeadToken[],
  tokens: HeadToken[],
): Omit<HeadOrder, 'additions'> | undefined {
  const lowest = Math.max(...leaves.map(({ line }) => line))
  // 上年总计 beside 总计 reaches down from the line above: it heads a column all the same.
  const unknown = tokens.filter(
    ({ targets, line, column, text }) =>
      targets.length === 0 &&
      (line === lowest || isOfOtherYears(text, '')) &&
      !leaves.some((leaf) => leaf.column === column),
  )
  const all = [...leaves, ...unknown].sort((a, b) => a.column - b.column)
  const order: (number | null)[] = []
  const columns: number[] = []
  const seen = new Set<number>()
  for (const token of all) {
    const leaf = token.targets.length === 0 ? null : resolveLeaf(token, groups)
    if (leaf === undefined) return undefined
    const last = columns.length - 1
    if (last >= 0 && columns[last] === token.column) {
      // The same heading printed twice, once a page.
      if (order[last] === leaf) continue
      return undefined
    }
    // Only next to itself, where a converter filled all columns of a merged heading, may a heading stand again.
    if (leaf !== null && seen.has(leaf) && order[last] !== leaf) return undefined
    order.push(leaf)
    columns.push(token.column)
    if (leaf !== null) seen.add(leaf)
  }
  // Another order than the form's is believed of headings that stand in one row.
  const lines = new Set(leaves.map(({ line }) => line))
  const known = order.filter((leaf) => leaf !== null)
  const isInOrder = known.every((leaf, at) => at === 0 || known[at - 1]! <= leaf)
  return isInOrder || lines.size === 1 ? { order, columns, seen } : undefined
}

/** The column that a heading stands for, by the nearest group printed above and not right of it. */
function resolveLeaf({ targets, column, line }: HeadToken, groups: HeadToken[]): number | undefined {
  const own = targets.filter(({ kind }) => kind === 'column')
  if (own.length === 1) return own[0]!.index
  let above: HeadToken | undefined
  for (const group of groups) {
    if (group.line >= line || group.column > column) continue
    if (group.colspan > 1 && column >= group.column + group.colspan) continue
    if (!above || group.line > above.line || (group.line === above.line && group.column > above.column)) above = group
  }
  const range = above?.targets.find(({ kind }) => kind === 'columnGroup')
  const inside = own.filter(({ index }) => range && index >= range.index && index <= range.last)
  return inside.length === 1 ? inside[0]!.index : undefined
}

/**
 * The order group by group: siblings as their row prints them, with unknown headings among them; those not printed are left
 * out.
 *
 * @param unknown headings that no group has claimed yet
 */
function byGroup(
  rules: AxisRule[],
  first: number,
  tokens: HeadToken[],
  unknown: Set<HeadToken>,
): { order: (number | null)[]; next: number } {
  const owners = rules.map((rule) => tokens.find(({ targets }) => targets.some((target) => target.rule === rule)))
  const printed = owners.filter((token) => token !== undefined)
  const line = printed[0]?.line
  const sortable = printed.every((token) => token.line === line)
  const strangers = sortable ? [...unknown].filter((token) => token.line === line) : []
  for (const token of strangers) unknown.delete(token)
  let next = first
  const parts = rules.flatMap((rule, at): { column: number; order: (number | null)[] }[] => {
    const start = next
    const column = owners[at]?.column ?? -1
    if (rule.children) {
      const below = byGroup(rule.children, start, tokens, unknown)
      next = below.next
      return [{ column, order: below.order }]
    }
    next = start + 1
    return owners[at] ? [{ column, order: [start] }] : []
  })
  const all = [...parts, ...strangers.map(({ column }) => ({ column, order: [null] }))]
  // A group whose own heading was not found has no place among the others: the order of the form stands.
  const isPlaced = all.every(({ column, order }) => column >= 0 || order.length === 0)
  if (sortable && isPlaced) all.sort((a, b) => a.column - b.column)
  return { order: all.flatMap(({ order }) => order), next }
}
