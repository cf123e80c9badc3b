import type { Context } from './context'
import type { Blame, Diagnostic, Message, Pointer, Position, Severity } from './types'

/** One rule of the catalogue. Placeholders `%name` are filled from the diagnostic's `values`. */
export interface CatalogueEntry {
  severity: Severity
  blame: Blame
  message: string
  help?: string
}

/** The place and circumstances of one finding. */
export interface Finding {
  /** The cells concerned; default none. */
  pointers?: Pointer[]
  position?: Position | undefined
  /** Fill the placeholders of the message. `explanation`, an id of `explanations`, becomes the help. */
  values?: Record<string, string | number>
  /** Default: the catalogue's. */
  blame?: Blame
  /** Default: the catalogue's. */
  severity?: Severity
  /** Other places involved. */
  related?: Diagnostic['related']
  /** Default: the explanation's, else the catalogue's, if any. */
  help?: string
}

/**
 * Appends a worded finding to the context.
 *
 * @param entry  severity and blame where the finding has none of its own
 * @param wording message and help, already filled
 */
export function appendFinding(
  context: Context,
  ruleId: string,
  entry: Pick<CatalogueEntry, 'severity' | 'blame'>,
  { message, help }: Message,
  finding: Finding,
): Diagnostic {
  const diagnostic: Diagnostic = {
    ruleId,
    severity: finding.severity ?? entry.severity,
    message,
    values: finding.values ?? {},
    blame: finding.blame ?? entry.blame,
    pointers: finding.pointers ?? [],
    ...(finding.position && { position: finding.position }),
    ...(finding.related?.length && { related: finding.related }),
    ...(help !== undefined && { help }),
  }
  context.diagnostics.push(diagnostic)
  return diagnostic
}

/** Puts values into the placeholders of a template: `%actual`. An unknown placeholder stays, so that a test sees it. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/%([a-z]\w*)/gi, (placeholder, name: string) => String(values[name] ?? placeholder))
}
