import type { Evidence, FigureEvidence } from '../../evidence/evidence'
import type { FormRow } from './form-rows'
import type { CellFigures } from './read-column-headings'
import { isPlain } from './row-reading'

/** A column of a block that no figures are bound to. */
interface OpenColumn {
  rows: FormRow[]
  column: number
  /** Its cells are amounts, which may have a unit or a sign. */
  mayBeAmount: boolean
}

/** Columns that are tried in every order. */
const MOST_OPEN = 4

/**
 * Gives the figures that are left to the columns that are left, where that can be done in one way: as many pieces as columns,
 * each as long as its column; figures with a unit or a sign are no counts.
 *
 * ```
 * 对外公开总数量 ¶ 本年增/减 12 3 ¶ 处理决定数量 10 852 ¶ 23 0     →  23 0 are of the first heading
 * ```
 */
export function completeColumns(
  rows: FormRow[],
  blocks: FormRow[][],
  evidence: Evidence[],
  hasGap: ((item: Evidence) => boolean) | undefined,
  cells: CellFigures,
): void {
  const cellOf = (row: FormRow, column: number) => `${row.index}/${column}`
  const open: OpenColumn[] = blocks.flatMap((block) =>
    [...block[0]!.leaves.entries()].flatMap(([column, { head }]) =>
      block.every((row) => !cells.has(cellOf(row, column)))
        ? [{ rows: block, column, mayBeAmount: (head.path[head.path.length - 1]!.type ?? 'count') !== 'count' }]
        : [],
    ),
  )
  const isRest = rows.every((row) =>
    [...row.leaves.keys()].every(
      (column) => cells.has(cellOf(row, column)) || open.some((one) => one.rows.includes(row) && one.column === column),
    ),
  )
  const pieces = piecesLeft(evidence, cells, hasGap)
  if (!isRest || open.length === 0 || open.length > MOST_OPEN || open.length !== pieces.length) return
  const ways = orders(pieces).filter((way) =>
    way.every((figures, at) => {
      const { rows: own, mayBeAmount } = open[at]!
      return figures.length === own.length && isPlain(figures) && (mayBeAmount || figures.every(isCount))
    }),
  )
  const [way, ...others] = ways
  if (!way || others.length > 0) return
  for (const [at, { rows: own, column }] of open.entries())
    for (const [index, row] of own.entries()) cells.set(cellOf(row, column), [way[at]![index]!])
}

/** Figures that no cell has, in pieces that words, bound figures and blank lines part. */
function piecesLeft(
  evidence: Evidence[],
  cells: CellFigures,
  hasGap: ((item: Evidence) => boolean) | undefined,
): FigureEvidence[][] {
  const used = new Set([...cells.values()].flat())
  const pieces: FigureEvidence[][] = []
  let isOpen = false
  for (const item of evidence) {
    if (item.kind !== 'figure' || used.has(item)) {
      isOpen = false
      continue
    }
    if (isOpen && !hasGap?.(item)) pieces[pieces.length - 1]!.push(item)
    else pieces.push([item])
    isOpen = true
  }
  return pieces
}

function isCount({ value, raw }: FigureEvidence): boolean {
  return value !== null && /^[0-9０-９,，]+$/.test(raw)
}

function orders<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, index) => orders(items.filter((_, at) => at !== index)).map((rest) => [item, ...rest]))
}
