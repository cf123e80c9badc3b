/** Characters that make a label one of other years. */
const marks = '上下去前往历累'

/** Whether a printed label is of other years than the form's that it resembles: 上年制发件数 is no misprint of 本年制发件数. */
export function isOfOtherYears(printed: string, label: string): boolean {
  for (const mark of marks) if (printed.includes(mark) && !label.includes(mark)) return true
  return false
}
