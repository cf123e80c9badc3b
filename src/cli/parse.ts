import { csvHeader, formatCsv } from './format-csv'
import { formatHtml, htmlFooter, htmlHeader } from './format-html'
import { type Io, type Output, write } from './io'
import { openOutput, type Target } from './open-output'
import { type Parsed, parseDocuments } from './parse-documents'
import { listPaths } from './read-documents'
import { type CommonOptions, readFormat, readOptions } from './read-options'
import { isUnreadable } from './unreadable'
import { usageError } from './usage-error'

const formats = ['json', 'ndjson', 'csv', 'html'] as const
type Format = (typeof formats)[number]

/** `ogi-report parse`: prints reports as data. Gives 2 where a report could not be read, else 0. */
export async function parseCommand(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv, {
    format: { type: 'string' },
    tree: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
  })
  const { say, values } = options
  const format = readFormat(options, formats)
  if (options.paths.length === 0) throw usageError(say.missing('FILE|DIR|-'))
  const paths = await listPaths(options.paths, say)
  const target = await openOutput(values.output as string | undefined, format, io, say)
  let code = 0
  try {
    const writer = createWriter(format, target, options, paths)
    for await (const parsed of parseDocuments(paths, options, io, values.tree === true)) {
      if ('error' in parsed) await write(io.stderr, `ogi-report: ${say.failed(String(parsed.id), parsed.error)}\n`)
      if (isUnreadable(parsed)) code = 2
      await writer.add(parsed)
    }
    await writer.end()
  } finally {
    await target.close()
  }
  return code
}

interface Writer {
  add(parsed: Parsed): Promise<void>
  end(): Promise<void>
}

/**
 * Writes one report after the other, so that nothing is kept. JSON of a single file is the result itself, of several a
 * list of results with their `id`; JSON lines from standard input come out as JSON lines.
 */
function createWriter(format: Format, target: Target, { say }: CommonOptions, paths: string[]): Writer {
  const seen = new Map<Output, number>()
  async function add(parsed: Parsed): Promise<void> {
    const stream = target.streamFor(parsed.id)
    const count = seen.get(stream) ?? 0
    seen.set(stream, count + 1)
    const single = target.separate || (paths.length === 1 && paths[0] === parsed.id)
    await write(stream, piece(parsed, count, single))
  }
  function piece(parsed: Parsed, count: number, single: boolean): string {
    const failed = 'error' in parsed
    if (format === 'csv') return (count === 0 ? csvHeader : '') + (failed ? '' : formatCsv(parsed.result))
    if (format === 'html') {
      return (
        (count === 0 ? htmlHeader(say.lang) : '') + (failed ? '' : formatHtml(parsed.result, String(parsed.id), say))
      )
    }
    const record = failed ? { id: parsed.id, error: parsed.error } : { id: parsed.id, ...parsed.result }
    if (format === 'ndjson' || parsed.isRecord) return `${JSON.stringify(record)}\n`
    if (single) return `${JSON.stringify(failed ? record : parsed.result, null, 2)}\n`
    return `${count === 0 ? '[' : ','}\n${JSON.stringify(record, null, 2)}`
  }
  async function end(): Promise<void> {
    for (const stream of seen.keys()) {
      if (format === 'html') await write(stream, htmlFooter)
      if (format === 'json' && paths.length > 1 && !target.separate) await write(stream, '\n]\n')
    }
  }
  return { add, end }
}
