import type { Comment, Element, Root, Text } from 'hast'
import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  type DefaultTreeAdapterTypes as Parse5,
  type Token,
  type TreeAdapter,
} from 'parse5'
import type { Point, Position } from '../types'

/** Nodes of hast that the parser can work with too: their children have two names. */
export type ParsedRoot = Root & Parse5.Document
/** The same of elements. */
export type ParsedElement = Element & Parse5.Element
type ParsedText = Text & Parse5.TextNode
type ParsedComment = Comment & Parse5.CommentNode

/** Builds hast while the parser runs: to make it of the parser's own tree takes as long as the reading of it. Texts take their places. */
export const hastAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  createDocument(): ParsedRoot {
    const children: ParsedElement[] = []
    return { ...defaultTreeAdapter.createDocument(), type: 'root', children, childNodes: children }
  },
  createElement(tagName, namespaceURI, attrs): ParsedElement {
    const children: ParsedElement[] = []
    return {
      type: 'element',
      nodeName: tagName,
      tagName,
      namespaceURI,
      attrs,
      properties: propertiesOf(attrs),
      children,
      childNodes: children,
      parentNode: null,
      position: undefined,
    }
  },
  createCommentNode(data): ParsedComment {
    return { type: 'comment', nodeName: '#comment', data, value: data, parentNode: null }
  },
  setDocumentType() {},
  adoptAttributes(element, attrs) {
    defaultTreeAdapter.adoptAttributes(element, attrs)
    const parsed = element as ParsedElement
    parsed.properties = propertiesOf(parsed.attrs)
  },
  setNodeSourceCodeLocation(node, location) {
    if (!location || !defaultTreeAdapter.isTextNode(node)) return
    const text = node as ParsedText
    text.sourceCodeLocation = location
    text.type = 'text'
    text.position = positionOf(location)
  },
  updateNodeSourceCodeLocation(node, { endLine, endCol, endOffset }) {
    const { position } = node as ParsedText
    if (position) position.end = { line: endLine!, column: endCol!, offset: endOffset! }
  },
}

/** Attributes that hast names in another way. */
const names = new Map([
  ['colspan', 'colSpan'],
  ['rowspan', 'rowSpan'],
  ['onclick', 'onClick'],
  ['itemprop', 'itemProp'],
])

function propertiesOf(attrs: Token.Attribute[]): Element['properties'] {
  const properties: Element['properties'] = {}
  for (const { name, value } of attrs) {
    if (name === 'class') properties.className = value.split(/[\t\n\f\r ]+/).filter(Boolean)
    else properties[names.get(name) ?? name] = value
  }
  return properties
}

/** The place of a token as a position of unist. */
export function positionOf(place: Token.Location): Position {
  return { start: startOf(place), end: endOf(place) }
}

/** Where a token begins. */
export function startOf({ startLine, startCol, startOffset }: Token.Location): Point {
  return { line: startLine, column: startCol, offset: startOffset }
}

/** The place behind a token. */
export function endOf({ endLine, endCol, endOffset }: Token.Location): Point {
  return { line: endLine, column: endCol, offset: endOffset }
}
