import type { Element, ElementContent, Root, Text } from 'hast'
import { type DefaultTreeAdapterTypes as Parse5, parse, type Token } from 'parse5'
import type { Position } from '../types'

/**
 * Parses HTML by the standard into the part of hast that the reader looks at: elements, texts, the places of texts and of
 * the parts of tables. (The utility for the whole of hast costs 14 kB in a bundle, most of it for names of attributes and parse
 * errors.)
 *
 * @param depth levels of elements that are kept: a parser nests elements deeper than the markup says
 */
export function parseHtml(html: string, depth: number): Root {
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  return { type: 'root', children: nodesOf(document.childNodes, depth) }
}

/** Attributes that hast names in another way. */
const names = new Map([
  ['colspan', 'colSpan'],
  ['rowspan', 'rowSpan'],
  ['onclick', 'onClick'],
  ['itemprop', 'itemProp'],
])

/** The elements whose place is looked at: they stand in the tree of this library too. */
const tableParts = new Set(['table', 'tr', 'td', 'th'])

function nodesOf(nodes: Parse5.ChildNode[], depth: number): ElementContent[] {
  const converted: ElementContent[] = []
  for (const node of nodes) {
    if (node.nodeName === '#text') converted.push(textOf(node as Parse5.TextNode))
    else if ('tagName' in node) converted.push(elementOf(node, depth))
  }
  return converted
}

function textOf({ value, sourceCodeLocation: place }: Parse5.TextNode): Text {
  return place ? { type: 'text', value, position: positionOf(place) } : { type: 'text', value }
}

function elementOf({ tagName, attrs, childNodes, sourceCodeLocation: place }: Parse5.Element, depth: number): Element {
  const properties: Element['properties'] = {}
  for (const { name, value } of attrs) {
    if (name === 'class') properties.className = value.split(/[\t\n\f\r ]+/).filter(Boolean)
    else properties[names.get(name) ?? name] = value
  }
  const children = depth > 1 ? nodesOf(childNodes, depth - 1) : []
  return place && tableParts.has(tagName)
    ? { type: 'element', tagName, properties, children, position: positionOf(place) }
    : { type: 'element', tagName, properties, children }
}

function positionOf(place: Token.Location): Position {
  return {
    start: { line: place.startLine, column: place.startCol, offset: place.startOffset },
    end: { line: place.endLine, column: place.endCol, offset: place.endOffset },
  }
}
