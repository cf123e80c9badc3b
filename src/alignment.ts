import type { Table } from './tree'
import type { Form, Pointer, Provenance } from './types'

/** One leaf of a form, bound to what is printed for it. */
export interface AlignedCell extends Provenance {
  /** `/requests/received/total` */
  pointer: Pointer
  /** Null unless the state is `number`; money in yuan. */
  value: number | null
}

/** One form of a grammar, found in the document. */
export interface AlignedForm {
  /** Id of its grammar. */
  grammar: string
  form: Form
  /** Every leaf of the form, in its order; those that the source does not print have the state `absent`. */
  cells: AlignedCell[]
  /** The tables of the tree that it was read from. */
  tables: Table[]
  /** Where the printed rows do not show the form's own edition: null where the rows that tell editions apart are lost. */
  edition?: string | null
}

/** What the forms of all grammars found in one document. At most one form of each name. */
export interface Alignment {
  forms: AlignedForm[]
}
