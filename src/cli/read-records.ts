import type { Document } from './document'
import type { Wording } from './wording'

/**
 * Reads standard input: one document with the id `-`, or, where the first line is a JSON record, a record a line.
 * A record is read when it is asked for; no more than one line is held.
 */
export async function* readRecords(input: AsyncIterable<Uint8Array | string>, say: Wording): AsyncGenerator<Document> {
  const lines = splitLines(input)
  const first = await lines.next()
  const head = first.done ? Buffer.alloc(0) : first.value
  if (!isRecord(head)) {
    const rest: Buffer[] = [head]
    for await (const line of lines) rest.push(line)
    yield { id: '-', isRecord: false, content: new Uint8Array(Buffer.concat(rest)) }
    return
  }
  yield readRecord(head, 1, say)
  let number = 1
  for await (const line of lines) {
    number++
    if (line.toString('utf8').trim() !== '') yield readRecord(line, number, say)
  }
}

/** A JSON object on one line: no report begins so. */
function isRecord(line: Buffer): boolean {
  return /^\ufeff?\s*\{\s*"/.test(line.subarray(0, 100).toString('utf8'))
}

function readRecord(line: Buffer, number: number, say: Wording): Document {
  let record: Record<string, unknown>
  try {
    record = JSON.parse(line.toString('utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    return { id: null, isRecord: true, error: say.badRecord(number, (error as Error).message) }
  }
  const { id, source, base64 } = record ?? {}
  const known = typeof id === 'string' || typeof id === 'number' ? id : null
  if (known === null) return { id: null, isRecord: true, error: say.badRecord(number, say.missing('"id"')) }
  if (typeof source === 'string') return { id: known, isRecord: true, content: source }
  if (typeof base64 === 'string')
    return { id: known, isRecord: true, content: new Uint8Array(Buffer.from(base64, 'base64')) }
  return { id: known, isRecord: true, error: say.badRecord(number, say.missing('"source" | "base64"')) }
}

/** The lines of a stream of bytes, each with its line feed, so that nothing of a single document is lost. */
async function* splitLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  for await (const piece of input) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece)
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...pending, chunk.subarray(start, end + 1)])
      pending = []
      start = end + 1
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  }
  if (pending.length > 0) yield Buffer.concat(pending)
}
