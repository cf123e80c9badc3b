import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromText } from '../src/from-text/from-text'
import { parseReport } from '../src/main-entry'

const body =
  '一、总体情况\n我局公开各类信息三百余条，群众可拨打监督电话0733-1111111反映问题。\n六、其他需要报告的事项\n无。'
const title = '青禾县林业局2021年政府信息公开工作年度报告'
const read = (source: string) => parseReport(source).report
const front = (text: string) => read(`${text}\n${body}`)
const back = (text: string) => read(`${title}\n${body}\n${text}`)
const preface = (text: string) => read(`${title}\n\n${text}\n\n${body}`)

describe('title', () => {
  test.each([
    ['on one line', title, title],
    ['over two lines', '青禾县林业局\n2021 年政府信息公开工作年度报告', '青禾县林业局2021 年政府信息公开工作年度报告'],
    ['over three lines', '青禾县林业局\n2021年政府信息公开\n工作年度报告', title],
    ['with a break inside a word', '2016年青禾县政府信息公开工作\n年度报告', '2016年青禾县政府信息公开工作年度报告'],
    ['centred', `\u3000\u3000\u3000${title}   `, title],
    [
      'with a remark behind it',
      '青禾县林业局政府信息公开工作年度报告（2021年度）',
      '青禾县林业局政府信息公开工作年度报告（2021年度）',
    ],
    ['of another kind', '2009年青禾县政府信息公开年报', '2009年青禾县政府信息公开年报'],
    ['with the year inside the kind', '青禾县林业局政府信息公开2021年度报告', '青禾县林业局政府信息公开2021年度报告'],
    ['below a path of menus', `首页 > 政务公开 > 政府信息公开年报\n${title}`, title],
    ['below menus that end as titles do', `青禾县林业局 政府信息公开 政府信息公开年报\n${title}`, title],
    ['printed by the page first', `${title}\n\n${title}\n来源：本局`, title],
    ['with radicals of its font', '⻘⽲县林业局2021年政府信息公开⼯作年度报告', title],
    ['named by the page alone', `标题：${title}\n发布时间：2022-01-20`, title],
    ['in Markdown', `# ${title}\n`, title],
    ['emphasised', `**${title}**`, title],
    ['with its preface in one line', `${title} 根据《中华人民共和国政府信息公开条例》编制。`, title],
    ['with what the page prints behind it', `${title} 发布时间：2022-01-26 浏览次数：33`, title],
    ['none', '本报告由青禾县林业局编制。', null],
    ['none, but a sentence that speaks of the report', '现公布青禾县林业局2021年政府信息公开工作年度报告。', null],
  ])('%s', (_, source, expected) => {
    expect(front(source).title).toBe(expected)
  })
})

describe('issuer', () => {
  test.each([
    ['signature', back('青禾县林业局办公室\n2022年1月20日'), '青禾县林业局办公室'],
    ['signature with a stamp', back('青禾县林业局（盖章）\n2022年1月20日'), '青禾县林业局'],
    ['signature shorter than the title', back('林业局\n2022年1月20日'), '青禾县林业局'],
    ['title', front(title), '青禾县林业局'],
    ['title with the year first', front('2021年青禾县人民政府办公室政府信息公开工作年度报告'), '青禾县人民政府办公室'],
    ['title with the year inside', front('青禾县林业局政府信息公开2021年年度报告'), '青禾县林业局'],
    ['title with 关于', front('青禾县林业局关于2021年度政府信息公开工作的年度报告'), '青禾县林业局'],
    ['title with one 政府 for two', front('2021年度青禾县人民政府信息公开工作年度报告'), '青禾县人民政府'],
    ['title with one 政府 for two, the year inside', front('青禾县人民政府2021年信息公开年度报告'), '青禾县人民政府'],
    [
      'title with another name in brackets',
      front('青禾县林业局（县绿化办）2021年政府信息公开年度报告'),
      '青禾县林业局（县绿化办）',
    ],
    [
      'title with brackets before the kind',
      front('2021年青禾县林业局（县绿化办）政府信息公开年报'),
      '青禾县林业局（县绿化办）',
    ],
    ['title with a school year', front('青禾大学2021-2022学年信息公开工作年度报告'), '青禾大学'],
    ['preface', front('本报告由青禾县林业局编制。'), '青禾县林业局'],
    ['signature with its letters apart', back('青 禾 县 林 业 局\n2022年1月20日'), '青禾县林业局'],
    ['signature in brackets', back('（青禾县林业局 2022年1月20日）'), '青禾县林业局'],
    ['not who had it printed', back('青禾县林业局办公室　　2022年1月20日印发'), '青禾县林业局'],
    ['none', read('一、少年\n他站在桥上看船。'), null],
  ])('%s', (_, report, expected) => {
    expect(report.issuer).toBe(expected)
  })
})

describe('date of publication', () => {
  test.each([
    ['below the signature', '青禾县林业局\n2022年1月20日', '2022-01-20'],
    ['with inner spaces', '青禾县林业局\n2022 年 1 月20日   ', '2022-01-20'],
    ['in Chinese numerals with a Latin zero', '二0二二年一月二十日', '2022-01-20'],
    ['beside the signature', '青禾县林业局　　2022年1月20日', '2022-01-20'],
    ['before the signature', '2022年1月20日\n青禾县林业局', '2022-01-20'],
    ['behind the last sentence', '本年度未收取费用。 青禾县林业局 2022年1月20日', '2022-01-20'],
    ['behind blank lines', '\n\n\n        青禾县林业局\n\n\n        2022.1.20', '2022-01-20'],
    ['a month', '青禾县林业局\n2022年1月', '2022-01'],
    ['before page furniture', '青禾县林业局\n2022年1月20日\n扫一扫在手机打开当前页\n上一篇：无', '2022-01-20'],
    ['before an attachment', '青禾县林业局\n2022年1月20日\n附件：统计表', '2022-01-20'],
    ['in the first month', '二〇二二年元月二十日', '2022-01-20'],
    ['of printing', '青禾县林业局办公室　　2022年1月20日印发', '2022-01-20'],
    [
      'set to the right, before a table of statistics',
      `${' '.repeat(40)}青禾县林业局\n${' '.repeat(42)}2022年1月20日\n附表：\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n（一）主动公开政府信息数\t条\t12`,
      '2022-01-20',
    ],
    ['none', '附件：统计表', null],
  ])('%s', (_, source, expected) => {
    expect(back(source).published).toBe(expected)
  })

  test.each([
    ['发布时间 : 2022-01-25     来源:林业局     字体大小:', '2022-01-25'],
    ['发布日期：2022年01月25日 浏览次数：12', '2022-01-25'],
    ['来源：本局  时间：2022/01/25 10:30', '2022-01-25'],
    ['2022-01-25 10:30 来源：本局', '2022-01-25'],
    ['（2022年1月25日）', '2022-01-25'],
    ['青禾县林业局 2022-01-25 11:20', '2022-01-25'],
    ['日期：[2022-01-25]', '2022-01-25'],
    ['索引号 11/2022-001 主题分类 其他 发文日期 2022-01-25', '2022-01-25'],
  ])('of the page: %s', (line, expected) => {
    expect(front(`${title}\n${line}`)).toMatchObject({ published: expected, title, preface: null })
  })

  test('of a table at the head of the page', () => {
    const rows = '<tr><td>索引号</td><td>000-2022</td></tr><tr><td>发布日期：</td><td>2022-01-25</td></tr>'
    const source = `<table>${rows}</table><p>${title}</p><p>${body.replaceAll('\n', '</p><p>')}</p>`
    expect(read(source)).toMatchObject({ published: '2022-01-25', title })
  })

  test('the signature counts more than the page', () => {
    expect(read(`${title}\n发布时间：2022-02-12\n${body}\n青禾县林业局\n2022年1月20日`).published).toBe('2022-01-20')
  })

  test('signature and date stand in no section', () => {
    const { sections } = back('青禾县林业局\n2022年1月20日')
    expect(sections.at(-1)!.text).toBe('无。')
  })
})

describe('period', () => {
  const year = { start: '2021-01-01', end: '2021-12-31' }
  test.each([
    ['所列数据的统计期限自2021年1月1日起至2021年12月31日止。', year],
    ['数据统计期限自2021年1月1日起，至2021年12月31日止。', year],
    ['统计时限从2021年1月1日到12月31日。', year],
    ['报告所列统计期限自 2021 年 1 月 1 日至 2021 年 12 月 31 日。', year],
    ['统计期限为2021年1月1日—2021年12月31日。', year],
    ['统计期限：2021.1.1-2021.12.31。', year],
    ['统计期限自二〇二一年一月一日起至二〇二一年十二月三十一日止。', year],
    ['统计期限为2021年度。', year],
    ['我局自2021年4月1日至2021年6月30日开展专项行动。', null],
  ])('%s', (text, expected) => {
    expect(preface(text).period).toEqual(expected)
  })

  test('in a part of the report, where the preface states none', () => {
    expect(back('本报告统计期限自2021年1月1日至2021年12月31日止。').period).toEqual(year)
  })

  test('one that lost its 月 is not made up', () => {
    const { report, diagnostics } = parseReport(`${title}\n\n统计期限自202111日至1231日。\n\n${body}`)
    expect(report.period).toBeNull()
    expect(diagnostics.filter(({ ruleId }) => ruleId === 'metadata-period-unreadable')).toMatchObject([
      { severity: 'warning', blame: 'unknown', values: { actual: '202111日至1231日' } },
    ])
  })
})

test('year: of the title, else of the period, else the first one named', () => {
  expect(read(`${title}\n统计期限自2020年1月1日至2020年12月31日。\n${body}`).year).toBe(2021)
  expect(read(`统计期限自2020年1月1日至2020年12月31日。\n${body}`).year).toBe(2020)
  expect(read('一、概述\n2019年，全局依法公开信息。').year).toBe(2019)
  expect(front('二〇二一年青禾县林业局政府信息公开年度报告').year).toBe(2021)
  expect(read(body).year).toBeNull()
})

describe('lines of the page around the text', () => {
  test('a full line of them does not run on into the preface', () => {
    const text =
      '来源：县林业局办公室  发布时间：2022-01-16  【字体：大 中 小】  打印\n根据《条例》编制，统计期限为2021年度。'
    expect(front(`${title}\n${text}`).preface).toBe('根据《条例》编制，统计期限为2021年度。')
  })

  test('a note above the signature is no text', () => {
    const { sections, published } = back('（此件主动公开）\n青禾县林业局\n2022年1月20日')
    expect(sections.at(-1)!.text).toBe('无。')
    expect(published).toBe('2022-01-20')
  })

  test('title, signature and buttons in a report of one line', () => {
    const line = `${title} 发布时间：2022-01-16 浏览：215次 一、总体情况 我局公开各类信息三百余条，群众反映良好，工作平稳有序。六、其他需要报告的事项 无。 青禾县林业局 2022年1月9日 【打印】 【关闭】`
    const { mentions, published, issuer } = read(line)
    expect([published, issuer, mentions.map(({ raw }) => raw)]).toEqual(['2022-01-09', '青禾县林业局', ['三百余条']])
  })

  test('links behind the signature are no text', () => {
    const { sections } = back(
      '青禾县林业局\n2022年1月20日\n附表.xlsx\n相关稿件：\n·青禾县林业局2020年政府信息公开工作年度报告',
    )
    expect(sections.at(-1)!.text).toBe('无。')
  })

  test('a date of a sheet is none of the report', () => {
    expect(back('单位负责人：刘某　审核人：王某　填报日期：2022年1月20日').published).toBeNull()
  })
})

describe('contact', () => {
  const none = { address: null, postcode: null, phones: [], faxes: [], emails: [], websites: [] }
  test.each([
    [
      '如有疑问，请与青禾县林业局办公室联系（地址:青禾县松林路8号(西楼)3楼,邮编:412300,电话:0733-2345678,电子邮箱:lyj@example.gov.cn）。',
      {
        address: '青禾县松林路8号(西楼)3楼',
        postcode: '412300',
        phones: ['0733-2345678'],
        emails: ['lyj@example.gov.cn'],
      },
    ],
    [
      '联系地址，青禾县松林路8号6层，邮编412300;电话:0733—2345678;传真:0733－2345679)。',
      { address: '青禾县松林路8号6层', postcode: '412300', phones: ['0733—2345678'], faxes: ['0733－2345679'] },
    ],
    ['联系电话:0733-2345678  2345679 (传真)', { phones: ['0733-2345678'], faxes: ['2345679'] }],
    ['电话（传真）：0733-2345678', { phones: ['0733-2345678'], faxes: ['0733-2345678'] }],
    ['电话/传真：0733-2345678', { phones: ['0733-2345678'], faxes: ['0733-2345678'] }],
    ['联系电话：(0733)2345678、2345679，手机13912345678', { phones: ['(0733)2345678', '2345679', '13912345678'] }],
    ['如有疑问，请与县林业局联系（0733-2345678转8012）', { phones: ['0733-2345678转8012'] }],
    ['电话：(0733) 234-5678转6，0733-2345 6789。', { phones: ['(0733) 234-5678转6', '0733-2345 6789'] }],
    [
      '地  址：青禾县松林路8号\n邮  编：412300\n电  话：0733-2345678\n传  真：0733-2345679',
      { address: '青禾县松林路8号', postcode: '412300', phones: ['0733-2345678'], faxes: ['0733-2345679'] },
    ],
    ['通讯地址：青禾县松林路８号；邮政编码：４１２３００', { address: '青禾县松林路８号', postcode: '４１２３００' }],
    ['电子邮箱〈lyj@163.com〉', { emails: ['lyj@163.com'] }],
    [
      '本报告的电子版可在青禾县政府网站（http://www.qinghe.gov.cn/）下载。',
      { websites: ['http://www.qinghe.gov.cn/'] },
    ],
    ['“中国·青禾”网站(www.qinghe.gov.cn)上可下载本报告的电子版。', { websites: ['www.qinghe.gov.cn'] }],
    ['及时公布办公地址、联系方式等信息。', {}],
    ['如有疑问，请联系我局。电子邮箱：lyj#example.gov.cn', { emails: ['lyj#example.gov.cn'] }],
    ['如有疑问，请联系我局。邮箱：lyj（at）example.gov.cn', { emails: ['lyj（at）example.gov.cn'] }],
    [
      '如有疑问，请与青禾县林业局联系（青禾县松林路8号，邮编412300，电话0733-2345678）。',
      { address: '青禾县松林路8号', postcode: '412300', phones: ['0733-2345678'] },
    ],
    ['如有疑问，请与青禾县林业局办公室联系，电话0733-2345678。', { phones: ['0733-2345678'] }],
  ])('%s', (text, expected) => {
    expect(preface(text).contact).toEqual({ ...none, ...expected })
  })

  test('from a paragraph of a part that says whom to ask, and the lines behind it', () => {
    const source = `${title}\n${body}\n如对本报告有疑问，请与县林业局办公室联系。\n联系电话：0733-2345678\n`
    expect(read(source).contact.phones).toEqual(['0733-2345678'])
  })

  test('broken over lines', () => {
    const lines = [
      '本报告由青禾县林业局依照条例编制，数据完整准确并对外公布',
      '如对报告有疑问，请与青禾县林业局办公室联系（联系地址：青',
      '禾县松林路8号，邮政编码：412300，电话：0733-2345678，电子',
      '邮箱：lyj@example.gov.cn）。',
    ]
    const { report, provenance } = parseReport(`${title}\n${lines.join('\n')}\n${body}`)
    expect(report.contact).toMatchObject({ address: '青禾县松林路8号', emails: ['lyj@example.gov.cn'] })
    expect(provenance['/contact/address']!.raw).toBe('青\n禾县松林路8号')
  })

  test('hotlines in the body are none', () => {
    expect(back('').contact).toEqual(none)
  })

  test('from a line of the foot with several labels', () => {
    const { contact, sections } = back(
      '打印本页 关闭窗口\n主办：青禾县林业局 地址：青禾县松林路8号 邮编：412300\n湘ICP备00000000号',
    )
    expect(contact).toMatchObject({ address: '青禾县松林路8号', postcode: '412300' })
    expect(sections.at(-1)!.text).toBe('无。')
  })

  test('from the foot of the page, where the report gives none', () => {
    expect(back('地址：青禾县松林路8号  电话：0733-2345678').contact).toMatchObject({ phones: ['0733-2345678'] })
  })

  test('behind the signature, in brackets or behind other words', () => {
    const signed = '青禾县林业局\n2022年1月20日\n'
    expect(back(`${signed}（联系地址：青禾县松林路8号；邮编：412300；电话：0733-2345678）`).contact).toMatchObject({
      address: '青禾县松林路8号',
      postcode: '412300',
      phones: ['0733-2345678'],
    })
    expect(back(`${signed}信息公开监督电话：0733-2345678　办公室电话：0733-2345679`).contact.phones).toEqual([
      '0733-2345678',
      '0733-2345679',
    ])
  })
})

test('every value has its place in the source', () => {
  const source = `${title}\n\n如有疑问，请与县林业局联系（地址：松林路8号；电话：0733-2345678）。统计期限自2021年1月1日至12月31日。\n\n${body}\n\n青禾县林业局\n2022年1月20日`
  const { provenance } = parseReport(source)
  const printed = Object.fromEntries(Object.entries(provenance).map(([pointer, { raw }]) => [pointer, raw]))
  expect(printed).toMatchObject({
    '/title': title,
    '/issuer': '青禾县林业局',
    '/year': '2021年',
    '/period/start': '2021年1月1日',
    '/period/end': '12月31日',
    '/published': '2022年1月20日',
    '/contact/address': '松林路8号',
    '/contact/phones/0': '0733-2345678',
  })
  for (const { raw, position } of Object.values(provenance))
    expect(source.slice(position!.start.offset, position!.end.offset)).toBe(raw)
})

test('several reports in one document: the first is returned', () => {
  const one = `${title}\n${body}`
  const { report, diagnostics } = parseReport(`${one}\n\n${one.replaceAll('2021', '2022')}`)
  expect(report.year).toBe(2021)
  expect(report.sections.map(({ ordinal }) => ordinal)).toEqual([1, 6])
  expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('structure-several-reports')
})

test('the title and date that a file states outside its text', () => {
  const tree = { ...fromText(body), data: { title: `${title}_青禾县政府网`, published: '2022-01-25 09:00' } }
  const { report } = parseReport(tree)
  expect(report).toMatchObject({ title, issuer: '青禾县林业局', published: '2022-01-25' })
})

const fragment = fc.constantFrom(
  ...[
    title,
    body,
    '\n',
    ' ',
    '联系电话：',
    '0733-2345678',
    '（',
    '）',
    '地址：',
    '青禾县',
    '2022年1月20日',
    '自2021年1月1日',
    '至',
    '12月31日',
    '统计期限',
    '发布时间：',
    'a@b.cn',
    'www.a.cn',
    '。',
    '，',
    '青禾县林业局',
    '标题：',
  ],
)

test('law: whatever stands around a report, each entry is the slice at its position', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 25 }), (parts) => {
      const source = parts.join('')
      for (const { raw, position } of Object.values(parseReport(source).provenance))
        if (position) expect(source.slice(position.start.offset, position.end.offset)).toBe(raw)
    }),
    { numRuns: 60 },
  )
})
