import type { Context } from '../context'
import type { Flow, Heading } from '../tree'
import { cutRegions } from './cut-regions'
import { findRegions } from './find-regions'

type Node = Heading | Flow

/**
 * Finds the forms of the grammars among lines without cell borders, or inside one line, and cuts them out as `table` nodes of
 * layout `flattened`, one row a printed line.
 *
 * ```
 * 二、主动公开政府信息情况          paragraph
 * 第二十条第（一）项                ┐
 * 信息内容 本年制发件数 …           │ table
 * 规章 1 0 11                       │
 * 行政规范性文件 8 26 66            ┘
 * 三、收到和处理政府信息公开申请情况  paragraph
 * ```
 *
 * Prose that mentions some labels, and headings that hold them, stay as they are.
 */
export function recoverFlattened(nodes: Node[], context: Context): Node[] {
  const out: Node[] = []
  for (let at = 0; at < nodes.length; ) {
    if (!isLine(nodes[at]!)) out.push(nodes[at++]!)
    else {
      const start = at
      while (at < nodes.length && isLine(nodes[at]!)) at++
      // A loop: a run may be longer than a call takes arguments.
      for (const node of recoverRun(nodes.slice(start, at), context)) out.push(node)
    }
  }
  return out
}

function isLine(node: Node): boolean {
  return node.type === 'paragraph' || node.type === 'pageBreak'
}

function recoverRun(nodes: Node[], context: Context): Node[] {
  // Pieces of one line stand side by side: 全年公开信息 5366 and 条 are no two rows.
  const lines = nodes.flatMap((node) =>
    node.type === 'paragraph' ? [node.children.map(({ value }) => value).join(' ')] : [],
  )
  const printed = lines.join('\n')
  const regions = findRegions(printed, context.grammars)
  return regions.length === 0 ? nodes : cutRegions(nodes, regions)
}
