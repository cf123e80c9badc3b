/** Traditional characters of measure words and units beside their simplified forms, as pairs. */
const pairs =
  '號号後后從从開开個个條条項项頁页戶户畝亩噸吨塊块歲岁張张輛辆棟栋場场種种類类間间鐘钟鍾钟時时點点幣币圓圆鎊镑歐欧週周韓韩臺台萬万華华攝摄兩两錢钱銭钱達达侖仑過过約约於于內内從从'

const folds = /* @__PURE__ */ makeFolds()

/** The code of a UTF-16 unit for comparing: simplified, half width, lower case. */
export function foldUnit(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20
  if (code < 0x4e00) return code
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(code - 0xfee0)
  return folds.get(code) ?? code
}

/** A word folded unit by unit: 個月 is 个月. */
export function foldWord(word: string): string {
  let folded = ''
  for (let index = 0; index < word.length; index++) folded += String.fromCharCode(foldUnit(word.charCodeAt(index)))
  return folded
}

function makeFolds(): Map<number, number> {
  const made = new Map<number, number>()
  for (let index = 0; index < pairs.length; index += 2) made.set(pairs.charCodeAt(index), pairs.charCodeAt(index + 1))
  return made
}
