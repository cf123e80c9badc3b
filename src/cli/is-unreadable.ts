import type { Parsed } from './parse-documents'

/** True where nothing could be read: no file, a bad record, or bytes that hold no text (an error `file-*`). */
export function isUnreadable(parsed: Parsed): boolean {
  if ('error' in parsed) return true
  return parsed.result.diagnostics.some(({ ruleId, severity }) => severity === 'error' && ruleId.startsWith('file-'))
}
