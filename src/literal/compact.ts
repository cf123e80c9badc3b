import { isSpace } from './characters'

/** A text without the white space inside it, and the way back. */
export interface Compact {
  text: string
  /** Offset in the given text of each character of `text`, and behind its last one. */
  offsets: (index: number) => number
}

/**
 * Drops padding and inner white space of one literal: `三千 九百 六十五`, `百 分 之 2.4`, `2016 年 12 月`. Between two Arabic digits a
 * space may part two numbers, so there it is dropped only on request (`joinDigits`); otherwise the result is undefined.
 */
export function compact(text: string, joinDigits = false): Compact | undefined {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text, start)) start++
  while (end > start && isBlank(text, end - 1)) end--
  let index = start
  while (index < end && !isBlank(text, index)) index++
  if (index === end) {
    return { text: start === 0 && end === text.length ? text : text.slice(start, end), offsets: (at) => start + at }
  }
  let kept = ''
  let last = 0
  const origins: number[] = []
  for (index = start; index < end; index++) {
    if (isBlank(text, index)) continue
    const split = index > start && isBlank(text, index - 1) && isNumeric(last) && isNumeric(text.charCodeAt(index))
    if (split && !joinDigits) return undefined
    kept += text[index]
    last = text.charCodeAt(index)
    origins.push(index)
  }
  return { text: kept, offsets: (at) => (at === origins.length ? end : origins[at]!) }
}

function isBlank(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return isSpace(code) || code === 0x0a
}

/** Arabic digits and their separators, half and full width. */
function isNumeric(code: number): boolean {
  const narrow = code >= 0xff0c ? code - 0xfee0 : code
  return (narrow >= 0x30 && narrow <= 0x39) || narrow === 0x2c || narrow === 0x2e
}
