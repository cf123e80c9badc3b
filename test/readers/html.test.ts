import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHtml } from '../../src/html'
import { parseReport } from '../../src/main-entry'
import type { Paragraph, ReportNode, Root, Table, TableCell, TableRow, Text } from '../../src/tree'

describe('fromHtml, laws', () => {
  it('gives every text its place: the slice itself, or one reference for one value', () => {
    fc.assert(
      fc.property(pages(), (html) => {
        for (const text of textsOf(fromHtml(html))) {
          const slice = html.slice(text.position!.start.offset, text.position!.end.offset)
          expect(slice === text.value || /^&|^\s+$/.test(slice)).toBe(true)
          expect(text.value).not.toMatch(/[\r\n]/)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes any string', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...shards), { maxLength: 40 }), (parts) => {
        expect(fromHtml(parts.join('')).type).toBe('root')
      }),
      { numRuns: 100 },
    )
  })

  it('reads the same from a page as from its article', () => {
    fc.assert(
      fc.property(articles(), (article) => {
        const page = `<!DOCTYPE html><html><head><title>某站</title></head><body><div><ul><li><a href="/">首页</a></li><li><a href="/x">公开</a></li></ul></div>
          <div class="x"><div>${article}</div></div><footer>主办：某单位</footer></body></html>`
        expect(shapeOf(fromHtml(page))).toEqual(shapeOf(fromHtml(`<div>${article}</div>`)))
      }),
      { numRuns: 40 },
    )
  })
})

describe('fromHtml, paragraphs', () => {
  it('joins text split over spans and drops what word processors put between', () => {
    const html =
      '<p><span>20</span><span lang="EN-US">23</span>年<!--[if !supportLists]-->，（<span>一</span>）<!--[endif]--><o:p>&nbsp;</o:p></p>'
    expect(linesOf(fromHtml(html))).toEqual(['2023年，（一）'])
  })

  it('collapses white space as a browser does, and drops it where a line of Chinese was wrapped', () => {
    expect(linesOf(fromHtml('<p>  本年\n   新制作\t 3  件 Open\n Data&nbsp;&nbsp;</p>'))).toEqual([
      '本年新制作 3 件 Open Data',
    ])
  })

  it('ends a line at <br>, a paragraph at </p>', () => {
    const { children } = fromHtml('<p>甲<br>乙<br><br>丙</p><p>丁</p>')
    expect(children.map(({ data }) => data ?? {})).toEqual([{}, {}, { gap: 1, hard: true }, { hard: true }])
  })

  it('takes a page mark for the end of a page', () => {
    const kinds = fromHtml('<p>甲</p><p>- <b>4</b> -</p><p>第 5 页 共 9 页</p><p>6</p>').children.map(
      ({ type }) => type,
    )
    expect(kinds).toEqual(['paragraph', 'pageBreak', 'pageBreak', 'paragraph'])
  })

  it('reads neither what is struck out nor the mark of a footnote', () => {
    const text =
      '公开<del>11</del><s>12</s><span style="text-decoration:line-through">13</span>14<sup>1</sup>条，10<sup>4</sup>元'
    expect(linesOf(fromHtml(`<p>${text}</p>`))).toEqual(['公开14条，104元'])
  })

  it('leaves out the marks of places and footnotes, not figures that are links', () => {
    const note = '<a href="#_ftn1"><span>[1]</span></a>'
    const html = `<h2>一、总体情况<a class="anchor" href="#s1">¶</a></h2><p>公开<a href="#">37</a>条${note}，解读<a href="#x">12</a>篇。</p><table><tr><td>规章<td>3${note}</table>`
    expect(linesOf(fromHtml(html))).toEqual(['一、总体情况', '公开37条，解读12篇。'])
    const [row] = (fromHtml(html).children[2] as Table).children as [TableRow]
    expect((row.children[1] as TableCell).children.map(({ value }) => value)).toEqual(['3'])
  })

  it('keeps the lines and blanks of preformatted text', () => {
    expect(linesOf(fromHtml('<pre>\n规章\t1\n\t  2\n</pre>'))).toEqual(['规章\t1', '\t  2'])
  })

  it('takes the level of a heading element', () => {
    const [heading] = fromHtml('<h2>一、总体情况</h2><p>文</p>').children as Paragraph[]
    expect(heading!.data).toEqual({ hard: true, level: 2 })
  })

  it('follows references without their semicolon, line ends and dropped tags in the source', () => {
    const html = '<p>a&nbsp1&amp;b</i>\r\nc &lt; d &#20004; &bogus; 3</p>'
    const root = fromHtml(html)
    expect(linesOf(root)).toEqual(['a\u00a01&b c < d 两 &bogus; 3'])
    const digit = textsOf(root).find(({ value }) => value === '1')!
    expect(html.slice(digit.position!.start.offset, digit.position!.end.offset)).toBe('1')
  })
})

describe('fromHtml, pages', () => {
  const report = `<p>${'全区共公开信息若干条，办理申请若干件。'.repeat(12)}</p><p>一、总体情况</p><p>${'工作平稳，进展良好。'.repeat(9)}</p>`

  it('finds the article and keeps its title and date from above it', () => {
    const html = `<html><head><title>甲区2023年政府信息公开工作年度报告_甲区政府</title><meta name="PubDate" content="2024-01-18 09:30"></head><body>
      <h1>甲区人民政府</h1><nav><a href="/">首页</a></nav><div>当前位置：<a href="/">首页</a> &gt; <a href="/a">年报</a></div>
      <h2>甲区2023年政府信息公开工作年度报告</h2><div>发布时间：2024-01-18 来源：办公室 <a href="javascript:print()">打印</a></div>
      <div id="x">${report}</div><div><a href="/1">上一篇</a><a href="/2">下一篇</a></div><div>版权所有 甲区人民政府</div></body></html>`
    const root = fromHtml(html)
    expect(linesOf(root).slice(0, 2)).toEqual([
      '甲区2023年政府信息公开工作年度报告',
      '发布时间：2024-01-18 来源：办公室',
    ])
    expect(linesOf(root)).toHaveLength(5)
    expect(root.data).toMatchObject({ title: '甲区2023年政府信息公开工作年度报告_甲区政府', published: '2024-01-18' })
  })

  it('leaves out what a reader of the page does not see', () => {
    const html = `<div>${report}<script>一、假</script><style>p{}</style><p style="color:red;display: none">隐</p><p hidden>藏</p><button>打印</button><select><option>选</option></select><span onclick="zoom()">大</span></div>`
    expect(linesOf(fromHtml(html))).toEqual(linesOf(fromHtml(`<div>${report}</div>`)))
  })

  it('reads a content that a script is to show', () => {
    const shown = linesOf(fromHtml(`<div>${report}</div>`))
    const hidden = '<div style="visibility: hidden; opacity: 0">'
    expect(linesOf(fromHtml(`<body>${hidden}${report}</div></body>`))).toEqual(shown)
    expect(
      linesOf(fromHtml(`<body><div>${report}</div>${hidden}<p>${'旧，去年的。'.repeat(20)}</p></div></body>`)),
    ).toEqual(shown)
  })

  it('leaves out what other boxes of the site hold', () => {
    const boxes = [
      '<table><tr><th>发布机构：</th><td>甲区水务局</td><th>发文日期：</th><td>2024年01月26日</td></tr></table>',
      `<div><h3>通知</h3><a href="/1">公告</a><p>${'各单位：现将若干事项通知如下。'.repeat(3)}</p></div>`,
      '<div><h3>相关文章</h3><ul><li><a href="/2">甲区水务局2022年年报</a><span>2023-01-20</span></li><li><a href="/3">乙</a>[01-21]</li></ul></div>',
      '<div>上一篇：<a href="/4">乙区的年报</a><br>下一篇：<a href="/5">丙区的年报</a></div>',
      '<div><p>地址：大街一号市政府大楼，邮编：364399，电话：0591-1234567</p></div>',
    ]
    const page = `<body>${boxes[0]}<div><div>${report}</div></div>${boxes.slice(1).join('')}</body>`
    expect(linesOf(fromHtml(page)).slice(1)).toEqual(linesOf(fromHtml(`<div>${report}</div>`)))
    const inside = `<div>${report}${boxes[2]}${boxes[3]}</div>`
    expect(linesOf(fromHtml(inside)).slice(-2)).toEqual([linesOf(fromHtml(`<div>${report}</div>`))[2], '相关文章'])
  })

  it('finds a title that the site gives to no page', () => {
    const page = (title: string, above: string) =>
      linesOf(fromHtml(`<html><head><title>${title}</title></head><body>${above}<div>${report}</div></body></html>`))[0]
    expect(page('公开平台', '<h1>甲区政府</h1><div>路径：首页 > 2023年年报</div><h3>甲区2023年度报告</h3>')).toBe(
      '甲区2023年度报告',
    )
    expect(page('公开平台', '<div>首页</div><div>甲区二〇二三年度报告</div><div>字号</div>')).toBe(
      '甲区二〇二三年度报告',
    )
    expect(page('甲区政府2023年度报告', '<div>甲区政府<br>2023年度报告</div>')).toBe('甲区政府')
  })

  it('does not part a report that stands in two containers', () => {
    const html = `<body><div><p>${'前言，若干。'.repeat(200)}</p></div><div><p>六、其他需要报告的事项</p><p>无。</p></div></body>`
    expect(linesOf(fromHtml(html))).toContain('六、其他需要报告的事项')
  })

  it('reads through tables that only arrange the page', () => {
    const html = `<table><tr><td>${report}<table><tr><td>规章</td><td>3</td></tr><tr><td>文件</td><td>4</td></tr></table></td></tr></table>`
    const { children } = fromHtml(html)
    expect(children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph', 'table'])
  })

  it('leaves a title out that was read in the wrong encoding', () => {
    expect(fromHtml('<title>ÿþ?eœ^áOo`lQ_å]\\Ot^¦^¥bJT</title><p>文</p>').data?.title).toBeUndefined()
  })
})

describe('fromHtml, hostile markup', () => {
  const report = '<p>一、总体情况</p><p>全年公开信息12条。</p>'
  const many = (unit: string, count: number) => unit.repeat(count)

  it.each<[string, string]>([
    ['elements inside each other', many('<div>', 100_000)],
    ['end tags that close nothing inside them', many('<a><div></a>', 30_000)],
    ['tables inside each other', many('<table><tr><td>', 20_000)],
    ['elements of other languages', many('<svg><math><mi>', 20_000)],
    ['templates', many('<template>', 20_000)],
  ])('bounds %s, and says so', (_, markup) => {
    const read = fromHtml(`${report}${markup}`)
    expect(read.data?.diagnostics).toMatchObject([{ ruleId: 'structure-limit' }])
    expect(linesOf(read)).toEqual(['一、总体情况', '全年公开信息12条。'])
  })

  it.each<[string, string]>([
    ['columns', `<table>${many(`<tr>${many('<td colspan=99999>1', 20)}`, 200)}</table>`],
    ['rows', `<table>${many(`<tr>${many('<td rowspan=65534>1', 20)}`, 3_000)}</table>`],
  ])('takes cells over all %s', (_, table) => {
    const read = tableOf(fromHtml(`${table}${report}`))
    expect(read.children.length).toBeGreaterThan(100)
  })

  it('leaves cells beyond the limit out, and says so', () => {
    const { data } = fromHtml(`<table><tr>${many('<td>1', 200_000)}</table>`)
    expect(data?.diagnostics).toMatchObject([{ ruleId: 'structure-limit', values: { what: 'table cells' } }])
  })

  it.each<[string, string]>([
    ['attributes', `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>`],
    ['formatting that a parser opens again', many('<b><i><u><p></b></i></u>', 2_000)],
    ['attributes of the body', many('<body a=1 b=2>', 20_000)],
    ['cells outside tables', many('<td>', 500_000)],
    ['empty comments', many('<!--><!--a--!>', 50_000)],
    ['scripts', many('<script>1</script>', 50_000)],
    ['an image in the markup', `<img src="data:image/png;base64,${many('QUJD', 500_000)}">`],
    ['line breaks', many('<br>', 100_000)],
  ])('reads on behind %s', (_, markup) => {
    expect(linesOf(fromHtml(`${markup}${report}`))).toEqual(['一、总体情况', '全年公开信息12条。'])
  })

  it.each<[string, string]>([
    ['a comment', `<!--${many(' -- >', 50_000)}`],
    ['a script', `<script>${many('</scrip ', 50_000)}`],
    ['an attribute', `<p title="${many('<p class=x>', 50_000)}`],
    ['a tag', many('<p title="x>', 20_000)],
  ])('keeps what stands before %s without an end', (_, markup) => {
    expect(linesOf(fromHtml(`${report}${markup}`)).slice(0, 2)).toEqual(['一、总体情况', '全年公开信息12条。'])
  })

  it('keeps characters that are none', () => {
    expect(linesOf(fromHtml('<p>甲&#xd800;乙&#0;丙&bogus;</p><p>\ud800</p>'))).toEqual([
      '甲\ufffd乙\ufffd丙&bogus;',
      '\ud800',
    ])
  })
})

describe('fromHtml, tables', () => {
  it('keeps spans by the integer rules of the standard, never beyond the row group', () => {
    const html =
      '<table><thead><tr><th colspan="2;" rowspan=9>a</th><th colspan=0>b</th></tr></thead><tbody><tr><td rowspan=0>c</td><td colspan=5000>d</td></tr><tr><td colspan="-3">e</td></tr></tbody></table>'
    const spans = cellsOf(tableOf(fromHtml(html))).map(({ colspan = 1, rowspan = 1, header = false }) => [
      colspan,
      rowspan,
      header,
    ])
    expect(spans).toEqual([
      [2, 1, true],
      [1, 1, true],
      [1, 2, false],
      [1000, 1, false],
      [1, 1, false],
    ])
  })

  it('keeps the lines of a cell apart and takes blanks for nothing', () => {
    const html =
      '<table><tr><td><p>商业</p><p>企业</p></td><td>本年新<br>制作</td><td><p>&nbsp;</p></td><td><o:p> </o:p></td></tr><tr><td>1<td>2</table>'
    const texts = cellsOf(tableOf(fromHtml(html))).map(({ children }) => children.map(({ value }) => value))
    expect(texts).toEqual([['商业', '企业'], ['本年新', '制作'], [], [], ['1'], ['2']])
  })

  it('drops the empty cells of a distance between columns, and no others', () => {
    const table = (rows: string[][]) =>
      `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`).join('')}</table>`
    const spaced = (figure: string) => [
      ['甲', '', '1', '&nbsp;', '2', ''],
      ['乙', ' ', '3', '', figure, ''],
      ['丙', '', '5', '', '6', ''],
    ]
    const cellsOf = (html: string) =>
      (fromHtml(html).children[0] as Table).children.map((row) => (row as TableRow).children.length)
    expect(cellsOf(table(spaced('4')))).toEqual([3, 3, 3])
    expect(cellsOf(table(spaced('')))).toEqual([6, 6, 6])
    expect(cellsOf(table([...spaced('4'), ['丁', '7']]))).toEqual([6, 6, 6, 2])
    expect(
      cellsOf(
        table([
          ['甲', ''],
          ['乙', ''],
          ['丙', ''],
        ]),
      ),
    ).toEqual([2, 2, 2])
  })

  it('reads text fields in cells', () => {
    const html =
      '<table><tr><td>规章</td><td><input readonly value="3"></td><td><INPUT TYPE=number VALUE=12 style="border:0">件</td><td><input type="hidden" value="9"><input type="checkbox" value="1"><input value=""></td></tr></table>'
    const [table] = fromHtml(html).children as [Table]
    const [row] = table.children as TableRow[]
    const [, three, twelve, none] = row!.children as TableCell[]
    expect([three, twelve, none].map((cell) => cell!.children.map(({ value }) => value).join(''))).toEqual([
      '3',
      '12件',
      '',
    ])
    const { start, end } = three!.children[0]!.position!
    expect(html.slice(start.offset, end.offset)).toBe('<input readonly value="3">')
  })

  it('reads through a table of one cell inside a cell', () => {
    const html = '<table><tr><td>甲</td><td><table><tr><td>1</td></tr></table></td></tr></table>'
    expect(cellsOf(tableOf(fromHtml(html))).map(({ children }) => children[0]?.value)).toEqual(['甲', '1'])
  })

  it('puts a table inside a cell behind the table', () => {
    const rows =
      '<tr><td>指标</td><td>数量</td></tr><tr><td>收到申请的数量</td><td>12</td></tr><tr><td>答复申请的数量</td><td>9</td></tr>'
    const html = `<table>${rows}<tr><td>备注</td><td>见<table><tr><td>子</td><td>1</td></tr><tr><td>丑</td><td>2</td></tr></table></td></tr></table>`
    const { children } = fromHtml(html)
    expect(children.map((node) => cellsOf(node as Table).length)).toEqual([8, 4])
  })

  it('reads lines at places of their own by their places', () => {
    const at = (left: number, top: number, text: string) =>
      `<p style="position:absolute;top:${top}px;left:${left}px" class="ft1">${text}</p>`
    const figures = [
      [at(60, 100, '行政许可'), at(200, 103, '5'), at(260, 103, '6&#160;7')],
      [at(200, 140, '8'), at(260, 140, '9'), at(60, 137, '行政处罚'), at(290, 140, '10')],
    ]
    const html = `<style>.ft1{font-size:12px}</style><div style="position:relative">${figures.flat().reverse().join('')}</div>`
    const rows = tableOf(fromHtml(html)).children.map((row) =>
      row.type === 'tableRow'
        ? row.children.map((cell) =>
            cell.type === 'tableCell' ? cell.children.map(({ value }) => value).join('') : '',
          )
        : [],
    )
    expect(rows).toEqual([
      ['行政许可', '5', '6', '7'],
      ['行政处罚', '8', '9', '10'],
    ])
  })
})

const shards = [
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</table>',
  '<p>',
  '</p>',
  '<!--',
  '-->',
  '<script>',
  '<a href="',
  '"',
  '>',
  '<',
  '&',
  '&amp',
  '&#0;',
  '一、',
  '1',
  '\r\n',
  ' ',
  '<br>',
  '<div style="display:none">',
  '</div>',
  '\0',
]

function pages(): fc.Arbitrary<string> {
  const inline = fc.constantFrom(
    '2023年',
    '共&nbsp;12&nbsp;件',
    '<span>3</span>',
    ' ',
    '\r\n',
    '<b>0</b>',
    '&#20004;',
    '&lt;x',
    'a b',
    '<br>',
    '</i>',
  )
  const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
  return fc.array(line, { maxLength: 5 }).map((lines) => lines.map((text) => `<p>${text}</p>`).join('\n'))
}

function articles(): fc.Arbitrary<string> {
  const prose = fc
    .integer({ min: 12, max: 40 })
    .map((count) => `<p>${'公开信息若干条，办理若干件。'.repeat(count)}</p>`)
  const table = fc.constant('<table><tr><td>规章</td><td>3</td></tr><tr><td>文件</td><td>4</td></tr></table>')
  const heading = fc.constantFrom('<p>一、总体情况</p>', '<h3>二、主动公开</h3>')
  return fc
    .tuple(prose, fc.array(fc.oneof(prose, table, heading), { maxLength: 5 }))
    .map(([first, rest]) => first + rest.join(''))
}

function textsOf(node: ReportNode): Text[] {
  if (node.type === 'text') return [node]
  return 'children' in node ? node.children.flatMap((child) => textsOf(child)) : []
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

function shapeOf(root: Root): unknown {
  return root.children.map((node) => [
    node.type,
    textsOf(node)
      .map(({ value }) => value)
      .join('|'),
  ])
}

function tableOf({ children }: Root): Table {
  return children.find((node): node is Table => node.type === 'table')!
}

function cellsOf(table: Table) {
  return table.children
    .flatMap((row) => (row.type === 'tableRow' ? row.children : []))
    .flatMap((cell) => (cell.type === 'tableCell' ? [cell] : []))
}

describe('positioned pages', () => {
  const box = (left: number, top: number, text: string) =>
    `<p style="position:absolute;top:${top}px;left:${left}px" class="f">${text}</p>`
  const style = '<style>.f{font-size:18px}</style>'

  it('keep prose whose figures are set apart in lines', () => {
    const line = (top: number) => [
      box(73, top, '众来电9614件次'),
      box(202, top, '，'),
      box(220, top, '办结率96.3%。受理群'),
      box(398, top, '众来电6069件次，培训12次'),
    ]
    const html = `${style}<div style="position:relative">${[100, 132, 164].flatMap(line).join('')}</div>`
    expect(fromHtml(html).children.map(({ type }) => type)).not.toContain('table')
  })

  it('print no markup in the raw of a mention', () => {
    const html = `${style}<div style="position:relative">${box(73, 100, '一、总体情况')}${box(73, 132, '全年公开信息12')}${box(207, 132, '条。')}</div>`
    expect(parseReport(html).report.mentions.map(({ raw }) => raw)).toEqual(['12条'])
  })
})
