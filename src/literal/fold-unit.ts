/** Traditional characters of measure words and units beside their simplified forms, as pairs. */
const pairs =
  '個个條条項项頁页戶户畝亩噸吨塊块歲岁張张輛辆棟栋場场種种類类間间鐘钟鍾钟時时點点幣币圓圆鎊镑歐欧盧卢羅罗貨货冊册處处筆笔隻只雙双對对週周瀏浏韓韩臺台億亿萬万' +
  '釐厘華华攝摄餘余賓宾爾尔蘭兰區区電电頓顿馬马納纳蘇苏鎮镇門门員员級级層层組组輪轮則则樁桩車车醫医課课學学禮礼拜拜兩两錢钱銖铢幾几達达島岛侖仑園园盞盏艘艘箱箱' +
  '來来過过經经約约達达於于內内後后於于從从將将幹干數数壓压陸陆倫伦戛戛薩萨紐纽銭钱厘厘圜圆還还動动務务黨党發发總总處处離离當当負负會会議议訪访節节國国際际門门'

const folds = /* @__PURE__ */ makeFolds()

/** The code of a UTF-16 unit for comparing: simplified, half width, lower case. */
export function foldUnit(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20
  if (code < 0x4e00) return code
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(code - 0xfee0)
  return folds.get(code) ?? code
}

function makeFolds(): Map<number, number> {
  const made = new Map<number, number>()
  for (let index = 0; index < pairs.length; index += 2) made.set(pairs.charCodeAt(index), pairs.charCodeAt(index + 1))
  return made
}
