import type { Alignment } from '../alignment'
import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import type { Root, SectionNode, Table, TableRow } from '../tree'
import type { Grammar, Pointer, Report, Section, SectionRole, SectionRule } from '../types'
import { partNumbers } from './check-symbols'
import { checkPartsListed } from './parts-listed'

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
  const form = formOf(report.year, context.grammars)
  if (!form) return
  const parts = form.sections.map((rule, index) => ({ rule, number: index + 1, at: findPart(report, rule) }))
  checkParts(parts, report, context)
  const unknown = checkForeignTables(compiled, alignment, tree, context)
  checkTables(compiled, form, unknown, context)
  checkEditions(compiled, form, context)
  checkContent(parts, compiled, context)
  checkBlanks(compiled, context)
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
  at: { section: Section; pointer: Pointer } | null
}

function findPart({ sections }: Report, { role }: SectionRule): Part['at'] {
  const index = sections.findIndex((section) => section.role === role)
  return index < 0 ? null : { section: sections[index]!, pointer: `/sections/${index}` }
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
  const second = sections.findIndex(({ depth, ordinal }, index) => index > first && depth === 1 && ordinal === 1)
  if (first < 0 || second < 0) return
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

const roles = ['disclosure', 'requests', 'disputes'] as const

/** Parts with a table of figures that no form took, where the form of the part was not found. */
function checkForeignTables(
  { report }: Compiled,
  alignment: Alignment,
  tree: Root,
  context: Context,
): Set<SectionRole> {
  const taken = new Set(alignment.forms.flatMap(({ tables }) => tables))
  const found = new Set<SectionRole>()
  for (const section of tree.children) {
    if (section.type !== 'section') continue
    const role = roles.find((known) => known === section.role)
    if (!role || report[role] !== null) continue
    const table = tablesIn(section).find((other) => !taken.has(other) && hasFigures(other))
    if (!table) continue
    found.add(role)
    const [head] = table.children.filter((row) => row.type === 'tableRow')
    diagnose(context, 'structure-form-unknown', {
      position: table.position,
      pointers: [`/${role}`],
      values: { actual: head ? rowText(head).slice(0, 30) : '' },
    })
  }
  return found
}

function tablesIn(node: SectionNode): Table[] {
  return node.children.flatMap((child) => {
    if (child.type === 'table') return [child]
    return child.type === 'section' ? tablesIn(child) : []
  })
}

function rowText(row: TableRow): string {
  const cells = row.children.flatMap((cell) => (cell.type === 'tableCell' ? cell.children : []))
  return foldText(cells.map(({ value }) => value).join(' '))
}

function hasFigures({ children }: Table): boolean {
  return children.filter((row) => row.type === 'tableRow' && /\d/.test(rowText(row))).length > 1
}

function checkTables(
  { report, provenance }: Compiled,
  form: Grammar,
  unknown: Set<SectionRole>,
  context: Context,
): void {
  for (const role of roles) {
    if (unknown.has(role)) continue
    const printed = Object.entries(provenance).some(
      ([pointer, { state }]) => pointer.startsWith(`/${role}/`) && state !== 'absent' && state !== 'blank',
    )
    if (printed) continue
    const label = form.sections.find((rule) => rule.role === role)?.labels[0]?.text ?? role
    const part = findPart(report, { role, labels: [] })
    diagnose(context, 'structure-table-missing', {
      pointers: [`/${role}`],
      position: part?.section.position,
      values: { actual: label },
    })
  }
}

function checkEditions({ report }: Compiled, form: Grammar, context: Context): void {
  for (const role of ['disclosure', 'requests'] as const) {
    const actual = report[role]?.edition ?? null
    const expected = form.forms.find(({ name }) => name === role)?.edition
    if (actual === null || expected === undefined || actual === expected) continue
    const part = findPart(report, { role, labels: [] })
    diagnose(context, 'structure-edition', {
      pointers: [`/${role}/edition`],
      position: part?.section.position,
      values: { actual, expected, year: report.year! },
    })
  }
}

function checkContent(parts: Part[], { report, prose }: Compiled, context: Context): void {
  const words = context.grammars.find(({ structure }) => structure)?.structure
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

/** The titles and the text of a section and of those in it. */
function textBelow(section: Section): string {
  return section.text + section.sections.map((child) => child.title + textBelow(child)).join('')
}

/** Customs differ by region, so that the blanks of tables 三 and 四 are counted, not named. */
function checkBlanks(compiled: Compiled, context: Context): void {
  const cells = Object.entries(compiled.provenance).filter(
    ([pointer, { state }]) => /^\/(?:requests|disputes)\//.test(pointer) && state !== 'absent',
  )
  const blank = cells.filter(([, { state }]) => state === 'blank' || state === 'dash')
  if (blank.length === 0) return
  const tables = ['/requests', '/disputes'].filter((table) =>
    blank.some(([pointer]) => pointer.startsWith(`${table}/`)),
  )
  diagnose(context, 'structure-blank-cells', {
    pointers: tables,
    position: blank[0]![1].position,
    values: { actual: blank.length, expected: cells.length },
  })
}
