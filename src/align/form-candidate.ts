import type { AlignedCell } from '../alignment'
import type { Finding } from '../append-finding'
import type { RuleId } from '../diagnostics'
import type { Table } from '../tree'
import type { Form, Pointer } from '../types'

/** A finding that is reported only if the reading it belongs to is chosen. */
export interface DeferredFinding {
  ruleId: RuleId
  finding: Finding
}

/** One way to read one form out of one or several tables; `align` chooses among them. */
export interface FormCandidate {
  form: Form
  /** Every leaf of the form, in its order; those that the source does not print have the state `absent`. */
  cells: AlignedCell[]
  /** Share of the form's labels that were seen, 0 to 1, less what contradicts it. */
  score: number
  findings: DeferredFinding[]
  /** The tables it was read from, in document order. */
  tables: Table[]
  /** Unresolved cells whose only candidate has its place in a row printed on a line of its own. */
  placed?: ReadonlySet<Pointer>
  /** Its headings show other columns than the form's, or another order of them. */
  reordered?: boolean
  /** The edition that the printed rows show, where it is not the form's own; null where they do not show it. */
  edition?: string | null
}
