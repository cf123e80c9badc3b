import type { Applicants } from '../types'

/** The columns of table 三 that add up to 法人或其他组织, which the form does not print. */
export const organisationColumns: (keyof Applicants)[] = [
  'business',
  'research',
  'publicWelfare',
  'legalService',
  'other',
]

/** All columns of table 三, in the order of the form. */
export const applicantColumns: (keyof Applicants)[] = ['naturalPerson', ...organisationColumns, 'total']
