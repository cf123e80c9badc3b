import { once } from 'node:events'

/** A stream that a command writes to; a terminal has a width. */
export interface Output extends NodeJS.WritableStream {
  isTTY?: boolean
  columns?: number
  /** Set where the stream broke: a full disk, a reader that went away. */
  errored?: Error | null
}

/** The streams of one run: a test gives its own. */
export interface Io {
  stdin: AsyncIterable<Uint8Array | string>
  /** Data. */
  stdout: Output
  /** Messages and progress. */
  stderr: Output
  /** Default: empty. `NO_COLOR` and `FORCE_COLOR` are read, nothing else. */
  env?: Record<string, string | undefined>
}

/** Writes, and waits where the reader is slower than we are. */
export async function write(stream: Output, text: string): Promise<void> {
  if (text === '' || stream.write(text)) return
  if (stream.errored) throw stream.errored
  await once(stream, 'drain')
}

/** True on a terminal, unless `NO_COLOR` is set (no-color.org); `FORCE_COLOR` colours files too. */
export function wantsColor(stream: Output, env: Io['env'] = {}): boolean {
  if (env.NO_COLOR) return false
  return stream.isTTY === true || Boolean(env.FORCE_COLOR)
}
