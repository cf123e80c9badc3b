import { type Damage, few, type Operator, sheetsOf, some } from './damage-tools'
import type { Random } from './random'
import { allCells, type Cell } from './sheet'

/** Look-alike characters as text recognition and careless typing confuse them. */
const lookAlikes: Record<string, string> = {
  已: '己',
  未: '末',
  日: '曰',
  申: '中',
  人: '入',
  类: '美',
  复: '夏',
  重: '里',
  请: '清',
  政: '攻',
  信: '倌',
  关: '夭',
}

/** Kangxi radicals that fonts put in the place of the characters they look like. */
const radicals: Record<string, string> = {
  一: '⼀',
  二: '⼆',
  人: '⼈',
  力: '⼒',
  行: '⾏',
  大: '⼤',
  工: '⼯',
  文: '⽂',
  方: '⽅',
  无: '⽆',
  生: '⽣',
  自: '⾃',
}

/** The same punctuation in other clothes. */
const punctuation: Record<string, string[]> = {
  '“': ['"', '‘', '「', '＂'],
  '”': ['"', '’', '」', '＂'],
  '（': ['(', '﹙'],
  '）': [')', '﹚'],
  '，': [',', '、'],
  '、': ['，', ',', '､'],
  '：': [':', '︰'],
  '/': ['／'],
  '.': ['．', '、', '. '],
}

/** Damage to labels that leaves every figure in its place. */
export const labelOperators: readonly Operator[] = [
  label('splitHanWithSpaces', [0.1, 0.4], (text, random) =>
    text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => (random.chance(0.3) ? ' ' : '')),
  ),
  label('breakLabelLines', [0.2, 0.6], (text, random) => {
    const at = random.integer(1, Math.max(1, text.length - 1))
    return text.length < 4 ? text : `${text.slice(0, at)}\n${text.slice(at)}`
  }),
  label('punctVariant', [0.5, 1], (text, random) =>
    text.replace(/[“”（），、：/]/gu, (mark) => (random.chance(0.7) ? random.pick(punctuation[mark]!) : mark)),
  ),
  label('ordinalVariant', [0.5, 1], varyOrdinal),
  label('fontRadicals', [0.5, 1], (text, random) =>
    text.replace(/./gu, (character) => (random.chance(0.8) ? radicals[character] : undefined) ?? character),
  ),
  label('zeroWidth', [0.2, 0.6], (text, random) => {
    const at = random.integer(0, text.length)
    return `${text.slice(0, at)}${random.pick(['\u200b', '\u200e', '\ufeff', '\u00ad', '\u200d'])}${text.slice(at)}`
  }),
  {
    name: 'labelTypo',
    class: 'lossless',
    fits: () => true,
    amounts: [1, 3],
    apply: (damage, amount, random) => {
      // short labels differ by one character from others of the form: 予以公开, 不予公开
      const long = labelCells(damage).filter(
        ({ role, text }) => role === 'label' && text.replace(/（[^）]{4,}）/u, '').length >= 9,
      )
      for (const cell of few(long, amount, random)) cell.text = typo(cell.text, random)
    },
  },
]

function label(name: string, amounts: readonly number[], change: (text: string, random: Random) => string): Operator {
  return {
    name,
    class: 'lossless',
    fits: () => true,
    amounts,
    apply: (damage, amount, random) => {
      for (const cell of some(labelCells(damage), amount, random)) cell.text = change(cell.text, random)
    },
  }
}

/** Every cell that prints words of the form. */
function labelCells(damage: Damage): Cell[] {
  return sheetsOf(damage)
    .flatMap(allCells)
    .filter(({ role, text }) => role !== 'value' && text !== '')
}

function varyOrdinal(text: string, random: Random): string {
  const numerals = '一二三四五六七'
  return text
    .replace(/^(\d)\./, (_, digit: string) =>
      random.pick([
        `${digit}、`,
        `${digit}．`,
        `${digit}. `,
        `${digit} .`,
        String.fromCodePoint(0x2487 + Number(digit)),
      ]),
    )
    .replace(/^（([一二三四五六七])）/u, (_, numeral: string) =>
      random.pick([
        `(${numeral})`,
        `（${numeral}） `,
        `( ${numeral} )`,
        String.fromCodePoint(0x3220 + numerals.indexOf(numeral)),
      ]),
    )
    .replace(/^([一二三四])、/u, (_, numeral: string) =>
      random.pick([`${numeral} 、`, `${numeral}，`, `${numeral}.`, `${numeral}、 `]),
    )
}

/** One character of the words is missing, or another stands for it; the ordinal stays. */
function typo(text: string, random: Random): string {
  const start = text.search(/(?<=^(?:\d\.|[一二三四]、|（.）))./u)
  const at = random.integer(Math.max(0, start), Math.max(0, start) + Math.min(text.length - start, 12) - 1)
  const like = lookAlikes[text[at]!]
  return text.slice(0, at) + (like !== undefined && random.chance(0.5) ? like : '') + text.slice(at + 1)
}
