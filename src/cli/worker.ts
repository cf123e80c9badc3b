import { parseDocument } from './parse-document'

/** What a thread of the pool runs: the pool calls the default export. */
export default parseDocument
