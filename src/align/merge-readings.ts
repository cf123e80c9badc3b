import type { AlignedCell } from '../alignment'
import type { DeferredFinding } from './form-candidate'
import type { RowReading } from './read-row'

/** The cells of a form by pointer, with what is to be said of them. */
export interface MergedCells {
  cells: Map<string, AlignedCell>
  findings: DeferredFinding[]
}

/**
 * Puts the readings of a form's rows together. A row printed twice (a repeated page, the whole report) counts once: the
 * reading of the table that has more rows of the form, then the first. Where the other one differs, that is a finding.
 */
export function mergeReadings(readings: RowReading[]): MergedCells {
  const support = new Map<unknown, number>()
  for (const { bound } of readings) {
    const { table } = bound.source.source
    support.set(table, (support.get(table) ?? 0) + 1)
  }
  function weight({ bound, cells }: RowReading): number {
    const read = cells.some(({ state }) => state !== 'blank')
    return bound.guessed || !read ? 0 : support.get(bound.source.source.table)!
  }
  const rows = new Map<string, RowReading[]>()
  for (const reading of readings) {
    const key = `${reading.bound.block}/${reading.bound.row}`
    const same = rows.get(key)
    if (same) same.push(reading)
    else rows.set(key, [reading])
  }
  const cells = new Map<string, AlignedCell>()
  const findings: DeferredFinding[] = []
  for (const same of rows.values()) {
    const [first, ...others] = [...same].sort((a, b) => weight(b) - weight(a))
    for (const cell of first!.cells) cells.set(cell.pointer, cell)
    findings.push(...first!.findings)
    for (const other of others) if (!other.bound.guessed) findings.push(...differences(first!, other))
  }
  return { cells, findings }
}

function differences(first: RowReading, other: RowReading): DeferredFinding[] {
  const own = new Map(first.cells.map((cell) => [cell.pointer, cell]))
  const differing = other.cells.filter(({ pointer, value }) => {
    const cell = own.get(pointer)
    return value !== null && cell !== undefined && cell.value !== value
  })
  const [one] = differing
  if (!one) return []
  return [
    {
      ruleId: 'structure-label-duplicate',
      finding: {
        pointers: differing.map(({ pointer }) => pointer),
        position: one.position,
        values: { actual: other.bound.source.labels.at(-1)?.view.text.replace(/\s+/g, '') ?? '' },
        related: differing.flatMap(({ pointer }) => {
          const cell = own.get(pointer)!
          return cell.position ? [{ message: `\`${cell.raw}\``, position: cell.position, pointer }] : []
        }),
      },
    },
  ]
}
