import type { Evidence } from '../../evidence/evidence'
import type { RegionText } from '../../evidence/region-text'
import { foldText } from '../../fold/fold'
import { headLeaves } from '../../form/form-leaves'
import { parseUnit } from '../../literal/unit'
import { labelWords } from '../../spot/word-stream'
import type { Form, Label } from '../../types'

/** Units of the columns by block and column: `0/2`; null where the printed heading names none. */
export type ColumnUnits = Map<string, string | null>

/**
 * The unit that each column's printed heading names: 本年收费金额（单位：元） overrides the 万元 of the form. A column whose
 * heading is not printed is left out: the form's unit counts.
 */
export function columnUnits(form: Form, evidence: Evidence[], region: RegionText): ColumnUnits {
  const units: ColumnUnits = new Map()
  for (const [block, formBlock] of form.blocks.entries()) {
    for (const [column, { path }] of headLeaves(formBlock).entries()) {
      const rule = path[path.length - 1]!
      if (rule.type !== 'money') continue
      const heading = evidence.find((item) => isHeading(item, block, column, rule.labels[0]))
      if (!heading) continue
      units.set(`${block}/${column}`, printedUnit(foldText(region.text.slice(heading.from, heading.to + 14))))
    }
  }
  return units
}

/** The label of the column, or its first words: 本年收费金额 without a unit. */
function isHeading(item: Evidence, block: number, column: number, label: Label | undefined): boolean {
  if (item.kind === 'label') {
    const { kind, block: spottedBlock, leaf } = item.spot.target
    return kind === 'head' && spottedBlock === block && leaf === column
  }
  return item.kind === 'word' && item.text.length >= 4 && label !== undefined && labelWords(label).startsWith(item.text)
}

/** `本年收费金额（单位：万元）` → 单位：万元 */
function printedUnit(heading: string): string | null {
  const inner = /\(([^()]{1,12})\)/.exec(heading)?.[1]
  return inner !== undefined && parseUnit(inner) ? inner : null
}
