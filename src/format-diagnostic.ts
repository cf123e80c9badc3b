import { wording } from './diagnose'
import type { Diagnostic, Messages } from './types'

/**
 * Words a finding in the language of `messages`, for instance those of `ogi-report/messages/zh`.
 * A rule that `messages` lacks is worded in English.
 *
 * @throws {TypeError} on anything but a diagnostic
 */
export function formatDiagnostic(diagnostic: Diagnostic, messages: Messages = {}): string {
  assertDiagnostic(diagnostic)
  return wording(diagnostic, messages).message
}

function assertDiagnostic(diagnostic: Diagnostic): void {
  if (typeof diagnostic?.ruleId !== 'string' || typeof diagnostic.values !== 'object' || diagnostic.values === null)
    throw new TypeError('Expected a diagnostic: an object with `ruleId` and `values`, as in `result.diagnostics`')
}
