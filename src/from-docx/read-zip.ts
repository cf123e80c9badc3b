import { Inflate } from 'fflate'

/** One file of an archive, not yet inflated. */
export interface ZipEntry {
  name: string
  /** Bytes as stored. */
  data: Uint8Array
  deflated: boolean
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
/** The record at the end and the longest comment behind it. */
const END_SEARCH = 22 + 65_535

/**
 * Lists an archive by its central directory. Sizes that it states are not believed: `inflate` counts for itself.
 *
 * @param limit entries that are listed at most
 * @returns null for an archive that is cut or damaged
 */
export function readZip(bytes: Uint8Array, limit: number): { entries: ZipEntry[]; total: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const total = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < total && i < limit; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const data = storedBytes(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true))
    if (data === null) return null
    entries.push({ name, data, deflated: view.getUint16(at + 10, true) !== 0 })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries, total }
}

/** Bytes that are inflated in one step: a step yields at most a thousand times as many. */
const STEP = 16_384

/**
 * Inflates an entry, at most `limit` bytes of it.
 *
 * @returns null for damaged data; `whole` is false where the limit ended it
 */
export function inflate(entry: ZipEntry, limit: number): { bytes: Uint8Array; whole: boolean } | null {
  if (!entry.deflated) return { bytes: entry.data.subarray(0, limit), whole: entry.data.length <= limit }
  const chunks: Uint8Array[] = []
  let size = 0
  let isFinal = false
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk)
    size += chunk.length
    isFinal = final
  })
  try {
    for (let at = 0; at < entry.data.length && size <= limit; at += STEP)
      stream.push(entry.data.subarray(at, at + STEP), at + STEP >= entry.data.length)
  } catch {
    return null
  }
  const whole = isFinal && size <= limit
  return whole || size > limit ? { bytes: concatenate(chunks, Math.min(size, limit)), whole } : null
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - END_SEARCH; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return null
}

/** The data behind a local header, whose name and extra field may be longer than the directory's. */
function storedBytes(bytes: Uint8Array, view: DataView, header: number, size: number): Uint8Array | null {
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL_HEADER) return null
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  return start + size <= bytes.length ? bytes.subarray(start, start + size) : null
}

function concatenate(chunks: Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    const part = chunk.subarray(0, size - at)
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
