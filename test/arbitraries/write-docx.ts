import { strToU8, zipSync } from 'fflate'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Parts of a DOCX beside its body, each the inside of its root element. */
export interface DocxParts {
  styles?: string
  numbering?: string
  footnotes?: string
  /** Any other file of the package. */
  files?: Record<string, Uint8Array>
}

/** A DOCX of the inside of `w:body`. */
export function writeDocx(body: string, parts: DocxParts = {}): Uint8Array {
  const files: Record<string, Uint8Array> = { 'word/document.xml': part('document', `<w:body>${body}</w:body>`) }
  for (const name of ['styles', 'numbering', 'footnotes'] as const)
    if (parts[name] !== undefined) files[`word/${name}.xml`] = part(name, parts[name])
  return zipSync({
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(relations),
    ...files,
    ...parts.files,
  })
}

/** A paragraph of one run. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`
}

/** A run; a line break of the text is one of Word. */
export function run(text: string): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
  return `<w:r>${lines.join('<w:br/>')}</w:r>`
}

/** A cell of one paragraph, or of given markup. */
export function cell(content: string, properties = ''): string {
  const inside = content.startsWith('<') ? content : paragraph(content)
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside}</w:tc>`
}

/** A table of rows of cells. */
export function table(...rows: string[][]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
}

function part(name: string, inside: string): Uint8Array {
  const root = `w:${name}`
  const others = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?><${root} xmlns:w="${namespace}" ${others}>${inside}</${root}>`)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
