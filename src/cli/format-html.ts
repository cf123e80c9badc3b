import { labelOf } from '../label-of'
import { toRows } from '../to-rows'
import type { Diagnostic, Result, Row, Section } from '../types'
import { inOrder } from './format-findings'
import type { Wording } from './wording'

/** The beginning of a page that needs nothing beside it: no script, no font, no address outside. */
export function htmlHeader(language: string): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>ogi-report</title>
<style>${styles}</style>
`
}

/** The end of the page. */
export const htmlFooter = '</html>\n'

/** One report as an article: metadata, findings, tables with the place of every figure in its tooltip, outline with text. */
export function formatHtml(result: Result, id: string, say: Wording): string {
  const { report, diagnostics } = result
  const facts = [report.issuer, report.year, report.published, report.contact.address, ...report.contact.phones]
  return `<article>
<h1>${escapeHtml(report.title ?? id)}</h1>
<p class="facts">${facts
    .filter((fact) => fact !== null)
    .map((fact) => `<span>${escapeHtml(fact)}</span>`)
    .join(' ')}</p>
<section><h2>${say.findings}</h2>
<ul class="findings">${inOrder(diagnostics)
    .map((finding) => findingItem(finding, say))
    .join('\n')}</ul></section>
<section><h2>${say.tables}</h2>
${tablesOf(result).join('\n')}</section>
<section><h2>${say.outline}</h2>
${report.sections.map((section) => sectionItem(section)).join('\n')}</section>
</article>
`
}

function findingItem({ severity, message, position, ruleId, help }: Diagnostic, say: Wording): string {
  const place = position ? `${position.start.line}:${position.start.column}` : ''
  return `<li class="${severity}" title="${escapeHtml(ruleId)}"><b>${say.severity[severity]}</b> ${place} ${escapeHtml(message)}${
    help === undefined ? '' : ` <small>${escapeHtml(help)}</small>`
  }</li>`
}

/** A table for every run of rows with the same columns. */
function tablesOf(result: Result): string[] {
  const named = namedPointers(result.diagnostics)
  const out: string[] = []
  let head = ''
  let title = ''
  for (const row of byLine(toRows(result))) {
    const first = row[0]!
    const columns = row.map(({ column }) => `<th scope="col">${escapeHtml(column)}</th>`).join('')
    const caption = labelOf(`/${first.table}`, first.edition)[0] ?? first.table
    if (columns !== head || caption !== title) {
      if (head !== '') out.push('</table>')
      out.push(
        `<table>${caption === title ? '' : `<caption>${escapeHtml(caption)}</caption>`}<tr><td></td>${columns}</tr>`,
      )
    }
    head = columns
    title = caption
    out.push(
      `<tr><th scope="row">${escapeHtml(first.row)}</th>${row.map((cell) => cellOf(cell, result, named)).join('')}</tr>`,
    )
  }
  return head === '' ? out : [...out, '</table>']
}

function cellOf({ pointer, value, state, raw, line }: Row, { provenance }: Result, named: Set<string>): string {
  const { evidence, origin, candidates } = provenance[pointer]!
  const facts = [
    pointer,
    state,
    evidence,
    raw === '' ? undefined : JSON.stringify(raw),
    line === null ? undefined : `line ${line}`,
    origin?.page === undefined ? undefined : `page ${origin.page}`,
    candidates && `candidates ${candidates.join(' ')}`,
  ]
  const tip = facts.filter((fact) => fact !== undefined).join(' · ')
  const mark = named.has(pointer) ? ' named' : ''
  return `<td class="${state}${mark}" title="${escapeHtml(tip)}">${value ?? escapeHtml(raw)}</td>`
}

/** Cells that a warning or an error is about. */
function namedPointers(diagnostics: Diagnostic[]): Set<string> {
  return new Set(diagnostics.flatMap(({ severity, pointers }) => (severity === 'info' ? [] : pointers)))
}

/** Cells of one row together. */
function byLine(rows: Row[]): Row[][] {
  const lines = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.pointer.slice(0, row.pointer.lastIndexOf('/'))
    const line = lines.get(key)
    if (line) line.push(row)
    else lines.set(key, [row])
  }
  return [...lines.values()]
}

function sectionItem({ marker, title, text, sections }: Section): string {
  const body =
    text === ''
      ? ''
      : text
          .split('\n')
          .map((line) => `<p>${escapeHtml(line)}</p>`)
          .join('')
  return `<details open><summary>${escapeHtml(marker + title)}</summary>${body}${sections.map(sectionItem).join('')}</details>`
}

function escapeHtml(text: string | number): string {
  return String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

const styles = `
body{font:16px/1.6 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222}
article+article{border-top:3px solid #888;margin-top:3rem}
table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:bold;padding:.3rem 0}
th,td{border:1px solid #ccc;padding:.15rem .6rem;font-weight:normal}
th[scope=row]{text-align:left;background:#f6f6f6}
td{text-align:right}
td.blank,td.dash,td.absent{background:#f3f3f3;color:#999}
td.unresolved{background:#fff3c4}
td.named{outline:2px solid #d97706}
.facts span{margin-right:1.2rem;color:#555}
.findings{list-style:none;padding:0}
.findings li{border-left:4px solid #93c5fd;padding:.1rem .6rem;margin:.3rem 0}
.findings li.warning{border-color:#f59e0b}
.findings li.error{border-color:#dc2626}
details{margin-left:1rem}
summary{font-weight:bold}
`
