import type { AlignedForm, Alignment } from '../alignment'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { formLeaves, leafPointer, stubLeaves } from '../form/form-leaves'
import { twinForms } from '../form/twin-forms'
import type { GridRow } from '../grid/grid-rows'
import type { Root, Table } from '../tree'
import type { Form, Grammar, Pointer } from '../types'
import { bindFlattened, readFlattened } from './align-flattened'
import { bindGrid, readGrid } from './align-grid'
import { alignScattered } from './align-scattered'
import { alignTurned } from './align-turned'
import { bodyRows } from './body-rows'
import { type ProseSentence, proseSentences } from './flattened/prose-figures'
import type { FormCandidate } from './form-candidate'
import { joinCandidates } from './join-candidates'
import { ownYearRows } from './own-year-rows'
import { unverifiedCells } from './unverified-cells'

/** A candidate with the grammar that its form belongs to. */
interface Reading extends FormCandidate {
  grammar: Grammar
}

/**
 * Binds the figures of the document's tables to the leaves of the forms of all grammars: for each name of a form (table 二,
 * 三, 四) the edition and the reading that more of the printed labels bear out.
 */
export function align(tree: Root, context: Context): Alignment {
  const tables = tree.children.filter((node): node is Table => node.type === 'table')
  if (tables.length === 0) return { forms: [] }
  const rows = bodyRows(
    tables.filter(({ layout }) => layout !== 'flattened'),
    context,
  )
  const ownRows = ownYearRows(rows, tree, context)
  const all = context.grammars.flatMap((grammar) => grammar.forms.map((form) => ({ grammar, form })))
  let sentences: ProseSentence[] | undefined
  const prose = () => (sentences ??= proseSentences(runningText(tree)))
  const names = [...new Set(all.map(({ form }) => form.name))]
  const readings = names.map((name) => {
    const forms = all.filter(({ form }) => form.name === name)
    const read = readEditions(forms, ownRows, tables, context, prose)
    return read.length > 0 || ownRows === rows ? read : readEditions(forms, rows, tables, context, prose)
  })
  const certain = new Set(readings.flatMap(([first, ...others]) => (first && others.length === 0 ? first.grammar : [])))
  const chosen = readings.flatMap((editions) => (editions.length > 0 ? [chooseEdition(editions, certain)] : []))
  return {
    forms: alignScattered(chosen, tree, context, prose).map((reading) => settle(reading, context)),
  }
}

/** Share of the labels by which a form of another edition may fall behind and still be the one. */
const CLOSE = 0.1

/**
 * The same without cell borders, where figures that find no place lower the score of the right edition as well: both editions
 * miss what is damaged, only one of them what the other one prints.
 */
const DISTINCT = 0.02

/** The readings of all editions of one form that come near the best, best first. */
function readEditions(
  editions: { grammar: Grammar; form: Form }[],
  rows: GridRow[],
  tables: Table[],
  context: Context,
  prose: () => ProseSentence[],
): Reading[] {
  const twins = twinForms(context.grammars)
  const forms = [...new Set(editions.map(({ form }) => twins.get(form)!))]
  const read = readForms(forms, rows, tables, context, prose)
  return editions
    .flatMap(({ grammar, form }) => {
      const candidate = read.get(twins.get(form)!)
      return candidate ? [{ ...candidate, form, grammar }] : []
    })
    .sort((a, b) => b.score - a.score)
}

/** The candidates of those forms that come near the best; forms whose labels show that they cannot are not read at all. */
function readForms(
  forms: Form[],
  rows: GridRow[],
  tables: Table[],
  context: Context,
  prose: () => ProseSentence[],
): Map<Form, FormCandidate> {
  const bound = forms.map((form) => {
    const bordered = bindGrid(rows, form, context)
    const flattened = bindFlattened(tables, form, context)
    return { form, bordered, flattened, most: Math.max(bordered?.score ?? -1, flattened?.most ?? -1) }
  })
  let best = -1
  const isPlain = bound.every(({ bordered }) => !bordered)
  const most = Math.max(...bound.map((one) => one.most))
  const scored = bound
    .filter((one) => !isPlain || one.most > most - DISTINCT)
    .sort((a, b) => b.most - a.most)
    .flatMap(({ form, bordered, flattened, most }) => {
      if (most < best - CLOSE) return []
      const plain = flattened && readFlattened(flattened, context, prose)
      const score = Math.max(bordered?.score ?? -1, plain?.score ?? -1)
      best = Math.max(best, score)
      return [{ form, bordered, plain, score }]
    })
  const read = new Map<Form, FormCandidate>()
  for (const { form, bordered, plain, score } of scored) {
    if (score < best - CLOSE) continue
    const grid = bordered && readGrid(bordered, context)
    const candidate = grid && plain ? joinCandidates(grid, plain) : (grid ?? plain)
    if (candidate) read.set(form, candidate)
  }
  for (const form of forms) {
    if (read.get(form)?.cells.some(({ state }) => state === 'number')) continue
    const turned = alignTurned(rows, form, context)
    if (turned) read.set(form, turned)
  }
  return read
}

/** The paragraphs of a document, their lines joined. */
function runningText(tree: Root): string {
  return tree.children
    .map((node) => (node.type === 'paragraph' ? node.children.map(({ value }) => value).join('') : ''))
    .join('')
}

/**
 * The edition whose labels are seen more; null as edition where the rows that tell two editions apart are lost. Of equal
 * forms the one of a grammar that another table has shown.
 */
function chooseEdition(readings: Reading[], certain: Set<Grammar>): Reading {
  const [first, ...others] = readings as [Reading, ...Reading[]]
  const equal = others.find(({ score, grammar }) => score === first.score && certain.has(grammar))
  const best = equal && !certain.has(first.grammar) ? equal : first
  const rival = readings.find(({ form }) => form.edition !== best.form.edition)
  if (!rival || !isUndecided(best, rival)) return best
  return { ...best, edition: null }
}

/** Both editions read the same cells and neither has one of its own. */
function isUndecided(best: Reading, rival: Reading): boolean {
  const own = printedPointers(best)
  const other = printedPointers(rival)
  const differ = best.cells.length !== rival.cells.length
  return differ && own.size === other.size && [...own].every((pointer) => other.has(pointer))
}

function printedPointers({ cells }: FormCandidate): Set<Pointer> {
  return new Set(cells.filter(({ state }) => state !== 'absent').map(({ pointer }) => pointer))
}

/** Reports what the chosen reading has to say, and the rows of the form that are not in the source. */
function settle({ grammar, form, cells, tables, findings, edition, placed }: Reading, context: Context): AlignedForm {
  const named = new Set(findings.flatMap(({ finding }) => finding.pointers ?? []))
  for (const { ruleId, finding } of [...findings, ...unverifiedCells(form, cells, named, placed)]) {
    diagnose(context, ruleId, finding)
  }
  const lost = cells.filter(({ state, pointer }) => state === 'absent' && !named.has(pointer))
  if (lost.length > 0) reportLost(form, new Set(lost.map(({ pointer }) => pointer)), context)
  return { grammar: grammar.id, form, cells, tables, ...(edition !== undefined && { edition }) }
}

/** One finding for all rows that are not there; it names whole rows where it can, otherwise cells. */
function reportLost(form: Form, lost: Set<Pointer>, context: Context): void {
  const pointers: Pointer[] = []
  const labels: string[] = []
  for (const block of form.blocks) {
    for (const row of stubLeaves(block)) {
      const prefix = leafPointer(form, row.key, '')
      const own = [...lost].filter((pointer) => pointer.startsWith(`${prefix}/`))
      if (own.length === 0) continue
      for (const pointer of own) lost.delete(pointer)
      const whole = own.length === formLeaves(form).filter(({ pointer }) => pointer.startsWith(`${prefix}/`)).length
      pointers.push(...(whole ? [prefix] : own))
      labels.push(row.path[row.path.length - 1]!.labels[0]?.text ?? row.key)
    }
  }
  pointers.push(...lost)
  diagnose(context, 'structure-rows', {
    pointers,
    values: { actual: labels.length > 0 ? labels.join('、') : form.name, expected: form.edition ?? form.id },
  })
}
