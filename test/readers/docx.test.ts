import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fromDocx } from '../../src/docx'
import { formatNumber } from '../../src/from-docx/format-number'
import type { Paragraph, ReportNode, Root, Table, Text } from '../../src/tree'
import { cell, paragraph, run, table, writeDocx } from '../arbitraries/write-docx'

describe('fromDocx, paragraphs', () => {
  it('places every text in the extracted source', () => {
    const words = fc.stringMatching(/^[一-龥0-9a-z&<>]{1,12}$/)
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            words.map((text) => paragraph(text)),
            words.map((text) => table([cell(text), cell('1')], [cell(text), cell('')])),
          ),
        ),
        (blocks) => {
          const root = fromDocx(writeDocx(blocks.join('')))
          for (const text of textsOf(root)) expect(slice(root, text)).toBe(text.value)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('writes automatic numbers out', () => {
    const level = (id: number, ilvl: number) => `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`
    const body = [
      paragraph('总体情况', level(1, 0)),
      paragraph('主动公开', level(1, 1)),
      paragraph('依申请公开', level(1, 1)),
      paragraph('申请情况', level(1, 0)),
      paragraph('受理', level(1, 1)),
      paragraph('第一条', level(2, 0)),
      paragraph('标题', '<w:pStyle w:val="Part"/>'),
      paragraph('无', '<w:pStyle w:val="Part"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ]
    const level0 = (format: string, text: string, more = '') =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:suff w:val="nothing"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level0('chineseCounting', '%1、', '<w:pStyle w:val="Part"/>')}<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level0('decimalFullWidth', '（%1）')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
    const styles =
      '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const root = fromDocx(writeDocx(body.join(''), { numbering, styles }))
    expect(linesOf(root)).toEqual([
      '一、总体情况',
      '1.1 主动公开',
      '1.2 依申请公开',
      '二、申请情况',
      '2.1 受理',
      '（５）第一条',
      '三、标题',
      '无',
    ])
    expect((root.children[6] as Paragraph).data).toEqual({ hard: true, level: 1 })
  })

  it('shows tracked changes as accepted', () => {
    const body =
      `<w:p>${run('共')}<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>${run('34')}</w:ins>${run('件')}<w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前')}</w:p><w:p>${run('后')}</w:p>` +
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('9')}${cell('9')}</w:tr><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl>`
    const root = fromDocx(writeDocx(body))
    expect(linesOf(root)).toEqual(['共34件新', '前后'])
    expect(rowsOf(root)).toEqual([['1', '2']])
  })

  it('reads text boxes once, behind their paragraph, and footnotes as furniture', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body = `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('框中')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框中')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph('—')}</w:footnote><w:footnote w:id="1">${paragraph('注')}</w:footnote>`
    const root = fromDocx(writeDocx(body, { footnotes }))
    expect(linesOf(root)).toEqual(['正文', '框中', '注'])
    expect((root.children[2] as Paragraph).data?.role).toBe('furniture')
  })

  it('tells where pictures stand, but not where text boxes do', () => {
    const drawing = (inside: string) => `<w:p><w:r><w:drawing>${inside}</w:drawing></w:r></w:p>`
    const body = `${paragraph('前')}${drawing('<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/>')}${paragraph('后')}${drawing(`<w:txbxContent>${paragraph('框')}</w:txbxContent>`)}`
    const { data } = fromDocx(writeDocx(body))
    expect(data?.pictures?.map(({ start }) => data.source!.slice(0, start.offset))).toEqual(['前\n'])
  })

  it('leaves hidden text out and ends a line at a break', () => {
    const body = `<w:p>${run('甲\n乙')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r></w:p>`
    const root = fromDocx(writeDocx(body))
    expect(linesOf(root)).toEqual(['甲', '乙显'])
    expect(root.children.map(({ data }) => data)).toEqual([undefined, { hard: true }])
  })
})

describe('fromDocx, tables', () => {
  it('makes spans of merged cells', () => {
    const body = table(
      [cell('a', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell('b')],
      [cell('', '<w:gridSpan w:val="2"/><w:vMerge/>'), cell('c')],
      [cell('d'), cell('e', '<w:gridSpan w:val="2"/>')],
    )
    const [node] = fromDocx(writeDocx(body)).children as [Table]
    const spans = node.children.map((row) =>
      row.type === 'tableRow'
        ? row.children.map((part) => (part.type === 'tableCell' ? [part.colspan ?? 1, part.rowspan ?? 1] : []))
        : [],
    )
    expect(spans).toEqual([
      [
        [2, 2],
        [1, 1],
      ],
      [[1, 1]],
      [
        [1, 1],
        [2, 1],
      ],
    ])
  })

  it('puts a table inside a cell behind its table and reads through a frame of one column', () => {
    const inner = table([cell('子'), cell('1')], [cell('丑'), cell('2')])
    const root = fromDocx(
      writeDocx(table([cell(paragraph('外') + inner), cell('3')]) + table([cell(paragraph('段') + inner)])),
    )
    expect(root.children.map(({ type }) => type)).toEqual(['table', 'table', 'paragraph', 'table'])
  })
})

describe('fromDocx, files that cannot be read', () => {
  const document = (text: string) => strToU8(text)
  const plain = (inside: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`

  it('takes any bytes', () => {
    const whole = writeDocx(paragraph('文').repeat(20))
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (end, at, byte) => {
        const bytes = whole.slice()
        bytes[at] = byte
        expect(fromDocx(bytes.slice(0, end)).type).toBe('root')
        expect(fromDocx(bytes).type).toBe('root')
      }),
    )
  })

  it.each<[string, Uint8Array, string]>([
    ['a cut archive', writeDocx(paragraph('文')).slice(0, 100), 'file-unreadable'],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'file-unsupported'],
    ['broken XML', zipSync({ 'word/document.xml': document('<w:document><w:body') }), 'file-unreadable'],
    ['no body', zipSync({ 'word/document.xml': document('<a/>') }), 'file-unreadable'],
  ])('%s', (_, bytes, ruleId) => {
    expect(fromDocx(bytes).data?.diagnostics?.map((diagnostic) => diagnostic.ruleId)).toEqual([ruleId])
  })

  it('inflates no more than its limit, whatever the archive states', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(3_000_000) })
    const view = new DataView(bomb.buffer)
    for (let i = 0; i + 4 < bomb.length; i++)
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true)
    const { data } = fromDocx(bomb, { limits: { inflatedBytes: 1_000_000 } })
    expect(data?.diagnostics?.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['file-limit', 'error']])
  })

  it('lists no more entries than its limit', () => {
    const files = Object.fromEntries([...Array(30).keys()].map((i) => [`media/${i}`, new Uint8Array(1)]))
    const { data } = fromDocx(writeDocx(paragraph('文'), { files }), { limits: { zipEntries: 10 } })
    expect(data?.diagnostics?.[0]).toMatchObject({ ruleId: 'file-limit', severity: 'warning' })
  })

  it('expands no entity that the file declares', () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${plain(paragraph('@'))}`
    const root = fromDocx(zipSync({ 'word/document.xml': document(xml.replace('@', '1&b;2&f;3&amp;4')) }))
    expect(linesOf(root)).toEqual(['1&b;2&f;3&4'])
  })

  it.each<[string, string]>([
    ['spans over more columns than a table has', `<w:tr>${cell('1', '<w:gridSpan w:val="99999"/>').repeat(20)}</w:tr>`],
    ['spans over fewer than none', `<w:tr>${cell('1', '<w:gridSpan w:val="-5"/>').repeat(20)}</w:tr>`],
    ['columns left out', `<w:tr><w:trPr><w:gridBefore w:val="9999999"/></w:trPr>${cell('1')}</w:tr>`],
    ['cells merged without a first one', `<w:tr>${cell('1', '<w:vMerge/>').repeat(20)}</w:tr>`],
  ])('reads on behind a table with %s', (_, row) => {
    const { children } = fromDocx(writeDocx(`<w:tbl>${row.repeat(500)}</w:tbl>${paragraph('文')}`))
    expect(children.map(({ type }) => type)).toEqual(['table', 'paragraph'])
  })

  it('counts on from any number', () => {
    const numbered = '<w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    const level = (format: string) =>
      `<w:lvl w:ilvl="0"><w:start w:val="99999999999999999999"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1、%9"/></w:lvl>`
    for (const format of ['chineseCounting', 'lowerRoman', 'decimal']) {
      const numbering = `<w:abstractNum w:abstractNumId="0">${level(format)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
      const item = (properties: string) => `<w:p>${properties}<w:r><w:t>文</w:t></w:r></w:p>`
      const body = item(numbered) + item(numbered.replace('99', '0'))
      expect(linesOf(fromDocx(writeDocx(body, { numbering }))).every((line) => line.endsWith('文'))).toBe(true)
    }
  })

  it('bounds nesting and cells and says so', () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(5000) + paragraph('深') + '</w:sdtContent></w:sdt>'.repeat(5000)
    const wide = table(...Array.from({ length: 40 }, () => Array.from({ length: 5 }, () => cell('1'))))
    const ruleIds = [fromDocx(writeDocx(deep)), fromDocx(writeDocx(wide), { limits: { cells: 100 } })].map(
      ({ data }) => data?.diagnostics?.[0]?.ruleId,
    )
    expect(ruleIds).toEqual(['structure-limit', 'structure-limit'])
  })
})

describe('formatNumber', () => {
  it.each([
    ['chineseCounting', 1, '一'],
    ['chineseCountingThousand', 10, '十'],
    ['japaneseCounting', 21, '二十一'],
    ['chineseCounting', 105, '一百〇五'],
    ['ideographDigital', 12, '一二'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 30, '30'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 28, 'bb'],
    ['decimalZero', 7, '07'],
    ['chineseLegalSimplified', 2, '贰'],
    ['ideographTraditional', 2, '乙'],
    ['bullet', 2, ''],
    ['unheardOf', 2, '2'],
  ])('%s %i is %s', (format, value, text) => {
    expect(formatNumber(value, format)).toBe(text)
  })
})

function textsOf(node: ReportNode): Text[] {
  if (node.type === 'text') return [node]
  return 'children' in node ? node.children.flatMap((child) => textsOf(child)) : []
}

function slice({ data }: Root, { position }: Text): string {
  return data!.source!.slice(position!.start.offset, position!.end.offset)
}

function linesOf({ children }: Root): string[] {
  return children
    .filter(({ type }) => type === 'paragraph')
    .map((node) =>
      textsOf(node)
        .map(({ value }) => value)
        .join(''),
    )
}

function rowsOf({ children }: Root): string[][] {
  return children
    .filter((node): node is Table => node.type === 'table')
    .flatMap((node) =>
      node.children.map((row) =>
        'children' in row
          ? row.children.map((part) =>
              textsOf(part)
                .map(({ value }) => value)
                .join(''),
            )
          : [],
      ),
    )
}
