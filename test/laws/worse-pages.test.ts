import { expect, test } from 'vitest'
import { parseReport } from '../../src/main-entry'
import type { Report } from '../../src/types'
import { makeCase } from '../arbitraries/case'
import './patience'

// What content systems, word processors and editors do to a report in HTML changes nothing that it states.

const title = '青石区人民政府2024年政府信息公开工作年度报告'
const menu =
  '<div><a href="/">首页</a>|<a href="/a">政务公开</a>|<a href="/b">办事服务</a>|<a href="/c">互动交流</a></div>' +
  '<div>当前位置：<a href="/">首页</a> &gt; <a href="/x">政府信息公开</a> &gt; <a href="/y">年报</a> &gt; 正文</div>'
const foot =
  '<div><p>主办：青石区人民政府办公室　承办：青石区大数据局</p><p>联系电话：0575-81111111　某ICP备05000000号</p>' +
  '<p>地址：青石区人民路1号　邮编：312000</p></div>'
const related =
  '<div><h3>相关文章</h3><ul><li><a href="1">青石区人民政府2023年政府信息公开工作年度报告</a><span>2024-01-20</span></li>' +
  '<li><a href="2">青石区人民政府2022年政府信息公开工作年度报告</a><span>2023-01-20</span></li></ul></div>'
const tools =
  '<div><a href="javascript:window.print()">打印本页</a> <a href="javascript:close()">关闭窗口</a> 字号：' +
  '[ <a href="javascript:f(1)">大</a> <a href="javascript:f(2)">中</a> <a href="javascript:f(3)">小</a> ]</div>'

/** Each takes the article of a page, its title and its body apart. */
const worse: Record<string, (heading: string, body: string) => string> = {
  'menus before and behind': (heading, body) =>
    `${menu}<div>${heading}${tools}<div>${body}</div></div>${related}${foot}`,
  'tables that arrange the page': (heading, body) =>
    `<table><tr><td>${menu}</td></tr><tr><td><table><tr><td><ul><li><a href=1>机构</a></li><li><a href=2>年报</a></li></ul></td>` +
    `<td><table><tr><td>${heading}</td></tr><tr><td>${body}</td></tr></table></td></tr></table></td></tr><tr><td>${foot}</td></tr></table>`,
  'copies that are not shown': (heading, body) =>
    `<div style="DISPLAY: none">${body.replace(/<td([^>]*)>(\d)/g, '<td$1>9$2')}</div>${heading}${body}`,
  'what Word writes around its cells': (heading, body) =>
    `<!--[if gte mso 9]><xml><w:WordDocument><w:View>9</w:View></w:WordDocument></xml><![endif]-->${heading}` +
    body.replace(
      /<td([^>]*)>(.*?)<\/td>/gs,
      '<td$1><p class=MsoNormal align=center><span lang=EN-US><!--[if !supportEmptyParas]-->$2<!--[endif]--><o:p></o:p></span></p></td>',
    ),
  'blanks of both widths in cells': (heading, body) =>
    heading + body.replace(/<td([^>]*)>(.*?)<\/td>/gs, '<td$1>&nbsp;　$2　&nbsp;\n</td>'),
  'a table in every cell': (heading, body) =>
    heading + body.replace(/<td([^>]*)>(\d+)<\/td>/g, '<td$1><table><tr><td>$2</td></tr></table></td>'),
  'digits in elements of their own': (heading, body) =>
    heading + body.replace(/>[^<]+/g, (text) => text.replace(/(\d)(\d+)/g, '<span>$1</span><span>$2</span>')),
  'figures that are struck out, and footnotes': (heading, body) =>
    heading + body.replace(/<td([^>]*)>(\d{2,})<\/td>/g, '<td$1><del>77</del><s>8</s>$2<sup>1</sup></td>'),
  'a table parted by a page': (heading, body) =>
    heading + body.replace(/(?:<tr>.*?<\/tr>\s*){12}/gs, (rows) => `${rows}</table><p>- 4 -</p><table border="1">`),
  'rows without rowspan': (heading, body) => heading + body.replace(/ rowspan="\d+"/g, ''),
  'cells without colspan': (heading, body) => heading + body.replace(/ colspan="\d+"/g, ''),
}

test.each(Object.keys(worse))('%s', (name) => {
  for (const seed of [3, 4, 6]) {
    const { source } = makeCase({ seed, layout: 'html', steps: [] }).rendering
    const report = plain(parseReport(page('', source)).report)
    expect(report.requests ?? report.disclosure).not.toBeNull()
    expect(plain(parseReport(page('', worse[name]!('', source))).report), `report ${seed}`).toEqual(report)
  }
})

test.each([
  ['an attached file', '<p>附件：<a href="/u/1.doc">年度报告.doc</a></p>'],
  ['an attached file', '<iframe src="/viewer.html?file=/u/1.pdf"></iframe>'],
  ['a picture', '<p><img src="/u/1.jpg"></p><p><img src="/u/2.jpg"></p>'],
])('a page without a text of its own says where it stands: %s', (actual, body) => {
  const head = `<title>${title}</title>`
  const { diagnostics } = parseReport(
    page(head, `${menu}<h1>${title}</h1><p>发布时间：2025-01-26</p>${body}${related}${foot}`),
  )
  expect(diagnostics[0]).toMatchObject({ ruleId: 'file-elsewhere', values: { actual } })
  const whole = parseReport(page(head, `<h1>${title}</h1><p>一、总体情况</p><p>全年公开信息3条。</p>${body}`))
  expect(whole.diagnostics.filter(({ ruleId }) => ruleId === 'file-elsewhere')).toEqual([])
})

test('figures of a table that is an image are missed, not invented', () => {
  const body = `<h1>${title}</h1><p>三、收到和处理政府信息公开申请情况</p><p><img src="1.png" alt="申请情况"></p>`
  const { report, diagnostics } = parseReport(page('', body))
  expect(report.requests).toBeNull()
  expect(diagnostics.filter(({ ruleId }) => ruleId === 'structure-table-missing')).not.toEqual([])
})

function page(head: string, body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
}

/** A report without positions and page marks. */
function plain(report: Report): Report {
  return JSON.parse(JSON.stringify(report, (key, value) => (key === 'position' ? undefined : value)))
}
