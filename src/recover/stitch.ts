import type { Grid, GridCell } from '../types'

/** A grid, and whether only page breaks part it from the one before. */
export interface GridPiece {
  grid: Grid
  adjoins: boolean
}

/**
 * Joins the pieces of tables that a page break cut: equally wide, nothing else between. A heading repeated on the new page is
 * left out, a row without a first cell stays a row.
 *
 * ```
 * 指标 │ 数量            指标 │ 数量
 * 甲   │ 3               甲   │ 3
 *  ── page break ──   →   乙   │ 4
 * 指标 │ 数量
 * 乙   │ 4
 * ```
 */
export function stitchGrids(pieces: GridPiece[]): Grid[] {
  const out: Grid[] = []
  for (const { grid, adjoins } of pieces) {
    const before = out[out.length - 1]
    if (adjoins && before && belongs(grid, before)) out[out.length - 1] = join(before, grid)
    else out.push(grid)
  }
  return out
}

/** Another table begins with headings of its own. */
function belongs(grid: Grid, before: Grid): boolean {
  if (grid.layout !== before.layout || grid.rows[0]?.length !== before.rows[0]?.length) return false
  const heads = headsOf(grid)
  return heads.length === 0 || sameRows(heads, headsOf(before))
}

function join(before: Grid, { rows, position }: Grid): Grid {
  const repeated = headsOf({ rows }).length
  return {
    ...before,
    rows: [...before.rows, ...rows.slice(repeated)],
    ...(before.position && position && { position: { start: before.position.start, end: position.end } }),
  }
}

function headsOf({ rows }: Pick<Grid, 'rows'>): (GridCell | null)[][] {
  const body = rows.findIndex((row) => row.some((cell) => cell && !cell.header))
  return body < 0 ? rows : rows.slice(0, body)
}

function sameRows(left: (GridCell | null)[][], right: (GridCell | null)[][]): boolean {
  const text = (rows: (GridCell | null)[][]) =>
    rows.map((row) => row.map((cell) => cell?.raw.replace(/\s/g, '') ?? '').join('|')).join('\n')
  return text(left) === text(right)
}
