import type { Context } from '../context'
import type { SourceBuilder } from '../position/source-builder'
import type { Position } from '../types'
import type { Numbering } from './numbering'
import type { XmlElement } from './parse-xml'
import { isVanished, type Styles } from './styles'

/** What the reading of a document needs everywhere. */
export interface Document {
  source: SourceBuilder
  styles: Styles
  numbering: Numbering
  /** Where pictures stand in the text so far. */
  pictures: Position[]
  context: Context
}

/** Elements that are read through. The accepted view of tracked changes: what was inserted stays. */
export const transparent = new Set([
  ...['w:ins', 'w:moveTo', 'w:hyperlink', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:fldSimple', 'w:customXml', 'w:dir'],
  ...[
    'w:bdo',
    'w:ruby',
    'w:rubyBase',
    'mc:AlternateContent',
    'mc:Choice',
    'w:pict',
    'w:drawing',
    'w:object',
    'm:oMath',
  ],
  ...['m:oMathPara', 'm:r', 'w:r'],
])

/** Elements that are not read at all: what was deleted or moved away, and the second form of an alternative. */
const dropped = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rt', 'w:pPr', 'w:rPr', 'w:instrText', 'w:delText'])

/** Elements that stand for a character. */
export const characters: Record<string, string> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '-' }

/** True for an element whose text is not printed. */
export function isUnprinted(element: XmlElement): boolean {
  return dropped.has(element.name) || (element.name === 'w:r' && isVanished(element))
}
