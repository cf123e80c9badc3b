import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Io, Output } from './io'
import { usageError } from './usage-error'
import type { Wording } from './wording'

/** Where a command writes its data. */
export interface Target {
  /** The stream for the report `id`. */
  streamFor(id: string | number | null): Output
  /** True where every report has a file of its own. */
  separate: boolean
  /** Ends the files, and waits until they are written. */
  close(): Promise<void>
}

/**
 * Opens what `--output` names: standard output, a file, or a folder (one that exists, or a name that ends with `/`),
 * which gets a file `NAME.EXTENSION` a report.
 */
export async function openOutput(path: string | undefined, extension: string, io: Io, say: Wording): Promise<Target> {
  if (path === undefined) return { streamFor: () => io.stdout, separate: false, async close() {} }
  const files = new Map<string, Output>()
  const isFolder = path.endsWith('/') || (await stat(path).catch(() => undefined))?.isDirectory() === true
  if (isFolder) await mkdir(path, { recursive: true })
  let failure: Error | undefined
  function streamFor(id: string | number | null): Output {
    const file = isFolder ? join(path!, `${fileName(id)}.${extension}`) : path!
    const stream = files.get(file) ?? createWriteStream(file).on('error', (error) => (failure ??= error))
    files.set(file, stream)
    return stream
  }
  async function close(): Promise<void> {
    await Promise.all([...files.values()].map((file) => once(file.end() as never, 'close')))
    if (failure) throw usageError(say.unreadable(path!, failure.message))
  }
  return { streamFor, separate: isFolder, close }
}

/** The name of the input without its extension; characters that a file name cannot hold become `_`. */
function fileName(id: string | number | null): string {
  return basename(String(id ?? 'report'))
    .replace(/\.\w{1,8}$/, '')
    .replace(/[^\p{L}\p{N}._-]/gu, '_')
}
