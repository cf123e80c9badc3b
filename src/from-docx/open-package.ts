import type { Context } from '../context'
import { diagnoseReading } from '../diagnose-reading'
import { childOf, parseXml, type XmlElement } from './parse-xml'
import { inflate, readZip, type ZipEntry } from './read-zip'

/** The parts of a DOCX that are read. */
export interface Package {
  body: XmlElement
  styles: XmlElement | undefined
  numbering: XmlElement | undefined
  footnotes: XmlElement[]
}

/**
 * Opens the package within the limits on bytes, zip entries, inflated bytes and nesting.
 *
 * @returns null where nothing can be read; a diagnostic says why
 */
export function openPackage(bytes: Uint8Array, context: Context): Package | null {
  const { limits } = context
  if (bytes.length > limits.bytes) return refuse(context, 'the file in bytes', bytes.length, limits.bytes)
  const archive = readZip(bytes, limits.zipEntries)
  if (!archive) return damaged(context, 'a damaged or incomplete zip archive')
  if (archive.total > limits.zipEntries)
    refuse(context, 'the archive in entries', archive.total, limits.zipEntries, 'warning')
  const main = archive.entries.find(({ name }) => /^word\/document\d*\.xml$/i.test(name))
  if (!main) {
    const kinds = archive.entries.map(({ name }) => /^(?:xl|ppt|OFD\.xml|content\.xml)/i.exec(name)?.[0]).find(Boolean)
    diagnoseReading(context, 'file-unsupported', {
      values: { actual: kinds ? (formats[kinds.toLowerCase()] ?? 'zip') : 'zip' },
    })
    return null
  }
  let left = limits.inflatedBytes

  function read(entry: ZipEntry | undefined): XmlElement | undefined {
    if (!entry) return undefined
    const inflated = inflate(entry, left)
    if (!inflated) {
      damaged(context, entry.name)
      return undefined
    }
    if (!inflated.whole) {
      refuse(context, `the inflated part ${entry.name} in bytes`, limits.inflatedBytes + 1, limits.inflatedBytes)
      return undefined
    }
    left -= inflated.bytes.length
    const parsed = parseXml(decodeXml(inflated.bytes), limits.depth)
    if (!parsed) damaged(context, entry.name)
    else if (parsed.deepest > limits.depth)
      diagnoseReading(context, 'structure-limit', {
        values: { what: 'nested elements', actual: parsed.deepest, expected: limits.depth },
      })
    return parsed?.root
  }

  const named = (name: string) => archive.entries.find((entry) => entry.name.toLowerCase() === name)
  const body = childOf(read(main), 'w:body')
  if (!body) return context.diagnostics.length > 0 ? null : damaged(context, main.name)
  const notes = read(named('word/footnotes.xml'))
  return {
    body,
    styles: read(named('word/styles.xml')),
    numbering: read(named('word/numbering.xml')),
    footnotes: (notes?.children ?? []).filter((note) => note.name === 'w:footnote' && !note.attributes['w:type']),
  }
}

/** Other formats that are zip archives, by a part that they hold. */
const formats: Record<string, string> = { xl: 'XLSX', ppt: 'PPTX', 'ofd.xml': 'OFD', 'content.xml': 'ODT' }

function damaged(context: Context, actual: string): null {
  diagnoseReading(context, 'file-unreadable', { values: { actual } })
  return null
}

function refuse(
  context: Context,
  what: string,
  actual: number,
  expected: number,
  severity: 'error' | 'warning' = 'error',
): null {
  diagnoseReading(context, 'file-limit', { severity, values: { what, actual, expected } })
  return null
}

/** The standard allows UTF-8 and UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes)
}
