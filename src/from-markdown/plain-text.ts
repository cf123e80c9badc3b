import { joinRuns } from '../position/join-runs'
import { sliceText } from '../position/slice-text'
import type { Paragraph, Text } from '../tree'

/**
 * A line of Markdown as plain text: without `**`, `>` at its start and backslashes before marks, cut at `<br>`; a rule (`---`) or
 * a fence is page furniture.
 *
 * ```text
 * > **一、总体情况**        一、总体情况
 * 1\. 属于国家秘密          1. 属于国家秘密
 * ```
 */
export function plainText(line: Paragraph): Paragraph[] {
  const [text] = line.children
  if (!text) return []
  if (/^\s*(?:([-*_])\s*(?:\1\s*){2,}|`{3,}.*|~{3,}.*)$/.test(text.value))
    return [{ ...line, data: { ...line.data, role: 'furniture' } }]
  if (!mark.test(text.value)) return [line]
  const lines: Text[][] = [[]]
  let at = 0
  for (const match of text.value.matchAll(marks)) {
    add(match.index)
    if (match[0].startsWith('<')) lines.push([])
    at = match.index + match[0].length
  }
  add(text.value.length)
  return lines
    .filter((texts) => texts.length > 0)
    .map((texts, index) => toParagraph(joinRuns(texts), index === 0 ? line.data : undefined))

  function add(end: number): void {
    if (end > at) lines[lines.length - 1]!.push(sliceText(text!, at, end))
  }
}

/** What Markdown marks and prints not. */
const mark = /\*\*|__|\\[!-/:-@[-`{-~]|<br\s*\/?>|^\s*>/i
const marks = /\*\*|__|\\(?=[!-/:-@[-`{-~])|<br\s*\/?>|^\s*(?:>\s?)+/gi

function toParagraph(children: Text[], data: Paragraph['data']): Paragraph {
  const start = children[0]!.position?.start
  const end = children[children.length - 1]!.position?.end
  return { type: 'paragraph', children, ...(start && end && { position: { start, end } }), ...(data && { data }) }
}
