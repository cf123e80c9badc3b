import type { Output } from './io'

/** Tells how far a run of several reports is. */
export interface Progress {
  /** One more is done. The line of the bar is left empty, for data that may go to the same terminal. */
  advance(): void
  stop(): void
}

/** To the first column, then erase to the end of the line. */
const clearLine = '\r\u001b[K'

/** A progress bar on a terminal; silent elsewhere, for a single report, and for standard input, whose length is not known. */
export async function startProgress(paths: string[], stream: Output): Promise<Progress> {
  if (!stream.isTTY || paths.length < 2 || paths.includes('-')) return { advance() {}, stop() {} }
  const { SingleBar } = await import('cli-progress')
  const bar = new SingleBar({ stream, format: '{bar} {value}/{total} {eta_formatted}', clearOnComplete: true })
  bar.start(paths.length, 0)
  function advance() {
    bar.increment()
    stream.write(clearLine)
  }
  return { advance, stop: () => bar.stop() }
}
