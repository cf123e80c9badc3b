import type { AlignedCell, AlignedForm, Alignment } from '../alignment'
import type {
  Applicants,
  Disclosure,
  Disputes,
  Documents,
  Fees,
  Items,
  Outcomes,
  Pointer,
  Procurement,
  Provenance,
  Report,
  Requests,
} from '../types'

type Tables = Pick<Report, 'disclosure' | 'requests' | 'disputes'>

/** Every leaf of the statutory tables by its pointer, in the order of the report. */
export type TableCells = ReadonlyMap<Pointer, AlignedCell>

/** The statutory tables out of the alignment, with an entry of provenance for every leaf, whether the edition has it or not. */
export function compileTables(
  alignment: Alignment,
  provenance: Record<string, Provenance>,
): { tables: Tables; cells: TableCells } {
  const find = (name: string) => alignment.forms.find(({ form }) => form.name === name)
  const cells = new Map<Pointer, AlignedCell>()
  const tables = {
    disclosure: fill(find('disclosure'), emptyDisclosure, cells),
    requests: fill(find('requests'), emptyRequests, cells),
    disputes: fill(find('disputes'), emptyDisputes, cells),
  }
  for (const cell of cells.values()) provenance[cell.pointer] = entryOf(cell)
  return { tables, cells }
}

function entryOf({ raw, state, evidence, position, origin, candidates }: AlignedCell): Provenance {
  const entry: Provenance = { raw, state }
  if (evidence) entry.evidence = evidence
  if (position) entry.position = position
  if (origin) entry.origin = origin
  if (candidates) entry.candidates = candidates
  return entry
}

/** Writes the aligned cells into an empty table; leaves without a cell are `absent`. */
function fill<T extends object>(
  aligned: AlignedForm | undefined,
  empty: (edition: Disclosure['edition']) => T,
  cells: Map<Pointer, AlignedCell>,
): T | null {
  if (!aligned) return null
  const { name } = aligned.form
  const edition = aligned.edition === undefined ? aligned.form.edition : aligned.edition
  const table = empty(edition === '2019' || edition === '2021' ? edition : null)
  const own = new Map(aligned.cells.map((cell) => [cell.pointer, cell]))
  write(table as Record<string, unknown>, `/${name}`, own, cells)
  return table
}

function write(
  node: Record<string, unknown>,
  pointer: string,
  aligned: Map<Pointer, AlignedCell>,
  cells: Map<Pointer, AlignedCell>,
): void {
  for (const key of Object.keys(node)) {
    if (key === 'edition') continue
    const at = `${pointer}/${key}`
    const child = node[key]
    if (child !== null) write(child as Record<string, unknown>, at, aligned, cells)
    else {
      const cell = aligned.get(at) ?? { pointer: at, value: null, raw: '', state: 'absent' }
      node[key] = cell.value
      cells.set(at, cell)
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
