import type { Element, Root } from 'hast'
import type { Flow } from '../tree'

/** Characters that a page around an attached file or a picture has at most: a title, a line of dates, a site's foot. */
const FEW = 400

const attachment = /\.(?:docx?|wps|pdf|ofd|rtf|xlsx?|et|zip|rar)(?:[?#]|$)/i

/**
 * Says where the document is whose page holds no text of it: such pages print a title and link to a file, embed a viewer, or show
 * pictures of the pages.
 *
 * ```
 * <h1>…年度报告</h1><p>附件：<a href="x.doc">…年度报告.doc</a></p>   →   an attached file
 * ```
 *
 * @returns null for a page that holds its text
 */
export function contentElsewhere(tree: Root, flow: Flow[]): string | null {
  if (flow.some(({ type }) => type === 'table') || hasText(flow)) return null
  let found: string | null = null
  const nodes: (Root | Element)[] = [tree]
  for (let node = nodes.pop(); node; node = nodes.pop())
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const { href, src, data } = child.properties
      if (attachment.test(String(href ?? '')) || attachment.test(String(src ?? data ?? ''))) return 'an attached file'
      if (child.tagName === 'img') found = 'a picture'
      nodes.push(child)
    }
  return found
}

/** A sentence, a numbered part or many lines. */
function hasText(flow: Flow[]): boolean {
  let length = 0
  for (const node of flow) {
    if (node.type !== 'paragraph') continue
    const line = node.children.map(({ value }) => value).join('')
    if (line.includes('。') || /^\s*[一二三四五六七八九十]、/.test(line)) return true
    length += line.length
  }
  return length > FEW
}
