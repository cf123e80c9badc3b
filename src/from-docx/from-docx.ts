import { createContext } from '../context'
import { sourceBuilder } from '../position/source-builder'
import type { Flow, Root } from '../tree'
import type { Limits, Messages, Position } from '../types'
import { numbering } from './numbering'
import { openPackage } from './open-package'
import { readBody } from './read-body'
import { readStyles } from './styles'

/** Options of `fromDocx`. */
export interface DocxOptions {
  /** Default: those of `ParseOptions`. */
  limits?: Partial<Limits>
  /** Wording of the diagnostics; default English. */
  messages?: Messages
}

/**
 * Reads a DOCX as it prints when all tracked changes are accepted: paragraphs with their automatic numbers written out, tables
 * with their merged cells, text boxes after the paragraph that holds them, and footnotes at the end as page furniture. Headers and
 * footers are not read.
 *
 * Positions index the extracted text, `root.data.source`. A file that cannot be read gives an empty tree and a `file-*`
 * diagnostic in `root.data.diagnostics`.
 *
 * @throws {TypeError} on anything but bytes
 */
export function fromDocx(bytes: Uint8Array, options: DocxOptions = {}): Root {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('Expected a Uint8Array as the first argument of `fromDocx`')
  const context = createContext(null, options)
  const source = sourceBuilder()
  const start = source.point()
  const parts = openPackage(bytes, context)
  const children: Flow[] = []
  const pictures: Position[] = []
  if (parts) {
    const styles = readStyles(parts.styles)
    const document = { source, styles, numbering: numbering(parts.numbering, styles), pictures, context }
    children.push(...readBody(parts.body, document))
    for (const note of parts.footnotes)
      for (const block of readBody(note, document))
        children.push(block.type === 'paragraph' ? { ...block, data: { ...block.data, role: 'furniture' } } : block)
  }
  const { diagnostics } = context
  return {
    type: 'root',
    children,
    data: {
      source: source.source(),
      ...(pictures.length > 0 && { pictures }),
      ...(diagnostics.length > 0 && { diagnostics }),
    },
    position: { start, end: source.point() },
  }
}
