import type { Pointer, Report, Section, SectionRole } from '../types'

/** A part of a report, with the pointer to it. */
export interface FoundPart {
  section: Section
  pointer: Pointer
}

/** The first part of a role; null where the report has none. */
export function findPart({ sections }: Report, role: SectionRole): FoundPart | null {
  const index = sections.findIndex((section) => section.role === role)
  return index < 0 ? null : { section: sections[index]!, pointer: `/sections/${index}` }
}
