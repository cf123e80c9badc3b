import type { Equation } from '../sums/evaluate'
import type { Report } from '../types'
import { applicantColumns } from './applicant-columns'

/** A rule over two years; `edition`: a table is not of the edition that it needs. */
export type YearEquation = Equation & { edition?: true }

/** The rules over two consecutive years, with pointers into `{ older, newer }`, as far as both reports have the tables. */
export function carryOverEquations(older: Report, newer: Report): YearEquation[] {
  return [
    ...(older.requests && newer.requests ? requests() : []),
    ...(older.disclosure && newer.disclosure ? disclosure(older.disclosure.edition, newer.disclosure.edition) : []),
    ...(older.disputes && newer.disputes ? disputes() : []),
  ]
}

/** What last year carried out was carried in this year; applicants may have been classified anew. */
function requests(): YearEquation[] {
  return applicantColumns.map((column) => ({
    ruleId: 'carry-over-requests',
    subject: `/newer/requests/carriedIn/${column}`,
    left: [`/newer/requests/carriedIn/${column}`],
    right: [`/older/requests/carriedOut/${column}`],
    ...(column !== 'total' && { severity: 'warning' as const }),
  }))
}

/** Stocks and flows of table 二; the editions count different things and are never mixed. */
function disclosure(older: string | null, newer: string | null): YearEquation[] {
  const documents = ['rules', 'normativeDocuments']
  const mixed = older !== newer && { edition: true as const }
  if (newer === '2021')
    return documents.map((key) => ({
      ruleId: 'carry-over-documents',
      subject: `/newer/disclosure/${key}/inForce`,
      left: [`/newer/disclosure/${key}/inForce`, `/newer/disclosure/${key}/repealed`],
      right: [`/older/disclosure/${key}/inForce`, `/newer/disclosure/${key}/issued`],
      ...mixed,
    }))
  if (newer !== '2019') return []
  return [
    ...documents.map((key) => ({
      ruleId: 'carry-over-published',
      subject: `/newer/disclosure/${key}/publicTotal`,
      left: [`/newer/disclosure/${key}/publicTotal`],
      relation: '<=' as const,
      right: [`/older/disclosure/${key}/publicTotal`, `/newer/disclosure/${key}/published`],
      ...mixed,
    })),
    ...['licensing', 'otherServices', 'penalties', 'coercion', 'fees'].map((key) => ({
      ruleId: 'carry-over-items',
      subject: `/newer/disclosure/${key}/previousItems`,
      left: [`/newer/disclosure/${key}/previousItems`],
      right: [`/older/disclosure/${key}/previousItems`, `/older/disclosure/${key}/change`],
      signed: true,
      ...mixed,
    })),
  ]
}

/** Cases open at the end of a year are decided or still open in the next. */
function disputes(): YearEquation[] {
  return ['reconsideration', 'litigation/direct', 'litigation/afterReconsideration'].map((block) => ({
    ruleId: 'carry-over-disputes',
    subject: `/older/disputes/${block}/pending`,
    left: [`/older/disputes/${block}/pending`],
    relation: '<=',
    right: ['upheld', 'corrected', 'other', 'pending'].map((outcome) => `/newer/disputes/${block}/${outcome}`),
  }))
}
