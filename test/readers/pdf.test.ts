import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPdf, fromPdfText } from '../../src/pdf'
import type { ReportNode, Root, Table, Text } from '../../src/tree'
import type { TextItem } from '../../src/types'
import { writePdf } from '../arbitraries/write-pdf'

/** Letters of the test pages. */
const size = 10

describe('fromPdfText, laws', () => {
  it('loses no text, and places every text in the extracted source', () => {
    fc.assert(
      fc.property(fc.array(items(), { maxLength: 30 }), (given) => {
        const root = fromPdfText(given)
        const texts = textsOf(root)
        const printed = given.map(({ str }) => str).join('')
        expect(sorted(root.data!.source!)).toBe(sorted(printed))
        for (const { position, value, data } of texts.filter(({ data }) => data?.origin)) {
          expect(root.data!.source!.slice(position!.start.offset, position!.end.offset)).toBe(value)
          expect(given.some(({ page }) => page === data!.origin!.page)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('takes thousands of texts at one place, on one line or in one grid', () => {
    const at = (place: (i: number) => Pick<TextItem, 'x' | 'y'>): TextItem[] =>
      Array.from({ length: 5000 }, (_, i) => ({ page: 1, str: `甲${i}`, width: 20, height: 10, ...place(i) }))
    const given = [
      at(() => ({ x: 10, y: 10 })),
      at((i) => ({ x: i * 3, y: 10 })),
      at((i) => ({ x: (i % 70) * 30, y: i / 7 })),
    ]
    for (const items of given)
      expect(sorted(fromPdfText(items).data!.source!)).toBe(sorted(items.map(({ str }) => str).join('')))
  })

  it('does not care for the order of the items', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(page, { minLength: page.length }), (given) => {
        expect(shape(fromPdfText(given))).toEqual(shape(fromPdfText(page)))
      }),
      { numRuns: 20 },
    )
  })

  it('rejects wrong arguments', () => {
    expect(() => fromPdfText('text' as unknown as TextItem[])).toThrow(TypeError)
    expect(() => fromPdfText([{ str: '1' } as TextItem])).toThrow(/`page`/)
  })
})

describe('fromPdfText, tables', () => {
  it('binds wrapped labels, group labels and uneven figures to their rows', () => {
    expect(rowsOf(fromPdfText(page))).toEqual([
      ['', '', '申请人情况'],
      ['', '', '自然人', '商业企业', '总计'],
      ['一、本年新收数量', '3001', '53', '3054'],
      ['三、本年', '（一）予以公开', '1288', '0', '1288'],
      ['（二）部分公开，区分处理的，只计这一情形', '447', '7', '454'],
      ['（三）其他处理', '12', '', '12'],
    ])
  })

  it('parts figures of half and of full width that touch', () => {
    const rows = [
      line(['新收', 50, 0], ['12636', 150, 0], ['５', 175, 0], ['５７', 185, 0]),
      line(['结转', 50, 20], ['4', 150, 20], ['６', 190, 20]),
      line(['予以公开', 50, 40], ['3', 150, 40], ['７', 190, 40]),
    ]
    expect(rowsOf(fromPdfText(rows.flat()))[0]).toEqual(['新收', '12636', '５５７'])
  })

  it('cuts nothing where the edge of two figures that touch may be in several places', () => {
    const touching = (second: number) => [
      line(['新收', 50, 0], ['1', 150, 0], ['2', 155, 0], ['3', 160, 0], ['4', 165, 0]),
      line(['结转', 50, 20], ['7', 150, 20], ['8', second, 20]),
    ]
    expect(rowsOf(fromPdfText(touching(157).flat()))[0]).toEqual(['新收', '1', '234'])
    expect(rowsOf(fromPdfText(touching(166).flat()))[0]!.join('|')).toMatch(/1 2 3 4/)
  })

  it('names columns in order where words begin their cells and figures end them', () => {
    const names = ['自然人', '商业企业', '其他', '总计']
    const head = names.map((name, i): [string, number, number] => [name, 150 + 60 * i, 0])
    const row = (label: string, y: number, figures: string[]) =>
      line(
        [label, 50, y],
        ...figures.map((figure, i): [string, number, number] => [figure, 205 - 5 * figure.length + 60 * i, y]),
      )
    const rows = [
      ...line(...head),
      ...row('新收', 20, ['120031', '2', '0', '120033']),
      ...row('结转', 40, ['4', '0', '15', '19']),
    ]
    expect(rowsOf(fromPdfText(rows))).toEqual([
      ['', ...names],
      ['新收', '120031', '2', '0', '120033'],
      ['结转', '4', '0', '15', '19'],
    ])
  })

  it('keeps a blank cell in its column', () => {
    const last = tablesOf(fromPdfText(page))[0]!.children.at(-1)!
    expect(
      last.type === 'tableRow' && last.children.map((cell) => ('children' in cell ? cell.children.length : 0)),
    ).toEqual([1, 1, 0, 1])
  })

  it('parts figures that an extractor ran together', () => {
    const rows = [
      line(['行政许可', 50, 0], ['5 6', 150, 0]),
      line(['行政处罚', 50, 20], ['17', 150, 20], ['8', 200, 20]),
      line(['行政强制', 50, 40], ['1', 152, 40], ['9', 200, 40]),
    ]
    expect(rowsOf(fromPdfText(rows.flat()))).toEqual([
      ['行政许可', '5', '6'],
      ['行政处罚', '17', '8'],
      ['行政强制', '1', '9'],
    ])
  })

  it('parts dashes and full-width figures that an extractor ran together', () => {
    const rows = ['５ ０', '— 6', '— —'].flatMap((figures, i) => {
      const [label, cells] = line(['行政许可', 50, 20 * i], [figures, 150, 20 * i])
      return [label!, { ...cells!, width: 12 }]
    })
    const last = line(['行政处罚', 50, 60], ['17', 150, 60], ['8', 200, 60])
    expect(rowsOf(fromPdfText([...rows, ...last])).map((row) => row.slice(1))).toEqual([
      ['５', '０'],
      ['—', '6'],
      ['—', '—'],
      ['17', '8'],
    ])
  })

  it('reads text printed twice for bold once', () => {
    const bold = page.flatMap((item) => [item, { ...item, x: item.x + 0.3 }])
    expect(shape(fromPdfText(bold))).toEqual(shape(fromPdfText(page)))
  })
})

describe('fromPdfText, pages', () => {
  const prose = (number: number, lines: string[]) =>
    lines.flatMap((text, i) => line([text, i === 0 ? 92 : 72, 100 + 20 * i, number]))
  const full = '政府信息公开工作平稳推进办理各项申请按时答复没有逾期情况发生总体良好情'

  it('takes page numbers and running titles for page breaks', () => {
    const pages = [1, 2, 3].flatMap((number) => [
      ...line(['某县政府信息公开年度报告', 200, 30, number]),
      ...prose(number, [`第${'一二三'[number - 1]}段文字。`, full.slice(number)]),
      ...line([`- ${number} -`, 290, 800, number]),
    ])
    const breaks = fromPdfText(pages).children.filter((node) => node.type === 'pageBreak')
    expect(breaks.map((node) => ('value' in node ? node.value : ''))).toEqual(
      [1, 2, 3].flatMap((number) => ['某县政府信息公开年度报告', `- ${number} -`]),
    )
  })

  it('joins lines that the width of the page broke, and no others', () => {
    const root = fromPdfText([
      ...prose(1, [full.slice(2), full, '末行。']),
      ...line(['二、依申请公开', 92, 160], [full.slice(2), 92, 180], [full, 72, 200], ['好。', 72, 220]),
    ])
    expect(root.children.map((node) => textOf(node))).toEqual([
      `${full.slice(2)}${full}末行。`,
      '二、依申请公开',
      `${full.slice(2)}${full}好。`,
    ])
  })

  it('does not join a sentence to a heading where no other line shows the margin', () => {
    for (const lines of [
      ['现公布上一年的报告，请予监督。', '总体情况', '公开若干条。', '主要问题'],
      ['好。', '六、其他需要报告的事项', '无', '某某镇政府'],
    ]) {
      const root = fromPdfText(lines.flatMap((text, i) => line([text, 72, 100 + 20 * i])))
      expect(root.children.map((node) => textOf(node))).toEqual(lines)
    }
  })

  it('reads two columns one after the other', () => {
    const left = Array.from({ length: 12 }, (_, i) => line([`左栏第${i}行文字若干若干若干`, 60, 100 + 20 * i])).flat()
    const right = Array.from({ length: 12 }, (_, i) => line([`右栏第${i}行文字若干若干若干`, 320, 100 + 20 * i])).flat()
    const text = textOf(fromPdfText([...left, ...right].sort((a, b) => a.y - b.y)))
    expect(text.indexOf('右栏第0行')).toBeGreaterThan(text.indexOf('左栏第11行'))
  })

  it('joins a table to its head on the page before', () => {
    const head = line(['正文一段。', 72, 700, 1], ['项目', 60, 760, 1], ['上年', 200, 760, 1], ['本年', 300, 760, 1])
    const body = line(
      ['行政许可', 60, 60, 2],
      ['1', 200, 60, 2],
      ['2', 300, 60, 2],
      ['行政处罚', 60, 80, 2],
      ['3', 200, 80, 2],
      ['4', 300, 80, 2],
    )
    const types = fromPdfText([...head, ...body]).children.map(({ type }) => type)
    expect(types).toEqual(['paragraph', 'table', 'pageBreak', 'table'])
  })

  it('bounds the texts of one table and says so', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      page: 1,
      str: '1',
      x: 10 + 20 * (i % 30),
      y: 15 * Math.floor(i / 30),
      width: 5,
      height: 10,
    }))
    expect(fromPdfText(many).data?.diagnostics?.map(({ ruleId }) => ruleId)).toEqual(['structure-limit'])
  })
})

describe('fromPdf', () => {
  it.each([0, 90, 180, 270] as const)('reads a page turned by %i degrees as it is seen', async (rotate) => {
    const pageSize: [number, number] = rotate % 180 === 0 ? [595, 842] : [842, 595]
    const root = await fromPdf(writePdf(page, { rotate, size: pageSize }))
    expect(shape(root)).toEqual(shape(fromPdfText(page)))
    const figure = textsOf(root).find(({ value }) => value === '3001')!
    const { x, y, height } = page.find(({ str }) => str === '3001')!
    const [left, top, width, tall] = figure.data!.origin!.box!
    expect([left, top, width, tall].map(Math.round)).toEqual([x, y, 20, height].map(Math.round))
  })

  it('writes characters for the radicals that fonts map them to', async () => {
    expect(textOf(await fromPdf(writePdf(line(['⼈⺠政府2023年1⽉', 72, 100]))))).toBe('人民政府2023年1月')
  })

  it('leaves the bytes as they are', async () => {
    const bytes = writePdf(page)
    const copy = bytes.slice()
    await fromPdf(bytes)
    expect(bytes).toEqual(copy)
  })

  it('says that a scan has no text, and how many pages of a mixed file have none', async () => {
    const scan = await fromPdf(writePdf([], { blank: 2 }))
    const mixed = await fromPdf(writePdf(page, { blank: 1 }))
    expect(scan.data?.diagnostics).toMatchObject([
      { ruleId: 'file-no-text', severity: 'error', values: { actual: 2, expected: 2 } },
    ])
    expect(mixed.data?.diagnostics).toMatchObject([
      { ruleId: 'file-no-text', severity: 'warning', values: { actual: 1, expected: 2 } },
    ])
    expect(scan.data?.diagnostics?.[0]?.help).toContain('OCR')
  })

  it('says what is wrong with other files', async () => {
    const whole = writePdf(page)
    const ruleIds = async (bytes: Uint8Array, limits = {}) =>
      (await fromPdf(bytes, { limits })).data?.diagnostics?.map(({ ruleId }) => ruleId)
    expect(await ruleIds(whole.slice(0, 60))).toEqual(['file-unreadable'])
    expect(await ruleIds(whole, { bytes: 100 })).toEqual(['file-limit'])
    expect(
      await ruleIds(
        writePdf(
          page.map((item) => ({ ...item, page: 1 + (item.y % 2) })),
          { blank: 3 },
        ),
        { pages: 3 },
      ),
    ).toEqual(['file-limit', 'file-no-text'])
    expect(await ruleIds(encrypted(whole))).toEqual(['file-encrypted'])
    await expect(fromPdf('x' as unknown as Uint8Array)).rejects.toThrow(TypeError)
  })
})

/** The head and four rows of a table as word processors print it: figures a little lower, long labels on two lines. */
const page: TextItem[] = line(
  ['申请人情况', 275, 96],
  ['自然人', 245, 116],
  ['商业', 305, 110],
  ['企业', 305, 122],
  ['总计', 365, 116],
  ['一、本年新收数量', 60, 140],
  ['3001', 250, 142],
  ['53', 310, 142],
  ['3054', 365, 142],
  ['三、', 60, 174],
  ['本年', 60, 188],
  ['（一）予以公开', 100, 160],
  ['1288', 250, 162],
  ['0', 312, 162],
  ['1288', 365, 162],
  ['（二）部分公开，区分', 100, 180],
  ['处理的，只计这一情形', 100, 194],
  ['447', 252, 189],
  ['7', 312, 189],
  ['454', 367, 189],
  ['（三）其他处理', 100, 216],
  ['12', 254, 218],
  ['12', 369, 218],
)

function line(...texts: [str: string, x: number, y: number, page?: number][]): TextItem[] {
  return texts.map(([str, x, y, number = 1]) => {
    let width = 0
    for (const letter of str) width += letter < '\u2e80' ? size / 2 : size
    return { page: number, str, x, y, width, height: size }
  })
}

function items(): fc.Arbitrary<TextItem> {
  const str = fc.constantFrom(
    '1',
    '23',
    '0',
    '-',
    '一、总体情况',
    '规章',
    '（一）予以公开',
    '公开信息若干条。',
    '- 3 -',
    '5 6',
  )
  const place = fc.integer({ min: 0, max: 60 }).map((n) => n * 9)
  return fc
    .record({ page: fc.integer({ min: 1, max: 3 }), str, x: place, y: place })
    .map(({ page: number, str: text, x, y }) => line([text, x, y + x / 1000, number])[0]!)
}

function encrypted(pdf: Uint8Array): Uint8Array {
  const hex = `<${'00'.repeat(32)}>`
  const entry = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O ${hex}/U ${hex}>>/ID[${hex}${hex}]/Root`
  return new TextEncoder().encode(new TextDecoder().decode(pdf).replace('/Root', entry))
}

function sorted(text: string): string {
  return [...text.replace(/\s/g, '')].sort().join('')
}

function textsOf(node: ReportNode): Text[] {
  if (node.type === 'text') return [node]
  return 'children' in node ? node.children.flatMap((child) => textsOf(child)) : []
}

function textOf(node: ReportNode): string {
  return textsOf(node)
    .map(({ value }) => value)
    .join('')
}

function shape(root: Root): unknown {
  return root.children.map((node) => (node.type === 'table' ? rowsOf({ ...root, children: [node] }) : textOf(node)))
}

function tablesOf({ children }: Root): Table[] {
  return children.filter((node): node is Table => node.type === 'table')
}

function rowsOf(root: Root): string[][] {
  return tablesOf(root).flatMap(({ children }) =>
    children.map((row) => ('children' in row ? row.children.map((cell) => textOf(cell)) : [])),
  )
}
