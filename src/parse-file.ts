import { bundledGrammars } from './bundled-grammars'
import { type Context, createContext } from './context'
import { diagnoseReading } from './diagnose-reading'
import { parseTree } from './parse-report'
import { parseSource } from './parse-source'
import { readWithinLimit } from './read-within-limit'
import { decode } from './sniff/decode'
import { type FileFormat, fileFormat } from './sniff/file-format'
import type { FileOptions, ReportTree, Result } from './types'

/**
 * Reads the file of one annual report: PDF, DOCX, HTML, Markdown or text, recognised by its first bytes. The readers of PDF and
 * DOCX are loaded when a file needs them; PDF needs the package `unpdf`.
 *
 * Nothing in the file makes it reject: it returns what it could read, and says the rest in `diagnostics` (`file-*`).
 *
 * @param options `encoding` names the encoding of a text file; all else as for `parseReport`
 * @throws {TypeError} (as a rejection) on anything but bytes and on wrong options
 */
export async function parseFile(file: Uint8Array | ArrayBuffer | Blob, options: FileOptions = {}): Promise<Result> {
  const bytes = await bytesOf(file)
  const { encoding, ...rest } = options
  const parseOptions = { grammars: bundledGrammars, ...rest }
  const context = createContext(null, parseOptions)
  const tree = await readFile(bytes, encoding, context, parseOptions)
  const result = parseTree(tree, tree.data?.source ?? '', parseOptions)
  result.diagnostics.unshift(...context.diagnostics)
  if (tree.children.length > 0 || !result.diagnostics.some(isFileError)) return result
  // Nothing was read: that a report is missing says no more than why.
  return { ...result, diagnostics: result.diagnostics.filter(({ ruleId }) => ruleId.startsWith('file-')) }
}

async function bytesOf(file: unknown): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file
  if (file instanceof ArrayBuffer) return new Uint8Array(file)
  if (typeof Blob !== 'undefined' && file instanceof Blob) return new Uint8Array(await file.arrayBuffer())
  throw new TypeError('Expected a Uint8Array, an ArrayBuffer or a Blob as the first argument of `parseFile`')
}

/** The tree of the file, its text in `data.source`. */
async function readFile(
  bytes: Uint8Array,
  encoding: string | undefined,
  context: Context,
  options: FileOptions,
): Promise<ReportTree> {
  const format = fileFormat(bytes)
  if (format === 'pdf') return (await import('./from-pdf/from-pdf')).fromPdf(bytes, options)
  if (format === 'zip') return (await import('./from-docx/from-docx')).fromDocx(bytes, options)
  if (format !== 'text') {
    refuse(format, context)
    return empty
  }
  const { limits } = context
  if (bytes.length > limits.bytes) {
    const values = { what: 'the file in bytes', actual: bytes.length, expected: limits.bytes }
    diagnoseReading(context, 'file-limit', { values })
  }
  const decoded = decode(bytes.subarray(0, limits.bytes), encoding)
  if (!decoded) {
    diagnoseReading(context, 'file-unreadable', { values: { actual: 'bytes that are no text' } })
    return empty
  }
  const { text, problem } = decoded
  if (problem) diagnoseReading(context, 'file-encoding', { values: { actual: sampleOf(text, problem) } })
  const tree = readWithinLimit(text, options, (part) => parseSource(part, options))
  return { ...tree, data: { ...tree.data, source: text } }
}

const empty: ReportTree = { type: 'root', children: [], data: { source: '' } }

/** Names of what is not read. */
const names: Partial<Record<FileFormat, string>> = { ole: '.doc/.wps', rtf: 'RTF', mhtml: 'MHTML' }

function refuse(format: FileFormat, context: Context): void {
  if (format === 'encrypted') diagnoseReading(context, 'file-encrypted')
  else if (format === 'image') diagnoseReading(context, 'file-no-text', { values: { actual: 1, expected: 1 } })
  else diagnoseReading(context, 'file-unsupported', { values: { actual: names[format] ?? format } })
}

function isFileError({ ruleId, severity }: Result['diagnostics'][number]): boolean {
  return ruleId.startsWith('file-') && severity === 'error'
}

/** A few characters around the first one that was not understood. */
function sampleOf(text: string, problem: 'bytes' | 'mojibake'): string {
  const first = problem === 'bytes' ? text.indexOf('\ufffd') : text.search(/[^\0-\x7f]/)
  return text.slice(Math.max(0, first - 4), first + 8).replace(/\s+/g, ' ')
}
