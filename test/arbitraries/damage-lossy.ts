import {
  type Damage,
  few,
  hurt,
  hurtAround,
  type Operator,
  type Place,
  placesOf,
  sheetsOf,
  spoil,
} from './damage-tools'
import type { Layout } from './layout'
import type { Random } from './random'
import { type Cell, isHeadRow, pointersOf, type Sheet } from './sheet'

const bordered = ({ family }: Layout) => family === 'marked' || family === 'delimited'
const letters: Record<string, string[]> = { 0: ['O', 'o', '〇'], 1: ['l', 'I', '丨'], 5: ['S'], 8: ['B'] }

/** Damage that takes something away, and damage that nobody can see. */
export const lossyOperators: readonly Operator[] = [
  atCells('ocrDigits', ['requests', 'disputes'], (damage, place, random) => {
    const text = place.cell.text.replace(/[0158]/, (digit) => random.pick(letters[digit]!))
    if (text === place.cell.text) return
    spoil(damage, place, text)
    hurtAround(damage, place)
  }),
  atCells('digitMisread', ['requests', 'disputes'], (damage, place, random) => {
    spoil(damage, place, misread(place.cell.text, random))
    hurtAround(damage, place)
  }),
  atCells('emptyCell', ['requests', 'disputes'], (damage, place) => {
    place.cell.text = ''
    damage.expected.set(place.pointer, { kind: 'lost' })
    hurtAround(damage, place)
  }),
  atCells('dropCell', ['requests', 'disputes'], (damage, place) => {
    // where cells have places on a page, a cell that is gone leaves its place empty
    if (damage.layout.family === 'positioned' || damage.layout.name.startsWith('page')) return
    const from = place.row.indexOf(place.cell)
    // among equal neighbours nobody can tell which cell is gone
    const told = place.row.slice(from).some(({ text }) => text !== place.cell.text)
    place.row.splice(from, 1)
    hurt(damage, pointersOf([place.row]))
    if (told) damage.expected.set(place.pointer, { kind: 'lost' })
    else hurt(damage, [place.pointer])
    hurtAround(damage, place)
  }),
  atCells('mergeNumbers', ['requests', 'disputes'], (damage, place) => {
    const next = place.row[place.row.indexOf(place.cell) + 1]
    if (next?.pointer === undefined) return
    spoil(damage, place, place.cell.text + next.text)
    next.text = ''
    // without borders it is one run of digits, which the sums may still cut
    if (bordered(damage.layout)) damage.expected.set(next.pointer, { kind: 'lost' })
    else hurt(damage, [next.pointer])
    hurtAround(damage, place)
  }),
  atCells('splitNumber', ['requests', 'disputes'], (damage, place) => {
    if (place.cell.text.length < 2) return
    spoil(damage, place, `${place.cell.text.slice(0, 1)} ${place.cell.text.slice(1)}`)
    hurtAround(damage, place)
  }),
  atCells('swapAdjacentNumbers', ['requests'], (damage, place) => {
    const next = place.row[place.row.indexOf(place.cell) + 1]
    // what another operator printed in its own way, or took away, is left alone
    if (next?.pointer === undefined || next.text === place.cell.text || !/^\d+$/.test(next.text)) return
    ;[place.cell.text, next.text] = [next.text, place.cell.text]
    hurt(damage, [place.pointer, next.pointer])
    hurtAround(damage, place)
  }),
  atRows('dropRow', bordered, dropRow),
  atRows('dropRowUnbordered', ({ family }) => family === 'stream' || family === 'positioned', dropRow),
  atRows('mergeRows', bordered, (damage, sheet, row) => {
    const next = sheet.rows[sheet.rows.indexOf(row) + 1]
    if (!next || isHeadRow(next)) return
    hurt(damage, pointersOf([row, next]))
    const merged = new Map<Cell, Cell>()
    for (const [column, cell] of row.entries()) {
      const below = next[column]
      if (cell === below || below === undefined) continue
      if (!merged.has(cell)) merged.set(cell, { ...cell, text: `${cell.text}\n${below.text}` })
      row[column] = merged.get(cell)!
    }
    sheet.rows.splice(sheet.rows.indexOf(next), 1)
  }),
  atRows(
    'reorderRows',
    ({ family }) => family !== 'run',
    (_damage, sheet, row) => {
      const at = sheet.rows.indexOf(row)
      const next = sheet.rows[at + 1]
      if (next && !isHeadRow(next) && next[0] === row[0] && next[1] === row[1])
        [sheet.rows[at], sheet.rows[at + 1]] = [next, row]
    },
  ),
  {
    name: 'dropColumn',
    class: 'lossy',
    fits: ({ family }) => family !== 'run',
    amounts: [1],
    apply: (damage, _amount, random) => {
      for (const sheet of sheetsOf(damage, 'requests')) {
        if (!isHeadRow(sheet.rows[0]!)) continue
        damage.columnsMoved = true
        const column = random.integer(3, 8)
        const gone = sheet.rows.flatMap((row) => row[column]?.pointer ?? [])
        hurt(damage, pointersOf(sheet.rows))
        for (const pointer of gone) damage.expected.set(pointer, { kind: 'lost' })
        for (const row of sheet.rows) row.splice(column, 1)
      }
    },
  },
  {
    name: 'subtotalColumn',
    class: 'lossy',
    fits: ({ family }) => family !== 'run',
    amounts: [1],
    apply: (damage) => {
      for (const sheet of sheetsOf(damage, 'requests')) {
        if (!isHeadRow(sheet.rows[0]!)) continue
        damage.columnsMoved = true
        hurt(damage, pointersOf(sheet.rows))
        for (const row of sheet.rows) {
          const subtotal = row.slice(4, 9).reduce((sum, { text }) => sum + Number(text), 0)
          row.splice(
            9,
            0,
            isHeadRow(row)
              ? row[8]!.text === '其他'
                ? { role: 'head', text: '小计' }
                : row[8]!
              : { role: 'value', text: String(subtotal) },
          )
        }
      }
    },
  },
  {
    name: 'reorderColumns',
    class: 'lossy',
    fits: bordered,
    amounts: [1],
    apply: (damage, _amount, random) => {
      for (const sheet of sheetsOf(damage, 'requests')) {
        const left = random.integer(4, 7)
        if (!isHeadRow(sheet.rows[0]!)) continue
        damage.columnsMoved = true
        hurt(damage, pointersOf(sheet.rows))
        for (const row of sheet.rows) [row[left], row[left + 1]] = [row[left + 1]!, row[left]!]
      }
    },
  },
  {
    name: 'dropHead',
    class: 'lossy',
    fits: ({ family }) => family !== 'run',
    amounts: [1],
    apply: (damage) => {
      // without headings nobody can see that columns went, came or changed places
      if (damage.columnsMoved) return
      for (const sheet of sheetsOf(damage, 'requests')) sheet.rows = sheet.rows.filter((row) => !isHeadRow(row))
    },
  },
  {
    name: 'truncate',
    class: 'lossy',
    fits: () => true,
    amounts: [1],
    apply: (damage, _amount, random) => {
      const at = damage.blocks.findIndex((block) => block.type === 'sheet' && block.sheet.name === 'requests')
      const block = damage.blocks[at]
      if (block?.type !== 'sheet') return
      const row = random.integer(4, block.sheet.rows.length - 1)
      const kept = pointersOf(block.sheet.rows.slice(0, row))
      const gone = [
        ...block.sheet.rows.slice(row),
        ...damage.blocks.slice(at + 1).flatMap((rest) => (rest.type === 'sheet' ? rest.sheet.rows : [])),
      ]
      for (const pointer of pointersOf(gone)) damage.expected.set(pointer, { kind: 'lost' })
      block.sheet.rows.splice(row)
      damage.blocks.splice(at + 1)
      // without the result rows to the end, the sums cannot tell orders and cuts apart
      if (damage.layout.family === 'run') hurt(damage, kept)
    },
  },
  {
    name: 'dropTable',
    class: 'lossy',
    fits: () => true,
    amounts: [1],
    apply: (damage, _amount, random) => {
      const name = random.pick(['disclosure', 'requests', 'disputes'])
      for (const sheet of sheetsOf(damage, name)) {
        for (const pointer of pointersOf(sheet.rows)) damage.expected.set(pointer, { kind: 'lost' })
      }
      damage.blocks = damage.blocks.filter((block) => block.type !== 'sheet' || block.sheet.name !== name)
    },
  },
  {
    name: 'otherYearTable',
    class: 'lossy',
    fits: ({ family }) => family !== 'run',
    amounts: [1],
    apply: (damage) => {
      const at = damage.blocks.findIndex((block) => block.type === 'sheet' && block.sheet.name === 'requests')
      const block = damage.blocks[at]
      if (block?.type !== 'sheet') return
      const other = structuredClone(block)
      for (const cell of new Set(other.sheet.rows.flat())) {
        if (!/^\d+$/.test(cell.text)) continue
        delete cell.pointer
        cell.text = String(Number(cell.text) * 2 + 1)
      }
      damage.blocks.splice(at + 1, 0, { type: 'paragraph', text: '附：上一年度收到和处理政府信息公开申请情况' }, other)
    },
  },
  undetectable('swapRowLabels', (damage, random) => {
    const sheet = sheetsOf(damage, 'requests')[0]
    const rows = sheet?.rows.filter((row) => row[2]?.role === 'label' && row[1] !== row[2]) ?? []
    const group = random.pick([...new Set(rows.map((row) => row[1]))])
    const [first, second] = few(
      rows.filter((row) => row[1] === group),
      2,
      random,
    )
    if (!first || !second) return []
    ;[first[2]!.text, second[2]!.text] = [second[2]!.text, first[2]!.text]
    return pointersOf([first, second])
  }),
  undetectable('swapAddends', (damage, random) => {
    const places = placesOf(damage, 'disputes').filter(
      ({ pointer }) => pointer.startsWith('/disputes/reconsideration/') && !pointer.endsWith('/total'),
    )
    const [first, second] = few(places, 2, random)
    if (!first || !second) return []
    ;[first.cell.text, second.cell.text] = [second.cell.text, first.cell.text]
    return [first.pointer, second.pointer]
  }),
  undetectable('misreadDisclosure', (damage, random) => {
    const [place] = few(placesOf(damage, 'disclosure'), 1, random)
    if (!place) return []
    place.cell.text = misread(place.cell.text, random)
    return [place.pointer]
  }),
]

function atCells(
  name: string,
  tables: readonly string[],
  apply: (damage: Damage, place: Place, random: Random) => void,
): Operator {
  return {
    name,
    class: 'lossy',
    fits: () => true,
    amounts: [1, 2, 5],
    apply: (damage, amount, random) => {
      // a figure that another operator printed in its own way is left alone
      const plain = placesOf(damage, ...tables).filter(({ cell }) => /^\d+$/.test(cell.text))
      for (const place of few(plain, amount, random))
        if (place.row.includes(place.cell) && place.cell.text !== '') apply(damage, place, random)
    },
  }
}

function atRows(
  name: string,
  fits: Operator['fits'],
  apply: (damage: Damage, sheet: Sheet, row: Cell[]) => void,
): Operator {
  return {
    name,
    class: 'lossy',
    fits,
    amounts: [1, 2],
    apply: (damage, amount, random) => {
      for (const sheet of sheetsOf(damage, 'requests')) {
        for (const row of few(
          sheet.rows.filter((cells) => !isHeadRow(cells)),
          amount,
          random,
        ))
          if (sheet.rows.includes(row)) apply(damage, sheet, row)
      }
    },
  }
}

function undetectable(name: string, apply: (damage: Damage, random: Random) => readonly string[]): Operator {
  return {
    name,
    class: 'undetectable',
    fits: () => true,
    amounts: [1],
    apply: (damage, _amount, random) => {
      for (const pointer of apply(damage, random)) {
        const before = damage.expected.get(pointer)
        if (before && 'value' in before) damage.expected.set(pointer, { kind: 'undetectable', value: before.value })
      }
    },
  }
}

function dropRow(damage: Damage, sheet: Sheet, row: Cell[]): void {
  for (const pointer of pointersOf([row])) damage.expected.set(pointer, { kind: 'lost' })
  sheet.rows.splice(sheet.rows.indexOf(row), 1)
}

/** Another digit in the place of one. */
function misread(text: string, random: Random): string {
  const at = random.integer(0, text.length - 1)
  const digit = Number(text[at])
  if (Number.isNaN(digit)) return text
  return `${text.slice(0, at)}${(digit + random.integer(1, 9)) % 10}${text.slice(at + 1)}`
}
