/** One report to parse, or why there is none. */
export type Document = Identity & ({ content: string | Uint8Array } | { error: string })

/** What a report is called. */
export interface Identity {
  /** Its path, `-`, or the id of its record. */
  id: string | number | null
  /** True for a JSON line of standard input. */
  isRecord: boolean
}
