import type { Alignment } from '../alignment'
import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import type { Root } from '../tree'
import type { Check } from '../types'
import { checkDisclosure } from './check-disclosure'
import { checkDisputes } from './check-disputes'
import { checkForm } from './check-form'
import { checkMetadata } from './check-metadata'
import { checkRequests } from './check-requests'
import { checkStatisticsTables } from './check-statistics-tables'
import { checkStructure, isNoReport } from './check-structure'
import { checkSubtotals } from './check-subtotals'
import { checkText } from './check-text'
import { checkTextParts } from './check-text-parts'

export { compareYears } from './compare-years'

/** Evaluates every rule that one report allows; writes nothing but checks and diagnostics. */
export function check(compiled: Compiled, alignment: Alignment, tree: Root, context: Context): Check[] {
  const sums = alignment.forms.flatMap(({ form, cells }) => checkForm(form, cells, context))
  const requests = checkRequests(compiled, context)
  checkDisputes(compiled, context)
  checkDisclosure(compiled, context)
  checkStructure(compiled, alignment, tree, context)
  if (!isNoReport(compiled.report)) checkMetadata(compiled, tree, context)
  return [
    ...sums,
    ...requests,
    ...checkSubtotals(compiled, alignment, context),
    ...checkStatisticsTables(compiled, context),
    ...checkText(compiled, context),
    ...checkTextParts(compiled, context),
  ]
}
