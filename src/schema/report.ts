import * as z from 'zod/mini'
import { boundSchema, mentionSchema } from './literal'
import { pointerSchema, positionSchema } from './place'
import { appendixSchema, disclosureSchema, disputesSchema, requestsSchema } from './tables'

/** The vocabulary of indicators. */
export const indicatorIdSchema = z
  .enum([
    'disclosure.items',
    'disclosure.website',
    'disclosure.gazette',
    'disclosure.weibo',
    'disclosure.wechat',
    'disclosure.other',
    'disclosure.normativeDocumentsMade',
    'disclosure.normativeDocumentsPublished',
    'interpretation.articles',
    'interpretation.pressConferences',
    'interpretation.interviews',
    'interpretation.responses',
    'requests.received',
    'requests.inPerson',
    'requests.fax',
    'requests.online',
    'requests.email',
    'requests.letter',
    'requests.completed',
    'requests.answered',
    'requests.alreadyPublic',
    'requests.granted',
    'requests.partiallyGranted',
    'requests.denied',
    'requests.notThisBody',
    'requests.nonexistent',
    'requests.amended',
    'requests.otherChannel',
    'reconsideration.total',
    'reconsideration.upheld',
    'reconsideration.corrected',
    'reconsideration.other',
    'reconsideration.pending',
    'litigation.total',
    'litigation.upheld',
    'litigation.corrected',
    'litigation.other',
    'litigation.pending',
    'appeals.total',
    'complaints.total',
    'fees.collected',
    'fees.waived',
    'organization.funds',
    'organization.bodies',
    'organization.readingRooms',
    'organization.staff',
    'organization.fullTime',
    'organization.partTime',
    'training.meetings',
    'training.sessions',
    'training.participants',
    'consultations.total',
    'website.visits',
  ])
  .register(z.globalRegistry, { id: 'IndicatorId', description: 'One vocabulary for all years and editions' })

/** One figure of the common vocabulary. */
export const indicatorSchema = z
  .strictObject({
    id: indicatorIdSchema,
    value: z.number(),
    unit: z.string(),
    bound: boundSchema,
    sources: z.array(pointerSchema),
  })
  .register(z.globalRegistry, { id: 'Indicator', description: 'One figure of the common vocabulary with its sources' })

/** What a part of the report is about. */
export const sectionRoleSchema = z
  .enum(['overview', 'disclosure', 'requests', 'disputes', 'problems', 'other', 'consultation', 'fees', 'statistics'])
  .register(z.globalRegistry, { id: 'SectionRole', description: 'What a part of the report is about' })

/** A part of the outline. */
export const sectionSchema = z.strictObject({
  marker: z.string(),
  ordinal: z.nullable(z.int()),
  depth: z.int().check(z.positive()),
  title: z.string(),
  role: z.nullable(sectionRoleSchema),
  text: z.string(),
  get sections() {
    return z.array(sectionSchema)
  },
  position: z.exactOptional(positionSchema),
})
z.globalRegistry.add(sectionSchema, { id: 'Section', description: 'A part of the outline' })

/** How to reach the body. */
export const contactSchema = z
  .strictObject({
    address: z.nullable(z.string()),
    postcode: z.nullable(z.string()),
    phones: z.array(z.string()),
    faxes: z.array(z.string()),
    emails: z.array(z.string()),
    websites: z.array(z.string()),
  })
  .register(z.globalRegistry, { id: 'Contact', description: 'How to reach the body, as printed' })

/** One annual report. */
export const reportSchema = z
  .strictObject({
    title: z.nullable(z.string()),
    issuer: z.nullable(z.string()),
    year: z.nullable(z.int()),
    period: z.nullable(z.strictObject({ start: z.nullable(z.string()), end: z.nullable(z.string()) })),
    published: z.nullable(z.string()),
    contact: contactSchema,
    preface: z.nullable(z.string()),
    sections: z.array(sectionSchema),
    disclosure: z.nullable(disclosureSchema),
    requests: z.nullable(requestsSchema),
    disputes: z.nullable(disputesSchema),
    appendices: z.array(appendixSchema),
    mentions: z.array(mentionSchema),
    indicators: z.array(indicatorSchema),
  })
  .register(z.globalRegistry, {
    id: 'Report',
    title: '政府信息公开工作年度报告',
    description: 'One annual report on open government information',
  })
