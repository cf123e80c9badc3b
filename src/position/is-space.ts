/** Whether a UTF-16 code is white space, as `\s` has it. */
export function isSpace(code: number): boolean {
  if (code >= 0x3001 && code < 0xfeff) return false
  if (code <= 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0
  return (
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    code === 0xfeff
  )
}
