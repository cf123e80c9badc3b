import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Section } from '../../src/types'
import { arbitraryPrint, cleanLayouts, makePrint } from '../arbitraries/arbitrary-case'
import { judge } from '../arbitraries/judge'
import { parseRendering } from '../arbitraries/parse'
import type { ExpectedSection } from '../arbitraries/report'
import { hold } from './hold'
import './patience'

// Round trip: what was printed comes back, without a warning.

test.each(cleanLayouts)('tables: %s', (layout) => {
  hold(
    fc.property(arbitraryPrint([layout]), (print) => {
      const { rendering, expected, truth } = makePrint(print)
      const result = parseRendering(rendering)
      expect(judge(result, expected).filter(({ outcome }) => outcome !== 'right')).toEqual([])
      expect(result.report.disclosure?.edition).toBe(truth.recipe.disclosureEdition)
      expect(result.report.requests?.edition).toBe(truth.recipe.requestsEdition)
      expect(result.diagnostics.filter(({ severity, blame }) => severity !== 'info' && blame !== 'source')).toEqual([])
    }),
    8,
  )
})

test.each(cleanLayouts)('text: %s', (layout) => {
  hold(
    fc.property(arbitraryPrint([layout]), (print) => {
      const { rendering, truth } = makePrint(print)
      const { report } = parseRendering(rendering)
      const { title, issuer, year, period, published, contact, preface } = report
      expect({ title, issuer, year, period, published, contact, preface }).toEqual({
        title: truth.title,
        issuer: truth.issuer,
        year: truth.year,
        period: truth.period,
        published: truth.published,
        contact: truth.contact,
        preface: truth.preface,
      })
      expect(report.sections.map(outline)).toEqual(truth.sections)
      expect(report.appendices).toEqual([])
      const mentioned = report.mentions.map(({ label: _, section: __, ...quantity }) => quantity)
      expect(mentioned).toEqual(truth.quantities)
    }),
    8,
  )
})

function outline({ marker, ordinal, depth, title, role, text, sections }: Section): ExpectedSection {
  return { marker, ordinal: ordinal ?? 0, depth, title, role, text, sections: sections.map(outline) }
}
