import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromText } from '../../src/from-text/from-text'
import { parseReport } from '../../src/main-entry'
import type { Position, ReportTree } from '../../src/types'
import { arbitraryPrint, makePrint, textLayouts } from '../arbitraries/arbitrary-case'
import { hold } from './hold'
import './patience'

// Cover: every printed character of a text is in exactly one leaf of its tree.

test('the reader, on reports', () => {
  hold(
    fc.property(arbitraryPrint(textLayouts), (print) => {
      const { source } = makePrint(print).rendering
      expectCovered(source, fromText(source))
    }),
    40,
  )
})

// lines drawn around cells and commas between them are no content: once a table is recovered they stand in no leaf
const undrawn = textLayouts.filter((name) => !/^(pipe|tabs-trailing|box|plus|commas)/.test(name))

test('all stages, on reports', () => {
  hold(
    fc.property(arbitraryPrint(undrawn), (print) => {
      expectParsedCovered(makePrint(print).rendering.source)
    }),
    40,
  )
})

test('any text', () => {
  hold(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 30 }),
          fc.constantFrom('\n', '\r\n', '\r', '\f', '\t', '\u2028', '- 3 -', '一、总体情况'),
        ),
        { maxLength: 40 },
      ),
      (parts) => {
        expectParsedCovered(parts.join(''))
      },
    ),
    100,
  )
})

interface Node {
  type: string
  position?: Position
  children?: Node[]
  /** The page breaks that a healed paragraph runs over. */
  data?: { breaks?: Node[] }
}

function expectParsedCovered(source: string): void {
  expectCovered(source, parseReport(source, { tree: true, format: 'text' }).tree!)
}

function expectCovered(source: string, tree: ReportTree): void {
  const times = new Uint8Array(source.length)
  const visit = (node: Node) => {
    for (const child of [...(node.children ?? []), ...(node.data?.breaks ?? [])]) visit(child)
    if (node.children || !node.position) return
    for (let offset = node.position.start.offset; offset < node.position.end.offset; offset++) times[offset]!++
  }
  visit(tree as Node)
  const wrong = [...times.entries()].filter(
    ([offset, count]) => (count === 0 && /\S/.test(source[offset]!)) || count > 1,
  )
  expect(wrong.slice(0, 3).map(([offset, count]) => `${count} × ${source.slice(offset, offset + 12)}`)).toEqual([])
}
