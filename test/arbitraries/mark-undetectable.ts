import type { Pointer } from '../../src/types'
import { type Damage, placesOf } from './damage-tools'
import { formOf, leavesOf } from './form-figures'
import type { Truth } from './report'
import { type Cell, cellsOf } from './sheet'

/** What a cell prints: a number, nothing or a mark that sums count as nothing, or something that no sum can use. */
type Printed = number | 'blank' | 'unknown'

/**
 * Sets wrong figures apart that nothing can show: those over which no sum of the form fails. Two swapped figures are among
 * them where a lost row leaves both column sums open; a reader that reports what is printed is right about them.
 *
 * @param unproved cells that the layout leaves without proof: no sum can use them
 */
export function markUndetectable(damage: Damage, truth: Truth, unproved: ReadonlySet<Pointer>): void {
  const texts = printedFigures(damage, () => true)
  const printed = printedFigures(damage, (row) => isCounted(damage, row))
  const readable = new Map(
    [...printed].map(([pointer, figure]) => [pointer, unproved.has(pointer) ? 'unknown' : figure]),
  )
  // among digits run together the damaged table leaves rows open, and with them every column sum
  const shown = damage.layout.name.startsWith('stripped') ? new Set<Pointer>() : cellsOfFailingRules(truth, readable)
  const short = shortRowsWithBlanks(damage)
  for (const [pointer, expectation] of damage.expected) {
    if (expectation.kind !== 'hurt') continue
    const figure = texts.get(pointer)
    if (short.has(pointer)) damage.expected.set(pointer, { kind: 'undetectable', value: expectation.value })
    if (typeof figure !== 'number' || figure === expectation.value || shown.has(pointer)) continue
    damage.expected.set(pointer, { kind: 'undetectable', value: expectation.value, printed: figure })
  }
}

/** Rows that lost a cell and hold a blank one: with the blank at its end such a row looks whole. */
function shortRowsWithBlanks(damage: Damage): Set<Pointer> {
  const short = placesOf(damage, 'requests').filter(({ row }) => {
    const values = cellsOf(row).filter(({ role }) => role === 'value')
    return values.length < 7 && values.some(({ text }) => text === '')
  })
  return new Set(short.map(({ pointer }) => pointer))
}

/** What the cells print, as far as the sums can use it: those of rows that count. */
function printedFigures(damage: Damage, counts: (row: readonly Cell[]) => boolean): Map<Pointer, Printed> {
  const printed = new Map<Pointer, Printed>()
  for (const { row, cell, pointer } of placesOf(damage, 'requests', 'disputes')) {
    const figure = counts(row) ? read(cell.text) : 'unknown'
    printed.set(pointer, printed.has(pointer) && printed.get(pointer) !== figure ? 'unknown' : figure)
  }
  return printed
}

/** A row with as many figures as cells: otherwise no reader can say which figure stands in which. */
function isCounted({ layout }: Damage, row: readonly Cell[]): boolean {
  const values = cellsOf(row).filter(({ role }) => role === 'value')
  const bordered = layout.family === 'marked' || layout.family === 'delimited' || layout.family === 'positioned'
  // `7 49` between other figures without borders is two of them
  const areApart = bordered || values.every(({ text }) => text !== '' && !/\s/.test(text.trim()))
  return (values.length % 15 === 0 || values.length === 7) && areApart
}

function read(text: string): Printed {
  const figure = text
    .normalize('NFKC')
    .replace(/[\p{Cf},，件]/gu, '')
    .trim()
  // 04 is two figures run together: no reader takes it for a number
  if (/^(?:0|[1-9]\d*)$/.test(figure)) return Number(figure)
  return /^(|[/—－无-]+)$/u.test(figure) ? 'blank' : 'unknown'
}

function cellsOfFailingRules({ recipe }: Truth, printed: ReadonlyMap<Pointer, Printed>): Set<Pointer> {
  const cells = new Set<Pointer>()
  for (const name of ['requests', 'disputes'] as const) {
    const form = formOf(name, recipe.requestsEdition)
    for (const { axis, left, right } of form.rules) {
      const others = leavesOf(axis === 'stub' ? form.blocks[0]!.head : form.blocks[0]!.stub)
      for (const { path } of others.length > 0 ? others : [{ path: '' }]) {
        const at = (key: string) =>
          `/${[name, ...(axis === 'stub' ? [key, path] : [path, key])].filter((part) => part !== '').join('/')}`
        const sides = [left.map(at), right.map(at)]
        if (fails(sides.map((side) => side.map((pointer) => printed.get(pointer) ?? 'unknown'))))
          for (const pointer of sides.flat()) cells.add(pointer)
      }
    }
  }
  return cells
}

/** Counts are never negative: with blanks, only a printed part that exceeds a wholly printed side contradicts it. */
function fails(sides: readonly Printed[][]): boolean {
  if (sides.flat().includes('unknown')) return false
  const [left, right] = sides.map((side) => ({
    sum: side.reduce<number>((sum, figure) => sum + (figure === 'blank' ? 0 : Number(figure)), 0),
    whole: !side.includes('blank'),
  }))
  if (left!.whole && right!.whole) return left!.sum !== right!.sum
  return (left!.whole && right!.sum > left!.sum) || (right!.whole && left!.sum > right!.sum)
}
