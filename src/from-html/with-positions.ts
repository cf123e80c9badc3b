import type { Flow, ReportNode } from '../tree'
import type { Position } from '../types'

/** Gives nodes that were put together out of texts the span from their first to their last text in the source. */
export function withPositions(flow: Flow[]): Flow[] {
  for (const node of flow) spanOf(node)
  return flow
}

function spanOf(node: ReportNode): Position | undefined {
  if (node.type === 'text' || node.type === 'pageBreak') return node.position
  let span: Position | undefined
  for (const child of node.children) {
    const inner = spanOf(child)
    if (!inner) continue
    span = {
      start: span && span.start.offset <= inner.start.offset ? span.start : inner.start,
      end: span && span.end.offset >= inner.end.offset ? span.end : inner.end,
    }
  }
  if (span) node.position = span
  return span
}
