import type { Context } from '../context'
import type { Root } from '../tree'
import type { Provenance, Report } from '../types'

type Outline = Pick<Report, 'title' | 'issuer' | 'year' | 'period' | 'published' | 'contact' | 'preface' | 'sections'>

/** Metadata, contact, preface and sections out of the sectionized tree. */
export function compileOutline(_tree: Root, _provenance: Record<string, Provenance>, _context: Context): Outline {
  return {
    title: null,
    issuer: null,
    year: null,
    period: null,
    published: null,
    contact: { address: null, postcode: null, phones: [], faxes: [], emails: [], websites: [] },
    preface: null,
    sections: [],
  }
}
