import { Parser } from 'saxen'

/** An element of a part of an OOXML package, its names with the usual prefixes whatever the file declares. */
export interface XmlElement {
  name: string
  /** Values with their entities decoded. */
  attributes: Record<string, string>
  children: XmlElement[]
  /** Its own character data. */
  text: string
}

/** Namespaces of Word's documents, transitional and strict. */
const prefixes = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'urn:schemas-microsoft-com:vml': 'v',
}

/**
 * Parses XML into elements. Nothing is loaded, and entities that the file declares are not expanded.
 *
 * @param depth elements nested deeper are left out
 * @returns null for XML without an element or with an error; `deepest` tells whether `depth` was exceeded
 */
export function parseXml(xml: string, depth: number): { root: XmlElement; deepest: number } | null {
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  let surplus = 0
  let deepest = 0
  let failed = false
  const parser = new Parser()
    .ns(prefixes)
    .on('openTag', (name, attributes, decode) => {
      deepest = Math.max(deepest, open.length + surplus)
      if (open.length > depth) {
        surplus++
        return
      }
      const element: XmlElement = { name, attributes: decoded(attributes(), decode), children: [], text: '' }
      open[open.length - 1]!.children.push(element)
      open.push(element)
    })
    .on('closeTag', () => {
      if (surplus > 0) surplus--
      else open.pop()
    })
    .on('text', (text, decode) => {
      if (surplus === 0) open[open.length - 1]!.text += decode(text)
    })
    .on('cdata', (text) => {
      if (surplus === 0) open[open.length - 1]!.text += text
    })
    .on('error', () => {
      failed = true
    })
    .on('warn', () => {})
  parser.parse(xml)
  const root = document.children[0]
  return root && !failed ? { root, deepest } : null
}

function decoded(attributes: Record<string, string>, decode: (text: string) => string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) values[name] = decode(value)
  return values
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The `w:val` of a child: how OOXML writes most properties. */
export function valueIn(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

/** True for a property that is switched on: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const property = childOf(element, name)
  return property !== undefined && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '')
}
