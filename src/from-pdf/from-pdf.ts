import { type Context, createContext } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import type { Root } from '../tree'
import type { Limits, Messages, TextItem } from '../types'
import { readItems } from './from-pdf-text'
import { type PdfPage, pageItems } from './page-items'

/** Options of `fromPdf`. */
export interface PdfOptions {
  /** Default: those of `ParseOptions`. */
  limits?: Partial<Limits>
  /** Wording of the diagnostics; default English. */
  messages?: Messages
}

/**
 * Reads a PDF that has a text layer, by the package `unpdf` (an optional peer dependency, loaded at the first call).
 *
 * A file that cannot be read, is protected or is a scan gives an empty tree and a `file-*` diagnostic in
 * `root.data.diagnostics`; so does a missing `unpdf`. No script of the file runs, and nothing is fetched.
 *
 * @throws {TypeError} (as a rejection) on anything but bytes
 */
export async function fromPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Root> {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('Expected a Uint8Array as the first argument of `fromPdf`')
  const context = createContext(null, options)
  return readItems(await textItems(bytes, context), context)
}

async function textItems(bytes: Uint8Array, context: Context): Promise<TextItem[]> {
  const { limits } = context
  if (bytes.length > limits.bytes) {
    const values = { what: 'the file in bytes', actual: bytes.length, expected: limits.bytes }
    diagnoseReading(context, 'file-limit', { severity: 'error', values })
    return []
  }
  const open = await loadReader()
  if (!open) {
    diagnoseReading(context, 'file-unsupported', {
      values: { actual: 'PDF' },
      help: 'Install the package `unpdf`: npm i unpdf',
    })
    return []
  }
  try {
    const document = await open(bytes)
    const items = await readPages(document, context)
    await document.destroy()
    return items
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') diagnoseReading(context, 'file-encrypted')
    else diagnoseReading(context, 'file-unreadable', { values: { actual: 'a damaged or incomplete PDF' } })
    return []
  }
}

/** What is used of a document of pdf.js. */
interface PdfDocument {
  numPages: number
  getPage(number: number): Promise<PdfPage>
  destroy(): Promise<void>
}

/** Opens documents with pdf.js, without messages on the console; null where `unpdf` is not installed. */
async function loadReader(): Promise<((bytes: Uint8Array) => Promise<PdfDocument>) | null> {
  try {
    const { getDocumentProxy } = await import('unpdf')
    // pdf.js takes the bytes over: it gets a copy.
    return (bytes) => getDocumentProxy(bytes.slice(), { verbosity: 0, enableXfa: false, useWorkerFetch: false })
  } catch {
    return null
  }
}

async function readPages(document: PdfDocument, context: Context): Promise<TextItem[]> {
  const { limits } = context
  const pages = Math.min(document.numPages, limits.pages)
  const items: TextItem[] = []
  let empty = 0
  let damaged = 0
  for (let number = 1; number <= pages; number++) {
    try {
      const found = await pageItems(await document.getPage(number), number)
      if (found.length === 0) empty++
      items.push(...found)
    } catch {
      if (damaged === 0) diagnoseReading(context, 'file-unreadable', { values: { actual: `page ${number}` } })
      damaged++
    }
  }
  if (document.numPages > pages) {
    const values = { what: 'the document in pages', actual: document.numPages, expected: pages }
    diagnoseReading(context, 'file-limit', { values })
  }
  if (empty > 0)
    diagnoseReading(context, 'file-no-text', {
      severity: items.length > 0 ? 'warning' : 'error',
      values: { actual: empty, expected: pages },
    })
  return items
}
