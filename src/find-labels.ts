import type { AxisRule, Form, Grammar, Label, Pointer } from './types'

/** The official labels of one place of a form. */
export interface FormLabels {
  /** Title of the part that the form stands in, and the caption of the block: 第二十条第（一）项. */
  table: string[]
  /** Row headings from the group to the row. */
  stub: string[]
  /** Column headings from the group to the column. */
  head: string[]
  /** What the cell counts: 件, 项, 元; null above a cell. */
  unit: string | null
}

/**
 * Looks a pointer up in the forms of `grammars`: `/requests/denied/stateSecret/total`, or any prefix that the form has.
 *
 * @param edition of the form; null for the first grammar that has the pointer
 * @returns undefined where no form of that edition has the pointer
 */
export function findLabels(grammars: Grammar[], pointer: Pointer, edition: string | null): FormLabels | undefined {
  const [root, name, ...keys] = pointer.split('/')
  if (root !== '' || name === undefined) return undefined
  for (const grammar of grammars) {
    for (const form of grammar.forms) {
      if (form.name !== name || (edition !== null && form.edition !== edition)) continue
      const found = findInForm(form, keys)
      const title = grammar.sections.find(({ forms }) => forms?.includes(form.id))?.labels[0]
      if (found) return { ...found, table: [...texts(title), ...found.table] }
    }
  }
  return undefined
}

/** Goes down the stub, then down the head with the keys that remain; table 四 has no stub. */
function findInForm(form: Form, keys: string[]): FormLabels | undefined {
  if (keys.length === 0) return { table: [], stub: [], head: [], unit: null }
  for (const { caption, stub, head } of form.blocks) {
    const row = stub.length === 0 ? { path: [], rest: keys } : descend(stub, keys)
    const column = row && (row.rest.length === 0 ? { path: [], rest: [] } : descend(head, row.rest))
    if (!row || column?.rest.length !== 0) continue
    return {
      table: texts(caption?.[0]),
      stub: canonical(row.path),
      head: canonical(column.path),
      unit: unitOf(column.path),
    }
  }
  return undefined
}

interface Descent {
  path: AxisRule[]
  rest: string[]
}

/** Follows the keys as far as they go: the headings on the way, groups without a key among them, and the keys left. */
function descend(rules: AxisRule[], keys: string[]): Descent | undefined {
  for (const rule of rules) {
    const own = rule.key?.split('/') ?? []
    if (own.some((key, i) => key !== keys[i])) continue
    const rest = keys.slice(own.length)
    const below = rule.children && rest.length > 0 ? descend(rule.children, rest) : undefined
    if (below) return { path: [rule, ...below.path], rest: below.rest }
    if (rule.key !== undefined) return { path: [rule], rest }
  }
  return undefined
}

/** The innermost unit; money is in yuan whatever unit the form prints. */
function unitOf(path: AxisRule[]): string | null {
  const cell = path[path.length - 1]
  if (cell?.type === 'money') return '元'
  return path.findLast(({ measure }) => measure !== undefined)?.measure ?? null
}

const texts = (label: Label | undefined): string[] => (label ? [label.text] : [])
const canonical = (path: AxisRule[]): string[] => path.flatMap(({ labels }) => texts(labels[0]))
