import { appendFinding, type Finding, fill } from './append-finding'
import type { Context } from './context'
import { type CatalogueEntry, diagnostics, type ExplanationId, explanations, type RuleId } from './diagnostics'
import type { Diagnostic, Messages } from './types'

export type { Finding }

/**
 * The one door for findings: words catalogue entry `ruleId` in the language of the call and appends it to the context.
 * The rule of a foreign form (`readForm`) has no entry of its own and is worded as `form-rule`.
 */
export function diagnose(context: Context, ruleId: RuleId | (string & {}), finding: Finding = {}): Diagnostic {
  const entry: CatalogueEntry = diagnostics[ruleId as RuleId] ?? diagnostics['form-rule']
  const values = ruleId in diagnostics ? (finding.values ?? {}) : { ...finding.values, rule: ruleId }
  const { message, help } = wording({ ruleId, values }, context.messages)
  const advice = finding.help === undefined ? help : fill(finding.help, values)
  return appendFinding(
    context,
    ruleId,
    entry,
    { message, ...(advice !== undefined && { help: advice }) },
    { ...finding, values },
  )
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
