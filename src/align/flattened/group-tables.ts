import type { Context } from '../../context'
import { regionWords } from '../../evidence/collect-evidence'
import { type RegionText, regionText } from '../../evidence/region-text'
import { oncePer } from '../../once-per'
import { wordIndex } from '../../phrases/word-index'
import { labelTargets } from '../../spot/label-target'
import type { Table } from '../../tree'
import type { Form, Grammar } from '../../types'

/** Tables that hold different rows of the form are pieces of one; tables with the same rows are read one by one. */
export function groupTables(tables: Table[], form: Form, context: Context): Table[][] {
  const groups: { tables: Table[]; keys: Set<string> }[] = []
  for (const table of tables) {
    if (table.layout !== 'flattened') continue
    const keys = labelsIn(table, form, context)
    if (keys.size < 2) continue
    const last = groups[groups.length - 1]
    const shared = last ? [...keys].filter((key) => last.keys.has(key)).length : 0
    if (last && shared <= keys.size / 4) {
      last.tables.push(table)
      for (const key of keys) last.keys.add(key)
    } else groups.push({ tables: [table], keys })
  }
  return groups.map((group) => group.tables)
}

function labelsIn(table: Table, form: Form, { source, grammars }: Context): Set<string> {
  const printed = printedBodies(grammars)(regionOf([table], source))
  return new Set(tellingLabels(form).flatMap(({ body, key }) => (printed.has(body) ? [key] : [])))
}

/** Those of its labels that show that a table may hold the form. */
const tellingLabels = /* @__PURE__ */ oncePer((form: Form) => {
  const targets = labelTargets(form)
  const stubs = targets.filter(({ kind }) => kind === 'stub')
  return stubs.length > 0 ? stubs : targets.filter(({ body }) => body.length >= 3)
})

/** Which labels of all forms a region prints, found in one pass. */
const printedBodies = /* @__PURE__ */ oncePer((grammars: Grammar[]) => {
  const labels = grammars.flatMap(({ forms }) => forms.flatMap(tellingLabels))
  const index = wordIndex([...new Set(labels.map(({ body }) => body))].map((body) => [body, body] as const))
  return oncePer((region: RegionText): ReadonlySet<string> => {
    const printed = new Set<string>()
    index.each(regionWords(region).text, ([body = '']) => printed.add(body))
    return printed
  })
})

/** The text of tables, put together once for all forms. */
export function regionOf(tables: Table[], source: string | null): RegionText {
  const [table, ...others] = tables
  if (!table || others.length > 0) return regionText(tables, source)
  const known = regions.get(table)
  if (known && known.source === source) return known.region
  const region = regionText(tables, source)
  regions.set(table, { source, region })
  return region
}

const regions = new WeakMap<Table, { source: string | null; region: RegionText }>()
