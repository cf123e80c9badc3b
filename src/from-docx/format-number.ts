/** Digits and signs of the number formats of OOXML (`w:numFmt`), by name. */
const digits = { chinese: '〇一二三四五六七八九', legal: '零壹贰叁肆伍陆柒捌玖', wide: '０１２３４５６７８９' }
const units = { chinese: ['', '十', '百', '千'], legal: ['', '拾', '佰', '仟'] }

/** Formats that count through a row of signs, the first for 1. */
const rows: Record<string, string> = {
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
}

const romans: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
  ] as const),
  ...([
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
]

/**
 * Writes the number of a list item as Word prints it: `chineseCounting` 12 is 十二. What a format does not reach, and formats
 * that are not known, are written in digits, as Word does.
 */
export function formatNumber(value: number, format: string): string {
  const row = rows[format]
  if (row !== undefined) return [...row][value - 1] ?? String(value)
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return inChinese(value, digits.chinese, units.chinese)
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return inChinese(value, digits.legal, units.legal)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return byDigit(value, digits.chinese)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return byDigit(value, digits.wide)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    default:
      return String(value)
  }
}

/** 1 一, 10 十, 12 十二, 20 二十, 105 一百〇五. */
function inChinese(value: number, signs: string, places: string[]): string {
  if (value < 1 || value > 9999) return String(value)
  const written = String(value)
  let text = ''
  let isGap = false
  for (let i = 0; i < written.length; i++) {
    const digit = Number(written[i])
    if (digit === 0) isGap = true
    else {
      text += (isGap ? signs[0]! : '') + signs[digit]! + places[written.length - 1 - i]!
      isGap = false
    }
  }
  return value >= 10 && value < 20 ? text.slice(1) : text
}

function byDigit(value: number, signs: string): string {
  return [...String(value)].map((digit) => signs[Number(digit)]).join('')
}

/** A … Z, AA, BB: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [amount, sign] of romans)
    while (rest >= amount) {
      text += sign
      rest -= amount
    }
  return text
}
