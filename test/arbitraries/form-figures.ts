import { form2019 } from '../../src/grammars/form-2019'
import { form2021 } from '../../src/grammars/form-2021'
import type { AxisRule, Form, Pointer } from '../../src/types'
import type { Edition, Recipe } from './recipe'

/** The three statutory tables, in the order of the report. */
export const tableNames = ['disclosure', 'requests', 'disputes'] as const

/** Name of a statutory table. */
export type TableName = (typeof tableNames)[number]

/** One figure as printed and as the contract states it (money in yuan). */
export interface Figure {
  raw: string
  value: number
}

/** The form of a table in an edition, out of the project's own grammars. */
export function formOf(name: TableName, edition: Edition): Form {
  const grammar = edition === '2019' ? form2019 : form2021
  return grammar.forms.find((form) => form.name === name)!
}

/** A leaf of an axis: its keys joined, the headings above it and its own, outermost first. */
export interface Leaf {
  path: string
  rules: AxisRule[]
}

/** The leaves of an axis in the order of print. */
export function leavesOf(axis: readonly AxisRule[], above: AxisRule[] = []): Leaf[] {
  return axis.flatMap((rule) => {
    const rules = [...above, rule]
    if (rule.children) return leavesOf(rule.children, rules)
    return [
      {
        path: rules
          .map(({ key }) => key)
          .filter((key) => key !== undefined)
          .join('/'),
        rules,
      },
    ]
  })
}

/** Every figure that the report of a recipe prints, by pointer; all the sums of the form hold. */
export function figuresOf(recipe: Recipe): Map<Pointer, Figure> {
  const figures = new Map<Pointer, Figure>()
  fillDisclosure(figures, recipe)
  fillRequests(figures, recipe)
  fillDisputes(figures, recipe)
  return figures
}

function fillDisclosure(figures: Map<Pointer, Figure>, recipe: Recipe): void {
  let drawn = 0
  for (const block of formOf('disclosure', recipe.disclosureEdition).blocks) {
    for (const row of leavesOf(block.stub)) {
      for (const column of leavesOf(block.head)) {
        const amount = recipe.disclosure[drawn++ % recipe.disclosure.length] ?? 0
        const rule = column.rules.at(-1)!
        figures.set(`/disclosure/${row.path}/${column.path}`, printed(amount, rule, recipe))
      }
    }
  }
}

function printed(amount: number, rule: AxisRule, recipe: Recipe): Figure {
  if (rule.type === 'signed') return amount % 3 === 1 ? whole(-amount) : whole(amount)
  if (rule.type !== 'money') return whole(amount)
  const decimals = amount > 0 && amount < 1_000_000 ? recipe.decimals : 0
  const yuan = amount * 10_000 + decimals
  const inTenThousands =
    decimals > 0 ? `${amount}.${String(decimals).padStart(4, '0').replace(/0+$/, '')}` : `${amount}`
  if (rule.unit !== undefined || amount === 0) return { raw: inTenThousands, value: yuan }
  // 采购总金额 carries its unit inside the cell
  const forms = [`${inTenThousands}万元`, `${inTenThousands} 万元`, `${yuan}元`, `${inTenThousands}万`]
  return { raw: forms[amount % forms.length]!, value: yuan }
}

function fillRequests(figures: Map<Pointer, Figure>, recipe: Recipe): void {
  const form = formOf('requests', recipe.requestsEdition)
  const columns = leavesOf(form.blocks[0]!.head)
  const results = recipe.results
  const completed = columns.slice(0, 6).map((_, column) => sum(results.map((row) => row[column] ?? 0)))
  const carriedIn = completed.map((done, column) =>
    Math.min(recipe.carriedIn[column] ?? 0, done + (recipe.carriedOut[column] ?? 0)),
  )
  const received = completed.map((done, column) => done + (recipe.carriedOut[column] ?? 0) - carriedIn[column]!)
  const fixed: Record<string, number[]> = { received, carriedIn, completed, carriedOut: recipe.carriedOut }
  let result = 0
  for (const row of leavesOf(form.blocks[0]!.stub)) {
    const addends = fixed[row.path] ?? results[result++]!
    const cells = [...addends, sum(addends)]
    for (const [column, leaf] of columns.entries())
      figures.set(`/requests/${row.path}/${leaf.path}`, whole(cells[column]!))
  }
}

function fillDisputes(figures: Map<Pointer, Figure>, recipe: Recipe): void {
  const leaves = leavesOf(formOf('disputes', recipe.requestsEdition).blocks[0]!.head)
  const cells = recipe.disputes.flatMap((addends) => [...addends, sum(addends)])
  for (const [column, leaf] of leaves.entries()) figures.set(`/disputes/${leaf.path}`, whole(cells[column]!))
}

const whole = (value: number): Figure => ({ raw: String(value === 0 ? 0 : value), value: value === 0 ? 0 : value })
const sum = (addends: readonly number[]) => addends.reduce((total, addend) => total + addend, 0)
