import type { Context } from './context'
import { type CatalogueEntry, diagnostics, type RuleId } from './diagnostics'
import type { Blame, Diagnostic, Pointer, Position, Severity } from './types'

/** The place and circumstances of one finding. */
export interface Finding {
  /** The cells concerned; default none. */
  pointers?: Pointer[]
  position?: Position | undefined
  /** Fill the placeholders of the message. */
  values?: Record<string, string | number>
  /** Default: the catalogue's. */
  blame?: Blame
  /** Default: the catalogue's. */
  severity?: Severity
  /** Other places involved. */
  related?: Diagnostic['related']
  /** Default: the catalogue's, if any. */
  help?: string
}

/** The one door for findings: words catalogue entry `ruleId` in the language of the call and appends it to the context. */
export function diagnose(context: Context, ruleId: RuleId, finding: Finding = {}): Diagnostic {
  const entry: CatalogueEntry = diagnostics[ruleId]
  const wording = context.messages[ruleId] ?? entry
  const values = finding.values ?? {}
  const help = finding.help ?? wording.help
  const diagnostic: Diagnostic = {
    ruleId,
    severity: finding.severity ?? entry.severity,
    message: fill(wording.message, values),
    values,
    blame: finding.blame ?? entry.blame,
    pointers: finding.pointers ?? [],
    ...(finding.position && { position: finding.position }),
    ...(finding.related?.length && { related: finding.related }),
    ...(help !== undefined && { help: fill(help, values) }),
  }
  context.diagnostics.push(diagnostic)
  return diagnostic
}

/** Puts values into the placeholders of a template: `%actual`. An unknown placeholder stays, so that a test sees it. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/%([a-z]\w*)/gi, (placeholder, name: string) => String(values[name] ?? placeholder))
}
