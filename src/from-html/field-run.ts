import type { Element } from 'hast'
import { isInvisible } from './hidden-text'
import type { TextRun } from './text-runs'

/** Kinds of fields in which a text is printed; without a kind it is the first. */
const kinds = new Set(['text', 'number', 'tel'])

/**
 * What a text field shows, as one piece with the place of its tag: forms that are filled in on a page are published as they are.
 *
 * ```
 * <td><input type="text" readonly value="37"></td>   →   37
 * ```
 *
 * @returns null for anything else, and for an empty field
 */
export function fieldRun(element: Element): TextRun | null {
  const { type, value } = element.properties
  if (element.tagName !== 'input' || isInvisible(element) || !kinds.has(String(type ?? 'text').toLowerCase()))
    return null
  if (value === undefined || value === null || String(value).trim() === '') return null
  const start = element.position?.start.offset
  const end = element.position?.end.offset
  return { value: String(value), ...(start !== undefined && end !== undefined && { span: [start, end] }) }
}
