import type { Context } from './context'
import { type CatalogueEntry, diagnostics, type ExplanationId, explanations, type RuleId } from './diagnostics'
import type { Blame, Diagnostic, Messages, Pointer, Position, Severity } from './types'

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
 * The one door for findings: words catalogue entry `ruleId` in the language of the call and appends it to the context.
 * The rule of a foreign form (`readForm`) has no entry of its own and is worded as `form-rule`.
 */
export function diagnose(context: Context, ruleId: RuleId | (string & {}), finding: Finding = {}): Diagnostic {
  const entry: CatalogueEntry = diagnostics[ruleId as RuleId] ?? diagnostics['form-rule']
  const values = ruleId in diagnostics ? (finding.values ?? {}) : { ...finding.values, rule: ruleId }
  const { message, help } = wording({ ruleId, values }, context.messages)
  const advice = finding.help === undefined ? help : fill(finding.help, values)
  const diagnostic: Diagnostic = {
    ruleId,
    severity: finding.severity ?? entry.severity,
    message,
    values,
    blame: finding.blame ?? entry.blame,
    pointers: finding.pointers ?? [],
    ...(finding.position && { position: finding.position }),
    ...(finding.related?.length && { related: finding.related }),
    ...(advice !== undefined && { help: advice }),
  }
  context.diagnostics.push(diagnostic)
  return diagnostic
}

/** The message and help of a finding in the language of `messages`; what is missing there is worded in English. */
export function wording(
  { ruleId, values }: Pick<Diagnostic, 'ruleId' | 'values'>,
  messages: Messages,
): { message: string; help?: string } {
  const known = ruleId in diagnostics ? ruleId : 'form-rule'
  const words: { message: string; help?: string } = messages[known] ?? diagnostics[known as RuleId]
  const id = values.explanation as ExplanationId | undefined
  const help = (id && (messages[id]?.message ?? explanations[id])) ?? words.help
  return { message: fill(words.message, values), ...(help !== undefined && { help: fill(help, values) }) }
}

/** Puts values into the placeholders of a template: `%actual`. An unknown placeholder stays, so that a test sees it. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/%([a-z]\w*)/gi, (placeholder, name: string) => String(values[name] ?? placeholder))
}
