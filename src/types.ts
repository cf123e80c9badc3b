/**
 * The public types: what `parseReport()` gives and takes.
 *
 * Everything here is plain JSON data. Written by hand so that hovers are readable; a type test proves the types equal to
 * the schemas of `ogi-report/schema`.
 */
import type { Root } from './tree'

/** An RFC 6901 JSON pointer, for instance `/requests/received/total`; it points into `report` unless said otherwise. */
export type Pointer = string

/** A place in the source: line and column from 1, offset from 0, in UTF-16 code units. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** From the first character to behind the last one: `source.slice(start.offset, end.offset)`. */
export interface Position {
  start: Point
  end: Point
}

/** Where a value stands on a page (PDF only): the page from 1; the box in points from the page's top left, after rotation. */
export interface Origin {
  page?: number
  box?: [x: number, y: number, width: number, height: number]
}

/** How a value is bounded in words: 约 is `about`, 余 `over`, 近 `under`, 以上 `atLeast`, 以内 `atMost`. */
export type Bound = 'exact' | 'about' | 'over' | 'under' | 'atLeast' | 'atMost'

/** A cell is a number, blank, a dash, other words, not there at all, or digits of which it is not certain what they say. */
export type CellState = 'number' | 'blank' | 'dash' | 'text' | 'absent' | 'unresolved'

/** What binds a value to its place: its label, the order of the form, coordinates, the form's own sums, or running text. */
export type Evidence = 'label' | 'order' | 'geometry' | 'solved' | 'text'

/** Where a value of the report comes from and how certain it is. */
export interface Provenance {
  /** As printed; '' where nothing is. */
  raw: string
  /** Only `number` has a value; every other state is null in the report. */
  state: CellState
  /** Left out where the state is `blank` or `absent`. */
  evidence?: Evidence
  /** Left out where nothing is printed, or the tree that was given has no positions. */
  position?: Position
  /** PDF only. */
  origin?: Origin
  /** State `unresolved` only: the values that remain possible. */
  candidates?: number[]
}

/** A number of a statutory table: null where none is printed or none is certain; the provenance says which. */
export type Count = number | null

/** 规章 and (行政)规范性文件 of 第二十条第（一）项. Edition 2019 has the first three, edition 2021 the last three. */
export interface Documents {
  /** 本年新制作数量 */
  made: Count
  /** 本年新公开数量 */
  published: Count
  /** 对外公开总数量 */
  publicTotal: Count
  /** 本年制发件数 */
  issued: Count
  /** 本年废止件数 */
  repealed: Count
  /** 现行有效件数 */
  inForce: Count
}

/** 行政许可, 其他对外管理服务事项, 行政处罚, 行政强制. Edition 2021 prints `decisions` alone. */
export interface Items {
  /** 上一年项目数量 */
  previousItems: Count
  /** 本年增/减, signed */
  change: Count
  /** 处理决定数量 (2019), 本年处理决定数量 (2021) */
  decisions: Count
}

/** 行政事业性收费: counts in edition 2019, an amount in yuan in edition 2021. */
export interface Fees {
  /** 上一年项目数量 */
  previousItems: Count
  /** 本年增/减, signed */
  change: Count
  /** 本年收费金额, in yuan */
  amount: Count
}

/** 政府集中采购 (edition 2019 only). */
export interface Procurement {
  /** 采购项目数量 */
  items: Count
  /** 采购总金额, in yuan */
  amount: Count
}

/** Table 二, 主动公开政府信息情况. */
export interface Disclosure {
  /** By the columns printed; null where they do not show it. */
  edition: '2019' | '2021' | null
  /** 规章 */
  rules: Documents
  /** 规范性文件 (2019), 行政规范性文件 (2021) */
  normativeDocuments: Documents
  /** 行政许可 */
  licensing: Items
  /** 其他对外管理服务事项, edition 2019 only */
  otherServices: Items
  /** 行政处罚 */
  penalties: Items
  /** 行政强制 */
  coercion: Items
  /** 行政事业性收费 */
  fees: Fees
  /** 政府集中采购, edition 2019 only */
  procurement: Procurement
}

/** The seven columns of table 三. */
export interface Applicants {
  /** 自然人 */
  naturalPerson: Count
  /** 商业企业 */
  business: Count
  /** 科研机构 */
  research: Count
  /** 社会公益组织 */
  publicWelfare: Count
  /** 法律服务机构 */
  legalService: Count
  /** 其他 */
  other: Count
  /** 总计 */
  total: Count
}

/** Table 三, 收到和处理政府信息公开申请情况. */
export interface Requests {
  /** By the rows printed: 23 rows, or 25 with three under 其他处理; null where row （六） is lost. */
  edition: '2019' | '2021' | null
  /** 一、本年新收政府信息公开申请数量 */
  received: Applicants
  /** 二、上年结转政府信息公开申请数量 */
  carriedIn: Applicants
  /** （一）予以公开 */
  granted: Applicants
  /** （二）部分公开 */
  partiallyGranted: Applicants
  /** （三）不予公开 */
  denied: {
    /** 1.属于国家秘密 */
    stateSecret: Applicants
    /** 2.其他法律行政法规禁止公开 */
    prohibitedByLaw: Applicants
    /** 3.危及“三安全一稳定” */
    securityAndStability: Applicants
    /** 4.保护第三方合法权益 */
    thirdPartyRights: Applicants
    /** 5.属于三类内部事务信息 */
    internalAffairs: Applicants
    /** 6.属于四类过程性信息 */
    deliberative: Applicants
    /** 7.属于行政执法案卷 */
    enforcementFile: Applicants
    /** 8.属于行政查询事项 */
    administrativeQuery: Applicants
  }
  /** （四）无法提供 */
  unavailable: {
    /** 1.本机关不掌握相关政府信息 */
    notHeld: Applicants
    /** 2.没有现成信息需要另行制作 */
    requiresCreation: Applicants
    /** 3.补正后申请内容仍不明确 */
    unclear: Applicants
  }
  /** （五）不予处理 */
  rejected: {
    /** 1.信访举报投诉类申请 */
    petition: Applicants
    /** 2.重复申请 */
    duplicate: Applicants
    /** 3.要求提供公开出版物 */
    publication: Applicants
    /** 4.无正当理由大量反复申请 */
    excessive: Applicants
    /** 5.要求行政机关确认或重新出具已获取信息 */
    confirmation: Applicants
  }
  /** （六）其他处理 */
  otherHandling: {
    /** The single row of edition 2019. */
    undivided: Applicants
    /** 1.申请人无正当理由逾期不补正…, edition 2021 */
    notCorrected: Applicants
    /** 2.申请人逾期未按收费通知要求缴纳费用…, edition 2021 */
    feeUnpaid: Applicants
    /** 3.其他, edition 2021 */
    other: Applicants
  }
  /** （七）总计 */
  completed: Applicants
  /** 四、结转下年度继续办理 */
  carriedOut: Applicants
}

/** Results of cases. */
export interface Outcomes {
  /** 结果维持 */
  upheld: Count
  /** 结果纠正 */
  corrected: Count
  /** 其他结果 */
  other: Count
  /** 尚未审结 */
  pending: Count
  /** 总计 */
  total: Count
}

/** Table 四, 政府信息公开行政复议、行政诉讼情况. */
export interface Disputes {
  /** 行政复议 */
  reconsideration: Outcomes
  /** 行政诉讼 */
  litigation: {
    /** 未经复议直接起诉 */
    direct: Outcomes
    /** 复议后起诉 */
    afterReconsideration: Outcomes
  }
}

/** A statistics table of a report before 2019 (附表, 统计表), as printed: nothing is converted. */
export interface Appendix {
  /** The line that names the table. */
  title: string | null
  /** The headings of the value columns. */
  columns: string[]
  /** Group headings too, whose values are null. */
  rows: AppendixRow[]
}

/** One row of a statistics table. */
export interface AppendixRow {
  /** Without 其中： and without its number. */
  label: string
  /** Printed code, for instance 01; null where the table has none. */
  code: string | null
  /** As printed; null where none is. */
  unit: string | null
  /** 0 for a row without a marker or with 一、; one more for each level of numbering below that and for 其中. */
  depth: number
  /** In the order of `columns`. */
  values: (number | null)[]
}

/** A number with what it counts. Money is in yuan (元). */
export interface Quantity {
  /** From the number (with its sign, ¥, 百分之) to the end of its unit; 余, 多, 几 inside included. */
  raw: string
  /** With 万 and 亿 taken in; of a range the lower end. */
  value: number
  /** The upper end of a range, otherwise null. */
  upper: number | null
  /** `%` for percent, `元` for money, null where none is printed. */
  unit: string | null
  /** What the words around it say: 约, 超过, 以上. */
  bound: Bound
}

/** A quantity in prose. */
export interface Mention extends Quantity {
  /** What is counted: the clause before the number, trimmed; may be ''. */
  label: string
  /** The section it stands in; null in the preface. */
  section: Pointer | null
}

/** A quantity found in running text: `text.slice(start, end) === raw`. */
export interface FoundQuantity extends Quantity {
  /** UTF-16 offset of its first character. */
  start: number
  /** UTF-16 offset behind its last character. */
  end: number
}

/** Strictness of the literal parsers: canonical writing; one reading (default); dominant reading. */
export type LiteralMode = 'strict' | 'normal' | 'lenient'

/** Options of the literal parsers. */
export interface LiteralOptions {
  /** Default `normal`. */
  mode?: LiteralMode
}

/** A numeral: `digits` is always exact, `value` is null where no JavaScript number prints as `digits`. */
export interface Numeral {
  value: number | null
  digits: string
  /** True for 十几万 and the like: the value is the lower end. */
  approximate: boolean
}

/** A printed unit: 万元 is 元 times 10000. */
export interface Unit {
  /** `元`, `条`, `人次`. */
  unit: string
  /** A decimal string. */
  factor: string
}

/** A span of days, both ends included, `YYYY-MM-DD`. */
export interface Period {
  start: string
  end: string
}

/** The ids of the indicators: one vocabulary for all years and editions. */
export type IndicatorId =
  | 'disclosure.items'
  | 'disclosure.website'
  | 'disclosure.gazette'
  | 'disclosure.weibo'
  | 'disclosure.wechat'
  | 'disclosure.other'
  | 'disclosure.normativeDocumentsMade'
  | 'disclosure.normativeDocumentsPublished'
  | 'interpretation.articles'
  | 'interpretation.pressConferences'
  | 'interpretation.interviews'
  | 'interpretation.responses'
  | 'requests.received'
  | 'requests.inPerson'
  | 'requests.fax'
  | 'requests.online'
  | 'requests.email'
  | 'requests.letter'
  | 'requests.completed'
  | 'requests.answered'
  | 'requests.alreadyPublic'
  | 'requests.granted'
  | 'requests.partiallyGranted'
  | 'requests.denied'
  | 'requests.notThisBody'
  | 'requests.nonexistent'
  | 'requests.amended'
  | 'requests.otherChannel'
  | 'reconsideration.total'
  | 'reconsideration.upheld'
  | 'reconsideration.corrected'
  | 'reconsideration.other'
  | 'reconsideration.pending'
  | 'litigation.total'
  | 'litigation.upheld'
  | 'litigation.corrected'
  | 'litigation.other'
  | 'litigation.pending'
  | 'appeals.total'
  | 'complaints.total'
  | 'fees.collected'
  | 'fees.waived'
  | 'organization.funds'
  | 'organization.bodies'
  | 'organization.readingRooms'
  | 'organization.staff'
  | 'organization.fullTime'
  | 'organization.partTime'
  | 'training.meetings'
  | 'training.sessions'
  | 'training.participants'
  | 'consultations.total'
  | 'website.visits'

/** One figure of the common vocabulary, with the printed values that it was taken from. */
export interface Indicator {
  id: IndicatorId
  value: number
  /** The vocabulary's unit. */
  unit: string
  /** `exact`, unless a sentence states it otherwise. */
  bound: Bound
  /** Every printed value that it was taken from. */
  sources: Pointer[]
}

/** What a part of the report is about. */
export type SectionRole =
  | 'overview'
  | 'disclosure'
  | 'requests'
  | 'disputes'
  | 'problems'
  | 'other'
  | 'consultation'
  | 'fees'
  | 'statistics'

/** A part of the outline. */
export interface Section {
  /** As printed with its closing mark: "一、", "（二）", "1.", "(1)"; "" where it has none. */
  marker: string
  /** 一、 is 1; null without a marker. */
  ordinal: number | null
  /** By the marker's style: 一、 1; （一） 2; 1. or 1、 3; （1） or ⑴ 4. */
  depth: number
  /** Without the closing 。 or ：. */
  title: string
  /** Depth 1 only. */
  role: SectionRole | null
  /** Its own paragraphs, soft line breaks and page breaks healed, one paragraph a line; table text stands in none. */
  text: string
  /** The sections in it; levels may be skipped. */
  sections: Section[]
  /** From its heading to the end of its content. */
  position?: Position
}

/** How to reach the body, as printed in the preface, a contact paragraph or the page's foot. */
export interface Contact {
  address: string | null
  postcode: string | null
  phones: string[]
  faxes: string[]
  emails: string[]
  /** Those said to carry the report. */
  websites: string[]
}

/** One annual report. */
export interface Report {
  /** Line breaks and padding removed. */
  title: string | null
  /** The body whose report it is, in the fullest printed form. */
  issuer: string | null
  /** The year reported on, not the year of publication. */
  year: number | null
  /** Dates are `YYYY-MM-DD`. */
  period: { start: string | null; end: string | null } | null
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is printed. */
  published: string | null
  contact: Contact
  /** The text before the first heading; a document without headings goes here whole. */
  preface: string | null
  /** The outline, parts first. */
  sections: Section[]
  /** Table 二. */
  disclosure: Disclosure | null
  /** Table 三. */
  requests: Requests | null
  /** Table 四. */
  disputes: Disputes | null
  /** Statistics tables of reports before 2019. */
  appendices: Appendix[]
  /** Quantities in prose, in document order. */
  mentions: Mention[]
  /** One vocabulary for all years. */
  indicators: Indicator[]
}

/** One side of a check. */
export interface Operand {
  /** The cells that are added up. */
  pointers: Pointer[]
  /** Their sum; null where it is not known. */
  value: number | null
}

/** Why a check is `unknown`. */
export type CheckReason = 'blank' | 'unresolved' | 'scope' | 'approximate' | 'edition' | 'missing-year'

/** One consistency rule applied to one place. */
export interface Check {
  /** The rule, one of docs/diagnostics.md. */
  ruleId: string
  /** `unknown` where it cannot be decided: `reason` says why. */
  status: 'pass' | 'fail' | 'unknown'
  /** The cell that it is about. */
  subject: Pointer
  relation: '=' | '<=' | '>='
  left: Operand
  /** What is subtracted in a rule stands on the other side. */
  right: Operand
  /** By how much the sides may differ. */
  tolerance: number
  /** It holds only with blanks counted as zero. */
  blankAsZero: boolean
  /** Why unknown; null otherwise. */
  reason: CheckReason | null
}

/** Errors contradict the document itself, warnings are probable errors or doubts, infos are notes. */
export type Severity = 'error' | 'warning' | 'info'

/** Who is at fault: the printed report, our reading of it, or it cannot be told. */
export type Blame = 'source' | 'extraction' | 'unknown'

/** A finding. It is the same in two runs when `ruleId` and `pointers` are. */
export interface Diagnostic {
  /** The rule, one of docs/diagnostics.md. */
  ruleId: string
  /** The rule's own, unless the circumstances say otherwise. */
  severity: Severity
  /** In the language of `options.messages`. */
  message: string
  /** What the message was filled with: `actual`, `expected` and others. */
  values: Record<string, string | number>
  blame: Blame
  /** The cells concerned; a prefix ("/requests") concerns all below it. */
  pointers: Pointer[]
  /** Where in the source; left out where it is of no one place. */
  position?: Position
  /** Other places involved: the addends of a sum, the first of two headings. */
  related?: { message: string; position?: Position; pointer?: Pointer }[]
  /** What to do about it, or what explains it. */
  help?: string
}

/** The wording of one rule: `message` and `help` hold placeholders such as `%actual`. */
export interface Message {
  /** What is unexpected, and what was expected. */
  message: string
  help?: string
}

/** The wording of all rules in one language, by `ruleId`. */
export type Messages = Record<string, Message>

/** Bounds on sizes and on work. Where one is met, a diagnostic says so. */
export interface Limits {
  /** Characters of source text that are read; default 10,000,000. */
  characters: number
  /** Bytes of a file; default 100,000,000. */
  bytes: number
  /** Entries of a zip (DOCX); default 2,000. */
  zipEntries: number
  /** Bytes of a zip after inflation; default 200,000,000. */
  inflatedBytes: number
  /** Nesting of elements (HTML, DOCX) and of tables; default 512. */
  depth: number
  /** Pages of a PDF; default 500. */
  pages: number
  /** Cells of one table after its spans are resolved; default 100,000. */
  cells: number
  /** Numbers of one table in running text; default 1,000. */
  tableNumbers: number
  /** Ways to cut one run of digits that are tried; default 5,000. */
  candidates: number
  /** Reading orders that are kept side by side; default 64. */
  beam: number
}

/** Options of `parseReport`. */
export interface ParseOptions {
  /** How to read a string; default: by content. In `ogi-report/core` every string is plain text. */
  format?: 'text' | 'markdown' | 'html'
  /** Default: the bundled ones; none in `ogi-report/core`. */
  grammars?: Grammar[]
  /** Wording of the diagnostics; default: English. */
  messages?: Messages
  /** Each left out has its default. */
  limits?: Partial<Limits>
  /** Return the tree as well; default false. */
  tree?: boolean
}

/** Options of `parseFile`. */
export interface FileOptions extends ParseOptions {
  /** Encoding label of a text file (`gb18030`); default: byte order mark, UTF-8, declared, GB18030. */
  encoding?: string
}

/** A piece of text on a page of a PDF: points, origin at the page's top left. */
export interface TextItem {
  /** From 1. */
  page: number
  str: string
  /** Of its left edge. */
  x: number
  /** Of its upper edge. */
  y: number
  /** Of the text. */
  width: number
  /** Of its letters. */
  height: number
}

/** A unist tree of a document: see docs/tree.md. */
export type ReportTree = Root

/** What `parseReport` gives. Plain JSON: it survives `structuredClone` and `JSON.stringify` unchanged. */
export interface Result {
  /** Version of this shape. */
  format: 1
  /** Ids of the grammars that matched. */
  grammars: string[]
  report: Report
  /** By pointer into `report`. */
  provenance: Record<Pointer, Provenance>
  /** Every rule that could be applied. */
  checks: Check[]
  diagnostics: Diagnostic[]
  /** The string that all offsets index: the argument, or the decoded or extracted text of a file; null for a tree. */
  source: string | null
  /** With `options.tree`. */
  tree?: ReportTree
}

/** A table of a document as a rectangular grid. */
export interface Grid {
  /** The line or heading that names it. */
  caption: string | null
  layout: 'grid' | 'delimited' | 'flattened' | 'positioned'
  /** Rectangular; null where a cell of the row or column before spans. */
  rows: (GridCell | null)[][]
  /** From its first cell to its last. */
  position?: Position
}

/** A cell of a grid; numbers are as printed, in their unit. */
export interface GridCell {
  /** As printed, without white space around. */
  raw: string
  /** The number, null for words and blanks. */
  value: number | null
  /** Of the cell, its row or its heading. */
  unit: string | null
  rowspan: number
  colspan: number
  /** It stands in a row of headings, or is marked up as a heading. */
  header: boolean
  /** Where it stands; left out for a cell that is not printed. */
  position?: Position
}

/** What `readForm` gives; pointers begin with the form's name: `/requests/received/total`. */
export interface FormResult {
  /** Null in every state but `number`. */
  values: Record<Pointer, number | null>
  provenance: Record<Pointer, Provenance>
  checks: Check[]
  diagnostics: Diagnostic[]
}

/** One tidy row, one value. */
export interface Row {
  issuer: string | null
  year: number | null
  /** `disclosure`, `requests`, `disputes` or `appendices`. */
  table: string
  /** Of the form; null for table 四, which is the same in both, and for appendices. */
  edition: string | null
  pointer: Pointer
  /** The official Chinese label of the row. */
  row: string
  /** The official Chinese label of the column. */
  column: string
  /** Null in every state but `number`. */
  value: number | null
  /** 件, 项, 元 … */
  unit: string | null
  state: CellState
  raw: string
  /** Line of the source, from 1; null where the value is not printed or the source has no lines. */
  line: number | null
}

/** What `compareReports` gives: pointers go into `{ older, newer }`. */
export interface Comparison {
  /** What was carried over, and growth. */
  checks: Check[]
  diagnostics: Diagnostic[]
  /** Every cell of the tables that differs. */
  changes: Change[]
}

/** One value in two reports. */
export interface Change {
  /** Pointer into one report. */
  pointer: Pointer
  older: number | null
  newer: number | null
  /** `newer - older` where both are numbers. */
  difference: number | null
  /** `newer / older - 1` where both are numbers and older is not 0. */
  ratio: number | null
}

/** A wording of a label and the document or notice that prints it. */
export interface Label {
  text: string
  seen: string
}

/** The titles of one part of a report. */
export interface SectionRule {
  role: SectionRole
  labels: Label[]
  /** Words that give a numbered heading this role where no label fits; of several rules the first one wins. */
  keywords?: string[]
  /** Ids of the forms that stand in this part. */
  forms?: string[]
}

/** The markers of headings of one depth, written with 一 or 1 as the numeral: "一、", "（一）", "1.". */
export interface NumberingRule {
  depth: number
  markers: string[]
}

/** A row or column heading of a form. */
export interface AxisRule {
  /** Its part of the pointer ("received", "otherHandling/undivided"); without a key it only groups. */
  key?: string
  /** First the canonical one, then others that were seen. */
  labels: Label[]
  /** Type of its cells; default `count`. */
  type?: 'count' | 'signed' | 'decimal' | 'money'
  /** Unit of its cells as printed in the form: 万元. */
  unit?: string
  /** What its cells and those below it count where the form prints no unit: 件, 项. */
  measure?: string
  children?: AxisRule[]
  /** The indicator that a row of a statistics table feeds. */
  indicator?: IndicatorId
  /** Words of which a sentence must use one for its figure to be compared with this row; default: any that feed the indicator. */
  said?: string[]
}

/** A sum rule of a form: on every line of the other axis, left = right. */
export interface Constraint {
  ruleId: string
  /** The axis that the keys name: `stub` for a rule over rows (one per column), `head` for one over columns. */
  axis: 'head' | 'stub'
  /** Key of the row or column that the check is about. */
  subject: string
  left: string[]
  /** Default `=`. */
  relation?: '=' | '<=' | '>='
  right: string[]
  /** Of its finding; default: the catalogue's. */
  severity?: Severity
  /** The wording printed in the form. */
  note?: string
}

/** A block of rows under its own column headings. */
export interface FormBlock {
  /** The full-width line that opens the block: 第二十条第（一）项. */
  caption?: Label[]
  head: AxisRule[]
  stub: AxisRule[]
}

/** A form as data: what stands where. */
export interface Form {
  /** "disclosure-2019" */
  id: string
  /** `disclosure`, `requests`, `disputes`, `statistics`, or a foreign form's own name: the first part of its pointers. */
  name: string
  edition?: string
  /** Words that stand in its header and mark its region: 申请人情况, 信息内容. */
  anchors?: Label[]
  blocks: FormBlock[]
  rules: Constraint[]
}

/**
 * Words of a sentence that state a figure, with `{n}` for it; without `{n}` they are a statement without a figure.
 *
 * `收到…申请{n}`: `…` stands for up to 30 characters of the same clause, `(收到|受理)` for either word, `(共|)` for a word or none,
 * `{year}` for a year (2016年, 全年).
 * Words of `WordingRule.fillers` may stand before the figure.
 */
export interface ProseRule {
  patterns: Label[]
  /** The indicator that the figure feeds. */
  indicator?: IndicatorId
  /** The `text-*` check that it feeds, and what it is compared with. */
  ruleId?: string
  /** Cells that are added up; a prefix such as `/requests/denied` stands for all rows below it. */
  pointers?: Pointer[]
  /** Measure words that the figure may have; default any. */
  units?: string[]
  /** Names of topics: the last one named before the figure must be among them; default any. */
  topics?: string[]
  /** Words of which the sentence must hold one. */
  needs?: string[]
  /** Words of which one in the title of its section will do instead. */
  needsTitle?: string[]
  /** Words of which the sentence may hold none. */
  never?: string[]
  /** Patterns that rule the sentence out where they stand in the same clause. */
  unless?: string[]
  /** The figure is a decrease: 下降5%. */
  decrease?: true
  /** The figure may mean something else: it is never compared, its check only says that it is of another scope. */
  unsure?: true
}

/** A topic that a sentence turns to: figures behind it are about it until another topic is named. */
export interface TopicRule {
  name: string
  labels: string[]
}

/** Words that tell what a figure in running text is about. */
export interface WordingRule {
  topics: TopicRule[]
  /** Words between a pattern and its figure: 共, 总数, 达. */
  fillers: string[]
  /** Words that join things counted together, so that the figure is not the last one's alone: 和, 、. */
  joiners: string[]
  /** Words that negate the next word: 不, 未. */
  negations: string[]
  /** Words for another year than the one reported on: 上年, 同比. */
  otherYears: string[]
  /** Words that make the figures behind them in the sentence those of all years together. */
  cumulative?: CumulativeRule
  /** What opens a list of parts: 其中. */
  partsOpen: string[]
  /** What says that a list of parts is not complete: 等. */
  partsOpenEnd: string[]
  /** What makes a list of parts complete: 其他. */
  partsRest: string[]
  /** Verbs that begin a statement of its own instead of another part: 答复. */
  partVerbs: string[]
  /** What stands before a share: 占. */
  shareOf: string[]
  /** Words before a figure that is a change and no whole of parts: 增加. */
  changes: string[]
  /** Titles of sections that tell of a part of the field only: 重点领域. */
  narrowSections: string[]
  scope: ScopeRule
}

/** Words by which a figure of all years so far is told from one of the year itself. */
export interface CumulativeRule {
  /** Words that show it by themselves: 以来. */
  since: string[]
  /** Words that show it only where one of `totals` stands before the figure too: 截至. */
  upTo: string[]
  /** Words that make a figure behind `upTo` a total of all years: 累计. */
  totals: string[]
  /** Words behind which figures are those of the year again: 全年, 其中. */
  ends: string[]
  /** What makes it a figure of a part of the year: 季度. */
  parts: string[]
}

/** Words that show whose figures a sentence gives. */
export interface ScopeRule {
  /** Last words of places, the largest first: 省, 市, 区. */
  places: string[]
  /** What follows the place in the name of its government: 人民政府. */
  governments: string[]
  /** Before a place's last word: the whole place (全市). */
  whole: string[]
  /** Before a place's last word or a body's: the author (我市, 本局). */
  own: string[]
  /** Last words of bodies: 局, 委员会. */
  bodies: string[]
  /** Words for all bodies of a place together: 各级. */
  all: string[]
  /** Offices that write and sign the report of their government: 办公室. */
  offices: string[]
  /** Words behind which the body's own name is no subject: 通过 in 通过局网站. */
  means: string[]
  /** What a whole place is narrowed by: 本级. */
  narrow: string[]
  /** Words before a place that make it no subject: 按照, 对. */
  asides: string[]
  /** Words of a preface that say that the report is put together from those of other bodies: 汇总. */
  compiled: string[]
  /** Words for those other bodies: 各县. */
  members: string[]
}

/** A heading of a column of a statistics table. */
export interface StatisticsColumn {
  /** What stands in the column. */
  role: 'label' | 'unit' | 'code' | 'order' | 'value'
  /** What a value column covers; default `year`. `part`: some of the bodies only. */
  covers?: 'year' | 'period' | 'cumulative' | 'part'
  /** A common word (项目), which heads a statistics table only beside a column of units. */
  needsUnit?: true
  /** Written with 2000 for any year. */
  labels: Label[]
}

/** How statistics tables of reports before 2019 are recognised. */
export interface StatisticsRule {
  columns: StatisticsColumn[]
  /** Words of the line that names such a table: 附表. */
  titles: Label[]
  /** Words of lines between that line and the table: 填报单位. */
  asides: Label[]
  /** What opens a list of parts: 其中. */
  partsOpen: Label[]
  /** Endings that vary from table to table and are left out when row labels are compared: 数, 总数. */
  endings: Label[]
}

/** Where an indicator stands in the statutory tables. */
export interface IndicatorRule {
  id: IndicatorId
  /** The vocabulary's unit. */
  unit: string
  /** Ways to take it from the tables: the cells of the first way that is printed whole are added up. */
  cells?: Pointer[][]
}

/** The words by which the parts of a report since 2019 are checked. */
export interface StructureRule {
  /** Words for a problem: 不足. */
  problems: string[]
  /** Words for what is done about a problem: 下一步. */
  measures: string[]
  /** Words for results of supervision: 社会评议. */
  supervision: string[]
  /** Last words of the bodies that report results of supervision: 人民政府. */
  supervisedBodies: string[]
  /** Headings of a column that adds up others and does not belong to the form: 小计. */
  subtotals: string[]
  /** What closes a list of parts, with {n} for their number: {n}部分. */
  partsListed: string[]
}

/** The words and lists by which the metadata of a report is checked. */
export interface MetadataRule {
  /** Wordings that a title should have. */
  titles: Label[]
  /** Words left out when bodies are compared: 办公室. */
  bodyEndings: string[]
  /** Last words of places whose governments make 规章: 省. */
  rulePlaces: string[]
  /** Last words of bodies of the central government, which make 规章: 总局. */
  ministries: string[]
  /** First two digits of a postcode by province: `41` 湖南. */
  postcodes: Record<string, string>
  /** What a template leaves where a figure or a name should be: XX. */
  placeholders: Label[]
  /** Notes printed in the official template that must not stay in a report. */
  templateNotes: Label[]
  /** How the hosts of governments end: .gov.cn. */
  hosts: string[]
  /** Words of a title that show that the regulation (条例) applies to the report: 政府信息. */
  governed: string[]
  /** Last words of bodies whose reports follow other rules, unless their title has one of the words of `governed`: 公司. */
  otherBodies: string[]
  /** Words of a preface or title that say why the period is no calendar year: 机构改革, 学年. */
  ownPeriods: string[]
  /** Measure words that make no sense without a figure before them: 信息  条. */
  bareUnits: string[]
}

/** What a labelled item of a contact paragraph is; `body` (单位, 联系人) only ends the item before it. */
export type ContactField = 'address' | 'postcode' | 'phone' | 'fax' | 'email' | 'website' | 'body'

/** The words that announce one item of a contact paragraph: 联系电话. */
export interface ContactRule {
  field: ContactField
  labels: Label[]
}

/** The words of everything around the parts: title, contents, page furniture, signature, period, contact. */
export interface Vocabulary {
  /** What a report's title ends with: 政府信息公开工作年度报告. */
  titles?: Label[]
  /** Words of a title that are part of no name: 关于. */
  titleWords?: Label[]
  /** Headings before the first part that bear no number: 前言. */
  frontHeadings?: Label[]
  /** The heading of a table of contents: 目录. */
  contents?: Label[]
  /** Usual headings inside a part: known even where their number or the mark behind them is lost. */
  subheadings?: Label[]
  /** Words that a line of page furniture begins with: 来源, 索引号, 扫一扫. */
  furniture?: Label[]
  /** Words that stand in a line of page furniture, wherever, and in no other line: ICP备. */
  pageMarks?: Label[]
  /** What stands before a page's date of publication: 发布时间. */
  published?: Label[]
  /** What names of bodies end with: 人民政府, 局. */
  bodies?: Label[]
  /** How a preface names the body, `{body}` for its name: 由{body}编制. */
  authors?: Label[]
  /** Words of the sentence that states the period: 统计期限. */
  period?: Label[]
  /** Words of the sentence that says whom to ask: 疑问. */
  inquiries?: Label[]
  /** Words of the sentence that says where the report can be read: 下载. */
  carriers?: Label[]
  contact?: ContactRule[]
}

/** An edition of the report as data: the shape of the files in `grammars/`. */
export interface Grammar {
  /** Version of this format: old files stay readable. */
  format: 1
  /** "form-2021" */
  id: string
  title: string
  /** Only a hint: the edition of a table is recognised from what is printed. */
  years: { from: number; to?: number }
  /** Number of the notice. */
  source: string
  sections: SectionRule[]
  numbering: NumberingRule[]
  forms: Form[]
  prose: ProseRule[]
  /** What stands around the parts; a grammar of an edition leaves it out. */
  vocabulary?: Vocabulary
  /** Families of statistics tables before 2019: their rows, which feed indicators, and sums over rows. */
  appendices?: Form[]
  statistics?: StatisticsRule
  indicators?: IndicatorRule[]
  wording?: WordingRule
  structure?: StructureRule
  metadata?: MetadataRule
}
