import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'
import type { Indicator } from '../src/types'

describe('indicators from prose', () => {
  test.each([
    ['全县主动公开政府信息1204条。', { 'disclosure.items': 1204 }],
    ['通过网站、微博及微信等各类渠道主动公开政府信息1204条。', { 'disclosure.items': 1204 }],
    ['门户网站共发布各类信息2.4万条，访问量达30万余人次。', { 'disclosure.website': 24000 }],
    ['区政府门户网站查阅访问量达30万余人次。', { 'website.visits': 300000 }],
    ['微博发布信息数量108篇，微信发布信息数量84篇。', { 'disclosure.weibo': 108, 'disclosure.wechat': 84 }],
    ['微博、微信发布信息192篇。', {}],
    [
      '全县共受理政府信息公开申请14件，其中网络申请12件，信函申请2件。同意公开答复8件，告知通过其他途径办理2件。',
      {
        'requests.received': 14,
        'requests.online': 12,
        'requests.letter': 2,
        'requests.granted': 8,
        'requests.otherChannel': 2,
      },
    ],
    [
      '共收到32件政府信息公开申请，答复32件，不同意公开答复3件。',
      { 'requests.received': 32, 'requests.answered': 32, 'requests.denied': 3 },
    ],
    ['全县主动公开政府信息1 204条，受理申请12 345件。', {}],
    ['信函、传真申请5件。', {}],
    [
      '全县接到政府信息公开行政复议2件，其中维持具体行政行为1件，其他情形1件。',
      { 'reconsideration.total': 2, 'reconsideration.upheld': 1, 'reconsideration.other': 1 },
    ],
    [
      '接到政府信息公开行政诉讼4件，维持具体行政行为或者驳回原告诉讼请求3件。',
      { 'litigation.total': 4, 'litigation.upheld': 3 },
    ],
    ['全年政府信息公开的实际支出为14.51万元。', { 'organization.funds': 145100 }],
    ['共接受公众咨询631人次。', { 'consultations.total': 631 }],
    ['召开新闻发布会12场。', { 'interpretation.pressConferences': 12 }],
    [
      '全县主动公开政府信息900条，其中，政府网站公开500条，政府公报公开20条，政务微博公开180条，其他方式公开200条。',
      {
        'disclosure.items': 900,
        'disclosure.website': 500,
        'disclosure.gazette': 20,
        'disclosure.weibo': 180,
        'disclosure.other': 200,
      },
    ],
    ['举办新闻发布会5次，其中主要负责同志参加新闻发布会2次。', { 'interpretation.pressConferences': 5 }],
    ['政府信息公开申请办结数56件，其中按时办结50件，延期办结6件。', { 'requests.completed': 56 }],
    ['收到依申请公开56件。', { 'requests.received': 56 }],
    ['受理低保申请300件，受理行政许可申请1200件。', {}],
    ['没有收到政府信息公开申请，没有发生行政复议。', {}],
    ['办理行政复议案件120件，其中维持80件。', {}],
    ['受理12345热线工单1937件，答复1937件。', {}],
    ['建议提案答复7件。', {}],
    // Words in quotation marks, and ways to hand in a request without the word for it.
    [
      '受理政府信息公开申请47件，通过网上提交的31件，通过信函提交的14件，传真2件。“同意公开”的28件，“非本机关职责权限范围”的4件。',
      {
        'requests.received': 47,
        'requests.fax': 2,
        'requests.online': 31,
        'requests.letter': 14,
        'requests.granted': 28,
        'requests.notThisBody': 4,
      },
    ],
    ['收到政府信息公开申请6件，书面答复5件，按期答复4件，延期答复2件。', { 'requests.received': 6 }],
    ['共64件政府信息公开申请均已办结。', { 'requests.completed': 64 }],
    ['28件申请均在法定期限内予以答复，属于政府信息公开申请。', {}],
    ['政务微博“青河发布”共发布630条，政务微信推送信息561条。', { 'disclosure.weibo': 630, 'disclosure.wechat': 561 }],
    ['微博、微信公众号推送信息561条，政务新媒体发布微博转发12条。', {}],
    ['县政府网站全年发布政府信息56条，局网站更新信息。', { 'disclosure.website': 56 }],
    ['截至年底，累计公开政府信息5200条，其中2016年公开1320条。', { 'disclosure.items': 1320 }],
    ['力争主动公开政府信息突破900条。', {}],
    [
      '设立政府信息公共查阅点2处，有23名同志从事政府信息公开工作。',
      { 'organization.readingRooms': 2, 'organization.staff': 23 },
    ],
    ['共收取依申请公开信息的检索、复制、邮寄等成本费用120元。', { 'fees.collected': 120 }],
    ['收取行政事业性收费等费用120万元，均已公开。', {}],
    ['全县各级行政机关共受理政府信息公开申请127件。', { 'requests.received': 127 }],
    ['全县公安机关共受理政府信息公开申请127件。', {}],
    ['自2016年1月新规施行以来，主动公开政府信息300条。', { 'disclosure.items': 300 }],
    ['自2008年条例施行以来，主动公开政府信息300条。', {}],
    ['自条例实施以来至2016年底，主动公开政府信息300条。', {}],
    ['2008年5月至2016年12月，主动公开政府信息300条。', {}],
    ['2016年1月至2016年12月，主动公开政府信息300条。', { 'disclosure.items': 300 }],
    ['配备1名专职人员和2名兼职人员负责信息公开。', { 'organization.fullTime': 1, 'organization.partTime': 2 }],
    ['收到公民、法人及其他组织申请公开政府信息3件次。', { 'requests.received': 3 }],
    ['收到法人申请3件。', {}],
    ['收到公民申请公开政府信息3件次。', { 'requests.received': 3 }],
    [
      '举办新闻发布会158次（其中负责人参加新闻发布会41次），在线访谈116次（其中负责人参加57次），发布政策解读稿件28篇，回应关切451次。',
      {
        'interpretation.pressConferences': 158,
        'interpretation.interviews': 116,
        'interpretation.articles': 28,
        'interpretation.responses': 451,
      },
    ],
    ['各乡镇网站公开信息5600条，转发省政府网站发布信息36条。', {}],
    ['2015年、2016年分别收到政府信息公开申请48件、56件。', {}],
    ['近三年累计收到政府信息公开申请156件。', {}],
    [
      '共有专职人员2名、兼职人员15名从事政府信息公开工作。',
      { 'organization.fullTime': 2, 'organization.partTime': 15 },
    ],
    ['政府信息公开专项经费（不包括网站建设维护等方面的经费）3.5万元。', { 'organization.funds': 35000 }],
    ['全县收到政府信息公开申请235件。县政府（含办公室）收到政府信息公开申请18件。', { 'requests.received': 235 }],
    [
      '主动公开信息1356条，其中：网站公开802条、微信公众号推文554条。',
      { 'disclosure.items': 1356, 'disclosure.website': 802, 'disclosure.wechat': 554 },
    ],
    ['配备政府信息公开专兼职人员7人，其中专职人员2人。', { 'organization.staff': 7, 'organization.fullTime': 2 }],
    // A part of the year is not the year.
    ['第四季度主动公开政府信息98条。', {}],
    ['1-6月主动公开政府信息156条。', {}],
    ['微博发布信息264条（1月—3月31条），微信发布信息90条。', { 'disclosure.weibo': 264, 'disclosure.wechat': 90 }],
    ['1-12月主动公开政府信息326条。', { 'disclosure.items': 326 }],
    ['上半年主动公开政府信息156条，全年主动公开政府信息326条。', { 'disclosure.items': 326 }],
    // What is said of a part is not said of the whole.
    ['全年发生行政复议12件，其中涉及政府信息公开2件。', {}],
    ['政府信息公开行政复议12件，其中维持2件。', { 'reconsideration.total': 12, 'reconsideration.upheld': 2 }],
    ['全年发生行政诉讼8件，均与信息公开无关，我县公开审理。', {}],
    ['作为复议机关，受理信息公开类行政复议案件6件。', {}],
    ['信息公开收取检索费12元、复制费36元，合计48元。', {}],
    ['收取政府信息公开申请人诉讼费300元。', {}],
    // Another year in brackets ends with them.
    ['收到政府信息公开申请23件（2015年31件），办结22件。', { 'requests.received': 23, 'requests.completed': 22 }],
    ['拟召开政府信息公开工作会议3次。', {}],
    ['漏报主动公开政府信息12条。', {}],
    ['配合市政府召开新闻发布会12场。', {}],
    ['参加市政府信息公开培训2次，参训5人次。', {}],
    ['召开信息公开例会，举办培训班2期，培训60人次。', { 'training.sessions': 2, 'training.participants': 60 }],
    ['接受公民、法人及其他组织咨询1380人次。', { 'consultations.total': 1380 }],
    [
      '设立政府信息公开专门机构1个，设置查阅点2个，专项经费3.5万元。',
      {
        'organization.bodies': 1,
        'organization.readingRooms': 2,
        'organization.funds': 35000,
      },
    ],
    ['截至2016年底，累计主动公开政府信息2981条，其中2016年326条。', { 'disclosure.items': 326 }],
  ])('%s', (sentence, expected) => {
    expect(figures(sentence)).toEqual(expected)
  })

  test('the title of its section tells what a sentence is about', () => {
    const text = (title: string) =>
      `青河县2016年政府信息公开工作年度报告\n\n一、${title}\n全年收到申请14件，答复12件，均登记在册。\n`
    expect(byId(parseReport(text('依申请公开政府信息情况')).report.indicators)).toEqual({
      'requests.received': 14,
      'requests.answered': 12,
    })
    expect(byId(parseReport(text('概述')).report.indicators)).toEqual({})
  })

  test('a figure of another year counts for nothing', () => {
    expect(figures('2015年主动公开政府信息900条。')).toEqual({})
    expect(figures('较上年主动公开政府信息900条有所增加。')).toEqual({})
  })

  test('sentences that differ give none, sentences that agree give one', () => {
    expect(figures('主动公开政府信息90条，内容准确。经统计，主动公开政府信息80条。')).toEqual({})
    expect(figures('主动公开政府信息90条，内容准确。经统计，主动公开政府信息90条。')).toEqual({
      'disclosure.items': 90,
    })
  })

  test('an approximate figure keeps its bound and points to its mention', () => {
    const { report } = parseReport(document('全县主动公开政府信息210余条。'))
    expect(report.indicators).toEqual([
      { id: 'disclosure.items', value: 210, unit: '条', bound: 'over', sources: ['/mentions/0'] },
    ])
    expect(report.mentions[0]).toMatchObject({ raw: '210余条', value: 210 })
  })
})

describe('whose figure it is', () => {
  test.each([
    ['青河县人民政府', '全县主动公开政府信息90条。', true],
    ['青河县人民政府', '全市主动公开政府信息90条。', false],
    ['青河县人民政府', '县教育局主动公开政府信息90条。', false],
    ['青河县人民政府', '县本级主动公开政府信息90条。', false],
    ['青河县教育局', '全县主动公开政府信息90条。', false],
    ['青河县教育局', '青河县2016年主动公开政府信息90条。', false],
    ['青河县教育局', '青河县2016年公开力度加大。主动公开政府信息90条。', false],
    ['青河县教育局', '各乡镇主动公开政府信息90条。', false],
    ['青河县教育局', '我局主动公开政府信息90条。', true],
    ['青河县教育局', '按照全县统一部署，主动公开政府信息90条。', true],
    ['青河县教育局', '主动公开政府信息90条。', true],
  ])('%s: %s', (issuer, sentence, isOwn) => {
    expect(figures(sentence, issuer)).toEqual(isOwn ? { 'disclosure.items': 90 } : {})
  })

  test('a part on one field tells nothing of the whole', () => {
    const text =
      '青河县人民政府2016年政府信息公开工作年度报告\n\n一、重点领域信息公开\n教育类信息公开及时。举办新闻发布会3次，回应关切。\n'
    expect(byId(parseReport(text).report.indicators)).toEqual({})
  })
})

describe('indicators from statistics tables', () => {
  const table = (rows: string[], head = '指标\t单位\t数量') =>
    `青河县2016年政府信息公开工作年度报告\n\n一、概述\n主动公开政府信息77条。\n\n二、数据统计与附表\n附表：政府信息公开情况统计表\n${[head, ...rows].join('\n')}\n`

  test('come before prose', () => {
    expect(byId(parseReport(table(['主动公开信息数\t条\t80'])).report.indicators)).toEqual({ 'disclosure.items': 80 })
  })

  test('a row that the best family lacks is read by the others where they agree', () => {
    const rows = ['主动公开信息数\t条\t306', '（一）收到申请数\t件\t9', '（二）申请办结数\t件\t8']
    expect(byId(parseReport(table(rows)).report.indicators)).toEqual({
      'disclosure.items': 306,
      'requests.received': 9,
      'requests.completed': 8,
    })
  })

  test('are in yuan, shifted as text', () => {
    const rows = ['七、依申请公开信息收取的费用\t万元\t0.57', '（四）政府信息公开专项经费\t万元\t3.5']
    expect(byId(parseReport(table(rows)).report.indicators)).toMatchObject({
      'fees.collected': 5700,
      'organization.funds': 35000,
    })
  })

  test('rows of one label are told by their place', () => {
    const rows = [
      '四、行政复议数量\t件\t3',
      '（三）其他情形数\t件\t1',
      '五、行政诉讼数量\t件\t5',
      '（三）其他情形数\t件\t2',
    ]
    expect(byId(parseReport(table(rows)).report.indicators)).toMatchObject({
      'reconsideration.other': 1,
      'litigation.other': 2,
    })
  })

  test('only the column of the year counts', () => {
    const rows = ['申请总数\t条\t9\t120']
    const { indicators } = parseReport(table(rows, '指标名称\t计量单位\t2016年度\t历年累计')).report
    expect(indicators).toContainEqual({
      id: 'requests.received',
      value: 9,
      unit: '件',
      bound: 'exact',
      sources: ['/appendices/0/rows/0/values/0'],
    })
  })

  test('a figure that a failed sum concerns is left out, prose still counts', () => {
    const rows = [
      '申请总数\t条\t9',
      '其中：1.当面申请数\t条\t3',
      '2.传真申请数\t条\t0',
      '3.电子邮件申请数\t条\t0',
      '4.网上申请数\t条\t4',
      '5.信函申请数\t条\t1',
      '6.其他形式申请数\t条\t0',
      '主动公开信息数\t条\t80',
    ]
    const { report, checks } = parseReport(table(rows))
    expect(checks.filter(({ status }) => status === 'fail').map(({ ruleId }) => ruleId)).toEqual([
      'statistics-requests-channels',
      'text-statistics',
    ])
    expect(byId(report.indicators)).toEqual({ 'disclosure.items': 80 })
  })
})

function figures(sentence: string, issuer = '青河县人民政府'): Record<string, number> {
  return byId(parseReport(document(sentence, issuer)).report.indicators)
}

function document(sentence: string, issuer = '青河县人民政府'): string {
  return `${issuer}2016年政府信息公开工作年度报告\n\n一、概述\n全年工作有序推进，制度逐步健全。${sentence}\n\n${issuer}\n2017年3月20日\n`
}

function byId(indicators: Indicator[]): Record<string, number> {
  return Object.fromEntries(indicators.map(({ id, value }) => [id, value]))
}

test('块 in prose counts things', () => {
  const { report } = parseReport(
    '某县档案局2016年政府信息公开工作年度报告\n\n一、概述\n\n制作展板20块，收取检索费15元。\n',
  )
  expect(report.mentions.map(({ value, unit }) => [value, unit])).toEqual([
    [20, '块'],
    [15, '元'],
  ])
})
