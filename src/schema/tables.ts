import * as z from 'zod/mini'

/** A number of a statutory table, or null. */
export const countSchema = z
  .nullable(z.number())
  .register(z.globalRegistry, { id: 'Count', description: 'Null where nothing is printed or nothing is certain' })

/** The edition of a table's form, or null where it cannot be told. */
const edition = z.nullable(z.enum(['2019', '2021']))

/** 规章 and 规范性文件. */
export const documentsSchema = z
  .strictObject({
    made: countSchema,
    published: countSchema,
    publicTotal: countSchema,
    issued: countSchema,
    repealed: countSchema,
    inForce: countSchema,
  })
  .register(z.globalRegistry, {
    id: 'Documents',
    description: '规章, 规范性文件: 2019 made…publicTotal, 2021 issued…inForce',
  })

/** 行政许可, 其他对外管理服务事项, 行政处罚, 行政强制. */
export const itemsSchema = z
  .strictObject({ previousItems: countSchema, change: countSchema, decisions: countSchema })
  .register(z.globalRegistry, { id: 'Items', description: '行政许可 and the like: 2021 has decisions alone' })

/** 行政事业性收费. */
export const feesSchema = z
  .strictObject({ previousItems: countSchema, change: countSchema, amount: countSchema })
  .register(z.globalRegistry, { id: 'Fees', description: '行政事业性收费: counts in 2019, an amount in yuan in 2021' })

/** 政府集中采购. */
export const procurementSchema = z
  .strictObject({ items: countSchema, amount: countSchema })
  .register(z.globalRegistry, { id: 'Procurement', description: '政府集中采购, 2019 only; amount in yuan' })

/** Table 二. */
export const disclosureSchema = z
  .strictObject({
    edition,
    rules: documentsSchema,
    normativeDocuments: documentsSchema,
    licensing: itemsSchema,
    otherServices: itemsSchema,
    penalties: itemsSchema,
    coercion: itemsSchema,
    fees: feesSchema,
    procurement: procurementSchema,
  })
  .register(z.globalRegistry, { id: 'Disclosure', description: 'Table 二, 主动公开政府信息情况' })

/** The seven columns of table 三. */
export const applicantsSchema = z
  .strictObject({
    naturalPerson: countSchema,
    business: countSchema,
    research: countSchema,
    publicWelfare: countSchema,
    legalService: countSchema,
    other: countSchema,
    total: countSchema,
  })
  .register(z.globalRegistry, { id: 'Applicants', description: 'A row of table 三 by kind of applicant' })

/** Table 三. */
export const requestsSchema = z
  .strictObject({
    edition,
    received: applicantsSchema,
    carriedIn: applicantsSchema,
    granted: applicantsSchema,
    partiallyGranted: applicantsSchema,
    denied: z.strictObject({
      stateSecret: applicantsSchema,
      prohibitedByLaw: applicantsSchema,
      securityAndStability: applicantsSchema,
      thirdPartyRights: applicantsSchema,
      internalAffairs: applicantsSchema,
      deliberative: applicantsSchema,
      enforcementFile: applicantsSchema,
      administrativeQuery: applicantsSchema,
    }),
    unavailable: z.strictObject({
      notHeld: applicantsSchema,
      requiresCreation: applicantsSchema,
      unclear: applicantsSchema,
    }),
    rejected: z.strictObject({
      petition: applicantsSchema,
      duplicate: applicantsSchema,
      publication: applicantsSchema,
      excessive: applicantsSchema,
      confirmation: applicantsSchema,
    }),
    otherHandling: z.strictObject({
      undivided: applicantsSchema,
      notCorrected: applicantsSchema,
      feeUnpaid: applicantsSchema,
      other: applicantsSchema,
    }),
    completed: applicantsSchema,
    carriedOut: applicantsSchema,
  })
  .register(z.globalRegistry, { id: 'Requests', description: 'Table 三, 收到和处理政府信息公开申请情况' })

/** Results of cases. */
export const outcomesSchema = z
  .strictObject({
    upheld: countSchema,
    corrected: countSchema,
    other: countSchema,
    pending: countSchema,
    total: countSchema,
  })
  .register(z.globalRegistry, { id: 'Outcomes', description: 'A block of table 四' })

/** Table 四. */
export const disputesSchema = z
  .strictObject({
    reconsideration: outcomesSchema,
    litigation: z.strictObject({ direct: outcomesSchema, afterReconsideration: outcomesSchema }),
  })
  .register(z.globalRegistry, { id: 'Disputes', description: 'Table 四, 政府信息公开行政复议、行政诉讼情况' })

/** A row of a statistics table before 2019. */
export const appendixRowSchema = z
  .strictObject({
    label: z.string(),
    code: z.nullable(z.string()),
    unit: z.nullable(z.string()),
    depth: z.int().check(z.nonnegative()),
    values: z.array(z.nullable(z.number())),
  })
  .register(z.globalRegistry, { id: 'AppendixRow', description: 'A row of a statistics table, values as printed' })

/** A statistics table before 2019. */
export const appendixSchema = z
  .strictObject({ title: z.nullable(z.string()), columns: z.array(z.string()), rows: z.array(appendixRowSchema) })
  .register(z.globalRegistry, { id: 'Appendix', description: 'A statistics table of a report before 2019, as printed' })
