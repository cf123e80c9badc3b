import { formatFindings } from './format-findings'
import { formatOutline, formatSummary } from './format-summary'
import { formatTables } from './format-tables'
import { type Io, wantsColor, write } from './io'
import { isUnreadable } from './is-unreadable'
import { createPaint, type Paint } from './paint'
import { type Parsed, parseDocuments } from './parse-documents'
import { listPaths } from './read-documents'
import { type CommonOptions, readOptions } from './read-options'
import { usageError } from './usage-error'

/** Columns of a page where the output is no terminal, and at most. */
const widest = 110

/** `ogi-report show`: outline, tables, findings and time of reports, for reading. */
export async function showCommand(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv)
  if (options.paths.length === 0) throw usageError(options.say.missing('FILE|DIR|-'))
  const paths = await listPaths(options.paths, options.say)
  const paint = createPaint(wantsColor(io.stdout, io.env))
  const width = Math.min(io.stdout.columns ?? widest, widest)
  let code = 0
  for await (const parsed of parseDocuments(paths, options, io)) {
    if (isUnreadable(parsed)) code = 2
    await write(io.stdout, page(parsed, options, paint, width))
  }
  return code
}

function page(parsed: Parsed, { say }: CommonOptions, paint: Paint, width: number): string {
  const id = String(parsed.id)
  const title = `${paint('cyan', '━'.repeat(width))}\n${paint('bold', id)}\n\n`
  if ('error' in parsed) return `${title}${paint('red', parsed.error)}\n\n`
  const { result, milliseconds } = parsed
  const { report, checks, diagnostics, source } = result
  const count = (status: string) => checks.filter((check) => check.status === status).length
  const findings = formatFindings(diagnostics, source, '', { say, paint })
  return [
    title,
    formatSummary(report, say, paint),
    heading(say.outline, paint),
    formatOutline(report, paint, width),
    heading(say.tables, paint),
    formatTables(result, paint, width),
    `  ${say.checks(count('pass'), count('fail'), count('unknown'))}\n`,
    heading(say.findings, paint),
    indent(findings || `${paint('green', say.noFindings)}\n`),
    `\n${paint('dim', say.parsed(milliseconds.toFixed(1), source?.length ?? 0))}\n\n`,
  ].join('')
}

const heading = (text: string, paint: Paint): string => `\n${paint('cyan', `── ${text} `)}\n`
const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ')
