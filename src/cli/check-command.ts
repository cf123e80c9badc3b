import type { Diagnostic } from '../types'
import { formatFindings } from './format-findings'
import { type Checked, formatSarif } from './format-sarif'
import { type Io, wantsColor, write } from './io'
import { isUnreadable } from './is-unreadable'
import { manifest } from './manifest'
import { createPaint } from './paint'
import { type Parsed, parseDocuments } from './parse-documents'
import { listPaths } from './read-documents'
import { type CommonOptions, readFormat, readOptions } from './read-options'
import { usageError } from './usage-error'

/**
 * `ogi-report check`: prints what is wrong in reports.
 * Gives 0 where nothing is, 1 where a report itself is to blame for an error or a warning, 2 where one is unreadable.
 */
export async function checkCommand(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv, { format: { type: 'string' } })
  const { say } = options
  const format = readFormat(options, ['text', 'json', 'sarif'])
  if (options.paths.length === 0) throw usageError(say.missing('FILE|DIR|-'))
  const paths = await listPaths(options.paths, say)
  const summary = { error: 0, warning: 0, info: 0, files: 0 }
  const reports: object[] = []
  const checked: Checked[] = []
  let wrong = false
  let unreadable = false
  for await (const parsed of parseDocuments(paths, options, io)) {
    const id = String(parsed.id)
    summary.files++
    unreadable ||= isUnreadable(parsed)
    if ('error' in parsed) await write(io.stderr, `ogi-report: ${say.failed(id, parsed.error)}\n`)
    else {
      for (const { severity } of parsed.result.diagnostics) summary[severity]++
      wrong ||= parsed.result.diagnostics.some(isWrong)
      if (format === 'text') await write(io.stdout, text(parsed, id, options, io))
    }
    if (format === 'json') reports.push(toJson(id, parsed))
    if (format === 'sarif') checked.push(...toChecked(id, parsed))
  }
  if (format === 'json') await write(io.stdout, `${JSON.stringify(reports, null, 2)}\n`)
  if (format === 'sarif') {
    const sarif = formatSarif(checked, manifest().version)
    await write(io.stdout, `${JSON.stringify(sarif, null, 2)}\n`)
  }
  const { error, warning, info, files } = summary
  const total = error + warning + info
  await write(io.stderr, `${total === 0 ? say.nothingWrong(files) : say.found(error, warning, info, files)}\n`)
  return unreadable ? 2 : wrong ? 1 : 0
}

/** An error or a warning that the report itself is to blame for. */
function isWrong({ severity, blame }: Diagnostic): boolean {
  return severity !== 'info' && blame === 'source'
}

function text(parsed: Parsed, id: string, { say }: CommonOptions, io: Io): string {
  if ('error' in parsed) return ''
  const paint = createPaint(wantsColor(io.stdout, io.env))
  return formatFindings(parsed.result.diagnostics, parsed.result.source, id, { say, paint })
}

function toJson(id: string, parsed: Parsed): object {
  if ('error' in parsed) return { id, error: parsed.error }
  return { id, diagnostics: parsed.result.diagnostics, checks: parsed.result.checks }
}

function toChecked(id: string, parsed: Parsed): Checked[] {
  if ('error' in parsed) return []
  return [{ uri: toUri(id), isText: isText(parsed.content), diagnostics: parsed.result.diagnostics }]
}

/** A path as a relative URI reference. */
function toUri(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
}

/** Positions index the file itself, not a text extracted from PDF (`%PDF`) or DOCX (`PK`). */
function isText(content: string | Uint8Array): boolean {
  if (typeof content === 'string') return true
  const magic = String.fromCharCode(...content.subarray(0, 4))
  return !magic.startsWith('%PDF') && !magic.startsWith('PK')
}
