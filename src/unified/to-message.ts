import { VFileMessage } from 'vfile-message'
import type { Diagnostic, Severity } from '../types'

/** How vfile says severity: an error is fatal, a warning is not, an info is nothing of the kind. */
const fatal: Record<Severity, boolean | undefined> = { error: true, warning: false, info: undefined }

/** The page of the project that explains every rule. */
const catalogue = 'docs/diagnostics.md'

/** Makes a message of a diagnostic: place, rule, actual and expected value, help, and the first other place as its cause. */
export function toMessage(diagnostic: Diagnostic): VFileMessage {
  const { ruleId, message, severity, position, values, help, related } = diagnostic
  const other = related?.[0]
  const cause = other && makeMessage(other.message, other.position, ruleId)
  const made = makeMessage(message, position, ruleId, cause)
  made.fatal = fatal[severity]
  if (values.actual !== undefined) made.actual = String(values.actual)
  if (values.expected !== undefined) made.expected = [String(values.expected)]
  if (help !== undefined) made.note = help
  made.url = `${catalogue}#${ruleId}`
  return made
}

function makeMessage(
  reason: string,
  place: Diagnostic['position'],
  ruleId: string,
  cause?: VFileMessage,
): VFileMessage {
  return new VFileMessage(reason, { ruleId, source: 'ogi-report', ...(place && { place }), ...(cause && { cause }) })
}
