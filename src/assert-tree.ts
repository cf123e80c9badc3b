import type { ReportTree } from './types'

/**
 * Accepts a `ReportTree`.
 *
 * @throws {TypeError} on anything else; for an mdast or hast tree the message names the reader that takes it
 */
export function assertTree(value: unknown): asserts value is ReportTree {
  if (!isNode(value) || value.type !== 'root' || !Array.isArray(value.children))
    throw new TypeError(`Expected a string or a ReportTree (a node of type 'root'), not ${describe(value)}`)
  for (const child of value.children as unknown[]) {
    if (!isNode(child)) throw new TypeError(`Expected nodes as children of the ReportTree, not ${describe(child)}`)
    if (isHast(child)) throw new TypeError('Expected a ReportTree, not a hast tree: read it with `fromHast` first')
    if (isMdast(child)) throw new TypeError('Expected a ReportTree, not an mdast tree: read it with `fromMdast` first')
    if (!own.has(child.type))
      throw new TypeError(`Expected a ReportTree, not a tree with a node of type '${child.type}'`)
  }
}

interface Node {
  type: string
  children?: unknown
  [field: string]: unknown
}

const own = new Set(['heading', 'paragraph', 'table', 'pageBreak', 'section'])
const hast = new Set(['element', 'doctype', 'comment', 'raw'])
const mdast = new Set([
  'list',
  'code',
  'blockquote',
  'html',
  'thematicBreak',
  'definition',
  'footnoteDefinition',
  'yaml',
])

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

function isHast(node: Node): boolean {
  return hast.has(node.type) || (node.type === 'text' && typeof node.value === 'string')
}

/** mdast shares three node names with us: its headings have no marker, its tables no layout, its paragraphs inline markup or line breaks. */
function isMdast(node: Node): boolean {
  if (mdast.has(node.type)) return true
  if (node.type === 'heading') return typeof node.marker !== 'string'
  if (node.type === 'table') return typeof node.layout !== 'string'
  if (node.type !== 'paragraph' || !Array.isArray(node.children)) return false
  return node.children.some(
    (child) =>
      !isNode(child) || child.type !== 'text' || (typeof child.value === 'string' && /[\n\r]/.test(child.value)),
  )
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return isNode(value) ? `a node of type '${value.type}'` : 'an object without a type'
  return `a value of type ${typeof value}`
}
