/** The characters of Chinese and Arabic numerals, each with its kind and amount, as one table. */

/** What a character is in a numeral. The amount is a digit, or the power of ten that a unit stands for. */
export const ARABIC = 1
export const DIGIT = 2
/** 壹, 贰, 叁: digits of the forms that cannot be altered; some are words too (参, 陆). */
export const FINANCIAL = 3
/** 两, 俩: a two that stands before 百, 千, 万, 亿 or alone. */
export const PAIR = 4
/** The letter O where a careless typist means 〇; a digit only beside Chinese digits. */
export const LETTER_ZERO = 5
/** 幺 and 洞: one and zero in numbers spelt digit by digit. */
export const SPOKEN = 6
/** 十, 百, 千: the amount is 1, 2, 3. */
export const UNIT = 7
/** 拾, 佰, 仟. */
export const FINANCIAL_UNIT = 8
/** 廿, 卅, 卌: twenty, thirty, forty; the amount is the digit. */
export const TENS = 9
/** 皕: two hundred. */
export const HUNDREDS = 10
/** 万, 亿, 兆 and above: the power of ten is four times the amount. */
export const SCALE = 11
/** 点, the spoken decimal point. */
export const POINT = 12
/** 几, 余, 多: there is more than was said. The amount is 1 for 几, which takes the place of a digit. */
export const UNCERTAIN = 13

/** Every symbol as `[kind, amount, characters]`. */
const symbols: [kind: number, amount: number, characters: string][] = [
  ...[...'0123456789'].map((digit, amount): [number, number, string] => [
    ARABIC,
    amount,
    digit + String.fromCharCode(0xff10 + amount),
  ]),
  ...['〇零○', '一', '二', '三', '四', '五', '六', '七', '八', '九'].map(
    (characters, amount): [number, number, string] => [DIGIT, amount, characters],
  ),
  ...['', '壹壱弌', '贰貳弍貮', '叁參叄参弎', '肆', '伍', '陆陸', '柒漆', '捌', '玖'].map(
    (characters, amount): [number, number, string] => [FINANCIAL, amount, characters],
  ),
  [PAIR, 2, '两兩俩倆'],
  [LETTER_ZERO, 0, 'OoＯｏ'],
  [SPOKEN, 0, '洞'],
  [SPOKEN, 1, '幺'],
  [UNIT, 1, '十'],
  [UNIT, 2, '百'],
  [UNIT, 3, '千'],
  [FINANCIAL_UNIT, 1, '拾'],
  [FINANCIAL_UNIT, 2, '佰'],
  [FINANCIAL_UNIT, 3, '仟'],
  [TENS, 2, '廿'],
  [TENS, 3, '卅'],
  [TENS, 4, '卌'],
  [HUNDREDS, 2, '皕'],
  ...['', '万萬', '亿億', '兆', '京', '垓', '秭', '穰', '沟溝', '涧澗', '正', '载載', '极極'].map(
    (characters, amount): [number, number, string] => [SCALE, amount, characters],
  ),
  [POINT, 0, '点點'],
  [UNCERTAIN, 1, '几幾'],
  [UNCERTAIN, 2, '余餘多'],
]

const table = /* @__PURE__ */ makeTable()

/** Kind and amount of the character at `index` as `kind * 16 + amount`; 0 where it is none. */
export function symbolAt(text: string, index: number): number {
  return index < text.length ? table[text.charCodeAt(index)]! : 0
}

function makeTable(): Uint8Array {
  const made = new Uint8Array(0x10000)
  for (const [kind, amount, characters] of symbols) {
    for (const character of characters) made[character.charCodeAt(0)] = kind * 16 + amount
  }
  return made
}
