/** The characters of Chinese and Arabic numerals, each with its kind and amount, as one table. */

// What a character is in a numeral. Kinds up to `TWO` are digits, and their amount is the digit.

/** 0 to 9, of half or full width. */
export const ARABIC = 1
/** 〇, 一, 二: the plain Chinese digits. */
export const DIGIT = 2
/** 壹, 贰, 叁: digits of the forms that cannot be altered; some are words too (参, 陆). */
export const FINANCIAL = 3
/** 幺 and 洞: one and zero in numbers spelt digit by digit. */
export const SPOKEN = 4
/** 两, 俩: a two that stands before 百, 千, 万, 亿 or alone. */
export const TWO = 5
/** The letter O where a careless typist means 〇; a digit only behind Chinese digits. */
export const LETTER_ZERO = 6
/** 十, 百, 千: the amount is 1, 2, 3. */
export const UNIT = 7
/** 拾, 佰, 仟. */
export const FINANCIAL_UNIT = 8
/** 廿, 卅, 卌 and 皕: twenty, thirty, forty, two hundred; the amount is 2, 3, 4, 12. */
export const TENS = 9
/** 万, 亿, 兆 and above: the power of ten is four times the amount. */
export const SCALE = 10
/** 点, the spoken decimal point. */
export const POINT = 11
/** 几 (amount 1), which takes the place of a digit, and 余, 多 (amount 2): there is more than was said. */
export const UNCERTAIN = 12

/** Per kind the characters of amount 0, 1, 2 and so on. */
const symbols: [kind: number, characters: string][] = [
  [ARABIC, '0 1 2 3 4 5 6 7 8 9'],
  [ARABIC, '０ １ ２ ３ ４ ５ ６ ７ ８ ９'],
  [DIGIT, '〇零○ 一 二 三 四 五 六 七 八 九'],
  [FINANCIAL, ' 壹壱弌 贰貳弍貮 叁參叄参弎 肆 伍 陆陸 柒漆 捌 玖'],
  [SPOKEN, '洞 幺'],
  [TWO, '  两兩俩倆'],
  [LETTER_ZERO, 'OoＯｏ'],
  [UNIT, ' 十 百 千'],
  [FINANCIAL_UNIT, ' 拾 佰 仟'],
  [TENS, '  廿 卅 卌        皕'],
  [SCALE, ' 万萬 亿億 兆 京 垓 秭 穰 沟溝 涧澗 正 载載 极極'],
  [POINT, '点點'],
  [UNCERTAIN, ' 几幾 余餘多'],
]

const table = /* @__PURE__ */ makeTable()

/** Kind and amount of the character at `index` as `kind * 16 + amount`; 0 where it is none. */
export function symbolAt(text: string, index: number): number {
  return index >= 0 && index < text.length ? table[text.charCodeAt(index)]! : 0
}

function makeTable(): Uint8Array {
  const made = new Uint8Array(0x10000)
  for (const [kind, characters] of symbols) {
    let amount = 0
    for (const character of characters) {
      if (character === ' ') amount++
      else made[character.charCodeAt(0)] = kind * 16 + amount
    }
  }
  return made
}
