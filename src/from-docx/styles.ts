import { childOf, isOn, valueIn, type XmlElement } from './parse-xml'

/** The paragraph styles of a document. */
export interface Styles {
  /** A paragraph property of a style or of the styles that it is based on. */
  property(id: string | undefined, name: string): XmlElement | undefined
  /** Level of a heading, 1 to 9: by outline level or by the name of its style; undefined for body text. */
  headingLevel(properties: XmlElement | undefined): number | undefined
}

/** Styles that are based on each other: more is a circle. */
const LONGEST_CHAIN = 20

/**
 * Reads the styles part.
 *
 * @param part the root of word/styles.xml, if there is one
 */
export function readStyles(part: XmlElement | undefined): Styles {
  const byId = new Map<string, XmlElement>()
  let standard: string | undefined
  for (const style of part?.children ?? []) {
    if (style.name !== 'w:style') continue
    const id = style.attributes['w:styleId'] ?? ''
    byId.set(id, style)
    if (style.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(style.attributes['w:default'] ?? ''))
      standard ??= id
  }

  function chain(id: string | undefined): XmlElement[] {
    const styles: XmlElement[] = []
    let style = byId.get(id ?? standard ?? '')
    while (style && styles.length < LONGEST_CHAIN) {
      styles.push(style)
      style = byId.get(valueIn(style, 'w:basedOn') ?? '')
    }
    return styles
  }

  function property(id: string | undefined, name: string): XmlElement | undefined {
    for (const style of chain(id)) {
      const found = childOf(childOf(style, 'w:pPr'), name)
      if (found) return found
    }
    return undefined
  }

  function headingLevel(properties: XmlElement | undefined): number | undefined {
    const id = valueIn(properties, 'w:pStyle')
    const outline = valueIn(properties, 'w:outlineLvl') ?? property(id, 'w:outlineLvl')?.attributes['w:val']
    if (outline !== undefined) return Number(outline) < 9 ? Number(outline) + 1 : undefined
    for (const style of chain(id)) {
      const level = /^heading ([1-9])$/i.exec(valueIn(style, 'w:name') ?? '')?.[1]
      if (level !== undefined) return Number(level)
    }
    return undefined
  }

  return { property, headingLevel }
}

/** True for a paragraph whose mark was deleted under tracked changes: it runs on into the next one. */
export function isMarkDeleted(properties: XmlElement | undefined): boolean {
  const run = childOf(properties, 'w:rPr')
  return childOf(run, 'w:del') !== undefined || childOf(run, 'w:moveFrom') !== undefined
}

/** True for a run that Word does not show. */
export function isVanished(run: XmlElement): boolean {
  return isOn(childOf(run, 'w:rPr'), 'w:vanish')
}
