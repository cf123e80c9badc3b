import type { Tinypool } from 'tinypool'
import type { Result } from '../types'
import type { Document, Identity } from './document'
import type { Io } from './io'
import { manifest } from './manifest'
import { mapInOrder } from './map-in-order'
import { parseDocument } from './parse-document'
import { startProgress } from './progress'
import { readDocuments } from './read-documents'
import type { CommonOptions } from './read-options'

/** A parsed report with what it was parsed from, or why it could not be read. */
export type Parsed = Identity &
  ({ result: Result; content: string | Uint8Array; milliseconds: number } | { error: string })

/** Reports kept in flight for each thread, so that none waits for the reader. */
const ahead = 2

/** Reads and parses all reports, in order, on `options.jobs` threads, with a progress bar where several are read at a terminal. */
export async function* parseDocuments(
  paths: string[],
  options: CommonOptions,
  io: Io,
  tree = false,
): AsyncGenerator<Parsed> {
  const { jobs, language, encoding, say } = options
  const pool = jobs > 1 ? await startPool(jobs) : undefined
  const progress = await startProgress(paths, io.stderr)
  async function parse(document: Document): Promise<Parsed> {
    if ('error' in document) return document
    const { content } = document
    const task = { content, language, tree, encoding }
    const start = performance.now()
    const result: Result = await (pool ? pool.run(task) : parseDocument(task))
    return { ...document, result, milliseconds: performance.now() - start }
  }
  try {
    for await (const parsed of mapInOrder(readDocuments(paths, io, say), jobs === 1 ? 1 : jobs * ahead, parse)) {
      progress.advance()
      yield parsed
    }
  } finally {
    progress.stop()
    await pool?.destroy()
  }
}

/** A thread needs a file of its own. Loaded for it alone: most runs read one report. */
async function startPool(threads: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool')
  const filename = new URL('dist/cli/worker.js', manifest().root).href
  return new Tinypool({ filename, minThreads: threads, maxThreads: threads })
}
