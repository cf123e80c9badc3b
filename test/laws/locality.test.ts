import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pointer, Result } from '../../src/types'
import { arbitraryPrint, makePrint } from '../arbitraries/arbitrary-case'
import { layoutOf } from '../arbitraries/layouts'
import { parseRendering } from '../arbitraries/parse'
import { createRandom } from '../arbitraries/random'
import { reportOf } from '../arbitraries/report'
import { allCells } from '../arbitraries/sheet'
import { hold } from './hold'
import './patience'

// Locality: where cells stand by their labels, another figure in one cell changes that pointer, the checks over it and the
// indicators that cite it, and nothing else.

test.each(['html', 'pipe', 'tabs', 'word', 'lines', 'cells'])('%s', (layout) => {
  hold(
    fc.property(arbitraryPrint([layout]), fc.nat(999), fc.integer({ min: 1, max: 9 }), (print, choice, added) => {
      const before = parseRendering(makePrint(print).rendering)
      const truth = reportOf(print.recipe)
      const places = truth.blocks.flatMap((block) =>
        block.type === 'sheet' && block.sheet.name !== 'disclosure' ? allCells(block.sheet) : [],
      )
      const cells = places.filter(({ pointer }) => pointer !== undefined)
      const cell = cells[choice % cells.length]!
      const value = Number(cell.text) + added
      cell.text = String(value)
      const after = parseRendering(layoutOf(layout).render(truth.blocks, createRandom(`${print.seed} layout`)))
      expect(changed(tables(before), tables(after))).toEqual([cell.pointer])
      expect(tables(after).get(cell.pointer!)).toBe(value)
      expect(changed(checks(before), checks(after)).filter((check) => !concerns(after, check, cell.pointer!))).toEqual(
        [],
      )
      const cited = changed(indicators(before), indicators(after))
      expect(cited.filter((id) => !cites([before, after], id, cell.pointer!))).toEqual([])
      expect(outline(after)).toEqual(outline(before))
    }),
    8,
  )
})

function tables({ report: { disclosure, requests, disputes } }: Result): Map<Pointer, number | null> {
  const values = new Map<Pointer, number | null>()
  const visit = (value: unknown, pointer: Pointer) => {
    if (value === null || typeof value === 'number') values.set(pointer, value)
    else if (typeof value === 'object')
      for (const [key, child] of Object.entries(value as object)) visit(child, `${pointer}/${key}`)
  }
  for (const [name, table] of Object.entries({ disclosure, requests, disputes })) visit(table, `/${name}`)
  return values
}

/** The sections without their positions, which move with the text before them. */
const outline = ({ report }: Result) =>
  JSON.stringify(report.sections, (key, value) => (key === 'position' ? undefined : value))
const checks = ({ checks: list }: Result) =>
  new Map(list.map(({ ruleId, subject, status }) => [`${ruleId} ${subject}`, status]))
const indicators = ({ report }: Result) => new Map(report.indicators.map(({ id, value }) => [id as string, value]))

/** Keys whose values differ between two maps. */
function changed<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key))
}

function concerns(result: Result, check: string, pointer: Pointer): boolean {
  const found = result.checks.find(({ ruleId, subject }) => `${ruleId} ${subject}` === check)
  return found !== undefined && [...found.left.pointers, ...found.right.pointers, found.subject].includes(pointer)
}

/** An indicator cites a cell, or loses its figure to a failed check over a cell that it cites. */
function cites(results: readonly Result[], id: string, pointer: Pointer): boolean {
  const sources = results.flatMap(({ report }) =>
    report.indicators.filter((indicator) => indicator.id === id).flatMap((indicator) => indicator.sources),
  )
  const failed = results.flatMap((result) => result.checks.filter(({ status }) => status === 'fail'))
  const doubted = failed.flatMap(({ left, right, subject }) => [...left.pointers, ...right.pointers, subject])
  return sources.includes(pointer) || (doubted.includes(pointer) && sources.some((source) => doubted.includes(source)))
}
