import type { Limits } from './types'

/** The default limits; `options.limits` overrides each. Meeting one is announced by `structure-limit` or `file-limit`. */
export const defaultLimits: Limits = {
  characters: 10_000_000,
  bytes: 100_000_000,
  zipEntries: 2_000,
  inflatedBytes: 200_000_000,
  depth: 512,
  pages: 500,
  cells: 100_000,
  tableNumbers: 1_000,
  candidates: 5_000,
  beam: 64,
}
