import type { Pointer, Report } from '../types'

/** The number at a pointer into the report, a mention's value for a mention; null where there is none. */
export function numberAt(report: Report, pointer: Pointer): number | null {
  let node: unknown = report
  for (const key of pointer.split('/').slice(1)) node = (node as Record<string, unknown> | null | undefined)?.[key]
  if (typeof node === 'number') return node
  const value = (node as { value?: unknown } | null | undefined)?.value
  return typeof value === 'number' ? value : null
}
