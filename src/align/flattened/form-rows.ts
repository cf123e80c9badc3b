import { type FormLeaf, formLeaves, headLeaves, stubLeaves } from '../../form/form-leaves'
import { oncePer } from '../../once-per'
import type { Constraint, Form } from '../../types'

/** A row of figures that the form prints. */
export interface FormRow {
  /** Among the rows of the form. */
  index: number
  block: number
  /** Among the rows of its block. */
  row: number
  /** Its cells from left to right. */
  leaves: FormLeaf[]
  /** Has a printed label of its own (table 四 has not). */
  labelled: boolean
  /** Sums within the row. */
  sums: Sum[]
}

/** The figures at `left` are, together, what those at `right` are: indexes of columns in a row, or of rows in a form. */
export interface Sum {
  left: number[]
  right: number[]
}

/** The rows of a form with their sums. */
export interface FormRows {
  rows: FormRow[]
  /** Sums down the columns, by index of the row. */
  columnSums: Sum[]
}

/** Lays a form out as rows of figures, and its rules of equality as sums over them. */
export const formRows: (form: Form) => FormRows = /* @__PURE__ */ oncePer((form) => {
  const leaves = formLeaves(form)
  const rows: FormRow[] = []
  const columnSums: Sum[] = []
  for (const [block, formBlock] of form.blocks.entries()) {
    const stub = stubLeaves(formBlock)
    const head = headLeaves(formBlock)
    const first = rows.length
    const sums = toSums(form.rules, 'head', head)
    for (let row = 0; row < Math.max(1, stub.length); row++) {
      rows.push({
        index: rows.length,
        block,
        row,
        leaves: leaves.filter((leaf) => leaf.block === block && leaf.row === row),
        labelled: stub.length > 0,
        sums,
      })
    }
    for (const { left, right } of toSums(form.rules, 'stub', stub)) {
      columnSums.push({ left: left.map((row) => row + first), right: right.map((row) => row + first) })
    }
  }
  return { rows, columnSums }
})

/** The rules of one axis whose keys all stand on it; inequalities prove no reading. */
function toSums(rules: Constraint[], axis: Constraint['axis'], leaves: readonly { key: string }[]): Sum[] {
  const indexes = new Map(leaves.map(({ key }, index) => [key, index]))
  return rules.flatMap((rule) => {
    if (rule.axis !== axis || (rule.relation ?? '=') !== '=') return []
    const left = rule.left.map((key) => indexes.get(key) ?? -1)
    const right = rule.right.map((key) => indexes.get(key) ?? -1)
    return left.includes(-1) || right.includes(-1) ? [] : [{ left, right }]
  })
}

/** Does the sum hold over these figures? Decimals are compared without binary dust. */
export function sumHolds({ left, right }: Sum, value: (index: number) => number): boolean {
  const difference = add(left, value) - add(right, value)
  return Math.abs(difference) < 1e-6
}

function add(indexes: number[], value: (index: number) => number): number {
  return indexes.reduce((sum, index) => sum + value(index), 0)
}
