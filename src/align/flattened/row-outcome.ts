import type { FigureEvidence } from '../../evidence/evidence'
import type { CellText } from './row-reading'

/** What became of one row of the form. */
export interface RowOutcome {
  /** `read`: each cell that all options agree on has its content. `unresolved`: figures are there, but no reading is certain. */
  state: 'read' | 'unresolved' | 'blank' | 'absent'
  /** The readings that remain. */
  options: CellText[][]
  evidence: 'label' | 'order' | 'solved' | 'text'
  /** The figures printed for it. */
  figures: FigureEvidence[]
  /** What was expected instead of the digits; fills the message. */
  expected: string
  /** Columns that stay open although the readings agree on them. */
  open?: ReadonlySet<number>
  /** Unresolved, but as many figures as cells stand in a line of their own: they are those of this row. */
  isPlaced?: boolean
}

/** A row that the source does not print. */
export const absentRow: RowOutcome = { state: 'absent', options: [], evidence: 'label', figures: [], expected: '' }
