import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReport } from '../../src/main-entry'
import { parseFile } from '../../src/parse-file'
import type { Report, Result } from '../../src/types'
import { arbitraryPrint, makePrint } from '../arbitraries/arbitrary-case'
import { makeCase } from '../arbitraries/case'
import { printDocx } from '../arbitraries/print-docx'
import { typeset } from '../arbitraries/typeset'
import { writePdf } from '../arbitraries/write-pdf'

// Readers agree: HTML, DOCX and PDF of one report give one report, the PDF also with its pages turned.

test('HTML and DOCX', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPrint(['html']), async (print) => {
      const { rendering, truth } = makePrint(print)
      expectSame(await parseFile(printDocx(truth.blocks)), parseReport(rendering.source))
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

test.each([
  [1, 0],
  [2, 90],
  [3, 180],
  [4, 270],
  [6, 0],
] as const)('HTML and PDF: report %i, pages turned by %i degrees', async (seed, rotate) => {
  const { rendering, truth } = makeCase({ seed, layout: 'html', steps: [] })
  const size: [number, number] = rotate % 180 === 0 ? [595, 842] : [842, 595]
  const result = await parseFile(writePdf(typeset(truth.blocks), { rotate, size }))
  expectSame(result, parseReport(rendering.source))
  expectOrigins(result)
})

test('HTML in any encoding', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPrint(['html']), async (print) => {
      const { source } = makePrint(print).rendering
      const utf16 = Uint8Array.from([
        0xff,
        0xfe,
        ...[...Array(source.length).keys()].flatMap((i) => [source.charCodeAt(i) & 255, source.charCodeAt(i) >> 8]),
      ])
      expectSame(await parseFile(new TextEncoder().encode(source)), parseReport(source))
      expectSame(await parseFile(utf16), parseReport(source))
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

function expectSame(one: Result, other: Result): void {
  expect(withoutPositions(one.report)).toEqual(withoutPositions(other.report))
}

function withoutPositions(report: Report): unknown {
  return JSON.parse(JSON.stringify(report, (key, value) => (key === 'position' ? undefined : value)))
}

/** Every figure of a table knows its page and its box. */
function expectOrigins({ provenance }: Result): void {
  for (const [pointer, { state, origin }] of Object.entries(provenance)) {
    if (state !== 'number' || !/^\/(?:disclosure|requests|disputes)\//.test(pointer)) continue
    expect(origin?.page, pointer).toBeGreaterThan(0)
    expect(origin?.box, pointer).toHaveLength(4)
  }
}
