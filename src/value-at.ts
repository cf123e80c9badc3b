import type { Pointer, Report } from './types'

/** What stands at a pointer into a report; undefined where nothing does. */
export function valueAt(report: Report, pointer: Pointer): unknown {
  let node: unknown = report
  for (const key of pointer.split('/').slice(1)) node = (node as Record<string, unknown> | null | undefined)?.[key]
  return node
}
