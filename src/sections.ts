export { splitSections } from './split-sections'
export type { Grammar, ReportTree, Section } from './types'
