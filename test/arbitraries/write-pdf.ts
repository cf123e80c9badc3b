import type { TextItem } from '../../src/types'

/** How the pages of a PDF are made. */
export interface PdfStyle {
  /** Width and height of a page in points, before it is turned; default A4. */
  size?: [width: number, height: number]
  /** `/Rotate` of every page: the items are where a person sees them, the file has them turned back. */
  rotate?: 0 | 90 | 180 | 270
  /** Pages without any text in front. */
  blank?: number
}

/**
 * A PDF of positioned texts: one font without glyphs, whose character map says what each code means. Enough for readers of
 * text, which never draw it.
 */
export function writePdf(items: readonly TextItem[], style: PdfStyle = {}): Uint8Array {
  const letters = [...new Set(items.flatMap(({ str }) => [...str]))]
  const codes = new Map(letters.map((letter, index) => [letter, index + 1]))
  const pages = [...new Set(items.map(({ page }) => page))].sort((a, b) => a - b)
  const contents = [
    ...Array.from({ length: style.blank ?? 0 }, () => ''),
    ...pages.map((page) =>
      items
        .filter((item) => item.page === page)
        .map((item) => draw(item, codes, style))
        .join('\n'),
    ),
  ]
  const [width, height] = style.size ?? [595, 842]
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${contents.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>',
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[${widths(letters)}]/FontDescriptor 5 0 R>>`,
    '<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 850/Descent -150/CapHeight 700/StemV 80>>',
    stream(characterMap(letters)),
    ...contents.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${style.rotate ?? 0}/Resources<</Font<</F 3 0 R>>>>/Contents ${8 + 2 * i} 0 R>>`,
      stream(content),
    ]),
  ]
  return assemble(objects)
}

/** Shows an item, its base line at 0.85 of its height. */
function draw({ str, x, y, height }: TextItem, codes: Map<string, number>, style: PdfStyle): string {
  const [pageWidth, pageHeight] = style.size ?? [595, 842]
  const base = y + 0.85 * height
  const matrix = {
    0: `1 0 0 1 ${x} ${pageHeight - base}`,
    90: `0 1 -1 0 ${base} ${x}`,
    180: `-1 0 0 -1 ${pageWidth - x} ${base}`,
    270: `0 -1 1 0 ${pageWidth - base} ${pageHeight - x}`,
  }[style.rotate ?? 0]
  const shown = [...str].map((letter) => codes.get(letter)!.toString(16).padStart(4, '0')).join('')
  return `BT /F ${height} Tf ${matrix} Tm <${shown}> Tj ET`
}

/** Digits and Latin letters are half as wide as Chinese ones. */
function widths(letters: string[]): string {
  return letters.map((letter, index) => (letter < '\u2e80' ? `${index + 1}[500]` : '')).join('')
}

function characterMap(letters: string[]): string {
  const lines = letters.map((letter, index) => {
    const utf16 = [...Array(letter.length).keys()]
      .map((i) => letter.charCodeAt(i).toString(16).padStart(4, '0'))
      .join('')
    return `<${(index + 1).toString(16).padStart(4, '0')}> <${utf16}>`
  })
  const chunks: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const chunk = lines.slice(at, at + 100)
    chunks.push(`${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${chunks.join('\n')}
endcmap end end`
}

function stream(content: string): string {
  return `<</Length ${content.length}>>stream\n${content}\nendstream`
}

function assemble(objects: string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return new TextEncoder().encode(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`)
}
