import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/main-entry'
import type { Result } from '../src/types'
import { drawReport, type Truth } from './arbitraries/report'
import { type PrintedSheet, printedSheet, sheetLayouts } from './sheet-layouts'

const seeds = fc.integer({ min: 1, max: 1_000_000 })
/** The undamaged sheets of an invented report, each printed by `print`, with headings and prose between. */
function printReport(truth: Truth, print: (sheet: PrintedSheet) => string): string {
  const parts = truth.blocks.map((block) => {
    if (block.type === 'sheet') return print(printedSheet(block.sheet))
    return block.type === 'heading' ? `${block.marker}${block.title}` : block.text
  })
  if (!parts.some((part) => part.startsWith('<table'))) return parts.join('\n\n')
  const body = parts.map((part) => (part.startsWith('<table') ? part : `<p>${part}</p>`))
  return `<!DOCTYPE html><html><body>${body.join('\n')}</body></html>`
}

function valueAt({ report }: Result, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | null)?.[key], report)
}

/** Cells whose value is neither the printed one nor null. */
function wrongCells(truth: Truth, result: Result): string[] {
  return [...truth.figures].flatMap(([pointer, { value }]) => {
    const got = valueAt(result, pointer)
    return got === value ? [] : [`${pointer}: ${value}, got ${got}`]
  })
}

const tabs = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n')
const blames = ({ diagnostics }: Result) =>
  diagnostics.filter(({ blame, ruleId }) => blame === 'extraction' || ruleId.startsWith('structure-cell'))

describe('tables with cells', () => {
  test.each(Object.entries(sheetLayouts))('%s', (_, print) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const truth = drawReport(seed)
        const result = parseReport(printReport(truth, print))
        expect(wrongCells(truth, result)).toEqual([])
        expect(blames(result)).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  test('blank cells stay where they are, in every regular layout', () => {
    const blank = fc.uniqueArray(fc.nat(199), { maxLength: 150, size: 'max' })
    const layouts = fc.constantFrom(tabs, (rows: string[][]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'))
    fc.assert(
      fc.property(seeds, blank, layouts, (seed, holes, print) => {
        const truth = drawReport(seed)
        const printed = new Map<string, string>()
        let cell = 0
        const result = parseReport(
          printReport(truth, ({ rows, heads, stub }) =>
            print(
              rows.map((row, at) =>
                heads[at] ? row : row.map((text, x) => (x >= stub && holes.includes(cell++ % 200) ? '' : text)),
              ),
            ),
          ),
        )
        for (const [pointer, { value }] of truth.figures) {
          const entry = result.provenance[pointer]!
          printed.set(pointer, entry.raw)
          const got = valueAt(result, pointer)
          expect([value, null]).toContain(got)
          if (got === null && entry.state !== 'unresolved') expect(entry.state).toBe('blank')
        }
        expect([...result.diagnostics].filter(({ ruleId }) => ruleId === 'structure-rows')).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  test('a lost row is absent and named, whatever row it is; all others keep their values', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, pick) => {
        const truth = drawReport(seed)
        const lost = new Set<string>()
        const result = parseReport(
          printReport(truth, ({ name, rows, heads, stub }) => {
            if (name !== 'requests') return tabs(rows)
            const body = rows.flatMap((row, at) =>
              heads[at] || row.slice(0, stub).filter(Boolean).length !== 1 ? [] : [at],
            )
            const gone = body[pick % body.length]!
            lost.add(rows[gone]!.slice(0, stub).join(''))
            return tabs(rows.filter((_, at) => at !== gone))
          }),
        )
        const absent = [...truth.figures.keys()].filter((pointer) => result.provenance[pointer]?.state === 'absent')
        expect(absent).toHaveLength(7)
        for (const pointer of absent) {
          const named = result.diagnostics.some(
            ({ ruleId, pointers }) =>
              ruleId === 'structure-rows' && pointers.some((one) => one === pointer || pointer.startsWith(`${one}/`)),
          )
          expect(named).toBe(true)
        }
        expect(wrongCells(truth, result)).toHaveLength(7)
      }),
      { numRuns: 15 },
    )
  })

  test('the edition of table 三 by its rows; null where row （六） is lost', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const truth = drawReport(seed)
        const edition = truth.figures.has('/requests/otherHandling/undivided/total') ? '2019' : '2021'
        expect(parseReport(printReport(truth, ({ rows }) => tabs(rows))).report.requests!.edition).toBe(edition)
        const without = parseReport(
          printReport(truth, ({ name, rows, stub }) =>
            tabs(name === 'requests' ? rows.filter((row) => !isOtherHandling(row.slice(0, stub).join(''))) : rows),
          ),
        )
        expect(without.report.requests!.edition).toBeNull()
        const named = without.diagnostics.filter(({ ruleId }) => ruleId === 'structure-rows')
        expect(named.some(({ pointers }) => pointers.some((one) => one.startsWith('/requests/otherHandling')))).toBe(
          true,
        )
      }),
      { numRuns: 5 },
    )
  })

  test('extra rows are left out and said so', () => {
    const truth = drawReport(3)
    const result = parseReport(
      printReport(truth, ({ name, rows }) => {
        if (name !== 'disclosure') return tabs(rows)
        const extra = ['其他主动公开文件（通知、公告）', '7', '7', '7']
        return tabs([...rows.slice(0, 4), extra, ...rows.slice(4)])
      }),
    )
    expect(wrongCells(truth, result)).toEqual([])
    const unknown = result.diagnostics.filter(({ ruleId }) => ruleId === 'structure-label-unknown')
    expect(unknown).toHaveLength(1)
    expect(unknown[0]!.pointers).toEqual([])
  })

  test('the same table twice with other figures: the first is kept, the differing cells are named', () => {
    const truth = drawReport(5)
    const result = parseReport(
      printReport(truth, ({ name, rows }) => {
        if (name !== 'disputes') return tabs(rows)
        const other = rows.map((row, at) => (at === rows.length - 1 ? row.map((text) => `${Number(text) + 1}`) : row))
        return `${tabs(rows)}\n\n（更正）\n\n${tabs(other)}`
      }),
    )
    expect(wrongCells(truth, result)).toEqual([])
    const twice = result.diagnostics.filter(({ ruleId }) => ruleId === 'structure-label-duplicate')
    expect(twice.flatMap(({ pointers }) => pointers)).toHaveLength(15)
  })

  test('a row with a cell too few is unresolved with its figures as candidates, never shifted', () => {
    fc.assert(
      fc.property(seeds, fc.nat(6), (seed, gone) => {
        const truth = drawReport(seed)
        const result = parseReport(
          printReport(truth, ({ name, rows, heads, stub }) => {
            const hurt = name === 'requests' ? heads.indexOf(false) + 1 : -1
            return tabs(rows.map((row, at) => (at === hurt ? row.filter((_, x) => x !== stub + gone) : row)))
          }),
        )
        for (const [pointer, { value }] of truth.figures) {
          if (!pointer.startsWith('/requests/carriedIn/')) expect(valueAt(result, pointer)).toBe(value)
          else {
            expect(valueAt(result, pointer)).toBeNull()
            expect(result.provenance[pointer]!.state).toBe('unresolved')
            expect(result.diagnostics.some(({ pointers }) => pointers.includes(pointer))).toBe(true)
          }
        }
      }),
      { numRuns: 10 },
    )
  })
})

function isOtherHandling(label: string): boolean {
  return /其他处理|不补正|缴纳费用|3.其他$/.test(label)
}
