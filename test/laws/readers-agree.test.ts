import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Report } from '../../src/types'
import { arbitraryPrint, makePrint } from '../arbitraries/arbitrary-case'
import { parseRendering } from '../arbitraries/parse'
import { hold } from './hold'
import './patience'

// Readers agree: text, Markdown and HTML prints of one report give one report.

test.each(['pipe', 'tabs', 'word', 'cells', 'lines', 'html-p', 'html-th', 'html-padded'])('html and %s', (layout) => {
  hold(
    fc.property(arbitraryPrint(['html']), (print) => {
      const html = parseRendering(makePrint(print).rendering)
      const other = parseRendering(makePrint({ ...print, layout }).rendering)
      expect(withoutPositions(other.report)).toEqual(withoutPositions(html.report))
      expect(states(other.provenance)).toEqual(states(html.provenance))
    }),
    6,
  )
})

function withoutPositions(report: Report): unknown {
  return JSON.parse(JSON.stringify(report, (key, value) => (key === 'position' ? undefined : value)))
}

function states(provenance: Record<string, { state: string; raw: string }>): Record<string, string> {
  const tables = Object.entries(provenance).filter(([pointer]) => /^\/(disclosure|requests|disputes)\//.test(pointer))
  return Object.fromEntries(tables.map(([pointer, { state, raw }]) => [pointer, `${state} ${raw}`]))
}
