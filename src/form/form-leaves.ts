import { oncePer } from '../once-per'
import type { AxisRule, Form, FormBlock, Pointer } from '../types'

/** One row or column heading that has cells of its own, with the groups above it. */
export interface AxisLeaf {
  /** Its keys from the outside in, joined by `/`; '' where no rule on the way has a key. */
  key: string
  /** From the outermost group to the leaf itself. */
  path: AxisRule[]
}

/** One cell of a form. */
export interface FormLeaf {
  /** `/requests/denied/stateSecret/total` */
  pointer: Pointer
  /** Index of its block in the form. */
  block: number
  /** Index of its row among the block's stub leaves; 0 where the block has no stub (table 四). */
  row: number
  /** Index of its column among the block's head leaves. */
  column: number
  /** The stub leaf; undefined where the block has no stub. */
  stub: AxisLeaf | undefined
  head: AxisLeaf
}

/** The cells of a form in the order of print: block by block, row by row. */
export const formLeaves: (form: Form) => readonly FormLeaf[] = /* @__PURE__ */ oncePer((form) =>
  form.blocks.flatMap((block, index) => {
    const stub = stubLeaves(block)
    const head = headLeaves(block)
    const rows: readonly (AxisLeaf | undefined)[] = stub.length > 0 ? stub : [undefined]
    return rows.flatMap((rowLeaf, row) =>
      head.map((headLeaf, column) => ({
        pointer: leafPointer(form, rowLeaf?.key ?? '', headLeaf.key),
        block: index,
        row,
        column,
        stub: rowLeaf,
        head: headLeaf,
      })),
    )
  }),
)

/** The rows of a block. */
export const stubLeaves: (block: FormBlock) => readonly AxisLeaf[] = /* @__PURE__ */ oncePer(({ stub }) =>
  axisLeaves(stub),
)

/** The columns of a block. */
export const headLeaves: (block: FormBlock) => readonly AxisLeaf[] = /* @__PURE__ */ oncePer(({ head }) =>
  axisLeaves(head),
)

/** `/form name/stub keys/head keys` */
export function leafPointer(form: Form, stubKey: string, headKey: string): Pointer {
  return `/${[form.name, stubKey, headKey].filter((part) => part !== '').join('/')}`
}

function axisLeaves(rules: AxisRule[], above: AxisRule[] = []): AxisLeaf[] {
  return rules.flatMap((rule) => {
    const path = [...above, rule]
    if (rule.children) return axisLeaves(rule.children, path)
    return [{ key: path.flatMap(({ key }) => key ?? []).join('/'), path }]
  })
}
