import type { AlignedCell } from '../alignment'
import type { Context } from '../context'
import { foldText } from '../fold/fold'
import { type FormLeaf, formLeaves } from '../form/form-leaves'
import type { GridCellView, GridRow } from '../grid/grid-rows'
import { oncePer } from '../once-per'
import type { Table } from '../tree'
import type { AxisRule, Form } from '../types'
import type { FormCandidate } from './form-candidate'
import { leafUnit, readLeaf } from './read-leaf'

/**
 * Reads a form of one row of figures (table 四) that is printed with its groups of columns as rows, or on its side:
 *
 * ```
 * 类别              │ 结果维持 │ 结果纠正 │ … │ 总计          行政复议 │ 结果维持 │ 0
 * 行政复议           │    0   │    1   │ … │  1                  │ 结果纠正 │ 1
 * 未经复议直接起诉     │    2   │    0   │ … │  2           …
 * 复议后起诉         │    0   │    0   │ … │  0
 * ```
 *
 * Each figure must have the words for one group and one column of it in its row and above it, and each cell of the form one
 * figure; else nothing of the table is read.
 *
 * @param rows the rows of all tables with cells, in order
 */
export function alignTurned(rows: GridRow[], form: Form, context: Context): FormCandidate | undefined {
  const words = turnedWords(form)
  if (!words) return undefined
  const tables = new Map<Table, GridRow[]>()
  for (const row of rows) {
    const own = tables.get(row.table)
    if (own) own.push(row)
    else tables.set(row.table, [row])
  }
  for (const [table, own] of tables) {
    const figures = own.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'figure'))
    if (figures.length !== words.leaves.length) continue
    const cells = bindFigures(own, words, context)
    if (cells) return { form, cells, score: 1, findings: [], tables: [table] }
  }
  return undefined
}

/** What tells the cells of such a form: the words of the innermost groups, and of the columns below them. */
interface TurnedWords {
  leaves: readonly FormLeaf[]
  /** Wordings of each innermost group. */
  groups: string[][]
  /** By wording the place of a column in its group; the same in all groups. */
  places: Map<string, number>
  size: number
}

const turnedWords: (form: Form) => TurnedWords | null = /* @__PURE__ */ oncePer((form) => {
  const leaves = formLeaves(form)
  if (leaves.some(({ stub, block }) => stub !== undefined || block > 0)) return null
  const groups: { rule: AxisRule | undefined; leaves: FormLeaf[] }[] = []
  for (const leaf of leaves) {
    const rule = leaf.head.path.at(-2)
    const last = groups.at(-1)
    if (last && rule && last.rule === rule) last.leaves.push(leaf)
    else groups.push({ rule, leaves: [leaf] })
  }
  const size = groups[0]?.leaves.length ?? 0
  const places = new Map(
    groups.flatMap((group) =>
      group.leaves.flatMap(({ head }, place) => wordings(head.path.at(-1)).map((word) => [word, place] as const)),
    ),
  )
  const areAlike = groups.every(({ rule, leaves }) => rule && leaves.length === size)
  return areAlike && size > 1 ? { leaves, groups: groups.map(({ rule }) => wordings(rule)), places, size } : null
})

function wordings(rule: AxisRule | undefined): string[] {
  return (rule?.labels ?? []).map(({ text }) => foldText(text))
}

/** The cells of the form, each with its figure; undefined unless every figure has one place and every place a figure. */
function bindFigures(rows: GridRow[], words: TurnedWords, context: Context): AlignedCell[] | undefined {
  const bound = new Map<number, AlignedCell>()
  const above: string[][] = []
  for (const { table, cells, spanning, width } of rows) {
    const labels = [...spanning, ...cells].filter(({ kind, colspan }) => kind === 'words' && colspan < width)
    const own = labels.map(({ text }) => foldText(text))
    for (const view of cells) {
      if (view.kind !== 'figure') continue
      const column = columnOf([...own, ...(above[view.column] ?? [])], words)
      const leaf = column === undefined ? undefined : words.leaves[column]
      if (!leaf || bound.has(column!)) return undefined
      const evidence = table.layout === 'positioned' ? 'geometry' : 'label'
      const options = { evidence, unit: leafUnit(leaf), bounded: table.layout === 'grid' } as const
      bound.set(column!, readLeaf(view, leaf, options, context))
    }
    if (!cells.some(({ kind }) => kind === 'figure')) for (const label of labels) headColumns(above, label)
  }
  const all = words.leaves.map((_, column) => bound.get(column))
  return all.every((cell) => cell?.state === 'number') ? (all as AlignedCell[]) : undefined
}

function headColumns(above: string[][], { text, column, colspan }: GridCellView): void {
  for (let at = column; at < column + colspan; at++) above[at] = [...(above[at] ?? []), foldText(text)]
}

/** The column of the form that the words around a figure name; undefined where they name none or several. */
function columnOf(texts: string[], { groups, places, size }: TurnedWords): number | undefined {
  const named = groups.flatMap((wordings, group) =>
    texts.some((text) => wordings.some((wording) => text.includes(wording))) ? [group] : [],
  )
  const found = new Set(texts.flatMap((text) => places.get(text) ?? []))
  const [group, ...otherGroups] = named
  const [place, ...otherPlaces] = found
  if (group === undefined || place === undefined || otherGroups.length > 0 || otherPlaces.length > 0) return undefined
  return group * size + place
}
