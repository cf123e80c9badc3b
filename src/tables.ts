export { readForm } from './read-form'
export { recoverTables } from './recover-tables'
export type * from './types'
