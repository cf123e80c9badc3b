import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result, Section } from '../../src/types'
import { arbitraryPrint, makePrint } from '../arbitraries/arbitrary-case'
import { parseRendering } from '../arbitraries/parse'
import { hold } from './hold'
import './patience'

// Indifference: how a report is wrapped, spaced and paged changes no number, no date and no heading.

const layouts = ['pipe', 'tabs', 'word', 'lines', 'cells', 'cells-gap']
const changes: [operator: string, amount: number, layouts: string[]][] = [
  ['crlf', 1, layouts],
  ['byteOrderMark', 1, layouts],
  ['pageBreak', 2, layouts],
  ['blankLines', 1, ['lines', 'cells', 'tabs']],
  ['trailingSpaces', 1, ['lines', 'cells']],
  ['nbspSpaces', 1, ['lines', 'cells']],
  ['fullwidthDigits', 1, layouts],
  ['splitHanWithSpaces', 1, layouts],
  ['zeroWidth', 1, layouts],
  ['ordinalVariant', 1, layouts],
  ['punctVariant', 1, layouts],
  ['fontRadicals', 1, layouts],
]

test.each(changes)('%s', (operator, amount, names) => {
  hold(
    fc.property(arbitraryPrint(names), (print) => {
      const plain = parseRendering(makePrint(print).rendering)
      const changed = parseRendering(makePrint({ ...print, steps: [{ operator, amount }] }).rendering)
      expect(essence(changed)).toEqual(essence(plain))
    }),
    6,
  )
})

/** The numbers, dates and headings of a result. */
function essence({ report }: Result) {
  const { year, period, published, title, issuer, disclosure, requests, disputes, mentions, indicators } = report
  return {
    dates: { year, period, published, title, issuer },
    tables: { disclosure, requests, disputes },
    headings: report.sections.map(headings),
    mentions: mentions.map(({ value, unit }) => ({ value, unit })),
    indicators,
  }
}

function headings({ ordinal, depth, title, role, sections }: Section): unknown {
  return { ordinal, depth, title, role, sections: sections.map(headings) }
}
