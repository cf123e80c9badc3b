/** What a file is by its first bytes. */
export type FileFormat =
  | 'pdf'
  /** A zip archive: DOCX, or another office format. */
  | 'zip'
  /** An OLE container: Word 97 `.doc`, WPS `.wps`, or an encrypted DOCX. */
  | 'ole'
  /** An OLE container that holds an encrypted DOCX. */
  | 'encrypted'
  /** Rich text, a saved web archive: text formats that are not read. */
  | 'rtf'
  | 'mhtml'
  /** A picture of a page. */
  | 'image'
  /** Anything else: text in some encoding, or unknown bytes. */
  | 'text'

const signatures: [FileFormat, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** How far into a file readers of PDF look for its signature. */
const PDF_SEARCH = 1024

/** Tells what a file is by magic bytes; its name and declared type are not looked at. */
export function fileFormat(bytes: Uint8Array): FileFormat {
  const found = signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0]
  if (found === 'ole') return holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'ole'
  if (found) return found
  const head = String.fromCharCode(...bytes.subarray(0, PDF_SEARCH))
  if (head.includes('%PDF-')) return 'pdf'
  if (/^(?:From:|MIME-Version:)/i.test(head) && /^Content-Type:\s*multipart\/related/im.test(head)) return 'mhtml'
  return 'text'
}

/** Bytes of an OLE container in which its directory is looked for. */
const OLE_SEARCH = 65_536

/** True where the container names a stream: names are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const end = Math.min(bytes.length, OLE_SEARCH)
  const blocks = [bytes.subarray(0, end), bytes.subarray(Math.max(end, bytes.length - OLE_SEARCH))]
  const spread = [...name].join('\0')
  return blocks.some((block) => new TextDecoder('latin1').decode(block).includes(spread))
}
