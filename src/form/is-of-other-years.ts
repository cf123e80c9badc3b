/** Characters that make a label one of other years: of any form, also of one that is given without a grammar's wording. */
const marks = '上下去前往历累'

/** Whether a printed label is of other years than the form's that it resembles: 上年制发件数 is no misprint of 本年制发件数. */
export function isOfOtherYears(printed: string, label: string): boolean {
  for (const mark of marks) if (printed.includes(mark) && !label.includes(mark)) return true
  return false
}

/** Whether what stands right before a label makes it one of another year: 上年(自然人), 2021年(处理决定数量). */
export function endsInOtherYear(before: string): boolean {
  return otherYear.test(before)
}

const otherYear = new RegExp(`(?:[${marks}]一?|(?:19|20)\\d\\d)年度?$|(?:19|20)\\d\\d$`)
