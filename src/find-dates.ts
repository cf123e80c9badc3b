import { dateSpans } from './date-spans'
import { parseDate } from './literal/date'

/** A printed date, `text.slice(start, end)`. */
export interface FoundDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  value: string
  start: number
  end: number
}

/** Finds every date with a year in running text, in order. What only looks like a date (2016年2月30日) is left out. */
export function findDates(text: string): FoundDate[] {
  return dateSpans(text).flatMap(({ start, end }) => {
    const value = parseDate(text.slice(start, end))
    return value === undefined ? [] : [{ value, start, end }]
  })
}
