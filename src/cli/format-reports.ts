import { csvHeader, formatCsv } from './format-csv'
import { formatHtml, htmlFooter, htmlHeader } from './format-html'
import type { Parsed } from './parse-documents'
import type { Wording } from './wording'

/** Formats of `ogi-report parse`. */
export const formats = ['json', 'ndjson', 'csv', 'html'] as const

/** How reports are written one after the other, so that none has to be kept. */
export interface Layout {
  head: string
  item(parsed: Parsed, index: number): string
  foot: string
}

/**
 * The layout of some reports in one file.
 *
 * @param single there is one report: JSON is the result itself, not a list of results with their `id`
 */
export function layoutOf(format: (typeof formats)[number], single: boolean, say: Wording): Layout {
  if (format === 'csv')
    return { head: csvHeader, item: (parsed) => ('error' in parsed ? '' : formatCsv(parsed.result)), foot: '' }
  if (format === 'html') {
    const item = (parsed: Parsed) => ('error' in parsed ? '' : formatHtml(parsed.result, String(parsed.id), say))
    return { head: htmlHeader(say.lang), item, foot: htmlFooter }
  }
  if (format === 'ndjson') return { head: '', item: (parsed) => `${JSON.stringify(toRecord(parsed))}\n`, foot: '' }
  if (single)
    return {
      head: '',
      item: (parsed) => `${indented('error' in parsed ? toRecord(parsed) : parsed.result)}\n`,
      foot: '',
    }
  const item = (parsed: Parsed, index: number) => `${index === 0 ? '' : ',\n'}${indented(toRecord(parsed))}`
  return { head: '[\n', item, foot: '\n]\n' }
}

function toRecord(parsed: Parsed): object {
  const { id } = parsed
  return 'error' in parsed ? { id, error: parsed.error } : { id, ...parsed.result }
}

const indented = (value: object): string => JSON.stringify(value, null, 2)
