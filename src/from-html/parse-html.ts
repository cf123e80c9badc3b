import type { Root } from 'hast'
import { type DefaultTreeAdapterMap, Parser, Token } from 'parse5'
import { endOf, hastAdapter, type ParsedElement, type ParsedRoot, positionOf, startOf } from './hast-adapter'

/**
 * Parses HTML by the standard into the part of hast that the reader looks at: elements, texts, the places of texts and of
 * the parts of tables. (The utility for the whole of hast costs 14 kB in a bundle, most of it for names of attributes and parse
 * errors.)
 */
export function parseHtml(html: string): Root {
  const parser = new Parser({ treeAdapter: hastAdapter, sourceCodeLocationInfo: true, scriptingEnabled: false })
  parser._attachElementToTree = attachElement
  parser._setEndLocation = endElement
  parser.tokenizer.write(html, true)
  return parser.document as ParsedRoot
}

type HastParser = Parser<DefaultTreeAdapterMap>

/** The elements whose place is looked at: the parts of tables, fields, whose value is a text, and pictures. */
const placed = new Set(['table', 'tr', 'td', 'th', 'input', 'img'])

/**
 * The parser itself copies the place of every tag, of its attributes and of its end into every element, which takes longer than
 * all else that it does. Here an element takes what is looked at from its token. The two methods are the parser's own affair:
 * package.json holds it to its minor version, and the tests compare all places with those of the standard's own tree.
 */
const attachElement: HastParser['_attachElementToTree'] = (element, location, { parent, beforeElement }) => {
  if (location && placed.has(element.tagName)) (element as ParsedElement).position = positionOf(location)
  if (beforeElement) hastAdapter.insertBefore(parent, element, beforeElement)
  else hastAdapter.appendChild(parent, element)
}

/** An element that another tag ends, such as the next `<td>`, ends before that tag. */
const endElement: HastParser['_setEndLocation'] = (element, token) => {
  const { tagName, position } = element as ParsedElement
  if (!position || !token.location) return
  const isOwnTag = token.type === Token.TokenType.END_TAG && 'tagName' in token && token.tagName === tagName
  position.end = isOwnTag ? endOf(token.location) : startOf(token.location)
}
