/**
 * True for text that was decoded with the wrong encoding: Chinese saved as UTF-8 or UTF-16 and read as Latin-1, or UTF-8 read
 * as GBK. Such text is reported, never repaired.
 *
 * ```
 * å¹´åº¦æŠ¥å‘Š    ÿþ?eœ^áOo`    骞村害鎶ュ憡    ????��
 * ```
 */
export function isMojibake(text: string): boolean {
  const sample = text.slice(0, 20_000)
  let letters = 0
  let latin = 0
  let broken = 0
  let chinese = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code <= 0x20) continue
    letters++
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) broken++
    if (code >= 0xa0 && code < 0x180) latin++
    if (code >= 0x3400 && code < 0xa000) chinese++
  }
  if (letters === 0) return false
  if (broken * 20 > letters) return true
  return (chinese * 4 < latin && latin * 5 > letters) || (chinese > 0 && countMisread(sample) * 8 > chinese)
}

/**
 * What GBK shows for the UTF-8 bytes of the commonest words of a report (政府信息公开年度报告 and the like): characters that
 * hardly ever occur in Chinese prose. Computed from all pairs of those words' characters.
 */
const misread = new Set('涓搴鍏鏈屽鐨骞鏀淇鎭寮锛銆鍦鏄鍥鎶鍛鍜鎯鍐宸浣鍙鍔鐢璇鐞浠琛鏉绗椤')

function countMisread(text: string): number {
  let count = 0
  for (const character of text) if (misread.has(character)) count++
  return count
}
