/** True for a text that begins with the number of a list: `一、`, `（二）`, `3.`; radicals that fonts put for numerals count too. */
export function isNumbered(text: string): boolean {
  return /^\s*(?:[（(]?[一二三四五六七八九十⼀⼆⼋⼗]{1,3}[、）).．]|\d{1,2}[.．、])/.test(text)
}

/** True for the heading of a part: `三、收到和处理…`, its marker and a title behind it. */
export function isPartHeading(text: string): boolean {
  return /^\s*[一二三四五六七八九十⼀⼆⼋⼗]{1,3}\s*、.{4}/.test(text)
}
