import type { Report, Section } from '../types'
import { cut, displayWidth, pad } from './display-width'
import type { Paint } from './paint'
import type { Wording } from './wording'

/** Title, issuer, year, dates and contact, one a line; what the report does not print is shown as `–`. */
export function formatSummary(report: Report, say: Wording, paint: Paint): string {
  const { title, issuer, year, period, published, contact } = report
  const { address, postcode, phones, emails } = contact
  const fields: [string, string | number | null][] = [
    [say.field.issuer, issuer],
    [say.field.year, year],
    [say.field.period, period && `${period.start ?? '…'} – ${period.end ?? '…'}`],
    [say.field.published, published],
    [say.field.contact, [address, postcode, ...phones, ...emails].filter(Boolean).join(' · ') || null],
  ]
  const width = Math.max(...fields.map(([name]) => displayWidth(name)))
  const lines = fields.map(([name, value]) => `  ${paint('dim', pad(name, width))}  ${value ?? '–'}`)
  return `  ${paint('bold', title ?? '–')}\n${lines.join('\n')}\n`
}

/** The outline as a tree, with the beginning of each part's text. */
export function formatOutline({ sections }: Report, paint: Paint, width: number): string {
  const lines: string[] = []
  function add(list: Section[], stem: string): void {
    for (const [index, section] of list.entries()) {
      const last = index === list.length - 1
      const head = `${stem}${last ? '└─' : '├─'} ${section.marker}${section.title}`
      const room = width - displayWidth(head) - 4
      const text = section.text.replaceAll('\n', ' ')
      lines.push(`  ${head}${room > 12 && text !== '' ? `  ${paint('dim', cut(text, room))}` : ''}`)
      add(section.sections, `${stem}${last ? '   ' : '│  '}`)
    }
  }
  add(sections, '')
  return lines.length === 0 ? '  –\n' : `${lines.join('\n')}\n`
}
