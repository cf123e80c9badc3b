import type { Context } from '../context'
import type { Root } from '../tree'
import type { Provenance, Report } from '../types'
import { compileContact } from './contact'
import { compilePeriod, compilePublished, compileYear } from './dates'
import { compileIssuer } from './issuer'
import { metadataInput } from './printed'
import { compilePreface, compileSections } from './sections'
import { compileTitle } from './title'

type Outline = Pick<Report, 'title' | 'issuer' | 'year' | 'period' | 'published' | 'contact' | 'preface' | 'sections'>

/** Metadata, contact, preface and sections out of the sectionized tree, with an entry of provenance for each value. */
export function compileOutline(tree: Root, provenance: Record<string, Provenance>, context: Context): Outline {
  const input = metadataInput(tree, provenance, context)
  const title = compileTitle(input)
  const issuer = compileIssuer(input, title)
  const period = compilePeriod(input)
  const year = compileYear(input, period)
  return {
    title,
    issuer,
    year,
    period,
    published: compilePublished(input),
    contact: compileContact(input),
    preface: compilePreface(tree),
    sections: compileSections(tree),
  }
}
