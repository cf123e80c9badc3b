import type { FormIndex } from '../form/form-index'
import type { GridCellView } from '../grid/grid-rows'
import type { ClassifiedRow } from './classify-rows'

/**
 * Puts labels and figures together that stand in rows of their own, where a whole table does so in one manner.
 *
 * ```
 * 2 2 19            规章
 * 规章         or   2 2 19
 * ```
 *
 * A row that a stray blank line cut goes on in the next one: `规章 2` / `2 19`.
 */
export function pairRows(rows: ClassifiedRow[], index: FormIndex): ClassifiedRow[] {
  const out: ClassifiedRow[] = []
  for (let at = 0; at < rows.length; ) {
    const { table } = rows[at]!.source
    let end = at
    while (end < rows.length && rows[end]!.source.table === table) end++
    for (const row of pairTable(rows.slice(at, end), index)) out.push(row)
    at = end
  }
  return out
}

function pairTable(rows: ClassifiedRow[], index: FormIndex): ClassifiedRow[] {
  if (!rows.some(({ kind }) => kind === 'bare')) return rows
  const printed = rows.filter(({ kind }) => kind !== 'empty')
  const body = printed.filter(({ kind }) => kind === 'body' || kind === 'bare')
  const apart = body.every(({ kind, values }) => kind === 'bare' || !values.some(isFigure))
  const partners = apart ? pairAlternating(body, printed, index) : pairCut(printed, index)
  const used = new Set(partners.values())
  return rows.flatMap((row) => {
    const partner = partners.get(row)
    if (partner) return [{ ...row, values: [...row.values.filter(isFigure), ...partner.values] }]
    return used.has(row) ? [] : [row]
  })
}

/** Labels and figures take turns from the first row to the last: the first one says which stands above. */
function pairAlternating(
  body: ClassifiedRow[],
  printed: ClassifiedRow[],
  index: FormIndex,
): Map<ClassifiedRow, ClassifiedRow> {
  const partners = new Map<ClassifiedRow, ClassifiedRow>()
  const [first] = body
  const places = new Map(printed.map((row, at) => [row, at]))
  if (!first || body.length % 2 > 0) return partners
  for (let at = 0; at < body.length; at += 2) {
    const [upper, lower] = [body[at]!, body[at + 1]!]
    const adjoins = places.get(lower) === places.get(upper)! + 1
    const [label, figures] = first.kind === 'bare' ? [lower, upper] : [upper, lower]
    if (!adjoins || label.kind !== 'body' || figures.kind !== 'bare') return new Map()
    if (figures.values.filter(isFilled).length > columnsOf(label, index)) return new Map()
    partners.set(label, figures)
  }
  return partners
}

/** Rows with fewer cells than the form has columns, the rest in the next row. */
function pairCut(printed: ClassifiedRow[], index: FormIndex): Map<ClassifiedRow, ClassifiedRow> {
  const partners = new Map<ClassifiedRow, ClassifiedRow>()
  for (const [at, row] of printed.entries()) {
    const next = printed[at + 1]
    if (row.kind !== 'body' || next?.kind !== 'bare' || !row.values.every(isFigure) || row.values.length === 0) continue
    if (row.values.length + next.values.filter(isFigure).length === columnsOf(row, index)) partners.set(row, next)
  }
  return partners
}

function columnsOf({ targets }: ClassifiedRow, index: FormIndex): number {
  return index.blocks[targets[0]!.block]!.columns
}

const isFigure = ({ kind }: GridCellView) => kind === 'figure'
const isFilled = ({ kind }: GridCellView) => kind !== 'blank'
