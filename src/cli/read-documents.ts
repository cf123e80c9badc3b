import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Document } from './document'
import type { Io } from './io'
import { readRecords } from './read-records'
import { usageError } from './usage-error'
import type { Wording } from './wording'

/** Files of a folder that may be reports. */
const extensions = /\.(?:txt|md|markdown|html?|docx|pdf)$/i

/**
 * The files that `paths` name: a folder stands for the reports in it and below, in the order of their names.
 *
 * @throws a usage error where a path does not exist or a folder holds no report
 */
export async function listPaths(paths: string[], say: Wording): Promise<string[]> {
  const out: string[] = []
  for (const path of paths) {
    if (path === '-') {
      out.push(path)
      continue
    }
    const found = await stat(path).catch((error: Error) => {
      throw usageError(say.unreadable(path, error.message))
    })
    if (!found.isDirectory()) out.push(path)
    else {
      const names = await readdir(path, { recursive: true })
      const files = names.filter((name) => extensions.test(name)).sort()
      if (files.length === 0) throw usageError(say.nothingFound(path))
      out.push(...files.map((name) => join(path, name)))
    }
  }
  return out
}

/** Reads the files one after the other, each when it is asked for; `-` may hold many reports as JSON lines. */
export async function* readDocuments(paths: string[], io: Io, say: Wording): AsyncGenerator<Document> {
  for (const path of paths) {
    if (path === '-') yield* readRecords(io.stdin, say)
    else {
      try {
        yield { id: path, isRecord: false, content: new Uint8Array(await readFile(path)) }
      } catch (error) {
        yield { id: path, isRecord: false, error: (error as Error).message }
      }
    }
  }
}
