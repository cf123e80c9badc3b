import type { AlignedCell, AlignedForm, Alignment } from '../alignment'
import type {
  Applicants,
  Disclosure,
  Disputes,
  Documents,
  Fees,
  Items,
  Outcomes,
  Procurement,
  Provenance,
  Report,
  Requests,
} from '../types'

type Tables = Pick<Report, 'disclosure' | 'requests' | 'disputes'>

/** The statutory tables out of the alignment, with an entry of provenance for every leaf, whether the edition has it or not. */
export function compileTables(alignment: Alignment, provenance: Record<string, Provenance>): Tables {
  const find = (name: string) => alignment.forms.find(({ form }) => form.name === name)
  return {
    disclosure: fill(find('disclosure'), emptyDisclosure, provenance),
    requests: fill(find('requests'), emptyRequests, provenance),
    disputes: fill(find('disputes'), emptyDisputes, provenance),
  }
}

/** Writes the aligned cells into an empty table; leaves without a cell are `absent`. */
function fill<T extends object>(
  aligned: AlignedForm | undefined,
  empty: (edition: Disclosure['edition']) => T,
  provenance: Record<string, Provenance>,
): T | null {
  if (!aligned) return null
  const { name } = aligned.form
  const edition = aligned.edition === undefined ? aligned.form.edition : aligned.edition
  const table = empty(edition === '2019' || edition === '2021' ? edition : null)
  const cells = new Map(aligned.cells.map((cell) => [cell.pointer, cell]))
  write(table as Record<string, unknown>, `/${name}`, cells, provenance)
  return table
}

function write(
  node: Record<string, unknown>,
  pointer: string,
  cells: Map<string, AlignedCell>,
  provenance: Record<string, Provenance>,
): void {
  for (const key of Object.keys(node)) {
    if (key === 'edition') continue
    const at = `${pointer}/${key}`
    const child = node[key]
    if (child !== null) write(child as Record<string, unknown>, at, cells, provenance)
    else {
      const { pointer: _, value, ...entry } = cells.get(at) ?? { pointer: at, value: null, raw: '', state: 'absent' }
      node[key] = value
      provenance[at] = entry
    }
  }
}

const emptyDocuments = (): Documents => ({
  made: null,
  published: null,
  publicTotal: null,
  issued: null,
  repealed: null,
  inForce: null,
})
const emptyItems = (): Items => ({ previousItems: null, change: null, decisions: null })
const emptyFees = (): Fees => ({ previousItems: null, change: null, amount: null })
const emptyProcurement = (): Procurement => ({ items: null, amount: null })
const emptyOutcomes = (): Outcomes => ({ upheld: null, corrected: null, other: null, pending: null, total: null })
const emptyApplicants = (): Applicants => ({
  naturalPerson: null,
  business: null,
  research: null,
  publicWelfare: null,
  legalService: null,
  other: null,
  total: null,
})

const emptyDisclosure = (edition: Disclosure['edition']): Disclosure => ({
  edition,
  rules: emptyDocuments(),
  normativeDocuments: emptyDocuments(),
  licensing: emptyItems(),
  otherServices: emptyItems(),
  penalties: emptyItems(),
  coercion: emptyItems(),
  fees: emptyFees(),
  procurement: emptyProcurement(),
})

const emptyRequests = (edition: Requests['edition']): Requests => ({
  edition,
  received: emptyApplicants(),
  carriedIn: emptyApplicants(),
  granted: emptyApplicants(),
  partiallyGranted: emptyApplicants(),
  denied: {
    stateSecret: emptyApplicants(),
    prohibitedByLaw: emptyApplicants(),
    securityAndStability: emptyApplicants(),
    thirdPartyRights: emptyApplicants(),
    internalAffairs: emptyApplicants(),
    deliberative: emptyApplicants(),
    enforcementFile: emptyApplicants(),
    administrativeQuery: emptyApplicants(),
  },
  unavailable: { notHeld: emptyApplicants(), requiresCreation: emptyApplicants(), unclear: emptyApplicants() },
  rejected: {
    petition: emptyApplicants(),
    duplicate: emptyApplicants(),
    publication: emptyApplicants(),
    excessive: emptyApplicants(),
    confirmation: emptyApplicants(),
  },
  otherHandling: {
    undivided: emptyApplicants(),
    notCorrected: emptyApplicants(),
    feeUnpaid: emptyApplicants(),
    other: emptyApplicants(),
  },
  completed: emptyApplicants(),
  carriedOut: emptyApplicants(),
})

const emptyDisputes = (): Disputes => ({
  reconsideration: emptyOutcomes(),
  litigation: { direct: emptyOutcomes(), afterReconsideration: emptyOutcomes() },
})
