import { softBreak } from '../position/soft-break'
import type { Heading } from '../tree'
import { skipNoise } from './match-heading'
import { titleTail } from './outline-symbols'

/** The title of a heading: without its marker, converter marks and closing 。 or ：, soft line breaks healed. */
export function headingTitle({ marker, children }: Heading): string {
  let text = ''
  for (const child of children) text += (text && softBreak(text, child)) + child.value
  return text
    .slice(skipNoise(text, marker.length))
    .replace(titleTail, '')
    .replace(/(?:\*\*|__)+$/, '')
}
