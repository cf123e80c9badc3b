import type { RuleId } from './diagnostics'

/** What a rule demands, in a sentence, and the notice or article that demands it. */
export interface RuleStatement {
  rule: string
  source?: string
}

/** What each rule of the catalogue demands, for its page and for SARIF; nothing that reads a report needs to know. */
export const diagnosticRules: Record<RuleId, RuleStatement> = {
  'structure-limit': { rule: 'Input larger than a limit of `options.limits`: what lies behind it is not read.' },
  'structure-not-report': { rule: 'A document without title, body, year, date, contact and tables is no report.' },
  'structure-several-reports': { rule: 'One document holds one report; of several the first is returned.' },
  'structure-form-unknown': {
    rule: 'A table in its part matches a form of some edition.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-rows': {
    rule: 'A table has all rows and columns of its edition; cells that are not in the source are `absent`.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-cell-unresolved': { rule: 'Digits in a cell make one number, and belong to one cell.' },
  'structure-order-ambiguous': { rule: 'One reading order of a table satisfies everything known.' },
  'structure-number-unused': { rule: 'Every number in a table belongs to a cell.' },
  'structure-label-unknown': {
    rule: 'Every row label is one of the form.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-label-duplicate': {
    rule: 'Every row label is printed once.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-column-unverified': {
    rule: 'A table has as many columns as its form.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'disclosure-amount-unit': {
    rule: 'An amount of procurement other than 0 has its unit in the cell or in the heading.',
    source: 'form of 国办公开办函〔2019〕60号',
  },
  'requests-balance': {
    rule: 'In every column: `received` + `carriedIn` = `completed` + `carriedOut`.',
    source:
      '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和 (form of 国办公开办函〔2019〕60号 and 〔2021〕30号)',
  },
  'requests-column-sum': {
    rule: 'In every column: `completed` = the sum of all result rows.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'requests-row-sum': {
    rule: 'In every row: `total` = the sum of the six kinds of applicants.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'disputes-sum': {
    rule: 'In every block: `total` = `upheld` + `corrected` + `other` + `pending`.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'form-rule': { rule: 'A rule of a form given to `readForm`, under the id that the form gives it.' },
  'requests-integer': { rule: 'Every figure of table 三 is a whole number of 0 or more.' },
  'requests-empty': { rule: 'Where `received` and `carriedIn` are 0, every result row of the column is 0 or blank.' },
  'requests-carried-out-high': {
    rule: 'From 20 requests on: `carriedOut` ≤ half of `received`, because answers are due in 20 working days, or 40.',
    source: '国令711 art. 33',
  },
  'requests-subtotal': {
    rule: 'In an extra column 小计: 小计 = the five kinds of organisations, `total` = `naturalPerson` + 小计.',
  },
  'requests-fee-unpaid': {
    rule: '`otherHandling/feeUnpaid` > 0 needs a fee notice, so the text cannot say that none was collected or sent.',
    source: '国办函〔2020〕109号',
  },
  'disputes-integer': { rule: 'Every figure of table 四 is a whole number of 0 or more.' },
  'disputes-after-reconsideration': { rule: 'A lawsuit after reconsideration needs a reconsideration.' },
  'disclosure-value': {
    rule: 'Counts of table 二 are whole numbers of 0 or more; 本年增/减 is signed, amounts may have decimals.',
  },
  'disclosure-in-force': { rule: 'Edition 2021: `inForce` ≥ `issued` − `repealed`.' },
  'disclosure-rules-authority': {
    rule: 'Only ministries, provinces and cities with districts print 规章 other than 0.',
    source: '立法法 art. 91, 93',
  },
  'disclosure-fee-unit': { rule: '本年收费金额 is in 万元: a whole number above 1000000 is probably in yuan.' },
  'disclosure-fee-includes-processing': {
    rule: 'The processing fee is an administrative fee itself: the text’s figure ≤ `fees/amount`.',
    source: '国办函〔2020〕109号',
  },
  'disclosure-fee-statement': {
    rule: 'Reports for 2021 on state in part 六 what processing fees were collected.',
    source: '国办函〔2020〕109号',
  },
  'disclosure-published-total': { rule: 'Edition 2019: `published` ≤ `publicTotal`.' },
  'disclosure-published-made': { rule: 'Edition 2019: `published` ≤ `made`, unless older documents were released.' },
  'disclosure-items-negative': { rule: 'Edition 2019: `previousItems` + `change` ≥ 0.' },
  'disclosure-procurement-zero': {
    rule: 'Edition 2019: `procurement/items` is 0 where `procurement/amount` is 0, and only there.',
  },
  'disclosure-procurement-range': { rule: 'Edition 2019: 100 to 1000000000 yuan an item.' },
  'carry-over-requests': {
    rule: '`carriedIn` = last year’s `carriedOut`, in every column; a warning in single columns, where applicants may be classified anew.',
  },
  'carry-over-documents': { rule: 'Edition 2021: `inForce` + `repealed` = last year’s `inForce` + `issued`.' },
  'carry-over-published': { rule: 'Edition 2019: `publicTotal` ≤ last year’s `publicTotal` + `published`.' },
  'carry-over-items': { rule: 'Edition 2019: `previousItems` = last year’s `previousItems` + `change`.' },
  'carry-over-disputes': { rule: 'Last year’s `pending` ≤ this year’s `upheld` + `corrected` + `other` + `pending`.' },
  'carry-over-jump': { rule: 'A figure of 10 or more does not become five times as large, or a fifth.' },
  'carry-over-gap': { rule: 'Two reports are of one body and of consecutive years.' },
  'text-growth': { rule: '同比增长 p %: `received` ÷ last year’s `received` − 1, at printed precision.' },
  'text-repeated': {
    rule: 'A part repeats less than nine tenths of last year’s, figures and years apart.',
    source: '国办公开办函〔2021〕30号 (内容雷同)',
  },
  'text-received': { rule: '收到…申请 N 件 = `received/total`; with 含上年结转 also `received` + `carriedIn`.' },
  'text-answered': { rule: '答复 or 办结 N 件 = `completed/total`.' },
  'text-carried-in': { rule: '上年结转 N 件 = `carriedIn/total`.' },
  'text-carried-out': { rule: '结转下年度 N 件 = `carriedOut/total`.' },
  'text-category': {
    rule: '予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理 N 件 = the total of the group, or the sum of its printed cells.',
  },
  'text-share': { rule: '占 p % = the part ÷ the stated whole, or ÷ `completed` or `received`.' },
  'text-reconsideration': { rule: '行政复议 N 件 and its outcomes = `disputes/reconsideration`.' },
  'text-litigation': { rule: '行政诉讼 N 件 and its outcomes = `direct` + `afterReconsideration`.' },
  'text-all-upheld': { rule: '均获维持: no `corrected`, no `pending`; 零败诉, 无纠错: no `corrected`.' },
  'text-no-requests': { rule: '未收到申请: `received` is 0.' },
  'text-all-answered': { rule: '申请均已办结: `carriedOut/total` is 0.' },
  'text-documents': { rule: '制发 or 公开规范性文件, 规章 N 件 = a cell of the row in table 二.' },
  'text-fee-multiple': { rule: 'The processing fee is a multiple of 10 yuan.', source: '国办函〔2020〕109号' },
  'text-channels-sum': { rule: 'Requests by 网络, 信函, 当面, 传真, 电子邮件 add up to all requests.' },
  'text-parts-sum': { rule: 'Parts behind 其中 do not exceed their whole; with 其他 they make it up. Less is a note.' },
  'text-statistics': { rule: 'A figure of the text = that of the statistics table, at printed precision.' },
  'text-stale-year': { rule: 'A figure is given for the year reported on, not only for the year before.' },
  'structure-section-missing': {
    rule: 'Reports for 2019 on have six parts; a heading without its number is a note.',
    source: '国令711 art. 50',
  },
  'structure-section-order': {
    rule: 'The six parts stand in their order.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-table-missing': {
    rule: 'Reports for 2019 on have tables 二, 三 and 四.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-edition': {
    rule: 'The tables are those of the edition of the year.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-problems-empty': {
    rule: 'Part 五 names a problem and what is done about it.',
    source: '国令711 art. 50(4)',
  },
  'structure-other-missing': {
    rule: 'Part 六 says something, be it 无.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-supervision-missing': {
    rule: 'A government reports on assessment, public review and accountability.',
    source: '国令711 art. 50(4)',
  },
  'structure-numbering-restart': { rule: '一、 stands once at the top level.' },
  'structure-numbering-shift': {
    rule: 'The parts are numbered 一 to 六.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'structure-parts-listed': { rule: 'Parts that the preface lists are those that follow, in number and in name.' },
  'structure-blank-cells': { rule: 'Nothing is printed as 0 in tables 三 and 四, not as a blank or a dash.' },
  'metadata-year': {
    rule: 'Title and period are of the year reported on; the period is 1 January to 31 December.',
    source: '国令711 art. 50',
  },
  'metadata-period-unreadable': { rule: 'The printed period can be read.' },
  'metadata-issuer': { rule: 'Title and signature name one body.' },
  'metadata-title': {
    rule: 'The title says 政府信息公开工作年度报告.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'metadata-published-late': {
    rule: 'Departments publish by 31 January, governments by 31 March; all by 31 March before 2019.',
    source: '国令711 art. 49; 国令492 art. 31',
  },
  'metadata-published-order': { rule: 'A report is published after its period.' },
  'metadata-postcode': { rule: 'A postcode has 6 digits, and its first two are those of the province.' },
  'metadata-phone': { rule: 'A phone number has an area code and 7 or 8 digits, or the 11 digits of a mobile.' },
  'metadata-email': { rule: 'An e-mail address is name@host.' },
  'metadata-url': { rule: 'The site that carries the report stands under .gov.cn.' },
  'metadata-placeholder': { rule: 'No placeholder is left where a figure or a name should be.' },
  'metadata-template-text': {
    rule: 'No note of the official template is left in the text.',
    source: 'form of 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  'metadata-text-quality': { rule: 'No word is printed twice, no ASCII comma between Chinese characters.' },
  'statistics-documents': {
    rule: '1.1.1 ≤ 1.1; 1.1.1 ≤ 1.1.2 unless older documents were released.',
    source: '国办发〔2014〕32号',
  },
  'statistics-channels': {
    rule: '1.1 ≤ the sum of its channels, and each channel ≤ 1.1: one item may go through several.',
    source: '国办发〔2014〕32号',
  },
  'statistics-leading-official': {
    rule: 'Events with the leading official ≤ all events.',
    source: '国办发〔2014〕32号',
  },
  'statistics-responses': { rule: '2.1 ≤ the sum of the ways of response.', source: '国办发〔2014〕32号' },
  'statistics-requests-channels': { rule: 'Requests = the sum of their channels.', source: '国办发〔2014〕32号' },
  'statistics-completed': { rule: '办结 = 按时办结 + 延期办结.', source: '国办发〔2014〕32号' },
  'statistics-answered': { rule: '答复 = the sum of the kinds of answers.', source: '国办发〔2014〕32号' },
  'statistics-denied': { rule: '不同意公开 = the sum of its reasons.', source: '国办发〔2014〕32号' },
  'statistics-completed-answered': { rule: '办结 = 答复, usually.', source: '国办发〔2014〕32号' },
  'statistics-reconsideration': { rule: '行政复议 = 维持 + 纠错 + 其他.', source: '国办发〔2014〕32号' },
  'statistics-litigation': { rule: '行政诉讼 = 维持 or 驳回 + 纠错 + 其他.', source: '国办发〔2014〕32号' },
  'statistics-staff': { rule: 'Staff = full-time + part-time.', source: '国办发〔2014〕32号' },
  'statistics-money-unit': { rule: 'An amount in 万元 above 10000 is probably in yuan.', source: '国办发〔2014〕32号' },
  'statistics-of-which': { rule: 'Parts behind 其中 do not exceed their whole; less is a note.' },
  'statistics-cumulative': { rule: '本期 ≤ 本年累计 ≤ 历年累计.' },
  'file-unreadable': { rule: 'A file is a readable DOCX, PDF, HTML, Markdown or text.' },
  'file-encrypted': { rule: 'A file is not protected by a password.' },
  'file-no-text': { rule: 'The pages of a PDF hold text.' },
  'file-elsewhere': { rule: 'A page in HTML holds its document, and not only a link to it or pictures of it.' },
  'file-unsupported': { rule: 'A file is of a kind that can be read.' },
  'file-encoding': { rule: 'Text is decoded by the encoding that it was saved in.' },
  'file-limit': { rule: 'A file is no larger than `options.limits` allows.' },
}
