/**
 * Speed against the parsers that others start from, on the same bytes: `npm run bench` prints the ratios.
 * `parseReport` on plain text should take no more than twice the time of remark-parse alone, `fromHtml` no more than one and
 * a half times that of hast-util-from-html.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml as hastFromHtml } from 'hast-util-from-html'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { bench, describe } from 'vitest'
import { fromHtml } from '../src/html'
import { parseReport } from '../src/index'

const folder = 'fixtures/reports'

/** All fixtures of one kind, each of them parsed once a round. */
function inputs(extension: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name, `input.${extension}`))
    .flatMap((path) => {
      try {
        return [readFileSync(path, 'utf8')]
      } catch {
        return []
      }
    })
}

describe('plain text', () => {
  const sources = inputs('txt')
  const remark = unified().use(remarkParse)
  bench('parseReport', () => {
    for (const source of sources) parseReport(source, { format: 'text' })
  })
  bench('remark-parse alone', () => {
    for (const source of sources) remark.parse(source)
  })
})

describe('HTML', () => {
  const sources = inputs('html')
  bench('parseReport', () => {
    for (const source of sources) parseReport(source, { format: 'html' })
  })
  bench('fromHtml', () => {
    for (const source of sources) fromHtml(source)
  })
  bench('hast-util-from-html alone', () => {
    for (const source of sources) hastFromHtml(source)
  })
})
