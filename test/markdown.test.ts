import fc from 'fast-check'
import type { Root as Mdast } from 'mdast'
import { describe, expect, test } from 'vitest'
import { fromMarkdown } from '../src/from-markdown/from-markdown'
import { fromMdast } from '../src/from-markdown/from-mdast'
import { parseReport } from '../src/main-entry'
import { parseSource } from '../src/parse-source'
import { textFormat } from '../src/sniff/text-format'
import type { ReportTree } from '../src/types'

/** A node a line: `2 text` for a heading of level 2, `text` for a line, `| a | b` for a row, `- 3 -` for a page break. */
function lines(tree: ReportTree): string[] {
  return tree.children.flatMap((node) => {
    if (node.type === 'pageBreak') return [node.value]
    if (node.type === 'table')
      return node.children.map((row) =>
        row.type === 'tableRow'
          ? `|${row.children.map((cell) => (cell.type === 'tableCell' ? cell.children.map(({ value }) => value).join('/') : '')).join('|')}`
          : '',
      )
    if (node.type !== 'paragraph') return []
    const text = node.children.map(({ value }) => value).join('')
    return [`${node.data?.level ? `${node.data.level} ` : ''}${node.data?.role ? `<${node.data.role}> ` : ''}${text}`]
  })
}

describe('reading Markdown', () => {
  test('takes headings without their marks, at whatever level', () => {
    expect(lines(fromMarkdown('# 年报 #\n\n#### 一、总体情况\n\n正文。\n## **（一）甲** \n'))).toEqual([
      '1 年报',
      '4 一、总体情况',
      '正文。',
      '2 （一）甲',
    ])
  })

  test('takes an escaped pipe in code for part of its cell, and a code outside a table as it is', () => {
    expect(lines(fromMarkdown('| `a\\|b` | `c\\\\d` |\n|---|---|\n\n# `e\\|f`\n'))).toEqual(['|a|b|c\\\\d', '1 e\\|f'])
  })

  test('takes pipe tables, cells broken at <br>', () => {
    expect(lines(fromMarkdown('| 规章 | **1** |  |\n|---|:-:|---|\n| 行政规范<br>性文件 | 2 | a\\|b |\n'))).toEqual([
      '|规章|1|',
      '|行政规范/性文件|2|a|b',
    ])
  })

  test('reads everything else as plain text', () => {
    const source =
      '\t\t缩进的一行\n1. 属于国家秘密\n2) 其他\n- 2 -\n合计\n---\n96*2*3 与 ~100~ 件\n    四格\n\n```\n规章\t0\n```\n'
    expect(lines(fromMarkdown(source))).toEqual([
      '\t\t缩进的一行',
      '1. 属于国家秘密',
      '2) 其他',
      '- 2 -',
      '合计',
      '<furniture> ---',
      '96*2*3 与 ~100~ 件',
      '    四格',
      '<furniture> ```',
      '规章\t0',
      '<furniture> ```',
    ])
  })

  test('drops marks of emphasis, quotation and escapes, and breaks lines at <br>', () => {
    expect(lines(fromMarkdown('> **甲**乙\n\n1\\. 丙<br/>丁\n'))).toEqual(['甲乙', '1. 丙', '丁'])
  })

  test('drops what Pandoc sets behind headings and at breaks in cells', () => {
    expect(lines(fromMarkdown('# 一、概述 {#一概述 .unnumbered}\n\n| 计量\\ | 2018年\\ |\n'))).toEqual([
      '1 一、概述',
      '| 计量 | 2018年 |',
    ])
  })

  test('drops images, addresses of links, bullets and tags of letters, and reads entities', () => {
    const source =
      '# 年报\n\n&nbsp;&nbsp;甲[县政府网](http://a.gov.cn/x\\(1\\))乙\n- （一）丙<u>丁</u>&ldquo;戊&rdquo;&foo;\n![](data:image/png;base64,iV=)\n![二维码](/a.png)己\\\n阳政办发[2016]4号\n- - 3\n'
    expect(lines(fromMarkdown(source)).slice(1)).toEqual([
      '\u00a0\u00a0甲县政府网乙',
      '（一）丙丁“戊”&foo;',
      '己',
      '阳政办发[2016]4号',
      '- - 3',
    ])
  })

  test('finds headings and tables inside lists and quotations', () => {
    expect(lines(fromMarkdown('> ## 一、甲\n\n- 乙\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n'))).toEqual([
      '2 一、甲',
      '乙',
      '|a|b',
      '|1|2',
    ])
  })

  test.each<[string, string]>([
    ['quotations', `${'>'.repeat(100_000)} 甲`],
    ['lists on one line', `${'- '.repeat(20_000)}甲`],
    ['lists line by line', Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- 甲`).join('\n')],
    ['links', '[a]('.repeat(50_000)],
    ['images', '![[]'.repeat(30_000)],
    ['emphasis', '**x *y '.repeat(20_000)],
  ])('%s without end hide neither the heading before nor the table behind', (_, hostile) => {
    const read = lines(
      parseSource(`# 一、甲\n\n${hostile}\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | 1 |\n`, { format: 'markdown' }),
    )
    expect(read[0]).toBe('1 一、甲')
    expect(read.slice(-2)).toEqual(['|乙|丙', '|丁|1'])
  })

  test('CRLF and a byte order mark change nothing', () => {
    const source = '# 年报\n\n正文。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
    expect(lines(fromMarkdown(`\ufeff${source.replaceAll('\n', '\r\n')}`))).toEqual(lines(fromMarkdown(source)))
  })
})

test('a table drawn with lines keeps cells that emphasis parts', () => {
  const source =
    '**青禾县林业局2016年政府信息公开工作年度报告**\n\n附表\n\n+------+------+------+\n| **指标** | **单位** | **数量** |\n+======+======+======+\n| **主动公开信息数** | 条 | 306 |\n+------+------+------+\n'
  const [appendix] = parseReport(source).report.appendices
  expect(appendix?.rows).toEqual([{ label: '主动公开信息数', code: null, unit: '条', depth: 0, values: [306] }])
})

describe('an mdast tree', () => {
  test('is read without its source by the values of its nodes', () => {
    const tree: Mdast = {
      type: 'root',
      children: [
        { type: 'heading', depth: 2, children: [{ type: 'text', value: '一、甲' }] },
        {
          type: 'paragraph',
          children: [
            { type: 'strong', children: [{ type: 'text', value: '乙' }] },
            { type: 'text', value: '丙\n丁' },
          ],
        },
        {
          type: 'list',
          ordered: true,
          start: 3,
          children: [
            { type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'text', value: '戊' }] }] },
          ],
        },
      ],
    }
    expect(lines(fromMdast(tree))).toEqual(['2 一、甲', '乙丙', '丁', '3. 戊'])
  })

  test('anything else is refused', () => {
    for (const wrong of [null, undefined, 'text', { type: 'element', children: [] }])
      expect(() => fromMdast(wrong as never)).toThrow(TypeError)
    expect(() => fromMarkdown(null as never)).toThrow(TypeError)
  })
})

describe('telling formats apart', () => {
  test.each([
    ['html', '<!DOCTYPE html><html><body>年报</body></html>'],
    ['html', '\ufeff  <html lang="zh">'],
    ['html', '<p style="text-align: center">年报</p><p>正文</p>'],
    ['html', '<table><tr><td>规章</td></tr></table>'],
    ['markdown', '年报\n\n## 一、总体情况\n正文'],
    ['markdown', '正文\n\n| a | b |\n|---|:-:|\n| 1 | 2 |'],
    ['markdown', '```\n规章\n```'],
    ['markdown', '## 一、甲\n\n<table><tr><td>1</td></tr></table>'],
    ['markdown', '**一、总体情况**\n\n正文'],
    ['markdown', '年报\n\n[打印](javascript:window.print())'],
    ['markdown', '年报\n1\\. 属于国家秘密'],
    ['markdown', '&nbsp;&nbsp;一、总体情况'],
    ['text', '阳政办发[2016]（4号）'],
    ['text', '一、总体情况\n《关于印发<2016年要点>的通知》，见<http://www.example.gov.cn/>。'],
    ['text', '<!--[if !supportLists]-->（三）<!--[endif]-->甲'],
    ['text', '- 2 -\n规章\t0\n#标签'],
    ['text', ''],
  ])('%s: %s', (format, source) => {
    expect(textFormat(source)).toBe(format)
  })

  test('the option decides before the content', () => {
    expect(lines(parseSource('## 一、甲', { format: 'text' }))).toEqual(['## 一、甲'])
    expect(() => parseSource('甲', { format: 'docx' as never })).toThrow(TypeError)
  })

  test('a million characters are told in no time to speak of', () => {
    for (const unit of ['|', '-', '| ', '#', '<p ', '`', ' ', '|-'])
      expect(['text', 'markdown', 'html']).toContain(textFormat(unit.repeat(500_000)))
  })
})

test('tables that Markdown holds as HTML keep their spans and places', () => {
  const source =
    '## 二、甲\n\n<table><tr><td colspan="2">第二十条</td></tr>\n<tr><td>规章</td><td>3</td></tr></table>\n\n正文。\n'
  const tree = parseSource(source)
  expect(lines(tree)).toEqual(['2 二、甲', '|第二十条', '|规章|3', '正文。'])
  const [, table] = tree.children
  expect(source.slice(table!.position!.start.offset, table!.position!.end.offset)).toMatch(/^<table>.*<\/table>$/s)
})

test('law: texts with a position are slices of the source or atomic, in order', () => {
  const fragment = fc.constantFrom(
    '# ',
    '一、甲',
    '\n',
    '\n\n',
    '|',
    ' a |',
    '|---|---|',
    '**',
    '> ',
    '- ',
    '1. ',
    '\\',
    '<br>',
    '&nbsp;',
    '```',
    '\t',
    '正文。',
    '\r\n',
  )
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 30 }), (parts) => {
      const source = parts.join('')
      const visit = (node: {
        type: string
        value?: string
        children?: unknown[]
        position?: { start: { offset: number }; end: { offset: number } }
      }) => {
        for (const child of node.children ?? []) visit(child as typeof node)
        if (node.type !== 'text' || !node.position) return
        const printed = source.slice(node.position.start.offset, node.position.end.offset)
        if (printed.length === node.value!.length) expect(printed).toBe(node.value)
        expect(node.value).not.toMatch(/[\n\r]/)
      }
      visit(fromMarkdown(source) as Parameters<typeof visit>[0])
      expect(() => parseReport(source, { format: 'markdown' })).not.toThrow()
    }),
    { numRuns: 60 },
  )
})
