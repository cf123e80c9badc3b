import type { GridCellView } from '../grid/grid-rows'
import type { Evidence } from '../types'
import type { ClassifiedRow } from './classify-rows'

/** A row of the form with the table row that prints it. */
export interface BoundRow {
  block: number
  row: number
  source: ClassifiedRow
  /** The cells behind the label; from the row above or below where the label has a row of its own. */
  values: GridCellView[]
  /** The heading rows that stand over it. */
  head: ClassifiedRow[]
  evidence: Evidence
  /** Its label was lost or too damaged: bound by the rows around it, to be confirmed by sums. */
  guessed: boolean
}

/** What became of the rows of the tables. */
export interface BoundRows {
  rows: BoundRow[]
  /** Rows with figures among those of the form or right behind them, and none of its own: an extra row, a lost label. */
  strangers: ClassifiedRow[]
}
