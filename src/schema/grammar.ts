import * as z from 'zod/mini'
import { relationSchema, severitySchema } from './finding'
import { pointerSchema } from './place'
import { indicatorIdSchema, sectionRoleSchema } from './report'

/** Attaches the sentence that an editor shows for a field. */
function described<T extends z.ZodMiniType>(schema: T, description: string): T {
  z.globalRegistry.add(schema, { description })
  return schema
}

const string = (description: string) => described(z.string(), description)
const strings = (description: string) => described(z.array(z.string()), description)

/** A wording and where it was seen. */
export const labelSchema = z
  .strictObject({
    text: string('The wording, as printed, without line breaks'),
    seen: string('The document or notice that prints it'),
  })
  .register(z.globalRegistry, { id: 'Label', description: 'A wording and the document that prints it' })

const labels = (description: string) => described(z.array(labelSchema), description)

/** The titles of one part of a report. */
export const sectionRuleSchema = z
  .strictObject({
    role: sectionRoleSchema,
    labels: labels('Titles of this part, the official one first'),
    keywords: z.exactOptional(strings('Words that give a numbered heading this role where no label fits')),
    forms: z.exactOptional(strings('Ids of the forms that stand in this part')),
  })
  .register(z.globalRegistry, { id: 'SectionRule', description: 'The titles of one part of a report' })

/** The markers of headings of one depth. */
export const numberingRuleSchema = z
  .strictObject({
    depth: described(z.int(), '1 is the outermost'),
    markers: strings('Written with 一 or 1 for the numeral: 一、 or （1）'),
  })
  .register(z.globalRegistry, { id: 'NumberingRule', description: 'The markers of headings of one depth' })

/** A row or column heading. */
export const axisRuleSchema = z.strictObject({
  key: z.exactOptional(string('Its part of the pointer, for instance received; without a key it only groups')),
  labels: labels('The official wording first, then others that were seen'),
  type: z.exactOptional(described(z.enum(['count', 'signed', 'decimal', 'money']), 'Type of its cells; default count')),
  unit: z.exactOptional(string('Unit of its cells as printed in the form: 万元')),
  measure: z.exactOptional(string('What its cells and those below count where the form prints no unit: 件, 项')),
  indicator: z.exactOptional(described(indicatorIdSchema, 'The indicator that a row of a statistics table feeds')),
  said: z.exactOptional(strings('Words of which a sentence must use one for its figure to be compared with this row')),
  get children() {
    return z.exactOptional(described(z.array(axisRuleSchema), 'Headings below it'))
  },
})
z.globalRegistry.add(axisRuleSchema, { id: 'AxisRule', description: 'A row or column heading of a form' })

/** A sum rule. */
export const constraintSchema = z
  .strictObject({
    ruleId: string('Id of the check that it gives'),
    axis: described(
      z.enum(['head', 'stub']),
      'What the keys name: stub rows (one check a column), head columns (one a row)',
    ),
    subject: string('Key of the row or column that the check is about'),
    left: strings('Keys that are added on the left'),
    relation: z.exactOptional(described(z.enum(relationSchema.def.entries), 'Default =')),
    right: strings('Keys that are added on the right'),
    severity: z.exactOptional(described(z.enum(severitySchema.def.entries), 'Of its finding; default the catalogue’s')),
    note: z.exactOptional(string('The wording printed in the form')),
  })
  .register(z.globalRegistry, { id: 'Constraint', description: 'A sum rule of a form' })

/** A block of rows under its own column headings. */
export const formBlockSchema = z
  .strictObject({
    caption: z.exactOptional(labels('The full-width line that opens the block')),
    head: described(z.array(axisRuleSchema), 'Column headings'),
    stub: described(z.array(axisRuleSchema), 'Row headings'),
  })
  .register(z.globalRegistry, { id: 'FormBlock', description: 'A block of rows under its own column headings' })

/** A form as data. */
export const formSchema = z
  .strictObject({
    id: string('For instance disclosure-2019'),
    name: string('disclosure, requests, disputes, statistics, or your own: the first part of its pointers'),
    edition: z.exactOptional(string('For instance 2021')),
    anchors: z.exactOptional(labels('Words of its header that mark its region')),
    blocks: described(z.array(formBlockSchema), 'From top to bottom'),
    rules: described(z.array(constraintSchema), 'Sums that the form states'),
  })
  .register(z.globalRegistry, {
    id: 'Form',
    title: 'ogi-report form',
    description: 'A form as data: what stands where',
  })

/** Words of a sentence that state a figure. */
export const proseRuleSchema = z
  .strictObject({
    patterns: labels('Words of a sentence, {n} for its figure, … for a gap, (a|b) for either'),
    indicator: z.exactOptional(indicatorIdSchema),
    ruleId: z.exactOptional(string('The text-* check that it feeds')),
    pointers: z.exactOptional(
      described(
        z.array(pointerSchema),
        'Cells that are added up and compared with the figure; a prefix stands for its rows',
      ),
    ),
    units: z.exactOptional(strings('Measure words that the figure may have; default any')),
    topics: z.exactOptional(strings('Names of topics, of which one must be the last before the figure')),
    needs: z.exactOptional(strings('Words of which the sentence must hold one')),
    needsTitle: z.exactOptional(strings('Words of which one in the title of its section will do instead')),
    never: z.exactOptional(strings('Words of which the sentence may hold none')),
    unless: z.exactOptional(strings('Patterns that rule it out in the same clause')),
    decrease: z.exactOptional(described(z.literal(true), 'The figure is a decrease: 下降')),
    unsure: z.exactOptional(described(z.literal(true), 'The figure may mean something else: never compared')),
  })
  .register(z.globalRegistry, { id: 'ProseRule', description: 'Words of a sentence that state a figure' })

/** The words that announce one item of a contact paragraph. */
export const contactRuleSchema = z
  .strictObject({
    field: described(
      z.enum(['address', 'postcode', 'phone', 'fax', 'email', 'website', 'body']),
      'What the item is; body only ends the item before it',
    ),
    labels: labels('What it is announced by: 联系电话'),
  })
  .register(z.globalRegistry, { id: 'ContactRule', description: 'The words that announce one item of a contact' })

/** The words of everything around the parts. */
export const vocabularySchema = z
  .strictObject({
    titles: z.exactOptional(labels('What a title ends with: 政府信息公开工作年度报告')),
    titleWords: z.exactOptional(labels('Words of a title that are part of no name: 关于')),
    frontHeadings: z.exactOptional(labels('Headings before the first part that bear no number: 前言')),
    contents: z.exactOptional(labels('The heading of a table of contents: 目录')),
    subheadings: z.exactOptional(labels('Usual headings inside a part: 主动公开情况')),
    furniture: z.exactOptional(labels('What a line of page furniture begins with: 来源')),
    pageMarks: z.exactOptional(
      labels('What stands in a line of page furniture, wherever, and in no other line: ICP备'),
    ),
    published: z.exactOptional(labels('What stands before the date of publication: 发布时间')),
    bodies: z.exactOptional(labels('What names of bodies end with: 人民政府')),
    authors: z.exactOptional(labels('How a preface names the body, {body} for its name: 由{body}编制')),
    period: z.exactOptional(labels('Words of the sentence that states the period: 统计期限')),
    inquiries: z.exactOptional(labels('Words of the sentence that says whom to ask: 疑问')),
    carriers: z.exactOptional(labels('Words of the sentence that says where the report can be read: 下载')),
    contact: z.exactOptional(described(z.array(contactRuleSchema), 'Items of a contact paragraph')),
  })
  .register(z.globalRegistry, { id: 'Vocabulary', description: 'The words of everything around the parts' })
/** A topic that a sentence turns to. */
export const topicRuleSchema = z
  .strictObject({ name: string('For instance litigation'), labels: strings('Words that name it') })
  .register(z.globalRegistry, { id: 'TopicRule', description: 'A topic that a sentence turns to' })

/** Words that tell whose figures a sentence gives. */
export const scopeRuleSchema = z
  .strictObject({
    places: strings('Last words of places: 省, 市, 区'),
    governments: strings('What follows the place in the name of its government: 人民政府'),
    whole: strings('Before the last word of a place, the whole of it: 全'),
    own: strings('Before the last word of a place or body, the author: 我, 本'),
    bodies: strings('Last words of bodies: 局, 委员会'),
    narrow: strings('What narrows a whole place: 本级'),
    asides: strings('Words before a place that make it no subject: 按照'),
    all: strings('Words for all bodies of a place together: 各级'),
    offices: strings('Offices that write and sign the report of their government: 办公室'),
    means: strings('Words before the last word of the own body by which it is no subject: 通过(局网站)'),
    compiled: strings('Words by which a report is put together from others: 汇总'),
    members: strings('The others: 各县'),
  })
  .register(z.globalRegistry, { id: 'ScopeRule', description: 'Words that tell whose figures a sentence gives' })

/** Words that tell a figure of all years so far from the year's own. */
export const cumulativeRuleSchema = z
  .strictObject({
    since: strings('What opens a time of several years by itself: 以来'),
    upTo: strings('What opens it where a total stands before the figure too: 截至'),
    totals: strings('What makes a figure behind upTo a total of all years: 累计'),
    ends: strings('What ends it: 全年, 其中'),
    parts: strings('What makes it a figure of a part of the year: 季度'),
  })
  .register(z.globalRegistry, {
    id: 'CumulativeRule',
    description: 'Words that tell a figure of all years so far from the own one of the year',
  })

/** Words that tell what a figure in running text is about. */
export const wordingRuleSchema = z
  .strictObject({
    topics: described(z.array(topicRuleSchema), 'Topics, of which the last one named counts'),
    fillers: strings('Words between a pattern and its figure: 共, 总数'),
    joiners: strings('Words that join things counted together: 和, 、'),
    negations: strings('Words that turn the next word round: 不, 未'),
    otherYears: strings('Words for another year than the one reported on: 上年'),
    cumulative: z.exactOptional(described(cumulativeRuleSchema, 'Words for all years up to the one reported on')),
    partsOpen: strings('What opens a list of parts: 其中'),
    partsOpenEnd: strings('What says that a list of parts is not complete: 等'),
    partsRest: strings('What makes a list of parts complete: 其他'),
    partVerbs: strings('Verbs that begin a statement of its own instead of another part: 答复'),
    shareOf: strings('What stands before a share: 占'),
    changes: strings('Words before a figure that is a change and no whole of parts: 增加'),
    narrowSections: strings('Titles of sections that tell of a part of the field only'),
    scope: scopeRuleSchema,
  })
  .register(z.globalRegistry, {
    id: 'WordingRule',
    description: 'Words that tell what a figure in running text is about',
  })

/** A heading of a column of a statistics table. */
export const statisticsColumnSchema = z
  .strictObject({
    role: described(z.enum(['label', 'unit', 'code', 'order', 'value']), 'What stands in the column'),
    covers: z.exactOptional(
      described(
        z.enum(['year', 'period', 'cumulative', 'part']),
        'What a value column covers, default the year; part: some of the bodies only',
      ),
    ),
    needsUnit: z.exactOptional(
      described(z.literal(true), 'A common word: it heads a statistics table only beside a column of units'),
    ),
    labels: labels('Its wordings, with 2000 for any year'),
  })
  .register(z.globalRegistry, { id: 'StatisticsColumn', description: 'A heading of a column of a statistics table' })

/** How statistics tables are told from others. */
export const statisticsRuleSchema = z
  .strictObject({
    columns: described(z.array(statisticsColumnSchema), 'Headings of its columns'),
    titles: labels('Words of the line that names such a table: 附表'),
    asides: labels('Words of lines between that line and the table: 填报单位'),
    partsOpen: labels('What opens a list of parts: 其中'),
    endings: labels('Endings that vary and are left out when row labels are compared: 数, 总数'),
  })
  .register(z.globalRegistry, { id: 'StatisticsRule', description: 'How statistics tables are told from others' })

/** Where an indicator stands in the statutory tables. */
export const indicatorRuleSchema = z
  .strictObject({
    id: indicatorIdSchema,
    unit: string('The unit of the vocabulary'),
    cells: z.exactOptional(
      described(
        z.array(z.array(pointerSchema)),
        'Ways to take it from the tables: the first one printed whole; the cells of one way are added up',
      ),
    ),
  })
  .register(z.globalRegistry, { id: 'IndicatorRule', description: 'Where an indicator stands in the statutory tables' })

/** What the parts of a report since 2019 are checked by. */
export const structureRuleSchema = z
  .strictObject({
    problems: strings('Words for a problem: 不足'),
    measures: strings('Words for what is done about it: 下一步'),
    supervision: strings('Words for results of supervision: 社会评议'),
    supervisedBodies: strings('Last words of the bodies that report results of supervision'),
    subtotals: strings('Headings of a column that adds up others and is none of the form: 小计'),
    partsListed: strings('What closes a list of parts, with {n} for their number: {n}部分'),
  })
  .register(z.globalRegistry, {
    id: 'StructureRule',
    description: 'What the parts of a report since 2019 are checked by',
  })

/** What the metadata of a report is checked by. */
export const metadataRuleSchema = z
  .strictObject({
    titles: labels('Wordings of which a title should have one'),
    bodyEndings: strings('Words left out when bodies are compared: 办公室'),
    rulePlaces: strings('Last words of places whose governments make 规章'),
    ministries: strings('Last words of bodies of the central government'),
    postcodes: described(z.record(z.string(), z.string()), 'Province by the first two digits of a postcode'),
    placeholders: labels('Left-overs of a template where a figure or a name should be: XX'),
    templateNotes: labels('Notes printed in the official template'),
    hosts: strings('Ends of hosts of governments'),
    governed: strings('Words of a title that say that the report is one of the regulation: 政府信息'),
    otherBodies: strings(
      'Last words of bodies whose reports follow rules of their own where the title has none of those words: 公司',
    ),
    ownPeriods: strings('Words of a preface or title that say why the period is no calendar year: 机构改革, 学年'),
    bareUnits: strings('Measure words that make no sense without a figure before them'),
  })
  .register(z.globalRegistry, { id: 'MetadataRule', description: 'What the metadata of a report is checked by' })

/** An edition of the report as data. */
export const grammarSchema = z
  .strictObject({
    format: described(z.literal(1), 'Version of this format'),
    id: string('For instance form-2021; the name of the file'),
    title: string('What it describes'),
    years: described(
      z.strictObject({ from: z.int(), to: z.exactOptional(z.int()) }),
      'Years reported on; a prior, the edition of a table is recognised from what is printed',
    ),
    source: string('Number of the notice that prescribes it'),
    sections: described(z.array(sectionRuleSchema), 'Parts of the report'),
    numbering: described(z.array(numberingRuleSchema), 'Markers of headings'),
    forms: described(z.array(formSchema), 'Its tables'),
    prose: described(z.array(proseRuleSchema), 'Sentences that state figures'),
    vocabulary: z.exactOptional(vocabularySchema),
    appendices: z.exactOptional(
      described(
        z.array(formSchema),
        'Families of statistics tables before 2019: rows, which feed indicators, and sums',
      ),
    ),
    statistics: z.exactOptional(statisticsRuleSchema),
    indicators: z.exactOptional(described(z.array(indicatorRuleSchema), 'Indicators and their cells in the tables')),
    wording: z.exactOptional(wordingRuleSchema),
    structure: z.exactOptional(structureRuleSchema),
    metadata: z.exactOptional(metadataRuleSchema),
  })
  .register(z.globalRegistry, {
    id: 'Grammar',
    title: 'ogi-report grammar',
    description: 'An edition of the report as data: grammars/README.md explains every field',
  })

/** A file of `grammars/`: a grammar and the schema that editors complete it by. */
export const grammarFileSchema = z
  .extend(grammarSchema, { $schema: z.exactOptional(string('Where this schema is, for completion in editors')) })
  .register(z.globalRegistry, { title: 'ogi-report grammar', description: 'grammars/README.md explains every field' })
