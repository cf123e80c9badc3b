import type { Element, ElementContent, Root } from 'hast'
import { type DefaultTreeAdapterTypes as Parse5, parse } from 'parse5'

/**
 * Parses HTML by the standard into the part of hast that the reader looks at: elements, texts, their offsets. (The utility for
 * the whole of hast costs 14 kB in a bundle, most of it for names of attributes and parse errors.)
 */
export function parseHtml(html: string): Root {
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  return { type: 'root', children: nodesOf(document.childNodes) }
}

/** Attributes that hast names in another way. */
const names: Record<string, string> = {
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  onclick: 'onClick',
  itemprop: 'itemProp',
}

function nodesOf(nodes: Parse5.ChildNode[]): ElementContent[] {
  const converted: ElementContent[] = []
  for (const node of nodes) {
    if ('value' in node) converted.push({ type: 'text', value: node.value, ...positionOf(node) })
    else if ('tagName' in node) converted.push(elementOf(node))
  }
  return converted
}

function elementOf(node: Parse5.Element): Element {
  const properties: Element['properties'] = {}
  for (const { name, value } of node.attrs) {
    if (name === 'class') properties.className = value.split(/[\t\n\f\r ]+/).filter(Boolean)
    else properties[names[name] ?? name] = value
  }
  return { type: 'element', tagName: node.tagName, properties, children: nodesOf(node.childNodes), ...positionOf(node) }
}

function positionOf({ sourceCodeLocation: place }: Parse5.Element | Parse5.TextNode): Pick<Element, 'position'> {
  if (!place) return {}
  return {
    position: {
      start: { line: place.startLine, column: place.startCol, offset: place.startOffset },
      end: { line: place.endLine, column: place.endCol, offset: place.endOffset },
    },
  }
}
