import { isMojibake } from './is-mojibake'

/** Text and how it was read from bytes. */
export interface DecodedText {
  /** A byte order mark is kept. */
  text: string
  /** Label of the encoding, as the Encoding Standard names it: `utf-8`, `gb18030`. */
  encoding: string
  /** `bytes`: some fit no encoding and became U+FFFD. `mojibake`: the text was saved in the wrong encoding before. */
  problem: 'bytes' | 'mojibake' | null
}

/**
 * Decodes the bytes of a text file: byte order mark, then strict UTF-8, then the encoding that the file declares
 * (`<meta charset>`, `<?xml encoding?>`), then GB18030, which includes GBK and GB2312. Nothing is repaired.
 *
 * @param label an encoding that overrides all of these
 * @throws {TypeError} on a label that the Encoding Standard does not know
 * @returns null for bytes that are no text: NUL and other control characters without being UTF-16
 */
export function decode(bytes: Uint8Array, label?: string): DecodedText | null {
  if (label !== undefined) return decoded(bytes, knownEncoding(label))
  const marked = byteOrderMark(bytes) ?? bareUtf16(bytes)
  if (marked) return decoded(bytes, marked)
  if (isBinary(bytes.subarray(0, SAMPLE))) return null
  const utf8 = strict(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', problem: isMojibake(utf8) ? 'mojibake' : null }
  for (const encoding of [declaredEncoding(bytes), 'gb18030']) {
    const text = encoding === null ? null : strict(bytes, encoding)
    if (encoding !== null && text !== null && !isMojibake(text)) return { text, encoding, problem: null }
  }
  // No encoding fits every byte: the one that leaves fewer characters unread, a cut file or a bad byte in it.
  const candidates = [decoded(bytes, 'utf-8'), decoded(bytes, 'gb18030')]
  return unread(candidates[0]!.text) <= unread(candidates[1]!.text) ? candidates[0]! : candidates[1]!
}

/** Bytes that are looked at for NUL bytes and a declaration. */
const SAMPLE = 4096

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch {
    throw new TypeError(`Expected the label of an encoding in \`options.encoding\`, such as 'gb18030', not '${label}'`)
  }
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return { text, encoding, problem: text.includes('\ufffd') ? 'bytes' : isMojibake(text) ? 'mojibake' : null }
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: line feeds, digits and Latin letters have a NUL beside them, always on the same side. */
function bareUtf16(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length, SAMPLE)
  let little = 0
  let big = 0
  for (let i = 0; i + 1 < end; i += 2) {
    if (bytes[i + 1] === 0 && isAscii(bytes[i]!)) little++
    if (bytes[i] === 0 && isAscii(bytes[i + 1]!)) big++
  }
  if (little + big < end / 100) return null
  if (little > 4 * big) return 'utf-16le'
  return big > 4 * little ? 'utf-16be' : null
}

function isAscii(byte: number): boolean {
  return byte === 10 || byte === 13 || (byte >= 32 && byte < 127)
}

/** Control characters that no text holds, more than a slip. */
function isBinary(sample: Uint8Array): boolean {
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32)) controls++
  }
  return controls * 50 > sample.length
}

/** What a page or an XML file says of itself in its first kilobytes, where the label is a known one. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE))
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})|<\?xml[^>]{0,80}encoding=["']([\w-]{2,30})/i.exec(
    head,
  )
  try {
    return label ? new TextDecoder(label[1] ?? label[2]).encoding : null
  } catch {
    return null
  }
}

function unread(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++
  // A misread text has no unread character but makes no sense.
  return isMojibake(text) ? text.length + count : count
}
