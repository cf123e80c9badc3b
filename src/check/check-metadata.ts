import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import { grammarPart } from '../grammar-part'
import type { Root } from '../tree'
import type { MetadataRule, Pointer, ScopeRule } from '../types'
import { checkBodies } from './check-bodies'
import { checkLeftovers } from './check-leftovers'
import { followsForm } from './follows-form'

/** Checks title, years, dates and contact, and what was left over of a template. */
export function checkMetadata(compiled: Compiled, tree: Root, context: Context): void {
  const metadata = grammarPart(context.grammars, 'metadata')
  const scope = grammarPart(context.grammars, 'wording')?.scope
  if (!metadata || !scope) return
  checkTitle(compiled, metadata, context)
  const own = periodOfOwn(compiled, metadata)
  checkYears(compiled, own, context)
  checkBodies(compiled, tree, metadata, scope, context)
  if (!own && followsForm(compiled.report, context.grammars)) checkPublished(compiled, scope, context)
  checkContact(compiled, metadata, context)
  checkLeftovers(compiled, metadata, context)
}

function checkTitle({ report, provenance }: Compiled, { titles }: MetadataRule, context: Context): void {
  if (report.title === null) return
  // The year may stand anywhere: 政府信息公开工作2016年度报告.
  const title = foldText(report.title).replace(/\d{4}/g, '')
  if (titles.some(({ text }) => title.includes(foldText(text)))) return
  diagnose(context, 'metadata-title', {
    pointers: ['/title'],
    position: provenance['/title']?.position,
    values: { actual: report.title },
  })
}

/** Does the report say why its period is no calendar year: the body was founded in it (机构改革), or it is a school year (学年)? */
function periodOfOwn({ report: { title, preface, period } }: Compiled, { ownPeriods }: MetadataRule): boolean {
  if (!period || (period.start?.endsWith('-01-01') && period.end?.endsWith('-12-31'))) return false
  return ownPeriods.some((word) => `${title ?? ''}${preface ?? ''}`.includes(word))
}

/** 国令711 art. 50: a report is about one calendar year (2008 from 1 May on, when the first regulations came into force). */
function checkYears({ report, provenance }: Compiled, ownPeriod: boolean, context: Context): void {
  const { year, title, period } = report
  if (year === null) return
  const say = (pointer: Pointer, actual: string, expected: string) =>
    diagnose(context, 'metadata-year', {
      pointers: [pointer],
      position: provenance[pointer]?.position,
      values: { actual, expected },
    })
  const titled = /(?<!\d)20\d\d(?!\d)/.exec(foldText(title ?? ''))?.[0]
  if (titled !== undefined && Number(titled) !== year) say('/title', titled, String(year))
  if (ownPeriod) return
  const starts = year === 2008 ? ['2008-01-01', '2008-05-01'] : [`${year}-01-01`]
  if (period?.start && !starts.includes(period.start)) say('/period/start', period.start, starts[0]!)
  if (period?.end && period.end !== `${year}-12-31`) say('/period/end', period.end, `${year}-12-31`)
}

/**
 * 国令492 art. 31: by 31 March. Since 国令711 art. 49 departments publish by 31 January, governments by 31 March.
 */
function checkPublished({ report, provenance }: Compiled, scope: ScopeRule, context: Context): void {
  const { published, year, issuer, period } = report
  if (published === null || year === null) return
  const say = (ruleId: 'metadata-published-late' | 'metadata-published-order', expected: string) =>
    diagnose(context, ruleId, {
      pointers: ['/published'],
      position: provenance['/published']?.position,
      values: { actual: published, expected },
    })
  const end = period?.end ?? `${year}-12-31`
  if (published < end.slice(0, published.length)) {
    say('metadata-published-order', end)
    return
  }
  const isGovernment = [...scope.governments, ...scope.places].some((word) => issuer?.endsWith(word))
  const deadline = `${year + 1}-${year >= 2019 && !isGovernment && issuer !== null ? '01' : '03'}-31`
  if (published > deadline) say('metadata-published-late', deadline)
}

function checkContact({ report, provenance }: Compiled, metadata: MetadataRule, context: Context): void {
  const { postcode, phones, faxes, emails, websites, address } = report.contact
  const at = (pointer: Pointer) => ({ pointers: [pointer], position: provenance[pointer]?.position })
  if (postcode !== null) {
    const province = metadata.postcodes[foldText(postcode).slice(0, 2)]
    const named = Object.values(metadata.postcodes).find((name) =>
      [report.issuer, address].some((text) => text?.includes(name)),
    )
    const expected = !/^\d{6}$/.test(foldText(postcode))
      ? 'NNNNNN'
      : (province ?? null) === null
        ? '01NNNN–86NNNN'
        : named
    if (expected !== undefined && expected !== province)
      diagnose(context, 'metadata-postcode', { ...at('/contact/postcode'), values: { actual: postcode, expected } })
  }
  for (const [key, numbers] of Object.entries({ phones, faxes }))
    for (const [index, number] of numbers.entries()) {
      const problem = phoneProblem(number)
      if (problem)
        diagnose(context, 'metadata-phone', {
          ...at(`/contact/${key}/${index}`),
          ...(problem === missingAreaCode && { severity: 'info' }),
          values: { actual: number, expected: problem },
        })
    }
  for (const [index, email] of emails.entries())
    if (!/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(foldText(email)))
      diagnose(context, 'metadata-email', { ...at(`/contact/emails/${index}`), values: { actual: email } })
  for (const [index, website] of websites.entries()) {
    const [, host = ''] = /^(?:https?:\/\/)?([^/:?#]+)/i.exec(website.trim()) ?? []
    if (!metadata.hosts.some((end) => host.toLowerCase().endsWith(end)))
      diagnose(context, 'metadata-url', { ...at(`/contact/websites/${index}`), values: { actual: website } })
  }
}

/** Shapes of numbers, the same in every language. */
const missingAreaCode = '0NNN-NNNNNNNN'

function phoneProblem(number: string): string | null {
  const plain = foldText(number).replace(/[^\d]/g, '')
  if (/^(?:0(?:10|2\d|[3-9]\d\d)\d{7,8}|1[3-9]\d{9}|[48]00\d{7}|1\d{4})\d{0,4}$/.test(plain)) return null
  const local = foldText(number).replace(/(?:转|-)\d{1,5}$/, '')
  return /^[2-9]\d{6,7}$/.test(local.replace(/[^\d]/g, '')) ? missingAreaCode : '0NNN-NNNNNNN(N) / 1NNNNNNNNNN'
}
