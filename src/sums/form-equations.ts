import { headLeaves, leafPointer, stubLeaves } from '../form/form-leaves'
import { oncePer } from '../once-per'
import type { AxisRule, Constraint, Form, FormBlock } from '../types'
import type { Equation } from './evaluate'

/**
 * The rules of a form at every place where they apply: a rule over rows once a column, a rule over columns once a row.
 * A rule belongs to the blocks that have all of its keys.
 */
export const formEquations: (form: Form) => readonly Equation[] = /* @__PURE__ */ oncePer((form) =>
  form.rules.flatMap((rule) => form.blocks.flatMap((block) => blockEquations(form, block, rule))),
)

function blockEquations(form: Form, block: FormBlock, rule: Constraint): Equation[] {
  const rows = keysOf(stubLeaves(block))
  const columns = keysOf(headLeaves(block))
  const own = rule.axis === 'stub' ? rows : columns
  const across = rule.axis === 'stub' ? columns : rows
  const keys = [...rule.left, ...rule.right]
  if (![rule.subject, ...keys].every((key) => own.has(key))) return []
  return [...(across.size > 0 ? across : new Map([['', []]]))].map(([line, path]) => {
    const at = (key: string) => (rule.axis === 'stub' ? leafPointer(form, key, line) : leafPointer(form, line, key))
    const signed = [...path, ...keys.flatMap((key) => own.get(key) ?? [])].some(({ type }) => type === 'signed')
    return {
      ruleId: rule.ruleId,
      subject: at(rule.subject),
      left: rule.left.map(at),
      ...(rule.relation && { relation: rule.relation }),
      right: rule.right.map(at),
      ...(rule.severity && { severity: rule.severity }),
      ...(signed && { signed }),
    }
  })
}

function keysOf(leaves: readonly { key: string; path: AxisRule[] }[]): Map<string, AxisRule[]> {
  return new Map(leaves.map(({ key, path }) => [key, path]))
}
