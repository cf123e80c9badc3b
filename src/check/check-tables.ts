import type { AlignedCell, Alignment } from '../alignment'
import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import type { Root, SectionNode, Table, TableRow } from '../tree'
import type { Grammar, Position, Section, SectionRole } from '../types'
import { findPart } from './find-part'

/**
 * Checks that the tables are there, of a known form and of the edition of the year.
 *
 * @param form the grammar that the report has to follow; null before 2019
 */
export function checkTables(
  compiled: Compiled,
  alignment: Alignment,
  tree: Root,
  form: Grammar | null,
  context: Context,
): void {
  if (form) {
    const unknown = checkForeignTables(compiled, alignment, tree, context)
    checkMissing(compiled, form, unknown, tree, context)
    checkEditions(compiled, form, context)
  }
  checkBlanks(compiled, context)
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

function checkMissing(
  { report, cells }: Compiled,
  form: Grammar,
  unknown: Set<SectionRole>,
  tree: Root,
  context: Context,
): void {
  for (const role of roles) {
    if (unknown.has(role)) continue
    const isPrinted = ({ pointer, state }: AlignedCell) =>
      state !== 'absent' && state !== 'blank' && pointer.startsWith(`/${role}/`)
    if ([...cells.values()].some(isPrinted)) continue
    const label = form.sections.find((rule) => rule.role === role)?.labels[0]?.text ?? role
    const part = findPart(report, role)
    const picture = pictureIn(part?.section, report.sections, tree)
    diagnose(context, 'structure-table-missing', {
      pointers: [`/${role}`],
      position: picture ?? part?.section.position,
      values: { actual: label, ...(picture && { explanation: 'explain-picture' }) },
      ...(picture && { blame: 'source' }),
    })
  }
}

/** The first picture behind the heading of a part and before that of the next one. */
function pictureIn(part: Section | undefined, sections: Section[], tree: Root): Position | undefined {
  const start = part?.position?.start.offset
  if (start === undefined) return undefined
  const end = sections[sections.indexOf(part!) + 1]?.position?.start.offset ?? Infinity
  return tree.data?.pictures?.find((picture) => picture.start.offset >= start && picture.start.offset < end)
}

function checkEditions({ report }: Compiled, form: Grammar, context: Context): void {
  for (const role of ['disclosure', 'requests'] as const) {
    const actual = report[role]?.edition ?? null
    const expected = form.forms.find(({ name }) => name === role)?.edition
    if (actual === null || expected === undefined || actual === expected) continue
    const part = findPart(report, role)
    diagnose(context, 'structure-edition', {
      pointers: [`/${role}/edition`],
      position: part?.section.position,
      values: { actual, expected, year: report.year! },
    })
  }
}

/** Customs differ by region, so that the blanks of tables 三 and 四 are counted, not named. */
function checkBlanks(compiled: Compiled, context: Context): void {
  const cells = [...compiled.cells.values()].filter(
    ({ pointer, state }) => state !== 'absent' && !pointer.startsWith('/disclosure/'),
  )
  const blank = cells.filter(({ state }) => state === 'blank' || state === 'dash')
  if (blank.length === 0) return
  const tables = ['/requests', '/disputes'].filter((table) =>
    blank.some(({ pointer }) => pointer.startsWith(`${table}/`)),
  )
  diagnose(context, 'structure-blank-cells', {
    pointers: tables,
    position: blank[0]!.position,
    values: { actual: blank.length, expected: cells.length },
  })
}
