import type { Context } from '../context'
import { textView } from '../position/text-view'
import type { Flow, Heading, Paragraph } from '../tree'
import { type FoundHeadings, type HeadingWords, headingWords } from './statistics-headings'
import { readRowLines } from './statistics-lines'
import { readRun } from './statistics-run'

type Node = Heading | Flow

/**
 * Finds statistics tables (指标, 单位, 数量) that no mark sets apart, by the headings that a grammar knows.
 *
 * ```
 * 指标      单位    数量        指标        附表一 指标单位数量主动公开信息数条80其中：1.网站条60
 * 公开信息数  条    80         单位
 *                            数量
 *                            公开信息数
 *                            条
 *                            80
 * ```
 *
 * A row counts only where its unit and its figures stand in their places; the first line that is no row ends the table.
 */
export function recoverStatistics(nodes: Node[], { grammars, source }: Context): Node[] {
  const words = headingWords(grammars)
  if (!words) return nodes
  const out: Node[] = []
  for (let at = 0; at < nodes.length; ) {
    const lines = readRowLines(nodes, at, words)
    if (lines) {
      out.push(lines.table)
      at += lines.length
      continue
    }
    const node = nodes[at++]!
    if (node.type !== 'paragraph') out.push(node)
    else out.push(...withoutBroken(splitRuns(node, words, source), nodes[at]))
  }
  return out
}

/** Without the last row of a run whose figure goes on in the digits of the next line. */
function withoutBroken(run: Node[], next: Node | undefined): Node[] {
  const last = run.at(-1)
  if (last?.type !== 'table' || next?.type !== 'paragraph' || !/^\s*\d/.test(next.children[0]?.value ?? '')) return run
  return [...run.slice(0, -1), { ...last, children: last.children.slice(0, -1) }]
}

/** Cuts the tables out of a paragraph that holds them in one run; what stands between them stays a paragraph. */
function splitRuns(paragraph: Paragraph, words: HeadingWords, source: string | null): Node[] {
  const [only, ...others] = paragraph.children
  if (only && others.length === 0 && !words.mayHold(only.value)) return [paragraph]
  const view = textView(paragraph.children, source)
  const out: Node[] = []
  let rest = 0
  const found = words.findAll(view.text)
  for (const [index, headings] of found.entries()) {
    const { start, end, table } = readRun(view, headings, startOf(found[index + 1]) ?? view.text.length, words)
    if (!table) continue
    out.push(...paragraphOf(paragraph, rest, start), table)
    rest = end
  }
  return rest === 0 ? [paragraph] : [...out, ...paragraphOf(paragraph, rest, view.text.length)]

  function paragraphOf(whole: Paragraph, start: number, end: number): Paragraph[] {
    const children = view.slice(start, end)
    if (children.every(({ value }) => value.trim() === '')) return []
    const [first, last] = [children[0]!.position, children[children.length - 1]!.position]
    const { position: _, ...fields } = whole
    return [{ ...fields, children, ...(first && last && { position: { start: first.start, end: last.end } }) }]
  }
}

function startOf(headings: FoundHeadings | undefined): number | undefined {
  return headings?.spans[0]?.start
}
