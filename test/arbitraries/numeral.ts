import fc from 'fast-check'

/** How a numeral is written: its digits, units and scales. */
export interface Style {
  name: string
  digits: string
  units: string
  scales: string
}

/** The three Chinese writings; scales go up in steps of 10^4, so that 极 is 10^48. */
export const styles: Style[] = [
  { name: 'simplified', digits: '零一二三四五六七八九', units: '十百千', scales: '万亿兆京垓秭穰沟涧正载极' },
  { name: 'traditional', digits: '零一二三四五六七八九', units: '十百千', scales: '萬億兆京垓秭穰溝澗正載極' },
  { name: 'financial', digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', scales: '万亿兆京垓秭穰沟涧正载极' },
]

/** Writes a whole number from 0 to 10^52 - 1 in Chinese, canonically: 10203 is 一万零二百零三. */
export function formatNumeral(value: bigint, style: Style = styles[0]!): string {
  if (value === 0n) return style.digits[0]!
  let written = ''
  let gap = false
  for (let scale = style.scales.length; scale >= 0; scale--) {
    const section = Number((value / 10n ** BigInt(scale * 4)) % 10_000n)
    if (section === 0) {
      gap = written !== ''
      continue
    }
    const zero = written !== '' && (gap || section < 1000)
    written += (zero ? style.digits[0] : '') + formatSection(section, style) + (style.scales[scale - 1] ?? '')
    gap = false
  }
  return written.replace(/^[一壹](?=[十拾])/, style.name === 'financial' ? '$&' : '')
}

/** Writes a whole number below 10^16 with 万 and 亿 alone: 1500000000000 is 一万五千亿. */
export function formatByHundredMillions(value: bigint, style: Style = styles[0]!): string {
  const high = value / 100_000_000n
  const low = value % 100_000_000n
  if (high === 0n) return formatNumeral(low, style)
  const zero = low < 10_000_000n ? style.digits[0] : ''
  const written = formatNumeral(high, style) + style.scales[1]
  return low === 0n ? written : written + zero + formatNumeral(low, style).replace(/^(?=十)/, '一')
}

/** Writes a section from 1 to 9999: 1050 is 一千零五十. */
function formatSection(section: number, { digits, units }: Style): string {
  let written = ''
  let zero = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(section / 10 ** place) % 10
    if (digit === 0) {
      zero = written !== ''
      continue
    }
    written += (zero ? digits.charAt(0) : '') + digits.charAt(digit) + (units[place - 1] ?? '')
    zero = false
  }
  return written
}

/** Whole numbers of every length up to 10^48, short ones as often as long ones. */
export const arbitraryWhole = fc
  .integer({ min: 1, max: 48 })
  .chain((length) => fc.bigInt({ min: 0n, max: 10n ** BigInt(length) - 1n }))

/** A writing. */
export const arbitraryStyle = fc.constantFrom(...styles)

/** A canonical Chinese numeral and its decimal. */
export const arbitraryNumeral = fc
  .tuple(arbitraryWhole, arbitraryStyle)
  .map(([value, style]) => ({ text: formatNumeral(value, style), digits: String(value) }))

/** An exact decimal such as `12.05`: no superfluous zeros. */
export const arbitraryDecimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{0,6}[1-9]?$/))
  .map(([whole, fraction]) => {
    const digits = fraction.replace(/0+$/, '')
    return digits === '' ? String(whole) : `${whole}.${digits}`
  })
