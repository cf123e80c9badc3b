import type { Alignment } from '../alignment'
import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import { grammarPart } from '../grammar-part'
import type { Root } from '../tree'
import type { Grammar, Pointer, Report, SectionRole, SectionRule } from '../types'
import { checkPartsListed } from './check-parts-listed'
import { partNumbers } from './check-symbols'
import { checkTables } from './check-tables'
import { type FoundPart, findPart } from './find-part'
import { followsForm } from './follows-form'
import { textBelow } from './text-below'

/**
 * Checks the parts, numbers and tables that a report has to have: the form of 2019 on for reports since then, what is
 * always wrong (a number used twice, a list of parts that does not fit) for all.
 */
export function checkStructure(compiled: Compiled, alignment: Alignment, tree: Root, context: Context): void {
  const { report } = compiled
  if (isNoReport(report)) {
    diagnose(context, 'structure-not-report')
    return
  }
  checkRestart(report, context)
  checkPartsListed(compiled, context)
  const form = followsForm(report, context.grammars) ? formOf(report.year, context.grammars) : null
  checkTables(compiled, alignment, tree, form, context)
  if (!form) return
  const parts = form.sections.map((rule, index) => ({ rule, number: index + 1, at: findPart(report, rule.role) }))
  checkParts(parts, report, context)
  checkContent(parts, compiled, context)
}

/** Nothing but text: no title, body, date, contact or table. */
export function isNoReport(report: Report): boolean {
  const { title, issuer, year, period, published, contact, disclosure, requests, disputes, appendices } = report
  const nothing = [title, issuer, year, period, published, disclosure, requests, disputes].every(
    (value) => value === null,
  )
  const reachable = Object.values(contact).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null))
  return nothing && !reachable && appendices.length === 0
}

/** The grammar of the form that a report of the year has to follow; null before 2019 and without a year. */
function formOf(year: number | null, grammars: Grammar[]): Grammar | null {
  if (year === null) return null
  const editions = grammars.filter(({ forms, years }) => forms.length > 0 && years.from <= year)
  return editions.sort((a, b) => b.years.from - a.years.from)[0] ?? null
}

interface Part {
  rule: SectionRule
  /** 二、 is 2. */
  number: number
  at: FoundPart | null
}

const withTables: ReadonlySet<SectionRole> = new Set(['disclosure', 'requests', 'disputes'])

function checkParts(parts: Part[], { sections }: Report, context: Context): void {
  // Where rows are missing too, the file may have been cut.
  const isCut = context.diagnostics.some(({ ruleId }) => ruleId === 'structure-rows')
  let last: Part | null = null
  for (const part of parts) {
    const { rule, number, at } = part
    const marker = `${partNumbers[number - 1]}、`
    const expected = `${marker}${rule.labels[0]!.text}`
    if (!at) {
      const severity = withTables.has(rule.role) ? 'error' : 'warning'
      const blame = isCut ? 'unknown' : 'source'
      diagnose(context, 'structure-section-missing', { severity, blame, values: { actual: expected, expected } })
      continue
    }
    const place = { pointers: [at.pointer], position: at.section.position }
    if (at.section.marker === '')
      diagnose(context, 'structure-section-missing', {
        ...place,
        severity: 'info',
        values: { actual: marker, expected },
      })
    if (last?.at && order(at.pointer) < order(last.at.pointer))
      diagnose(context, 'structure-section-order', {
        ...place,
        values: { actual: expected, expected: last.at.section.title },
      })
    last = part
  }
  const shifted = parts.find(({ at, number }) => at && at.section.ordinal !== null && at.section.ordinal !== number)
  const restarts = sections.filter(({ depth, ordinal }) => depth === 1 && ordinal === 1).length > 1
  if (!shifted?.at || restarts) return
  const { section, pointer } = shifted.at
  diagnose(context, 'structure-numbering-shift', {
    pointers: [pointer],
    position: section.position,
    values: { actual: section.marker, part: section.title, expected: `${partNumbers[shifted.number - 1]}、` },
  })
}

function order(pointer: Pointer): number {
  return Number(pointer.slice('/sections/'.length))
}

/** 一、 twice at the top level: the topics of a part are numbered as parts. */
function checkRestart({ sections }: Report, context: Context): void {
  const first = sections.findIndex(({ depth, ordinal }) => depth === 1 && ordinal === 1)
  if (first < 0) return
  // 一、 inside 第一部分 is a level of its own.
  const style = styleOf(sections[first]!.marker)
  const second = sections.findIndex(
    (other, at) => at > first && other.depth === 1 && other.ordinal === 1 && styleOf(other.marker) === style,
  )
  if (second < 0) return
  const { position, marker } = sections[second]!
  diagnose(context, 'structure-numbering-restart', {
    pointers: [`/sections/${second}`],
    position,
    values: { actual: marker },
    related: [
      {
        message: `\`${sections[first]!.marker}${sections[first]!.title}\``,
        ...(sections[first]!.position && { position: sections[first]!.position }),
        pointer: `/sections/${first}`,
      },
    ],
  })
}

/** A marker without its numeral: 、 of 一、 */
function styleOf(marker: string): string {
  return marker.replace(/[一二三四五六七八九十\d\s]/g, '')
}

function checkContent(parts: Part[], { report, prose }: Compiled, context: Context): void {
  const words = grammarPart(context.grammars, 'structure')
  if (!words) return
  const find = (role: SectionRole) => parts.find(({ rule }) => rule.role === role)?.at
  const problems = find('problems')
  if (problems) {
    const text = foldText(textBelow(problems.section))
    const lacks = [words.problems, words.measures].find((list) => !list.some((word) => text.includes(word)))
    if (text.length < shortestProblems || lacks)
      diagnose(context, 'structure-problems-empty', {
        pointers: [problems.pointer],
        position: problems.section.position,
        values: { actual: text.slice(0, 20), expected: (lacks ?? words.problems).slice(0, 3).join('、') },
      })
  }
  const other = find('other')
  if (other && foldText(textBelow(other.section)) === '')
    diagnose(context, 'structure-other-missing', {
      pointers: [other.pointer],
      position: other.section.position,
      values: { actual: other.section.title },
    })
  const statesFee = prose.facts.some(
    ({ rule, sentence }) =>
      rule.ruleId === 'disclosure-fee-statement' && (!other || sentence.section?.startsWith(other.pointer)),
  )
  if (other && report.year! >= firstYearOfFee && !statesFee)
    diagnose(context, 'disclosure-fee-statement', { pointers: [other.pointer], position: other.section.position })
  const isGovernment = words.supervisedBodies.some((word) => report.issuer?.endsWith(word))
  const whole = report.sections.map(textBelow).join('')
  if (isGovernment && !words.supervision.some((word) => whole.includes(word)))
    diagnose(context, 'structure-supervision-missing')
}

/** 无 or a few characters tell of no problem. */
const shortestProblems = 10
/** 国办函〔2020〕109号: the processing fee is collected since 2021. */
const firstYearOfFee = 2021
