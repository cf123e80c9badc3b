import { type Damage, few, hurt, hurtAround, type Operator, type Place, placesOf, some } from './damage-tools'
import type { Random } from './random'
import { pointersOf } from './sheet'

/** Other ways to print the same figures, and figures that say something else. */
export const valueOperators: readonly Operator[] = [
  print('fullwidthDigits', [0.3, 1], ({ text }) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)),
  ),
  print('thousands', [0.5, 1], ({ text }, random) => {
    const comma = random.pick([',', ',', '，'])
    return /^\d{4,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, comma) : text
  }),
  {
    ...print('paddedFigures', [0.5], ({ text }, random) =>
      random.pick([` ${text} `, `${text} `, `\u3000${text}`, `\u00a0${text}\u00a0`]),
    ),
    // set figures have no room for more spaces in their columns
    fits: ({ family, name }) => family !== 'positioned' && !/^(page|stripped)/.test(name),
  },
  print('zeroWidthFigures', [0.3], ({ text }, random) =>
    random.pick([`\u200b${text}`, `${text}\u200b`, `\u202d${text}\u202c`]),
  ),
  {
    ...print('unitInCell', [0.3, 1], ({ text }) => (/^\d+$/.test(text) ? `${text}件` : text), 'requests', 'disputes'),
    fits: ({ family }) => family !== 'run',
  },
  {
    ...print('signForms', [1], ({ text }, random) => signed(text, random), 'disclosure'),
    fits: ({ family }) => family !== 'run',
    apply: (damage, _amount, random) => {
      for (const { cell } of placesOf(damage, 'disclosure'))
        if (cell.pointer!.endsWith('/change')) cell.text = signed(cell.text, random)
    },
  },
  zeros('zeroToDash', 'dash', ['/', '-', '—', '——', '－']),
  zeros('zeroToBlank', 'blank', ['']),
  zeros('zeroToWords', 'text', ['无']),
  {
    name: 'blankTotals',
    class: 'meaning',
    fits: ({ family }) => family === 'marked' || family === 'delimited',
    amounts: [1],
    apply: (damage) => {
      for (const { cell, pointer } of placesOf(damage, 'requests')) {
        if (!/^\/requests\/(denied|unavailable|rejected)\/.*\/total$/.test(pointer)) continue
        cell.text = ''
        damage.expected.set(pointer, { kind: 'blank' })
      }
    },
  },
  {
    name: 'sourceArithmeticError',
    class: 'meaning',
    fits: () => true,
    amounts: [1, 2, 4],
    apply: (damage, amount, random) => {
      for (const place of few(placesOf(damage, 'requests', 'disputes'), amount, random)) {
        const before = damage.expected.get(place.pointer)
        if (before?.kind !== 'number' || !/^\d+$/.test(place.cell.text)) continue
        const value = before.value + random.integer(1, 9)
        place.cell.text = String(value)
        damage.expected.set(place.pointer, { kind: 'number', value })
        // where only the sums can tell the order or the cuts, wrong sums prove nothing
        if (damage.layout.family === 'run') hurt(damage, pointersOf(place.sheet.rows))
      }
    },
  },
]

function print(
  name: string,
  amounts: readonly number[],
  change: (cell: Place['cell'], random: Random) => string,
  ...tables: string[]
): Operator {
  return {
    name,
    class: 'lossless',
    fits: ({ name: layout }) => !layout.startsWith('stripped'),
    amounts,
    apply: (damage, amount, random) => {
      for (const { cell } of some(placesOf(damage, ...tables), amount, random))
        if (cell.text !== '') cell.text = change(cell, random)
    },
  }
}

function zeros(name: string, kind: 'dash' | 'blank' | 'text', forms: readonly string[]): Operator {
  return {
    name,
    class: 'meaning',
    fits: () => true,
    amounts: [0.05, 0.5, 1],
    apply: (damage: Damage, amount, random) => {
      const form = random.pick(forms)
      const zero = placesOf(damage).filter(({ cell }) => cell.text === '0')
      for (const place of some(zero, amount, random)) {
        place.cell.text = form
        damage.expected.set(place.pointer, { kind })
        // a blank leaves no trace without borders; among digits run together no mark keeps a cell apart for certain
        if (form === '' || damage.layout.family === 'run') hurtAround(damage, place)
      }
    },
  }
}

/** 本年增/减 in words, arrows and other minus signs. */
function signed(text: string, random: Random): string {
  const size = text.replace('-', '')
  if (!/^\d+$/.test(size) || size === '0') return text
  return text.startsWith('-')
    ? random.pick([`减${size}`, `↓${size}`, `－${size}`, `−${size}`])
    : random.pick([`+${size}`, `增${size}`, `↑${size}`])
}
