import { joinRuns } from '../position/join-runs'
import { sliceText } from '../position/slice-text'
import type { Paragraph, Text } from '../tree'
import { entities } from './markdown-symbols'

/**
 * A line of Markdown as plain text: without `**`, `>` and bullets at its start, backslashes before marks, images, the addresses of
 * links and tags of letters, cut at `<br>`, entities read; a rule (`---`) or a fence is page furniture.
 *
 * ```text
 * > **一、总体情况**                        一、总体情况
 * 1\. 属于国家秘密                          1. 属于国家秘密
 * - （一）[主动公开](/xxgk/)情况&nbsp;良好      （一）主动公开情况 良好
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
    const printed = printedFor(match[0])
    if (printed === undefined) continue
    add(match.index)
    at = match.index + match[0].length
    if (/^<br/i.test(match[0])) lines.push([])
    if (printed !== '') lines[lines.length - 1]!.push({ ...sliceText(text, match.index, at), value: printed })
  }
  add(text.value.length)
  return lines
    .filter((texts) => texts.some(({ value }) => value.trim() !== '' || value.includes('\t')))
    .map((texts, index) => toParagraph(joinRuns(texts), index === 0 ? line.data : undefined))

  function add(end: number): void {
    if (end > at) lines[lines.length - 1]!.push(sliceText(text!, at, end))
  }
}

/** What a mark prints: nothing, but for entities; undefined for an entity that is not known. */
function printedFor(found: string): string | undefined {
  return found.startsWith('&') ? entities[found.slice(1, -1).toLowerCase()] : ''
}

/** What Markdown marks and prints not: one of these characters stands in every mark. */
const mark = /\*\*|__|\\|<|\]\(|&|^\s*[>*+-]/

const escaped = '\\\\(?=[!-/:-@[-`{-~]|\\s*(?:\\||$))'
const quotation = '^\\s*(?:>\\s?)+'
/** Before words or a heading's marker: `- 2 -` is a page number, `- - 3` cells of a row. */
const bullet = '^\\s*[-*+]\\s+(?=[\\p{Script=Han}（(“"《【[!*]|\\d{1,2}\\\\?[.、．](?!\\d))'
const address = "\\((?:[!-'*-~](?:[^()\\n]|\\([^()\\n]*\\))*)?\\)"
const image = `!\\[[^\\]\\n]{0,300}\\]${address}`
const linkStart = `\\[(?=[^[\\]\\n]{0,300}\\]\\([!-'*-~)])`
const linkEnd = `\\]${address}`
const tag = '</?(?:a|b|center|del|em|font|i|ins|mark|o:p|s|small|span|strong|sub|sup|u)(?:\\s[^<>]{0,500})?/?>'
const entity = '&[a-z]{2,8};'

const marks = new RegExp(
  ['\\*\\*|__|<br\\s*/?>', escaped, quotation, bullet, image, linkStart, linkEnd, tag, entity].join('|'),
  'giu',
)

function toParagraph(children: Text[], data: Paragraph['data']): Paragraph {
  const start = children[0]!.position?.start
  const end = children[children.length - 1]!.position?.end
  return { type: 'paragraph', children, ...(start && end && { position: { start, end } }), ...(data && { data }) }
}
