/**
 * True for text that was decoded with the wrong encoding: Chinese in UTF-8 or UTF-16 read as Latin-1, or UTF-8 read as GBK.
 * Such text is reported, never repaired.
 *
 * ```
 * å¹´åº¦æŠ¥å‘Š    ÿþ?eœ^áOo`    骞村害鎶ュ憡    年��报告��
 * ```
 */
export function isMojibake(text: string): boolean {
  let letters = 0
  let latin = 0
  let broken = 0
  let chinese = 0
  let strange = 0
  const end = Math.min(text.length, SAMPLE)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    letters++
    if (code === 0xfffd || code < 0xa0) broken++
    else if (code < 0x180) latin++
    else if (code >= 0x3400 && code < 0xa000) {
      chinese++
      if (misread.has(text[i]!)) strange++
    }
  }
  if (letters < 4) return false
  return broken * 20 > letters || (latin * 2 > letters && chinese * 4 < latin) || strange * 8 > chinese
}

/** Characters that are looked at: a wrong encoding shows at once. */
const SAMPLE = 20_000

/**
 * What GBK shows for the UTF-8 bytes of the commonest words of a report (政府信息公开年度报告 and the like): characters that
 * hardly ever occur in Chinese prose. Computed from all pairs of those words' characters.
 */
const misread = new Set('涓搴鍏鏈屽鐨骞鏀淇鎭寮锛銆鍦鏄鍥鎶鍛鍜鎯鍐宸浣鍙鍔鐢璇鐞浠琛鏉绗椤')
