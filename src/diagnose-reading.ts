import { appendFinding, type Finding, fill } from './append-finding'
import type { Context } from './context'
import { type ReadingRuleId, readingDiagnostics } from './reading-diagnostics'
import type { Diagnostic, Message } from './types'

/** `diagnose` for readers: the same door, but only the readers' part of the catalogue comes along with it. */
export function diagnoseReading(context: Context, ruleId: ReadingRuleId, finding: Finding = {}): Diagnostic {
  const values = finding.values ?? {}
  const entry: Message & (typeof readingDiagnostics)[ReadingRuleId] = readingDiagnostics[ruleId]
  const words = context.messages[ruleId] ?? entry
  const help = finding.help ?? words.help
  const wording = { message: fill(words.message, values), ...(help !== undefined && { help: fill(help, values) }) }
  return appendFinding(context, ruleId, entry, wording, finding)
}
