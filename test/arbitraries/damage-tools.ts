import type { Pointer } from '../../src/types'
import type { Layout } from './layout'
import type { Random } from './random'
import type { Block } from './report'
import { type Cell, cellsOf, pointersOf, type Sheet } from './sheet'

/** What a damage may cost. */
export type DamageClass =
  /** Every figure can still be known. */
  | 'lossless'
  /** The document says something else now, and that is what must be read. */
  | 'meaning'
  /** Something is lost: null or a diagnostic is right where it hurts, everything else stands. */
  | 'lossy'
  /** No reader can see it: counted apart. */
  | 'undetectable'

/** What a reader may make of one cell. */
export type Expectation =
  /** This number. */
  | { kind: 'number'; value: number }
  /** No number, in the state named. */
  | { kind: 'dash' | 'blank' | 'text' }
  /** This number or null; any other number only with a diagnostic that names it. */
  | { kind: 'hurt'; value: number }
  /** Not printed any more: null. */
  | { kind: 'lost' }
  /** What is printed is wrong, and nothing shows it: the printed number, if it is known, or null; any other as for `hurt`. */
  | { kind: 'undetectable'; value: number; printed?: number }

/** A report on its way to print. */
export interface Damage {
  layout: Layout
  blocks: Block[]
  expected: Map<Pointer, Expectation>
  /** Columns went, came or changed places, which only the headings show. */
  columnsMoved?: boolean
  /** Edits of the printed text, in order. */
  edits: ((source: string, random: Random) => string)[]
}

/** One kind of damage. */
export interface Operator {
  name: string
  class: DamageClass
  fits(layout: Layout): boolean
  /** What its parameter is drawn from: a probability, or a number of places. */
  amounts: readonly number[]
  apply(damage: Damage, amount: number, random: Random): void
}

/** A value cell with its surroundings. */
export interface Place {
  sheet: Sheet
  row: Cell[]
  cell: Cell
  pointer: Pointer
}

/** The value cells of the statutory tables, or of some of them. */
export function placesOf(damage: Damage, ...names: string[]): Place[] {
  return sheetsOf(damage, ...names).flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      cellsOf(row).flatMap((cell) => (cell.pointer === undefined ? [] : [{ sheet, row, cell, pointer: cell.pointer }])),
    ),
  )
}

/** The printed statutory tables, or some of them. */
export function sheetsOf(damage: Damage, ...names: string[]): Sheet[] {
  return damage.blocks.flatMap((block) =>
    block.type === 'sheet' && (names.length === 0 || names.includes(block.sheet.name)) ? [block.sheet] : [],
  )
}

/** Some of a list, each with probability `share`. */
export const some = <T>(list: readonly T[], share: number, random: Random): T[] =>
  list.filter(() => random.chance(share))

/** At most `count` of a list. */
export const few = <T>(list: readonly T[], count: number, random: Random): T[] => random.shuffle(list).slice(0, count)

/** Allows null for cells whose truth stays what it was. */
export function hurt(damage: Damage, pointers: Iterable<Pointer>): void {
  for (const pointer of pointers) {
    const before = damage.expected.get(pointer)
    if (before?.kind === 'number') damage.expected.set(pointer, { kind: 'hurt', value: before.value })
  }
}

/** Allows null for what a wrong number of figures at a place puts in doubt: nothing, its row, or its whole table. */
export function hurtAround(damage: Damage, place: Place): void {
  const { family } = damage.layout
  if (family === 'stream') hurt(damage, pointersOf([place.row]))
  if (family === 'run') hurt(damage, pointersOf(place.sheet.rows))
}

/** The cell holds something that no reader can be sure of. */
export function spoil(damage: Damage, place: Place, text: string): void {
  place.cell.text = text
  hurt(damage, [place.pointer])
}
