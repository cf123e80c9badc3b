import { compareReports, toRows } from '../index'
import { messages as zh } from '../messages/zh'
import type { Change, Comparison, Result } from '../types'
import { cut, pad } from './display-width'
import { formatFindings } from './format-findings'
import { type Io, wantsColor, write } from './io'
import { createPaint, type Paint } from './paint'
import { parseDocuments } from './parse-documents'
import { listPaths } from './read-documents'
import { type CommonOptions, readFormat, readOptions } from './read-options'
import { usageError } from './usage-error'

interface Pair {
  older: string
  newer: string
  comparison: Comparison
  /** Row and column of each cell of the newer report, by pointer. */
  labels: ReadonlyMap<string, string>
}

/** Columns that the name of a cell may take. */
const labelWidth = 50

/**
 * `ogi-report compare`: compares each report with the next one, oldest first.
 * JSON of two reports is the comparison itself, of more a list of comparisons with the names of both files.
 */
export async function compareCommand(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv, { format: { type: 'string' } })
  const { say, language } = options
  const messages = language === 'zh' ? { messages: zh } : {}
  const format = readFormat(options, ['json', 'text'])
  if (options.paths.length < 2) throw usageError(say.missing('OLD NEW [MORE ...]'))
  const pairs: Pair[] = []
  let last: { id: string; result: Result } | undefined
  for await (const parsed of parseDocuments(await listPaths(options.paths, say), options, io)) {
    const id = String(parsed.id)
    if ('error' in parsed) throw usageError(say.unreadable(id, parsed.error))
    const { result } = parsed
    const labels = new Map(toRows(result).map(({ pointer, row, column }) => [pointer, `${row} ${column}`]))
    if (last)
      pairs.push({ older: last.id, newer: id, comparison: compareReports(last.result, result, messages), labels })
    last = { id, result }
  }
  const paint = createPaint(wantsColor(io.stdout, io.env))
  const text = format === 'json' ? toJson(pairs) : pairs.map((pair) => toText(pair, options, paint)).join('\n')
  await write(io.stdout, text)
  return 0
}

function toJson(pairs: Pair[]): string {
  const list = pairs.map(({ older, newer, comparison }) => ({ older, newer, ...comparison }))
  return `${JSON.stringify(pairs.length === 1 ? pairs[0]!.comparison : list, null, 2)}\n`
}

function toText({ older, newer, comparison, labels }: Pair, { say }: CommonOptions, paint: Paint): string {
  const changed = comparison.changes.filter(({ difference }) => difference !== null && difference !== 0)
  return [
    `${paint('bold', `${older} → ${newer}`)}\n`,
    formatFindings(comparison.diagnostics, null, newer, { say, paint }),
    changed.map((change) => changeLine(change, labels.get(change.pointer) ?? change.pointer)).join(''),
  ].join('')
}

function changeLine({ older, newer, difference, ratio }: Change, label: string): string {
  const signed = (value: number) => (value > 0 ? `+${value}` : String(value))
  const percent = ratio === null ? '' : ` (${signed(Math.round(ratio * 1000) / 10)}%)`
  return `  ${pad(cut(label, labelWidth), labelWidth)} ${pad(String(older), 12, 'end')} → ${pad(String(newer), 12, 'end')}  ${signed(difference!)}${percent}\n`
}
