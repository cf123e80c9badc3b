import type { Diagnostic, Severity } from '../types'
import { excerpt } from './excerpt'
import type { Paint, Style } from './paint'
import type { Wording } from './wording'

/** Colours of severities. */
const styles: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue' }

/**
 * Findings for reading: place, severity, rule and message, then the printed line with carets, what else is involved, and help.
 *
 * @param name   of the report, before the place: `report.txt:12:4`; '' leaves it out
 * @param source the string that positions index, or null
 */
export function formatFindings(
  diagnostics: Diagnostic[],
  source: string | null,
  name: string,
  { say, paint }: { say: Wording; paint: Paint },
): string {
  return inOrder(diagnostics)
    .map((diagnostic) => {
      const { severity, ruleId, message, position, related, help } = diagnostic
      const place = [name, ...(position ? [position.start.line, position.start.column] : [])].filter(
        (part) => part !== '',
      )
      const head = [
        paint('bold', place.join(':')),
        paint(styles[severity], say.severity[severity]),
        message,
        paint('dim', ruleId),
      ]
      const lines = [head.filter((part) => part !== '').join(' ')]
      if (position && source !== null) lines.push(...quote(source, position, paint, styles[severity]))
      for (const other of related ?? []) {
        lines.push(paint('dim', `    ${[lineAndColumn(other.position), other.message].filter(Boolean).join(' ')}`))
      }
      if (help !== undefined) lines.push(`    ${paint('cyan', say.help)} ${help}`)
      return `${lines.join('\n')}\n`
    })
    .join('')
}

/** By place, those without one last; otherwise in the order found. */
export function inOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  const offset = ({ position }: Diagnostic) => position?.start.offset ?? Number.POSITIVE_INFINITY
  return diagnostics.toSorted((a, b) => (offset(a) === offset(b) ? 0 : offset(a) - offset(b)))
}

function quote(source: string, position: NonNullable<Diagnostic['position']>, paint: Paint, style: Style): string[] {
  const [line, carets] = excerpt(source, position)
  return [`    ${line}`, `    ${paint(style, carets)}`]
}

function lineAndColumn(position: Diagnostic['position']): string {
  return position ? `${position.start.line}:${position.start.column}` : ''
}
