export { parseReport } from './parse-report'
export type * from './types'
